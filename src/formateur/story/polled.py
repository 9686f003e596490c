"""What the polls of a fortnight show: verdicts on what a story says of the polls themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from formateur.reporting.schema_account import PollPart
from formateur.story import rules
from formateur.story.claim import Figure, Ruling, Verdict, unknown
from formateur.story.folding import fold
from formateur.story.scene import Scene

FEWEST = 2
"""Polls of the fortnight below which nothing is said of "the polls"."""


def close(scene: Scene, pair: Sequence[str]) -> Verdict:
    """Judge that polls show a close race between two lists, or the first two."""
    polls = scene.polls()
    first, second = _pair(scene, polls, pair)
    leads = _leads(scene, polls, first, second)
    if len(leads) < FEWEST:
        return unknown(scene.gap or rules.POLLS_CLOSE)
    mean = sum(leads) / len(leads)
    ahead = sum(lead > 0 for lead in leads) / len(leads)
    behind = sum(lead < 0 for lead in leads) / len(leads)
    fits = abs(mean) < rules.CLOSE_GAP or max(ahead, behind) <= rules.CLOSE_HIGH
    return Verdict(
        "supported" if fits else "contradicted", rules.POLLS_CLOSE,
        _lead_figures(scene, first, second, leads), _sources(scene, polls),
    )  # fmt: skip


def leads(scene: Scene, list_id: str, other_id: str = "") -> Verdict:
    """Judge that a list leads in the polls, or is ahead of another in them."""
    polls = scene.polls()
    other = other_id or next((one for one in _order(scene, polls) if one != list_id), "")
    found = _leads(scene, polls, list_id, other)
    if len(found) < FEWEST:
        return unknown(scene.gap or rules.NO_SUBJECT)
    mean = sum(found) / len(found)
    behind = sum(lead < 0 for lead in found) / len(found)
    ruling: Ruling = "partly"
    if mean > 0:
        ruling = "supported"
    elif mean <= -rules.CLOSE_GAP or behind >= rules.CLOSE_HIGH:
        ruling = "contradicted"
    figures = _lead_figures(scene, list_id, other, found)
    return Verdict(ruling, rules.POLLS_LEAD, figures, _sources(scene, polls))


def amount(scene: Scene, list_id: str, claimed: float, unit: str, sentence: str) -> Verdict:
    """Judge a number that polls, or one poll whose house is named, are said to give a list.

    Parameters
    ----------
    unit
        ``seats`` or ``percent``.
    sentence
        May name the house or who paid for the poll; then only its polls count.
    """
    named = [one for one in scene.polls() if _is_named(one, sentence)]
    polls = named or scene.polls()
    printed = [(one, value) for one in polls if (value := _reading(one, list_id, unit)) is not None]
    if not printed:
        return unknown(scene.gap or rules.NO_SUBJECT)
    values = [value for _, value in printed]
    mean = sum(values) / len(values)
    slack = 0.5 if unit == "percent" else 0.0
    ruling: Ruling = "cannot-be-checked"
    if any(abs(value - claimed) <= slack for value in values) or abs(mean - claimed) <= 1:
        ruling = "supported"
    elif min(values) <= claimed <= max(values):
        ruling = "partly"
    elif not min(values) - 3 <= claimed <= max(values) + 3:
        ruling = "contradicted"
    what = f"{unit} of {scene.name(list_id)} in {len(values)} polls, mean (least to most)"
    shown = f"{mean:.1f} ({min(values):g} to {max(values):g})"
    figures = (Figure(what, shown, unit, scene.day),)
    return Verdict(
        ruling, rules.POLLS_NUMBER, figures, _sources(scene, [one for one, _ in printed])
    )


def majority(scene: Scene, blocs: Sequence[str], *, short: bool) -> Verdict:
    """Judge that polls show a majority of blocs, or each of them short of one."""
    if scene.document is None:
        return unknown(scene.gap)
    needed, polls = scene.document.election.majority, scene.polls()
    chances = []
    for bloc in (one for one in map(scene.bloc_part, blocs) if one is not None):
        sums = [
            sum(values)
            for poll in polls
            if (values := [_reading(poll, one, "seats") or 0 for one in bloc.lists])
            and poll.scale == "seats"
        ]
        if sums:
            chances.append((bloc.name, sum(seats >= needed for seats in sums) / len(sums), sums))
    if not chances:
        return unknown(rules.POLLS_MAJORITY)
    each = [rules.by_chance(1 - p if short else p) for _, p, _ in chances]
    ruling: Ruling = "partly"
    if len(set(each)) == 1:
        ruling = "supported" if each[0] == "supported" else each[0]
    elif short and "contradicted" in each:
        ruling = "contradicted"
    figures = tuple(
        Figure(
            f"seats of {name} in {len(sums)} polls, least to most",
            f"{min(sums):g}–{max(sums):g}",
            "seats",
            scene.day,
        )
        for name, _, sums in chances
    )
    return Verdict(ruling, rules.POLLS_MAJORITY, figures, _sources(scene, polls))


def can_tell_majority(scene: Scene) -> bool:
    """Whether polls of the fortnight print seats."""
    return any(one.scale == "seats" for one in scene.polls())


def _is_named(poll: PollPart, sentence: str) -> bool:
    """Whether the sentence names the house or the sponsor: "Channel 13's last poll"."""
    plain = fold(sentence).lower().replace("canal", "channel")
    names = [name for name in (poll.pollster, *re.split(r"[,&;/]| and ", poll.sponsor)) if name]
    return any(re.search(rf"\b{re.escape(fold(name).lower().strip())}\b", plain) for name in names)


def _reading(poll: PollPart, list_id: str, unit: str) -> float | None:
    cell = poll.readings.get(list_id, "")
    number = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", cell)
    if not number:
        return None
    in_percent = number[2] == "%" or poll.scale == "percent"
    return float(number[1]) if in_percent == (unit == "percent") else None


def _points(scene: Scene, poll: PollPart, list_id: str) -> float | None:
    """Return a reading in points of the vote; seats as their share of the house."""
    if poll.scale == "percent":
        return _reading(poll, list_id, "percent")
    seats = _reading(poll, list_id, "seats")
    if seats is None or scene.document is None:
        return None
    return 100 * seats / scene.document.election.seats


def _leads(scene: Scene, polls: Sequence[PollPart], first: str, second: str) -> list[float]:
    pairs = [(_points(scene, one, first), _points(scene, one, second)) for one in polls]
    return [a - b for a, b in pairs if a is not None and b is not None]


def _order(scene: Scene, polls: Sequence[PollPart]) -> list[str]:
    """Return the lists by their mean in the polls, the largest first."""
    lists = scene.document.lists if scene.document else []
    means = {}
    for one in lists:
        found = [v for poll in polls if (v := _points(scene, poll, one.id)) is not None]
        if found:
            means[one.id] = sum(found) / len(found)
    return sorted(means, key=lambda one: -means[one])


def _pair(scene: Scene, polls: Sequence[PollPart], pair: Sequence[str]) -> tuple[str, str]:
    if len(pair) == 2:
        return pair[0], pair[1]
    order = [*_order(scene, polls), "", ""]
    return order[0], order[1]


def _lead_figures(
    scene: Scene, first: str, second: str, leads: Sequence[float]
) -> tuple[Figure, ...]:
    mean = sum(leads) / len(leads)
    names = f"{scene.name(first)} over {scene.name(second)}"
    return (
        Figure(f"mean lead of {names} in {len(leads)} polls", round(mean, 1), "points", scene.day),
        Figure(
            f"polls with {scene.name(first)} ahead",
            f"{sum(x > 0 for x in leads)} of {len(leads)}",
            "",
            scene.day,
        ),
    )


def _sources(scene: Scene, polls: Sequence[PollPart]) -> tuple[str, ...]:
    return scene.source(poll.source for poll in polls)[:5]
