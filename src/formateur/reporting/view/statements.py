"""What the lists have said about governing with each other, and whose word stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from formateur.facts.statement import HEAD_OF_LARGEST
from formateur.language import Message, message, message_many
from formateur.reporting.figure_ids import figure
from formateur.reporting.rows import statements_against
from formateur.reporting.schema import GovernmentPart, StatementPart
from formateur.reporting.view.cells import EMPTY, name_cell
from formateur.reporting.view.records import Cell, Column, Piece, Row, Table
from formateur.reporting.view.words import Words

Against = tuple[StatementPart, str]
"""A statement, and the person without whom a coalition does not break it, or empty."""


def against_cell(words: Words, government: GovernmentPart) -> Cell:
    """Say whose word a coalition breaks: in short, and statement by statement."""
    found = statements_against(government, words.document)
    if not found:
        return EMPTY
    return Cell(
        text="; ".join(_in_short(words, found)),
        value=" ".join(said.id for said, _ in found),
        sources=tuple(said.source for said, _ in found),
        pieces=tuple(_piece(words, said, person) for said, person in found),
    )


def speakers_cell(words: Words, statements: Iterable[str]) -> Cell:
    """Say whose word a government goes against, by the ids of the statements."""
    known = {one.id: one for one in words.document.statements}
    found = [known[one] for one in statements if one in known]
    if not found:
        return EMPTY
    names = dict.fromkeys(words.called(one.by_name).text for one in found)
    return Cell(
        text=", ".join(words.language.isolated(name) for name in names),
        value=" ".join(one.id for one in found),
        sources=tuple(one.source for one in found),
        pieces=tuple(_piece(words, one, "") for one in found),
    )


def _in_short(words: Words, found: Iterable[Against]) -> Iterator[str]:
    """Say for every list what it would break first, and how much more."""
    by_list: dict[str, list[Against]] = {}
    for one in found:
        by_list.setdefault(one[0].by_name, []).append(one)
    for by, said in by_list.items():
        name, word = words.called(by).text, _word(words, *said[0])
        more = len(said) - 1
        yield words.language.tell(
            message_many(
                "{list} ({word}, and {count} more)",
                "{list} ({word}, and {count} more)",
                more,
                list=name,
                word=word,
            )
            if more
            else message("{list} ({word})", list=name, word=word)
        )


def _piece(words: Words, said: StatementPart, person: str) -> Piece:
    told = message(
        "{list}: {word}",
        list=words.called(said.by_name).text,
        word=_word(words, said, person),
    )
    return Piece(words.language.tell(told), figure("statement", said.id), sources=(said.source,))


def _word(words: Words, said: StatementPart, person: str) -> Message:
    if person:
        return message("not with {person}", person=words.called(person).text)
    return stance(words, said)


def stance(words: Words, said: StatementPart) -> Message:
    """Say what a list does, and to whom: ``excludes Shas``."""
    target = about(words, said)
    match said.stance:
        case "excludes":
            return message("excludes {target}", target=target)
        case "requires":
            return message("demands {target}", target=target)
        case "prefers":
            return message("prefers {target}", target=target)
        case "tolerates":
            return message("tolerates {target}", target=target)
        case "recommends":
            return message("recommends {target}", target=target)


def about(words: Words, said: StatementPart) -> str | Message:
    """Say whom or what a statement is about."""
    if said.about == "none":
        return message("nobody")
    if said.about == f"person:{HEAD_OF_LARGEST}":
        return message("the head of the largest list")
    return words.called(said.about_name).text


def firmness(words: Words, said: StatementPart) -> str:
    """Say how firm a statement is; empty where nobody has judged it."""
    known = {
        "categorical": words.say("categorical"),
        "conditional": words.say("conditional"),
        "hint": words.say("a hint"),
    }
    return known.get(said.firmness, said.firmness)


def statements_tables(words: Words) -> Iterator[Table]:
    """Tabulate the statements in force."""
    said = words.document.statements
    if not said:
        return
    yield Table(
        id="statements",
        folded=True,
        title=words.language.say_many(
            "What was said: {count} statement in force",
            "What was said: {count} statements in force",
            len(said),
        ),
        caption=words.say("Statements of the lists in force on the day"),
        columns=(
            Column(key="list", title=words.say("Who"), look="name"),
            Column(key="day", title=words.say("When"), look="day"),
            Column(key="stance", title=words.say("Stance")),
            Column(key="firmness", title=words.say("Firmness")),
            Column(key="summary", title=words.say("In words")),
        ),
        rows=tuple(Row(id=one.id, cells=_statement(words, one)) for one in said),
        first=len(said),
        brief=False,
    )


def _statement(words: Words, one: StatementPart) -> tuple[Cell, ...]:
    summary, note = words.called(one.summary), words.called(one.note)
    return (
        name_cell(words, one.by_name, one.by),
        Cell(text=words.language.short_day(one.date), value=one.date),
        Cell(text=words.language.tell(stance(words, one)), value=f"{one.stance} {one.about}"),
        Cell(text=firmness(words, one), value=one.firmness),
        Cell(
            text=summary.text,
            value=one.summary,
            figure=figure("statement", one.id),
            language=summary.language,
            sources=(one.source,),
            small=(note,) if note.text else (),
        ),
    )
