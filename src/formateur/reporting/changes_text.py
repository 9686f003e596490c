"""What changed between two days, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Language, Message, message, message_many
from formateur.reporting.changes_schema import ChangesDocument, Pair, StepPart
from formateur.reporting.citations import source_lines
from formateur.reporting.layout import Cite, heading, sources_section, table_of
from formateur.reporting.view.distance import distance
from formateur.reporting.view.wording import NOTHING, Wording
from formateur.votes import model_in_words

LEAST = 0.02
"""A chance that changed by less than one of 50 is not told."""

POLL_ROWS = 10
"""New polls shown, those that moved most; the other forms list them all."""

TOLD = 0.05
"""Points under which a move is not told."""

Cause = tuple[str, Mapping[str, float]]


def render_changes_text(document: ChangesDocument, language: Language) -> RenderableType:
    """Return what changed as something that a console can print."""
    cite, words = Cite(), Wording(language, document.names)
    return Group(
        *_opening(document, words),
        Text(),
        *(Text(language.tell(one)) for one in _chances(document, words)),
        *_lists(document, words),
        *_polls(document, words, cite),
        *_notes(document, words),
        *sources_section(cite, source_lines(document.sources, language), words.say("Sources")),
    )


def _opening(document: ChangesDocument, words: Wording) -> Iterator[RenderableType]:
    say = words.language.say
    title = say(
        "{election}: from {first} to {last}",
        election=words.called(document.name).text,
        first=words.language.day(document.first),
        last=words.language.day(document.last),
    )
    basis = (
        words.language.tell(distance(document.days_to_election)),
        words.language.tell(model_in_words(document.estimator)),
        words.language.say_many("{count} draw", "{count} draws", document.draws),
        say("runs {before} and {after}", before=document.run_before, after=document.run_after),
    )
    yield Text(title, style="bold")
    yield Text(" · ".join(basis), style="dim")


def _chances(document: ChangesDocument, words: Wording) -> Iterator[Message]:
    largest = _changed(words, ((one.name, one.p_largest) for one in document.lists))
    if largest:
        yield message("Most seats: {changes}.", changes=largest)
    blocs = _changed(words, ((one.name, one.p_majority) for one in document.blocs))
    if blocs:
        yield message(
            "A majority of {majority}: {changes}.", majority=document.majority, changes=blocs
        )
    passed = _changed(words, ((one.name, one.p_threshold) for one in document.lists))
    if passed:
        yield message("Above the threshold: {changes}.", changes=passed)


def _changed(words: Wording, pairs: Iterable[tuple[str, Pair]]) -> tuple[Message, ...]:
    return tuple(
        message(
            "{name} {before} → {after}",
            name=words.called(name).text,
            before=words.language.of_50(pair.before),
            after=words.language.of_50(pair.after),
        )
        for name, pair in pairs
        if abs(pair.after - pair.before) >= LEAST
    )


def _lists(document: ChangesDocument, words: Wording) -> Iterator[RenderableType]:
    say, causes = words.say, _causes(document, words)
    yield from heading(say("Votes and seats, and what moved the votes"))
    table = table_of(
        (say("List"), "left"),
        (say("votes before"), "right"),
        (say("after"), "right"),
        (say("change"), "right"),
        *((title, "right") for title, _ in causes),
        (say("seats before"), "right"),
        (say("after"), "right"),
        (say("change"), "right"),
    )
    for one in document.lists:
        table.add_row(
            words.called(one.name).text,
            words.shares(one.votes.before) if one.votes.before else NOTHING,
            words.shares(one.votes.after) if one.votes.after else NOTHING,
            words.points(one.votes.change),
            *(words.points(points.get(one.id, 0.0)) for _, points in causes),
            words.seats(one.seats.before) if one.seats.before else NOTHING,
            words.seats(one.seats.after) if one.seats.after else NOTHING,
            words.points(one.seats.change),
        )
    yield table
    for note in _how_to_read(words, causes):
        yield Text(note, style="dim")


def _how_to_read(words: Wording, causes: list[Cause]) -> Iterator[str]:
    yield words.say(
        "Votes in percent, middle and range of 90 of 100; changes in points and seats, of means."
    )
    if words.say("previous result") in dict(causes):
        yield words.say(
            "The previous result is counted in with the polls, and pulls the less the more they "
            "tell."
        )


def _causes(document: ChangesDocument, words: Wording) -> list[Cause]:
    """Return what moved the votes: a title, and points by list; they add up to the change."""
    sums = {
        cause: _sum(step.votes for step in document.steps if step.cause == cause)
        for cause in ("days", "facts", "poll")
    }
    pulled = _sum(step.previous for step in document.steps if step.cause == "poll")
    causes = [(words.say("days nearer"), sums["days"]), (words.say("other facts"), sums["facts"])]
    if any(abs(points) >= TOLD for points in pulled.values()):
        causes.append((words.say("previous result"), pulled))
        sums["poll"] = {one: points - pulled[one] for one, points in sums["poll"].items()}
    return [*causes, (words.say("new polls"), sums["poll"])]


def _sum(moves: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for move in moves:
        for one, points in move.items():
            total[one] = total.get(one, 0.0) + points
    return total


def _polls(document: ChangesDocument, words: Wording, cite: Cite) -> Iterator[RenderableType]:
    fresh = [step for step in document.steps if step.cause == "poll"]
    yield from heading(words.say("New polls"))
    if not fresh:
        yield Text(words.say("None."))
        return
    moved = sorted(fresh, key=_size, reverse=True)[:POLL_ROWS]
    names = {one.id: words.called(one.name).text for one in document.lists}
    table = table_of(
        (words.say("pollster"), "left"),
        (words.say("field"), "left"),
        (words.say("weight"), "right"),
        (words.say("moved, in points"), "left"),
        ("", "left"),
    )
    for step in (step for step in fresh if step in moved):
        end = step.fieldwork_end
        field = words.language.day_in_table(end) if end else ""
        source = cite(step.source) if step.source else ""
        told = _moves(step.votes, names, words)
        table.add_row(step.pollster, field, words.weight(step.weight), told, source)
    yield table
    for note in _weights(document, words, len(fresh) - len(moved)):
        yield Text(words.language.tell(note), style="dim")


def _weights(document: ChangesDocument, words: Wording, rest: int) -> Iterator[Message]:
    if rest:
        yield message_many("{count} more moved less.", "{count} more moved less.", rest)
    yield message(
        "The polls known before weigh {weight} in the later forecast.",
        weight=words.weight(document.weight_of_earlier_polls),
    )


def _size(step: StepPart) -> float:
    return sum(abs(points) for points in step.votes.values())


def _moves(votes: Mapping[str, float], names: Mapping[str, str], words: Wording) -> str:
    largest = sorted(votes.items(), key=lambda pair: -abs(pair[1]))[:4]
    told = [
        words.language.say("{list} {points}", list=names[one], points=words.points(points))
        for one, points in largest
        if abs(points) >= TOLD
    ]
    return ", ".join(told) or words.say("nothing by a tenth of a point")


def _notes(document: ChangesDocument, words: Wording) -> Iterator[RenderableType]:
    yield from heading(words.say("What to know"))
    for note in document.messages:
        yield Text(f"· {words.language.tell(words.written(note))}")
