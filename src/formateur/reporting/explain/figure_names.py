"""Which figures a forecast has, by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from formateur.errors import UsageError
from formateur.reporting.figure_ids import (
    BLOC,
    FigureId,
    Kind,
    figure,
    figure_at,
    parse_figure,
)
from formateur.reporting.schema import ForecastDocument

NEAR = 5
"""Names that are offered in the place of an unknown one."""

MEMBERS: tuple[Kind, ...] = ("could", "would", "surplus")
"""Figures of coalitions: the order of the members does not matter."""


def figure_names(document: ForecastDocument) -> dict[Kind, tuple[str, ...]]:
    """Return the names of all figures of a forecast that can be explained, by kind."""
    found: dict[Kind, dict[str, None]] = {}
    for parts in (_of_lists, _of_polls, _of_blocs, _of_coalitions, _of_formation, _of_facts):
        for name in parts(document):
            found.setdefault(parse_figure(name).kind, {})[name] = None
    return {kind: tuple(names) for kind, names in found.items()}


def find_figure(document: ForecastDocument, name: str) -> FigureId:
    """Return the figure of a name; members of a coalition may come in any order.

    Raises
    ------
    UsageError
        When there is no such figure; the message offers near names.
    """
    return pick_figure(figure_names(document), name, document)


def pick_figure(
    names: Mapping[Kind, Sequence[str]], name: str, document: ForecastDocument
) -> FigureId:
    """Return the figure of a name, as `find_figure`, from the names that the document has."""
    asked = parse_figure(name)
    known = names.get(asked.kind, ())
    if name in known:
        return asked
    if asked.kind in MEMBERS:
        members = frozenset(asked.of.split("+"))
        for one in known:
            same = parse_figure(one)
            if frozenset(same.of.split("+")) == members:
                return same
    near = get_close_matches(name, known, n=NEAR, cutoff=0.0)
    day = document.as_of
    told = f"Near: {', '.join(near)}. " if near else ""
    raise UsageError(
        f"{name!r} is not a figure of {document.election.id} as of {day}. {told}"
        f"`formateur explain {document.election.id} --as-of {day}` lists all figures."
    )


def _of_lists(document: ForecastDocument) -> Iterator[str]:
    kinds: tuple[Kind, ...] = ("votes", "seats", "threshold", "largest")
    for kind in kinds:
        yield from (figure(kind, one.id) for one in document.lists)
    yield from (figure("unsure", one.id) for one in document.lists if one.uncertainty)
    yield from (figure("trend", one.list) for one in document.trend if one.points)
    yield from (figure("order", one.first, one.second) for one in document.order)


def _of_polls(document: ForecastDocument) -> Iterator[str]:
    yield from (figure_at("house", one.list, one.pollster) for one in document.houses)
    yield from (figure("pollster", one.pollster) for one in document.pollsters)
    yield from (figure("poll", one.id) for one in document.polls)


def _of_blocs(document: ForecastDocument) -> Iterator[str]:
    for bloc in document.blocs:
        yield figure("seats", f"{BLOC}{bloc.id}")
        yield figure("bloc", bloc.id)
        yield from (figure("bloc", bloc.id, one) for one in bloc.p_majority_with)


def _of_coalitions(document: ForecastDocument) -> Iterator[str]:
    formation = document.formation
    formed = formation.governments if formation else []
    for one in formed:
        yield figure("would", *one.members)
        yield figure("could", *one.members)
    for other in document.governments:
        if other.p_would is not None:
            yield figure("would", *_as_known(other.lists, [one.members for one in formed]))
        yield figure("could", *_as_known(other.lists, [one.members for one in formed]))
        yield figure("surplus", *other.lists)


def _as_known(members: list[str], known: list[list[str]]) -> list[str]:
    """Return the members in the order in which the same coalition was named before."""
    return next((one for one in known if set(one) == set(members)), members)


def _of_formation(document: ForecastDocument) -> Iterator[str]:
    formation = document.formation
    if formation is None:
        return
    yield figure("would", "none")
    yield from (figure("head", one.player) for one in formation.heads if one.player)
    yield from (figure("first", one.player) for one in formation.first if one.player)
    yield from (figure("formation", one) for one in ("days", "minority", "repeat"))
    yield from (figure("office", one.date.isoformat()) for one in formation.office)
    yield from (figure("power", one.list) for one in formation.power)


def _of_facts(document: ForecastDocument) -> Iterator[str]:
    yield from (figure("statement", one.id) for one in document.statements)
    for motion in document.motions:
        yield figure("motion", motion.id)
        yield from (figure_at("position", motion.id, one.list) for one in motion.positions)
    yield from (figure("event", one.id) for one in document.events)
    yield from (figure("law", one) for one in ("threshold", "majority", "seats"))
