"""Why a government would form: the model of formations, and what the lists have said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from formateur.language import Message, message, message_many
from formateur.reporting.explain.figure_step import often
from formateur.reporting.explain.law import law_step
from formateur.reporting.explain.steps import Said, Step, list_name, name, noted, quoted, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.formation_schema import FormationPart, HeadChance
from formateur.reporting.schema import StatementPart
from formateur.reporting.view.statements import stance
from formateur.reporting.view.words import Words


def formation_steps(words: Words, lists: Sequence[str] = ()) -> Iterator[Step]:
    """Lead a chance of governments back: model of formations, seats, votes, polls."""
    if words.document.formation:
        yield _model_step(words, words.document.formation)
    yield law_step(words)
    yield from votes_steps(words, lists)


def _model_step(words: Words, formation: FormationPart) -> Step:
    told = words.document.statements
    return Step(
        id="formation",
        title=said(words, message("From seats to a government")),
        said=(
            *noted(words, "government"),
            said(words, message("Procedure: {name}.", name=name(words, formation.procedure))),
            *(said(words, words.written(one)) for one in formation.ground_messages),
            said(
                words,
                message_many(
                    "{count} statement of the lists is in force and counted.",
                    "{count} statements of the lists are in force and counted.",
                    len(told),
                ),
            ),
        ),
    )


def statements_steps(
    words: Words, figure: str, against: Iterable[str], favoured: Iterable[str] = ()
) -> Iterator[Step]:
    """Give the statements that speak against a government, and for it."""
    for way, title, ids in (
        ("against", message("What was said against it"), against),
        ("for", message("What was said for it"), favoured),
    ):
        known = {one.id: one for one in words.document.statements}
        found = [known[one] for one in dict.fromkeys(ids) if one in known]
        if found:
            told = tuple(one for statement in found for one in statement_said(words, statement))
            yield Step(f"{way}.{figure}", said(words, title), told)


def statement_said(words: Words, one: StatementPart) -> Iterator[Said]:
    """Say who said what of whom and when, and quote it."""
    yield said(
        words,
        message(
            "{list}, {day}: {stance}.",
            list=name(words, one.by_name),
            day=one.date,
            stance=stance(words, one),
        ),
        one.source,
    )
    yield from quoted(words, one.summary)


def together(words: Words, members: Iterable[str]) -> tuple[str, ...]:
    """Name the members of a coalition, to be put into a sentence."""
    named = _names_of_players(words)
    return tuple(named.get(one) or list_name(words, one) for one in members)


def _names_of_players(words: Words) -> dict[str, str]:
    """Return the names of lists, and of members of lists that may split."""
    formation = words.document.formation
    return {
        member: name(words, called)
        for one in (formation.governments if formation else [])
        for member, called in zip(one.members, one.names, strict=True)
    }


def lists_of(words: Words, members: Iterable[str]) -> tuple[str, ...]:
    """Return the lists that members of a coalition stand on, for what polls say of them."""
    formation, wanted = words.document.formation, set(members)
    known = {one.id for one in words.document.lists}
    for one in formation.governments if formation else ():
        if set(one.members) == wanted:
            return tuple(one.lists)
    return tuple(one for one in members if one in known)


def chances(words: Words, held: Iterable[HeadChance]) -> tuple[Message, ...]:
    """Tell heads of government with their chances."""
    return tuple(
        message(
            "{name} in {often}",
            name=name(words, one.name) if one.player else words.say("whoever holds it now"),
            often=often(words, one.p),
        )
        for one in held
    )
