"""The polls known on the day, with their weights, and why some are not used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.language import Message, message, message_many
from formateur.reporting.figure_ids import figure
from formateur.reporting.rows import heaviest_polls, used_polls
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.cells import EMPTY
from formateur.reporting.view.records import Cell, Column, Row, Sentence, Station, Table
from formateur.reporting.view.words import NOTHING, Words


def polls_station(words: Words) -> Station:
    """Tell which polls were used, with what weight, and which were not, and why."""
    return Station(
        id="polls",
        title=words.say("Polls"),
        tables=tuple(_tables(words)) if words.document.polls else (),
    )


def _tables(words: Words) -> Iterator[Table]:
    used, heaviest = used_polls(words.document), heaviest_polls(words.document)
    if heaviest:
        yield _heaviest(words, heaviest, used)
    yield _all(words)


def _heaviest(words: Words, shown: Sequence[PollPart], used: Sequence[PollPart]) -> Table:
    lists = [x for x in words.document.lists if any(x.id in poll.readings for poll in shown)]
    count = len(shown)
    title = (
        words.say("Polls used")
        if count == len(used)
        else words.language.say_many(
            "Polls used, the heaviest", "Polls used, the {count} heaviest", count
        )
    )
    return Table(
        id="polls-heaviest",
        title=title,
        caption=words.say(
            "Polls used, the heaviest first: percent, or seats where the poll gives seats"
        ),
        columns=(
            Column(key="pollster", title=words.say("pollster"), look="name"),
            Column(key="field", title=words.say("field"), look="day"),
            Column(key="weight", title=words.say("weight"), look="number"),
            *_of_lists(words, lists),
            Column(key="source", title=words.say("source"), look="sources"),
        ),
        rows=tuple(Row(id=one.id, cells=_short(words, one, lists)) for one in shown),
        first=count,
        notes=tuple(_others(words, shown, used)),
    )


def _of_lists(words: Words, lists: Sequence[ListPart], *, brief: bool = True) -> Iterator[Column]:
    for one in lists:
        title = words.called(one.name).text
        yield Column(key=one.id, title=title, look="number", brief=brief)


def _short(words: Words, poll: PollPart, lists: Sequence[ListPart]) -> tuple[Cell, ...]:
    end = poll.fieldwork_end
    return (
        pollster_cell(words, poll),
        Cell(text=words.language.day_in_table(end), value=end),
        _weight(words, poll),
        *_readings(words, poll, lists),
        Cell(text="", sources=(poll.source,)),
    )


def _weight(words: Words, poll: PollPart) -> Cell:
    return Cell(
        text=words.weight(poll.weight) if poll.used else NOTHING,
        value=poll.weight,
        figure=figure("poll", poll.id),
    )


def _readings(words: Words, poll: PollPart, lists: Sequence[ListPart]) -> Iterator[Cell]:
    for one in lists:
        printed = poll.readings.get(one.id, "")
        yield Cell(text=reading(words, printed), value=printed, figure=figure("poll", poll.id))


def reading(words: Words, printed: str) -> str:
    """Write what a poll prints of a list with the decimals that it prints."""
    try:
        value = float(printed)
    except ValueError:
        return printed
    return words.language.number(value, len(printed.partition(".")[2]))


def pollster_cell(words: Words, poll: PollPart) -> Cell:
    """Name who asked, and for whom."""
    house, sponsor = words.called(poll.pollster), words.called(poll.sponsor)
    return Cell(
        text=house.text,
        value=poll.pollster,
        language=house.language,
        small=(sponsor,) if sponsor.text else (),
    )


def _others(
    words: Words, shown: Sequence[PollPart], used: Sequence[PollPart]
) -> Iterator[Sentence]:
    rest = len(used) - len(shown)
    if rest:
        weight = words.weight(1.0 - sum(poll.weight for poll in shown))
        yield words.told(
            message_many(
                "{count} more weighs {weight}; `formateur polls` shows it too.",
                "{count} more weigh {weight} together; `formateur polls` shows them all.",
                rest,
                weight=weight,
            )
        )


def _all(words: Words) -> Table:
    document = words.document
    read = {one for poll in document.polls for one in poll.readings}
    lists = [one for one in document.lists if one.id in read]
    count = len(document.polls)
    return Table(
        id="polls",
        title=words.language.say_many(
            "{count} poll known on the day", "All {count} polls known on the day", count
        ),
        caption=words.say(
            "Polls known on the day, newest first: percent, or seats where the poll gives seats"
        ),
        columns=(
            Column(key="field", title=words.say("field"), look="day"),
            Column(key="pollster", title=words.say("pollster"), look="name"),
            Column(key="published", title=words.say("published"), look="day", brief=False),
            Column(key="sample", title=words.say("asked"), look="number", brief=False),
            Column(key="scale", title=words.say("printed in")),
            *_of_lists(words, lists, brief=False),
            Column(key="others", title=words.say("other lists"), brief=False),
            Column(key="printed", title=words.say("printed"), wide=False),
            Column(key="used", title=words.say("used")),
            Column(key="weight", title=words.say("weight"), look="number"),
            Column(key="surprise", title=words.say("surprise"), look="number"),
            Column(key="source", title=words.say("source"), look="sources", brief=False),
        ),
        rows=tuple(Row(id=one.id, cells=_full(words, one, lists)) for one in document.polls),
        first=count,
        brief=False,
    )


def _full(words: Words, poll: PollPart, lists: Sequence[ListPart]) -> tuple[Cell, ...]:
    own = {one.id for one in lists}
    others = {one: printed for one, printed in poll.readings.items() if one not in own}
    return (
        Cell(text=_field(words, poll), value=poll.fieldwork_end),
        pollster_cell(words, poll),
        Cell(text=words.language.short_day(poll.published), value=poll.published)
        if poll.published
        else EMPTY,
        Cell(text=words.language.number(poll.sample_size), value=poll.sample_size)
        if poll.sample_size
        else EMPTY,
        Cell(text=_scale(words, poll), value=poll.scale),
        *_readings(words, poll, lists),
        _printed(words, others),
        _printed(words, poll.readings),
        _used(words, poll),
        _weight(words, poll),
        _surprise(words, poll),
        Cell(text="", sources=(poll.source,)),
    )


def _scale(words: Words, poll: PollPart) -> str:
    if poll.kind == "exit":
        return words.say("seats, exit poll" if poll.scale == "seats" else "percent, exit poll")
    return words.say("seats") if poll.scale == "seats" else words.say("percent")


def _printed(words: Words, readings: dict[str, str]) -> Cell:
    told = [
        words.language.tell(
            message(
                "{list} {figure}",
                list=words.called(words.list_name(one)).text,
                figure=reading(words, printed),
            )
        )
        for one, printed in readings.items()
    ]
    return Cell(text=", ".join(told))


def _used(words: Words, poll: PollPart) -> Cell:
    note = words.called(poll.note)
    reason = words.language.tell(words.written(poll.reason_message))
    told: Message = message("yes") if poll.used else message("no: {reason}", reason=reason)
    return Cell(
        text=words.language.tell(told),
        value=poll.used,
        small=(note,) if note.text else (),
    )


def _surprise(words: Words, poll: PollPart) -> Cell:
    if poll.surprise is None:
        return EMPTY
    return Cell(
        text=words.language.number(poll.surprise, 1),
        value=poll.surprise,
        figure=figure("poll", poll.id),
    )


def _field(words: Words, poll: PollPart) -> str:
    first, last = poll.fieldwork_start, poll.fieldwork_end
    if first is None or first == last:
        return words.language.short_day(last)
    return words.language.say(
        "{first} to {last}",
        first=words.language.short_day(first),
        last=words.language.short_day(last),
    )
