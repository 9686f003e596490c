"""The scores of a forecast for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.evaluation.comparison import Comparison
from formateur.evaluation.score import Coverage, Quantity, Score
from formateur.language import Amount, Language, Message, message, message_many
from formateur.votes import model_in_words


def score_table(score: Score, language: Language) -> RenderableType:
    """Return scores as something that a console can print."""
    say = language.say
    title = language.say_many(
        "{election}: forecast as of {day} ({count} day before the vote) beside the result",
        "{election}: forecast as of {day} ({count} days before the vote) beside the result",
        score.days_to_election,
        election=score.election,
        day=score.day,
    )
    return Group(
        Text(title, style="bold"),
        Text(say("Votes by the {model}.", model=model_in_words(score.estimator)), style="dim"),
        Text(),
        _lists(score, language),
        Text(
            say(
                "Forecast: median and the range of 90 of 100 draws; * the result lies outside of "
                "it. off: median to result."
            ),
            style="dim",
        ),
        Text(),
        _totals(score, language),
        Text(),
        *(Text(language.tell(sentence)) for sentence in sentences(score)),
    )


def sentences(score: Score) -> Iterator[Message]:
    """Say who came first, who passed, who had a majority, and what is not scored."""
    names = {one.id: one.name for one in score.lists}
    yield message(
        "Most seats: {lists}; chance given: {chance}.",
        lists=tuple(names.get(one, one) for one in score.largest),
        chance=Amount(score.p_largest, 2),
    )
    if score.threshold:
        yield from _threshold(score)
    yield from _blocs(score)
    other = score.other
    yield message_many(
        "Not scored: the other lists together, {expected} expected, {share} and {count} seat won.",
        "Not scored: the other lists together, {expected} expected, {share} and {count} seats won.",
        other.seats,
        expected=Amount(other.expected / 100, 1, percent=True),
        share=Amount(other.share / 100, 1, percent=True),
    )
    if score.not_on_ballot:
        yield message(
            "Not scored, as not on the ballot: {lists}.", lists=tuple(score.not_on_ballot)
        )


def _blocs(score: Score) -> Iterator[Message]:
    for bloc in score.blocs:
        told = (
            message(
                "{bloc} had a majority ({seats} seats, {majority} needed); chance given: {chance}."
            )
            if bloc.majority
            else message(
                "{bloc} did not have a majority ({seats} seats, {majority} needed); chance given: "
                "{chance}."
            )
        )
        yield told.with_values(
            bloc=bloc.name,
            seats=round(bloc.seats.result),
            majority=score.majority,
            chance=Amount(bloc.p_majority, 2),
        )


def _threshold(score: Score) -> Iterator[Message]:
    places = len(f"{score.threshold:g}".partition(".")[2])
    yield message(
        "Threshold of {threshold}: Brier score {score}.",
        threshold=Amount(score.threshold / 100, places, percent=True),
        score=Amount(score.brier_threshold, 3),
    )
    for one in score.lists:
        if abs(one.p_threshold - one.passed) >= 0.01:
            told = (
                message("{list} passed; chance given to pass: {chance}.")
                if one.passed
                else message("{list} missed it; chance given to pass: {chance}.")
            )
            yield told.with_values(list=one.name, chance=Amount(one.p_threshold, 2))


def _lists(score: Score, language: Language) -> Table:
    say = language.say
    table = Table(box=None, pad_edge=False)
    table.add_column(say("List"))
    for quantity in (say("votes %"), say("seats")):
        for heading in (quantity, say("result"), say("off"), "CRPS"):
            table.add_column(heading, justify="right")
    for one in score.lists:
        table.add_row(one.name, *_cells(one.votes, 1, language), *_cells(one.seats, 0, language))
    return table


def _cells(one: Comparison, digits: int, language: Language) -> tuple[str, str, str, str]:
    span, number = one.nine_tenths, language.number
    mark = " " if span.holds(one.result) else "*"
    return (
        language.say(
            "{middle} ({span})",
            middle=number(one.median, digits),
            span=language.span(span.low, span.high, digits),
        ),
        f"{number(one.result, digits)}{mark}",
        number(one.error, digits),
        number(one.crps, 2),
    )


def _totals(score: Score, language: Language) -> Table:
    say = language.say
    table = Table(box=None, pad_edge=False)
    lists = len(score.lists)
    table.add_column(language.say_many("Over {count} list", "Over {count} lists", lists))
    for heading in ("MAE", "CRPS", say("in the 50 % ranges"), say("in the 90 % ranges")):
        table.add_column(heading, justify="right")
    rows: tuple[tuple[str, Quantity], ...] = (
        (say("votes, points"), "votes"),
        (say("seats"), "seats"),
    )
    for name, quantity in rows:
        table.add_row(
            name,
            language.number(score.mean_absolute_error(quantity), 2),
            language.number(score.crps(quantity), 2),
            _count(score.coverage(quantity, 50), language),
            _count(score.coverage(quantity, 90), language),
        )
    return table


def _count(coverage: Coverage, language: Language) -> str:
    return language.say(
        "{inside} of {lists} ({expected} expected)",
        inside=coverage.inside,
        lists=coverage.lists,
        expected=Amount(coverage.expected, 1),
    )
