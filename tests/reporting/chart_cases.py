"""Charts of the view model, made from a real forecast, in any language."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Language, open_language
from formateur.reporting.charts import Look
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.trend_plot import middle_day
from formateur.reporting.view.charts import (
    Bench,
    Camp,
    Chart,
    ChartData,
    CoalitionRow,
    CouldWould,
    EventMark,
    Hemicycle,
    Kind,
    MotionSeats,
    PollDot,
    SeatChances,
    SeatRow,
    Trend,
    TrendDay,
)

COLOURS = {
    "likud": "#1f5aa5", "blue_white": "#00b7eb", "yamina": "#e8e337",
    "s": "#e8112d", "sd": "#dddd00", "kd": "#000077",
}  # fmt: skip
"""Some dark, some so bright that they need an outline; every other list is neutral."""


def look(code: str = "en", width: int = 640) -> Look:
    return Look(open_language(code), COLOURS, width)


def charts(document: ForecastDocument, code: str = "en") -> dict[str, Chart]:
    """Return a chart of each kind, by id."""
    language = open_language(code)
    return {one.id: one for one in _charts(document, language)}


def _charts(document: ForecastDocument, language: Language) -> Iterator[Chart]:
    names = {one.id: one.names.get(language.code, one.name) for one in document.lists}
    majority = document.election.majority
    yield chart("blocs", "seats", blocs(document, language))
    yield chart("lists", "seats", lists(document, names, language))
    for one in document.trend:
        yield chart(f"trend-{one.list}", "trend", trend(document, one.list, names))
    benches = tuple(Bench(id=k, name=names[k], seats=n) for k, n in whole_seats(document).items())
    yield chart(
        "parliament", "hemicycle",
        Hemicycle(benches=benches, majority=majority, majority_label=f"majority: {majority}"),
    )  # fmt: skip
    yield chart("coalitions", "coalitions", coalitions(document, language))
    for number, _ in enumerate(document.motions):
        yield chart(f"motion-{number}", "motion", motion(document, number, benches))


def chart(id: str, kind: Kind, data: ChartData) -> Chart:  # noqa: A002
    return Chart(
        id=id, kind=kind, title=f"Title of {id}", description=f"What {id} says (8–10).",
        table="table", data=data,
    )  # fmt: skip


def blocs(document: ForecastDocument, language: Language) -> SeatChances:
    rows = tuple(
        SeatRow(
            id=one.id, name=one.names.get(language.code, one.name), figure=one.id,
            chances=tuple((c.seats, c.p) for c in one.seat_chances),
            told=f"has a majority in {language.of_50(one.p_majority)}",
        )
        for one in document.blocs
    )  # fmt: skip
    line = document.election.majority
    return SeatChances(rows=rows, axis="seats", line=line, line_label=f"majority: {line}")


def lists(document: ForecastDocument, names: dict[str, str], language: Language) -> SeatChances:
    rows = tuple(
        SeatRow(
            id=one.id, name=names[one.id], figure=one.id,
            chances=tuple((c.seats, c.p) for c in one.seat_chances),
            told=f"{one.seats.q50:.0f} ({language.span(one.seats.q05, one.seats.q95)})",
            result=one.result.seats if one.result else None,
        )
        for one in document.lists
    )  # fmt: skip
    return SeatChances(rows=rows, axis="seats")


def trend(document: ForecastDocument, list_id: str, names: dict[str, str]) -> Trend:
    points = next(one.points for one in document.trend if one.list == list_id)
    return Trend(
        list=list_id, name=names[list_id], axis="percent",
        first=min(one.points[0].date for one in document.trend), last=document.as_of,
        days=tuple(
            TrendDay(
                day=p.date, q05=p.q05, q25=p.q25, q50=p.q50, q75=p.q75, q95=p.q95
            )
            for p in points
        ),
        polls=tuple(
            PollDot(
                id=p.id, day=middle_day(p), percent=p.shares[list_id], label=p.pollster,
                weight=p.weight,
            )
            for p in document.polls
            if p.used and list_id in p.shares
        ),
        events=tuple(EventMark(id=e.id, day=e.date, label=e.title) for e in document.events),
    )  # fmt: skip


def whole_seats(document: ForecastDocument) -> dict[str, int]:
    """Return one parliament near the mean of all: whole seats that add up to the house."""
    exact = {one.id: one.seats.mean for one in document.lists}
    whole = {k: int(n) for k, n in exact.items()}
    left = document.election.seats - sum(whole.values())
    for k in sorted(exact, key=lambda k: whole[k] - exact[k])[:left]:
        whole[k] += 1
    return whole


def coalitions(document: ForecastDocument, language: Language) -> CouldWould:
    formed = document.formation
    assert formed is not None
    none = CoalitionRow(
        id="none", name="no government", could=None, could_told="–",
        would=formed.p_none, would_told=language.of_50(formed.p_none),
    )  # fmt: skip
    rows = tuple(
        CoalitionRow(
            id="+".join(one.members), name=" + ".join(one.names),
            could=one.p_could, could_told=language.of_50(one.p_could),
            would=one.p_would, would_told=language.of_50(one.p_would),
        )
        for one in formed.governments[:5]
    )  # fmt: skip
    return CouldWould(rows=(none, *rows), could_label="could", would_label="would")


def motion(document: ForecastDocument, number: int, benches: tuple[Bench, ...]) -> MotionSeats:
    asked = document.motions[number]
    stands = {one.list: one.position for one in asked.positions}
    camps = []
    for position in ("support", "split", "unknown", "oppose"):
        held = tuple(one for one in benches if stands.get(one.id) == position)
        camps.append(
            Camp(position=position, label=position, benches=held, seats=sum(b.seats for b in held))
        )
    needed = document.election.majority
    return MotionSeats(camps=tuple(camps), needed=needed, needed_label=f"needed: {needed}")
