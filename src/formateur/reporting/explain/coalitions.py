"""Figures of coalitions: could, would, and the seats above the majority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from formateur.language import message
from formateur.reporting.explain.figure_step import Way, figure_step, often, settled
from formateur.reporting.explain.formation import (
    chances,
    formation_steps,
    lists_of,
    statements_steps,
    together,
)
from formateur.reporting.explain.formed import no_government
from formateur.reporting.explain.law import law_step
from formateur.reporting.explain.steps import Said, Step, said
from formateur.reporting.explain.votes import votes_steps
from formateur.reporting.figure_ids import FigureId
from formateur.reporting.formation_schema import WouldPart
from formateur.reporting.schema import GovernmentPart
from formateur.reporting.view.words import Words


def could(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance of a coalition to have a majority back."""
    members = asked.of.split("+")
    listed, formed = _listed(words, members), _formed(words, members)
    p = listed.p_could if listed else formed.p_could if formed else 0.0
    majority = words.document.election.majority
    told = settled(
        words,
        p,
        message("Together they have {majority} seats or more.", majority=majority),
        message("Together they have fewer than {majority} seats.", majority=majority),
        message(
            "Together they have {majority} seats or more in {often}.",
            majority=majority,
            often=often(words, p),
        ),
    )
    title = message("Could govern: {lists}", lists=together(words, members))
    beside = message("That they have the seats does not say that they would govern.")
    yield figure_step(words, asked, title, (said(words, told), said(words, beside)))
    yield law_step(words)
    yield from votes_steps(words, lists_of(words, members))


def surplus(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the seats of a coalition above the majority back."""
    members = asked.of.split("+")
    told = [
        message(
            "Together they have {surplus} seats above the {majority} of a majority.",
            surplus=words.surplus(one.surplus),
            majority=words.document.election.majority,
        )
        for one in (_listed(words, members),)
        if one
    ]
    title = message("Over or short: {lists}", lists=together(words, members))
    yield figure_step(words, asked, title, (said(words, one) for one in told))
    yield law_step(words)
    yield from votes_steps(words, lists_of(words, members))


def would(words: Words, asked: FigureId) -> Iterator[Step]:
    """Lead the chance of a government to form, or of none, back."""
    if asked.of == "none":
        yield from no_government(words, asked)
        return
    members = asked.of.split("+")
    listed, formed = _listed(words, members), _formed(words, members)
    p = formed.p_would if formed else (listed.p_would if listed else None) or 0.0
    lists = together(words, members)
    told = message(
        "They form a government before the next election in {often}.",
        often=often(words, p),
    )
    title = message("Would govern: {lists}", lists=lists)
    heads = _heads(words, formed) if formed else ()
    yield figure_step(words, asked, title, (said(words, told), *heads))
    blocks = [one.statement for one in listed.blocked_by] if listed else []
    against = formed.against if formed else blocks
    yield from statements_steps(words, str(asked), against, formed.favoured if formed else ())
    yield from formation_steps(words, lists_of(words, members))


def _heads(words: Words, formed: WouldPart) -> Iterator[Said]:
    if formed.heads:
        told = message("Under {heads}.", heads=chances(words, formed.heads))
        yield said(words, told)


def _listed(words: Words, members: list[str]) -> GovernmentPart | None:
    found = (one for one in words.document.governments if set(one.lists) == set(members))
    return next(found, None)


def _formed(words: Words, members: list[str]) -> WouldPart | None:
    formation = words.document.formation
    found = (one for one in (formation.governments if formation else ()))
    return next((one for one in found if set(one.members) == set(members)), None)


WAYS: Mapping[str, Way] = MappingProxyType({"could": could, "would": would, "surplus": surplus})
"""By kind of figure."""
