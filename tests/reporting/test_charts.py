"""Every chart: valid Vega-Lite, in words, isolated, countable, the same figures as the view."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from chart_cases import charts, drawings, look
from documents import document
from hypothesis import given
from hypothesis import strategies as st

from formateur.reporting.charts import DOTS, ChartFile, Drawing, draw, quantile_dots
from formateur.reporting.charts.palette import solid
from formateur.reporting.charts.seats import seats_view
from formateur.reporting.view.charts import (
    Bench,
    Camp,
    Chart,
    CouldWould,
    Hemicycle,
    MotionSeats,
    SeatChances,
    SeatRow,
    Trend,
)

OPEN, CLOSE = ("\u2066", "\u2067", "\u2068"), "\u2069"
WORDLESS = {"$schema", "date", "colour", "edge", "list"}
"""Keys whose texts are not shown."""


@cache
def drawn(code: str, width: int = 640) -> list[Drawing]:
    return drawings(code, width)


@cache
def view_charts(code: str = "en") -> dict[str, Chart]:
    return charts(code)


def one_of(kind: str, code: str = "en") -> Chart:
    return next(one for one in view_charts(code).values() if one.kind == kind)


@cache
def vega_lite(definition: str) -> jsonschema.Draft7Validator:
    pytest.importorskip("altair")
    file = files("altair.vegalite.v6.schema") / "vega-lite-schema.json"
    definitions = json.loads(file.read_text(encoding="utf-8"))["definitions"]
    return jsonschema.Draft7Validator(
        {"$ref": f"#/definitions/{definition}", "definitions": definitions}
    )


def without_rows(spec: dict[str, Any]) -> dict[str, Any]:
    """Keep one row of each data set: the schema allows any row, and takes long over it."""
    return {**spec, "datasets": {name: rows[:1] for name, rows in spec["datasets"].items()}}


@pytest.mark.slow
def test_specifications_are_vega_lite() -> None:
    by_kind = {one.id.partition("-")[0]: one for one in drawn("en")}
    assert len(by_kind) == 6
    for one in by_kind.values():
        for layer in one.view["layer"]:
            found = list(vega_lite("UnitSpec").iter_errors(layer))
            assert found == [], f"{one.id}, {layer['data']['name']}: {found[0].message}"
        whole = without_rows({**one.spec, "layer": []})
        assert list(vega_lite("TopLevelLayerSpec").iter_errors(whole)) == []


@pytest.mark.slow
def test_specification_of_a_file_is_vega_lite() -> None:
    made = ChartFile(drawn("en")[0], "As it stood", ("Source", "Version")).spec
    plain = {
        **without_rows(made),
        "vconcat": [{**one, "layer": []} if "layer" in one else one for one in made["vconcat"]],
    }
    assert [one.message for one in vega_lite("TopLevelVConcatSpec").iter_errors(plain)] == []


def texts(part: object, key: str = "") -> Iterator[str]:
    """Texts that a specification shows or says, by where they stand."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from texts(value, name)
    elif isinstance(part, list):
        for value in part:
            yield from texts(value, key)
    elif isinstance(part, str) and part:
        yield part


@pytest.mark.parametrize("code", ["en", "he"])
def test_no_text_goes_into_a_chart_without_isolation(code: str) -> None:
    for one in drawn(code):
        rows = [row for rows in one.view["datasets"].values() for row in rows]
        told = [
            text
            for row in rows
            for text in texts({k: v for k, v in row.items() if k not in WORDLESS})
        ]
        assert told
        for text in (*told, one.spec["description"]):
            assert text.startswith(OPEN), (one.id, text)
            assert text.endswith(CLOSE), (one.id, text)


def test_words_stand_in_data_only() -> None:
    """Titles, axes, legends and labels of Vega's own would go around the isolation."""
    wordy = {"title", "axis", "legend", "labelExpr", "header", "format"}
    for one in drawn("en"):
        for layer in one.view["layer"]:
            for channel in layer["encoding"].values():
                assert {k for k in channel if channel[k] is not None} & wordy == set()


@pytest.mark.parametrize("code", ["en", "he", "ar"])
def test_every_chart_has_title_and_description(code: str) -> None:
    drawn_ones = drawn(code)
    assert {one.id.partition("-")[0] for one in drawn_ones} == {
        "bloc", "list", "parliament", "trend", "could", "motion",
    }  # fmt: skip
    for one in drawn_ones:
        assert one.title, one.id
        assert one.description, one.id
    assert max(Counter(one.id for one in drawn_ones).values()) == 1


def test_no_mark_is_spoken() -> None:
    for one in drawn("en"):
        assert {layer["mark"]["aria"] for layer in one.view["layer"]} == {False}


chances = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 99)), min_size=1, max_size=30,
    unique_by=lambda pair: pair[0],
)  # fmt: skip


@given(chances)
def test_there_are_always_50_dots(weights: list[tuple[int, int]]) -> None:
    whole = sum(weight for _, weight in weights)
    dots = quantile_dots((seats, weight / whole) for seats, weight in weights)
    assert sum(dots.values()) == DOTS
    assert set(dots) <= {seats for seats, _ in weights}


@given(chances, st.sampled_from([None, 61, 175]), st.sampled_from([328, 640]))
def test_dots_stand_in_the_picture_and_none_over_another(
    weights: list[tuple[int, int]], line: int | None, width: int
) -> None:
    whole = sum(weight for _, weight in weights)
    given_chances = tuple((n, w / whole) for n, w in weights)
    row = SeatRow(id="a", name="A", figure="a", chances=given_chances, told="told")
    data = SeatChances(rows=(row,), axis="seats", line=line, line_label="line")
    view = seats_view(data, look(width=width))
    dots = [dot for name in ("short", "enough", "out") for dot in view["datasets"].get(name, [])]
    assert len(dots) == DOTS
    assert len({(dot["x"], dot["y"]) for dot in dots}) == DOTS
    assert all(0 <= dot["x"] <= width and 0 <= dot["y"] <= view["height"] for dot in dots)
    size = next(
        one["mark"]["size"]
        for one in view["layer"]
        if one["data"]["name"] in view["datasets"] and one["mark"]["type"] == "point"
    )
    assert size**0.5 >= 5.9, "a dot can be counted on a phone"


def seats_of(chart_id: str) -> SeatChances:
    data = view_charts()[chart_id].data
    assert isinstance(data, SeatChances)
    return data


def test_dots_agree_with_the_chance_of_a_majority() -> None:
    data = seats_of("bloc-seats")
    for bloc in document().blocs:
        rows = tuple(one for one in data.rows if one.id == bloc.id)
        view = seats_view(replace(data, rows=rows), look())
        enough = view["datasets"].get("enough", [])
        assert len(enough) == round(DOTS * bloc.p_majority)
        assert all(dot["seats"] >= document().election.majority for dot in enough)


def test_elections_without_a_seat_are_hollow_dots() -> None:
    data = seats_of("list-seats")
    view = seats_view(data, look())
    out = len(view["datasets"]["out"])
    missed = [sum(p for n, p in row.chances if n == 0) for row in data.rows]
    assert out == sum(round(DOTS * p) for p in missed)
    hollow = next(one for one in view["layer"] if one["data"]["name"] == "out")
    assert hollow["mark"]["filled"] is False


@pytest.mark.parametrize("house", [5, 120, 249, 250])
def test_every_seat_has_a_place_of_its_own(house: int) -> None:
    view = hemicycle((house // 2, house - house // 2))
    seats = view["datasets"]["seats"]
    assert len(seats) == house
    assert len({(one["x"], one["y"]) for one in seats}) == house
    assert Counter(one["list"] for one in seats) == {"a": house // 2, "b": house - house // 2}
    assert max(one["x"] for one in seats if one["list"] == "a") <= 0.35


def test_large_house_is_drawn_as_wedges() -> None:
    view = hemicycle((100, 151))
    assert [(one["start"], one["end"]) for one in view["datasets"]["seats"]] == [
        (0, 100),
        (100, 251),
    ]
    assert view["layer"][0]["mark"]["type"] == "arc"


def hemicycle(seats: tuple[int, int]) -> dict[str, Any]:
    benches = tuple(Bench(id=k, name=k.upper(), seats=n) for k, n in zip("ab", seats, strict=True))
    data = Hemicycle(benches=benches, majority=sum(seats) // 2 + 1, majority_label="majority")
    return draw(replace(one_of("hemicycle"), data=data), look()).view


def test_could_and_would_are_50_dots_each() -> None:
    chart = one_of("coalitions")
    assert isinstance(chart.data, CouldWould)
    sets = draw(chart, look()).view["datasets"]
    asked = [one for one in chart.data.rows if one.could is not None]
    assert len(sets["could"]) + len(sets["not_could"]) == DOTS * len(asked)
    assert len(sets["could"]) == sum(round(DOTS * (one.could or 0)) for one in asked)
    assert len(sets["would"]) == sum(round(DOTS * (one.would or 0)) for one in chart.data.rows)


def test_bar_of_a_motion_holds_every_seat_once() -> None:
    chart = one_of("motion")
    view = draw(chart, look()).view
    bars = [bar for side in ("for", "open", "against") for bar in view["datasets"].get(side, [])]
    assert sum(bar["end"] - bar["start"] for bar in bars) == document().election.seats
    ends = sorted((bar["start"], bar["end"]) for bar in bars)
    assert all(one[1] == other[0] for one, other in pairwise(ends))


def test_needed_line_stands_at_its_seat() -> None:
    camps = tuple(
        Camp(position=p, label=p, benches=(Bench(id=p, name=p, seats=n),), seats=n)
        for p, n in (("support", 60), ("oppose", 60))
    )
    data = MotionSeats(camps=camps, needed=80, needed_label="needed: 80")
    view = draw(replace(one_of("motion"), data=data), look()).view
    assert [one["start"] for one in view["datasets"]["needed"]] == [80]


def test_trend_has_every_poll_and_ends_on_the_day() -> None:
    chart = view_charts()["trend-likud"]
    assert isinstance(chart.data, Trend)
    drawing = draw(chart, look())
    sets = drawing.view["datasets"]
    assert len(sets["polls_likud"]) == len(chart.data.polls)
    last = sets["trend_likud"]
    assert max(one["date"] for one in last) == str(document().as_of)
    assert len(drawing.notes) == len([one for one in sets["events"] if one["text"]])
    assert drawing.notes[0].startswith("1 ")


def test_words_at_the_right_edge_stand_apart() -> None:
    view = drawn("en")[-1].view
    shares = sorted(one["share"] for one in view["datasets"]["ends"])
    domain = view["layer"][0]["encoding"]["y"]["scale"]["domain"]
    line = (domain[1] - domain[0]) / view["height"] * 13
    assert all(high - low >= line for low, high in pairwise(shares))


def test_right_to_left_reads_from_the_right() -> None:
    for chart_id in ("list-seats", "could-would"):
        view = draw(view_charts("he")[chart_id], look("he")).view
        names = next(one for one in view["layer"] if one["data"]["name"] == "names")
        assert names["mark"]["align"] == "right"
    bar = draw(one_of("motion", "he"), look("he")).view["layer"][0]
    assert bar["encoding"]["x"]["scale"]["reverse"] is True
    time = draw(view_charts("he")["trend-likud"], look("he")).view["layer"][0]
    assert "reverse" not in time["encoding"]["y"]["scale"]


def test_files_know_no_variables() -> None:
    for one in drawn("en"):
        assert "var(" in json.dumps(one.spec)
        assert "var(" not in solid(json.dumps(one.spec))
