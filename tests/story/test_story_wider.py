"""Rules that read further: clauses, counts of votes, ages of events, datelines, margins."""

from __future__ import annotations

from datetime import date

import pytest
from story_cases import elections, line, scene

from formateur.story.attribution import attributed
from formateur.story.claims.find import claims_of
from formateur.story.dates import named_days
from formateur.story.dating import dateline
from formateur.story.gazetteer import gazetteer
from formateur.story.past_clues import dated, since
from formateur.story.sentences import split, without_dateline
from formateur.story.tongue import Tongue

KNESSET_2021 = ("il-2021", "2021-06-14")
RIKSDAG_2022 = ("se-2022", "2022-10-17")


def found(text: str, where: tuple[str, str], before: str = "") -> list[tuple[str, str]]:
    tongue: Tongue = "es" if where[0].startswith("se") else "en"
    place = scene(*where, tongue, bare=True)
    return [(one.kind, one.verdict.ruling) for one in claims_of(line(text, place, before))]


@pytest.mark.parametrize(
    ("text", "where", "claim"),
    [
        ("Parliament approved the new government on Sunday by 60 votes to 59.", KNESSET_2021,
         ("event", "supported")),
        ("Parliament approved the new government on Sunday by 70 votes to 40.", KNESSET_2021,
         ("event", "contradicted")),
        ("The Knesset was dissolved 79 days ago.", ("il-2020", "2020-02-29"),
         ("time", "supported")),
        ("The Knesset was dissolved 30 days ago.", ("il-2020", "2020-02-29"),
         ("time", "contradicted")),
        ("El bloque de la derecha ganó por tres escaños.", RIKSDAG_2022,
         ("outcome", "supported")),
        ("El bloque de la derecha ganó por nueve escaños.", RIKSDAG_2022,
         ("outcome", "contradicted")),
        ("Los Moderados quedaron segundos.", RIKSDAG_2022, ("outcome", "contradicted")),
        ("Kristersson cierra tres meses de negociaciones.", RIKSDAG_2022,
         ("time", "contradicted")),
        ("One in ten voters is undecided.", ("il-2020", "2020-02-29"),
         ("race", "cannot-be-checked")),
        ("Lapid will replace Bennett in two years.", KNESSET_2021,
         ("government", "cannot-be-checked")),
    ],
)  # fmt: skip
def test_a_sentence_is_read_further(
    text: str, where: tuple[str, str], claim: tuple[str, str]
) -> None:
    assert claim in found(text, where)


def test_a_sentence_may_tell_two_events() -> None:
    text = (
        "On January 28 the US president presented his peace plan, and Netanyahu was indicted in "
        "court on the same day."
    )
    assert found(text, ("il-2020", "2020-02-29")) == [("event", "supported")] * 2


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("JERUSALEM (Gulf & Levant Agency), Saturday, Feb. 29, 2020 — Israelis vote.",
         "Israelis vote."),
        ("Estocolmo, 15 ago 2018 (Crónica).- Faltan días.", "Faltan días."),
        ("Israel voted on April 9, 2019. Then it voted again.",
         "Israel voted on April 9, 2019. Then it voted again."),
    ],
)  # fmt: skip
def test_a_dateline_is_no_claim(text: str, rest: str) -> None:
    assert without_dateline(text) == rest


def test_a_dateline_may_name_agency_and_weekday() -> None:
    lines = ["A headline", "TEL AVIV (Corresponsal), miércoles 12 de febrero de 2020. Faltan días."]
    named = dateline(lines, [])
    assert named is not None
    assert (named.day, named.month, named.year) == (12, 2, 2020)


@pytest.mark.parametrize(
    ("text", "day"),
    [("29.02.2020", (29, 2, 2020)), ("02/29/2020", (29, 2, 2020)), ("02/03/2020", None)],
)
def test_a_date_in_figures_is_read_where_it_is_plain(
    text: str, day: tuple[int, int, int] | None
) -> None:
    days = [(one.day, one.month, one.year) for one in named_days(text)]
    assert days == ([day] if day else [])


def test_days_since_a_vote_and_its_date_tell_the_election() -> None:
    own = [one for one in elections() if one.country == "il"]
    vote = next(one for one in own if one.id == "il-2021")
    text = "82 days after the election of march 23"
    (clue,) = since(text)
    assert clue.weigh(vote, date(2021, 6, 13)) > clue.weigh(vote, date(2021, 6, 14))
    (held,) = dated(text, named_days(text), own)
    assert held.weigh(vote, vote.date) > 0


def test_an_english_ago_ends_a_sentence() -> None:
    assert len(split(["It was dissolved 79 days ago. On Monday it met."])) == 2


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        ('"We are tired," sighed Hadas Mor, a nurse.', "Hadas Mor", ""),
        ("The race is close, the newspaper Skanska Bladet reported.", "", "Skanska Bladet"),
    ],
)
def test_speakers_and_outlets_are_known_by_what_they_do(
    text: str, speaker: str, outlet: str
) -> None:
    names = gazetteer(next(one for one in elections() if one.id == "il-2020"))
    assert attributed(text, names) == (speaker, outlet)
