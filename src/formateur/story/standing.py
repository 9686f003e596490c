"""How the race stands on a day: verdicts on lists and blocs from the forecast."""

from __future__ import annotations

from collections.abc import Sequence

from formateur.reporting.record import Spread
from formateur.reporting.schema import BlocPart, ForecastDocument, ListPart
from formateur.story import rules
from formateur.story.claim import Figure, Ruling, Verdict, unknown
from formateur.story.rules import by_chance
from formateur.story.scene import Scene


def close(scene: Scene, pair: Sequence[str]) -> Verdict:
    """Judge that a race is close, between the leading two or two named lists."""
    if scene.document is None:
        return unknown(scene.gap)
    first, second = _leaders(scene.document)
    named = [one for one in (scene.list_part(id_) for id_ in pair) if one is not None]
    if len(named) == 2 and {one.id for one in named} != {first.id, second.id}:
        gap = abs(named[0].votes.q50 - named[1].votes.q50)
        return Verdict(
            _by_gap(gap), rules.CLOSE_PAIR, _medians(scene, named), scene.forecast_source()
        )
    gap = abs(first.votes.q50 - second.votes.q50)
    fits = rules.CLOSE_LOW <= first.p_largest <= rules.CLOSE_HIGH or gap < rules.CLOSE_GAP
    figures = (_largest(scene, first), *_medians(scene, [first, second]))
    return Verdict(
        "supported" if fits else "contradicted", rules.CLOSE, figures, scene.forecast_source()
    )


def close_blocs(scene: Scene, instead: Verdict | None = None) -> Verdict:
    """Judge that two blocs are level: the two that have no list in common and most seats.

    Parameters
    ----------
    instead
        The verdict on the lists, where neither lists nor blocs are named: it stands unless the
        blocs are closer.
    """
    rivals = _rivals(scene)
    if scene.document is None or rivals is None:
        return instead or unknown(scene.gap or rules.NO_SUBJECT)
    gap = abs(rivals[0].seats.q50 - rivals[1].seats.q50) * 100 / scene.document.election.seats
    open_ = any(rules.CLOSE_LOW <= one.p_majority <= rules.CLOSE_HIGH for one in rivals)
    ruling: Ruling = "supported" if open_ else _by_gap(gap)
    figures = tuple(_spread(scene, one.name, "seats", one.seats) for one in rivals)
    if instead is not None:
        figures = (*instead.figures, *figures)
    return Verdict(ruling, rules.CLOSE_PAIR, figures, scene.forecast_source())


def clear(scene: Scene, list_id: str) -> Verdict:
    """Judge that a list leads clearly."""
    one = scene.list_part(list_id)
    if scene.document is None or one is None:
        return unknown(scene.gap or rules.NO_SUBJECT)
    first, second = _leaders(scene.document)
    rival = second if one.id == first.id else first
    ahead = one.votes.q50 - rival.votes.q50
    ruling: Ruling = "partly"
    if one.p_largest >= 0.9 and ahead >= 4:
        ruling = "supported"
    elif one.p_largest <= rules.CLOSE_HIGH or ahead < rules.CLOSE_GAP:
        ruling = "contradicted"
    figures = (_largest(scene, one), *_medians(scene, [one, rival]))
    return Verdict(ruling, rules.CLEAR, figures, scene.forecast_source())


def leads(scene: Scene, list_id: str, other_id: str = "") -> Verdict:
    """Judge that a list leads, or is ahead of another."""
    one, other = scene.list_part(list_id), scene.list_part(other_id)
    if scene.document is None or one is None or (other_id and other is None):
        return unknown(scene.gap or rules.NO_SUBJECT)
    first, second = _leaders(scene.document)
    if other is not None and {one.id, other.id} != {first.id, second.id}:
        ahead = one.votes.mean - other.votes.mean
        ruling: Ruling = "supported" if ahead > 0 else "contradicted" if ahead <= -2 else "partly"
        return Verdict(
            ruling, rules.LEADS_PAIR, _medians(scene, [one, other]), scene.forecast_source()
        )
    rival = second if one.id == first.id else first
    ruling = "partly"
    if one.votes.mean > rival.votes.mean and one.p_largest >= rules.EVEN:
        ruling = "supported"
    elif rival.p_largest >= rules.CLOSE_HIGH or one.p_largest < 0.05:
        ruling = "contradicted"
    figures = (_largest(scene, one), *_medians(scene, [one, rival]))
    return Verdict(ruling, rules.LEADS, figures, scene.forecast_source())


def rank(scene: Scene, list_id: str, place: int) -> Verdict:
    """Judge that a list comes second, third and so on."""
    one = scene.list_part(list_id)
    if scene.document is None or one is None or place > len(scene.document.lists):
        return unknown(scene.gap or rules.NO_SUBJECT)
    order = [each.id for each in scene.document.lists]
    holder = scene.document.lists[place - 1]
    near = abs(one.votes.mean - holder.votes.mean) < rules.CLOSE_GAP
    ruling: Ruling = "supported" if holder.id == one.id else "partly" if near else "contradicted"
    place_of = Figure(
        f"place of {one.name} in expected seats", order.index(one.id) + 1, "", scene.day
    )
    figures = (place_of, *_medians(scene, [one, holder]))
    return Verdict(ruling, rules.RANK, figures, scene.forecast_source())


def amount(scene: Scene, name: str, spread: Spread, claimed: float, unit: str) -> Verdict:
    """Judge a number of seats or percent against its spread."""
    ruling: Ruling = "contradicted"
    if spread.q25 <= claimed <= spread.q75 or abs(claimed - spread.q50) <= 1:
        ruling = "supported"
    elif spread.q05 <= claimed <= spread.q95:
        ruling = "partly"
    figures = (_spread(scene, name, unit, spread),)
    return Verdict(ruling, rules.SEATS, figures, scene.forecast_source())


def majority(
    scene: Scene, blocs: Sequence[str], lists: Sequence[str], *, short: bool, sure: bool = False
) -> Verdict:
    """Judge that blocs or lists have a majority, or each of them is short of one.

    Parameters
    ----------
    blocs, lists
        Ids; where there are several, what is said must hold of each.
    sure
        Whether it is said only that none is sure of one.
    """
    if scene.document is None:
        return unknown(scene.gap)
    chances = [(b.name, b.p_majority) for b in map(scene.bloc_part, blocs) if b is not None]
    needed = scene.document.election.majority
    chances += [
        (one.name, sum(c.p for c in one.seat_chances if c.seats >= needed))
        for one in map(scene.list_part, lists)
        if one is not None
    ]
    if not chances:
        return unknown(rules.NO_SUBJECT)
    each = [by_chance(1 - p if short else p) for _, p in chances]
    if sure and short:
        each = ["contradicted" if p >= rules.LIKELY else "supported" for _, p in chances]
    ruling: Ruling = "partly"
    if set(each) == {"supported"}:
        ruling = "supported"
    elif set(each) == {"contradicted"} or (short and "contradicted" in each):
        ruling = "contradicted"
    figures = tuple(
        Figure(f"chance that {name} has a majority", round(p, 4), "chance", scene.day)
        for name, p in chances
    )
    return Verdict(ruling, rules.MAJORITY, figures, scene.forecast_source())


def majority_with(scene: Scene, bloc_id: str, list_id: str, *, short: bool) -> Verdict:
    """Judge that a bloc has a majority together with a list outside it."""
    bloc = scene.bloc_part(bloc_id)
    if bloc is None or list_id not in bloc.p_majority_with:
        return unknown(scene.gap or rules.NO_SUBJECT)
    p = bloc.p_majority_with[list_id]
    what = f"chance that {bloc.name} has a majority with {scene.name(list_id)}"
    figure = Figure(what, p, "chance", scene.day)
    ruling = by_chance(1 - p if short else p)
    return Verdict(ruling, rules.MAJORITY, (figure,), scene.forecast_source())


def threshold(scene: Scene, list_id: str, says: str) -> Verdict:
    """Judge that a list passes the threshold (``passes``), does not (``misses``), or may not."""
    one = scene.list_part(list_id)
    if scene.document is None or one is None:
        return unknown(scene.gap or rules.NO_SUBJECT)
    p = one.p_threshold
    if says == "risks":
        ruling: Ruling = (
            "supported" if 0.05 <= p <= 0.95 else "partly" if p < 0.05 else "contradicted"
        )
    else:
        ruling = by_chance(p if says == "passes" else 1 - p)
    figure = Figure(f"chance that {one.name} passes the threshold", p, "chance", scene.day)
    return Verdict(ruling, rules.THRESHOLD, (figure,), scene.forecast_source())


def _leaders(document: ForecastDocument) -> tuple[ListPart, ListPart]:
    ranked = sorted(document.lists, key=lambda one: -one.p_largest)
    return ranked[0], max(ranked[1:], key=lambda one: (one.p_largest, one.votes.mean))


def _rivals(scene: Scene) -> tuple[BlocPart, BlocPart] | None:
    blocs = scene.document.blocs if scene.document else []
    pairs = [(a, b) for a in blocs for b in blocs if a.id < b.id and not {*a.lists} & {*b.lists}]
    return max(pairs, key=lambda pair: pair[0].seats.mean + pair[1].seats.mean, default=None)


def _by_gap(gap: float) -> Ruling:
    return "supported" if gap < rules.CLOSE_GAP else "partly" if gap < 4 else "contradicted"


def _largest(scene: Scene, one: ListPart) -> Figure:
    return Figure(f"chance that {one.name} has most seats", one.p_largest, "chance", scene.day)


def _medians(scene: Scene, lists: Sequence[ListPart]) -> tuple[Figure, ...]:
    return tuple(
        Figure(f"votes of {one.name}, median", round(one.votes.q50, 1), "percent", scene.day)
        for one in lists
    )


def _spread(scene: Scene, name: str, unit: str, spread: Spread) -> Figure:
    places = 0 if unit == "seats" else 1
    low, mid, high = (f"{x:.{places}f}" for x in (spread.q05, spread.q50, spread.q95))
    return Figure(
        f"{unit} of {name}, median and 90 percent", f"{mid} ({low}–{high})", unit, scene.day
    )
