"""Where figures come from: every figure that is shown leads back to its sources."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import jsonschema
import pytest
from documents import HOSTILE, document, hostile
from rich.console import Console

from formateur import api, questions
from formateur.errors import UsageError
from formateur.folder import open_election
from formateur.language import open_language
from formateur.reporting.explain import (
    explain,
    explanation_schema,
    explanations_block,
    figure_names,
)
from formateur.reporting.explain.block import figures_of
from formateur.reporting.explain.explanation import WAYS
from formateur.reporting.explain.text import explanation_text, names_text
from formateur.reporting.figure_ids import Kind, parse_figure
from formateur.reporting.page.provenance import provenance_blocks
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import make_view

SCHEMA_FILE = files("formateur") / "data" / "schemas" / "explanation.schema.json"
ENGLISH = open_language("en")


@cache
def counted() -> ForecastDocument:
    return document("il-2019-09", -10)


def _printed(what: object) -> str:
    console = Console(width=120, markup=False)
    with console.capture() as capture:
        console.print(what)
    return capture.get()


def _first_of_each_kind(made: ForecastDocument) -> list[str]:
    return [names[0] for names in figure_names(made).values()]


def test_there_is_a_way_back_for_every_kind_of_figure() -> None:
    assert set(WAYS) == set(get_args(Kind))
    assert set(figure_names(document())) == set(get_args(Kind))


def test_every_figure_of_the_view_leads_back_to_sources() -> None:
    made = document()
    view = make_view(made, ENGLISH)
    block: Any = explanations_block(made, view, ENGLISH)
    asked = [parse_figure(one) for one in dict.fromkeys(figures_of(view))]
    assert len(asked) > 300

    def cites(place: int) -> bool:
        row = block["said"][place]
        return isinstance(row, list) and isinstance(row[0], str | list) and bool(row[1])

    for one in asked:
        _, own, way, _, *polls = block["figures"][one.kind][one.of]
        steps = [block["steps"][place] for place in block["ways"][way]]
        places = [*own, *(place for step in steps for place in step[1])]
        assert polls or any(step[2] for step in steps) or any(map(cites, places)), one


@pytest.mark.parametrize("basis", ["polls", "result"])
def test_each_kind_of_figure_ends_in_sources_and_fits_the_schema(basis: str) -> None:
    made = document() if basis == "polls" else counted()
    assert made.basis == basis
    for name in _first_of_each_kind(made):
        told = explain(made, name, ENGLISH)
        assert told.figure == name
        assert told.sources, name
        assert told.title == told.steps[0].title
        numbers = [one.number for one in told.sources]
        assert numbers == sorted(set(numbers))
        jsonschema.validate(json.loads(told.to_json()), explanation_schema())


def test_published_schema_is_that_of_the_code() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == explanation_schema()


def test_seats_are_led_back_to_law_votes_and_polls() -> None:
    told = explain(document(), "seats.likud", ENGLISH)
    assert [one.id for one in told.steps] == ["seats.likud", "law", "model", "moved.likud", "polls"]
    law, polls = told.steps[1], told.steps[-1]
    assert "Threshold: Knesset Elections Law" in " ".join(one.text for one in law.said)
    assert [one.id for one in polls.polls] == [
        one.id for one in sorted(document().polls, key=lambda one: -one.weight) if one.used
    ]
    assert {each.list for one in polls.polls for each in one.figures} == {"likud"}
    assert polls.rest.startswith(f"{len(polls.polls) - 10} more, which weigh ")
    assert told.run == document().run


def test_what_would_be_is_led_back_to_what_was_said() -> None:
    made = document()
    assert made.formation is not None
    one = next(one for one in made.formation.governments if one.against and one.favoured)
    told = explain(made, f"would.{'+'.join(one.members)}", ENGLISH)
    ids = [step.id.partition(".")[0] for step in told.steps]
    assert ids[:5] == ["would", "against", "for", "formation", "law"]
    assert len(told.steps[1].said) >= len(one.against)


def test_counted_seats_are_led_back_to_the_official_result() -> None:
    told = explain(counted(), "seats.likud", ENGLISH)
    assert [one.id for one in told.steps] == ["seats.likud", "law", "result.likud"]
    won = next(one for one in counted().lists if one.id == "likud").result
    assert won is not None
    assert told.steps[-1].said[-1].sources == [won.source]


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (
            "threshold.otzma_yehudit",
            "Otzma Yehudit missed the threshold of 3.25\N{NO-BREAK SPACE}%.",
        ),
        ("largest.blue_white", "Blue and White has most seats."),
        ("largest.likud", "Likud does not have most seats."),
        ("order.blue_white+likud", "Blue and White has more votes than Likud."),
        ("bloc.government", "Outgoing government has fewer than 61 seats."),
    ],
)
def test_what_is_counted_is_told_without_a_chance(figure: str, told: str) -> None:
    assert explain(counted(), figure, ENGLISH).steps[0].said[0].text == told


def test_members_of_a_coalition_come_in_any_order() -> None:
    known = figure_names(document())["could"][0]
    turned = "could." + "+".join(reversed(known.removeprefix("could.").split("+")))
    assert explain(document(), turned, ENGLISH).figure == known


@pytest.mark.parametrize(
    ("name", "offered"),
    [("seats.likudd", "seats.likud"), ("votes.shaas", "votes.shas"), ("would.nobody", "would.")],
)
def test_an_unknown_figure_is_refused_with_near_names(name: str, offered: str) -> None:
    with pytest.raises(UsageError, match="is not a figure of il-2019-09") as refused:
        explain(document(), name, ENGLISH)
    assert offered in str(refused.value).partition("Near: ")[2]


def test_a_figure_of_no_kind_is_refused_with_the_kinds() -> None:
    with pytest.raises(UsageError, match="kinds: votes, seats"):
        explain(document(), "likud", ENGLISH)


def test_the_command_gives_the_same_again() -> None:
    told = explain(document(), "house.likud@Maagar Mochot", ENGLISH)
    assert told.command == (
        "formateur explain il-2019-09 'house.likud@Maagar Mochot' --as-of 2019-09-14 --draws 2000 "
        "--seed 1 --model state-space"
    )


def test_a_what_if_is_told_and_in_the_command() -> None:
    made = api.forecast(
        "il-2019-09",
        as_of="2019-09-14",
        without=("r02",),
        changes={"threshold.share": "2%"},
        draws=300,
    )
    told = questions.explain(made, "law.threshold")
    assert "--without-statement r02" in told.command
    assert re.search(r"--set 'threshold\.share ?= ?2%'", told.command)
    assert "What if: not the law as it is" in told.to_json()


def test_the_citation_names_figure_day_version_and_run() -> None:
    told = explain(document(), "seats.likud", ENGLISH)
    made = document()
    for part in ("Seats of Likud", "14 September 2019", made.version, made.run, made.election.name):
        assert part in told.citation


def test_quotations_say_their_language_where_the_reader_has_another() -> None:
    german = explain(document(), "statement.r03", open_language("de"))
    quote = next(one for one in german.steps[0].said if one.text.startswith("Gafni"))
    assert quote.language == "en"
    english = explain(document(), "statement.r03", ENGLISH)
    assert {one.language for step in english.steps for one in step.said} == {""}


def test_names_are_those_of_the_reader() -> None:
    assert "הליכוד" in explain(document(), "seats.likud", open_language("he")).title


def test_hostile_texts_are_told_as_they_are_and_end_no_element() -> None:
    made = hostile()
    told = explain(made, figure_names(made)["statement"][0], ENGLISH)
    assert any(HOSTILE in one.text for one in told.steps[0].said)
    view = replace(make_view(document(), ENGLISH), background=(), stations=())
    blocks = provenance_blocks(made, view, ENGLISH)
    assert blocks.count("</script>") == blocks.count("<script") == 2


def test_sources_have_the_numbers_of_the_view() -> None:
    listed = {one.id: one.number for one in make_view(document(), ENGLISH).sources}
    told = explain(document(), "would.none", ENGLISH)
    assert {one.id: one.number for one in told.sources}.items() <= listed.items()


def test_the_scripts_are_small_and_name_everything_once() -> None:
    folder = files("formateur.reporting.page") / "modules"
    texts = [(folder / f"{one}.js").read_text("utf-8") for one in ("explain", "share", "ask")]
    assert len(gzip.compress("".join(texts).encode())) < 7_000
    top = r"^(?:export )?(?:async )?(?:function|const|class) (\w+)"
    names = [name for text in texts for name in re.findall(top, text, flags=re.MULTILINE)]
    assert len(names) == len(set(names))


def test_the_block_is_small() -> None:
    made = document()
    block = explanations_block(made, make_view(made, ENGLISH), ENGLISH)
    assert len(json.dumps(block, ensure_ascii=False, separators=(",", ":")).encode()) < 95_000


def test_the_text_tells_every_step_and_only_the_sources_shown() -> None:
    told = explain(document(), "seats.likud", ENGLISH)
    text = _printed(explanation_text(told, ENGLISH))
    for place, step in enumerate(told.steps, start=1):
        assert f"{place}. {step.title}" in text
    cited = {int(one) for one in re.findall(r"\[(\d+)\]", text.partition("\nSources\n")[0])}
    listed = {int(one) for one in re.findall(r"^\[(\d+)\]", text, flags=re.MULTILINE)}
    assert cited == listed


def test_figures_are_listed_by_kind() -> None:
    text = _printed(names_text(figure_names(document()), ENGLISH))
    assert re.search(r"^votes\s+votes\.likud, votes\.blue_white", text, flags=re.MULTILINE)
    assert "… and 2 more" in text


def test_an_election_with_little_in_its_folder_is_explained() -> None:
    facts, _ = open_election("se-2018")
    made = api.report(
        api.forecast("se-2018", as_of=facts.date - timedelta(days=3), draws=300, model="reference")
    ).document
    for name in _first_of_each_kind(made):
        assert explain(made, name, ENGLISH).sources, name
