"""Figures of blocs: seats and the chance of a majority."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message
from formateur.reporting.explain.figure_step import figure_step, often, ranges, settled
from formateur.reporting.explain.law import law_step
from formateur.reporting.explain.steps import Step, list_name, name, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.figure_ids import BLOC, FigureId
from formateur.reporting.schema import BlocPart
from formateur.reporting.view.words import Words


def bloc(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance of a bloc to have a majority, alone or with a list outside it, back."""
    bloc_id, _, other = asked.of.partition("+")
    one, document = _bloc(words, bloc_id), words.document
    p = one.p_majority_with[other] if other else one.p_majority
    named = name(words, one.name)
    majority = document.election.majority
    counted: str | Message = named
    if other:
        counted = message("{bloc} with {list}", bloc=named, list=list_name(words, other))
    told = settled(
        words,
        p,
        message("{bloc} has {majority} seats or more.", bloc=counted, majority=majority),
        message("{bloc} has fewer than {majority} seats.", bloc=counted, majority=majority),
        message(
            "{bloc} has {majority} seats or more in {often}.",
            bloc=counted,
            majority=majority,
            often=often(words, p),
        ),
    )
    title = message("Majority of {bloc}", bloc=counted)
    yield figure_step(words, asked, title, (said(words, told),))
    yield _members_step(words, one)
    yield law_step(words)
    yield from votes_steps(words, (*one.lists, *([other] if other else [])))


def bloc_seats(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the seats of a bloc back."""
    one = _bloc(words, asked.of.removeprefix(BLOC))
    title = message("Seats of {bloc}", bloc=name(words, one.name))
    told = message("{range} seats.", range=words.seats(one.seats))
    yield figure_step(words, asked, title, (said(words, told), *ranges(words)))
    yield _members_step(words, one)
    yield law_step(words)
    yield from votes_steps(words, one.lists)


def _members_step(words: Words, one: BlocPart) -> Step:
    told = message(
        "{bloc}: {lists}, as its source counts them.",
        bloc=name(words, one.name),
        lists=tuple(list_name(words, member) for member in one.lists),
    )
    title = message("Which lists are counted together")
    return Step(f"bloc-of.{one.id}", said(words, title), (said(words, told, one.source),))


def _bloc(words: Words, bloc_id: str) -> BlocPart:
    return next(one for one in words.document.blocs if one.id == bloc_id)
