"""Who is for a motion, who against and who has not said: one bar of seats with the needed line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.reporting.charts.drawing import FONT, Look, Spec
from formateur.reporting.charts.palette import GROUND, HAS, INK, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale
from formateur.reporting.view.charts import Camp, MotionSeats

HEIGHT = 120
MIDDLE = 62
BAR = 40
"""Pixels of the bar, whose middle stands `MIDDLE` above the foot."""

SMALL = FONT - 2
LETTER = 0.6 * SMALL
"""Pixels that a letter in the bar takes."""

ORDER = ("support", "split", "unknown", "oppose")
"""Positions from the edge at which reading begins."""

FOR, OPEN, AGAINST = "for", "open", "against"
SIDES = {"support": FOR, "oppose": AGAINST}
"""Positions that are filled; the others are open."""


def motion_view(data: MotionSeats, look: Look) -> Spec:
    """Draw the seats for a motion, undecided and against it as one bar."""
    camps = sorted(
        (one for one in data.camps if one.seats > 0), key=lambda one: ORDER.index(one.position)
    )
    house = max(sum(one.seats for one in camps), 1)
    scale = Scale("start", 0, house, reverse=look.from_right)
    plane = Plane(scale, Scale("y", 0, HEIGHT), look.width, HEIGHT)
    rows: dict[str, list[Row]] = {
        name: [] for side in (FOR, OPEN, AGAINST) for name in (side, f"name_{side}", f"sum_{side}")
    }
    start = 0
    for camp in camps:
        side = SIDES.get(camp.position, OPEN)
        rows[f"sum_{side}"].append(_sum(camp, start, house, look))
        for row, name in _benches(camp, start, look.width / house):
            rows[side].append(row)
            if name:
                middle = (row["start"] + row["end"]) / 2
                named = {"start": middle, "y": MIDDLE, "text": look.label(name)}
                rows[f"name_{side}"].append(named)
        start += camp.seats
    rows["needed"] = []
    if data.needed is not None:
        text = look.label(data.needed_label)
        foot = MIDDLE - BAR / 2 - 4
        at = min(data.needed, house)
        rows["needed"].append({"start": at, "y": HEIGHT, "foot": foot, "text": text})
    return plane.view(rows, _layers(plane, look))


def _benches(camp: Camp, start: int, seat: float) -> Iterator[tuple[Row, str]]:
    """Place the lists of a camp, largest first, each with its name where there is room for it."""
    for one in sorted(camp.benches, key=lambda one: (-one.seats, one.id)):
        end = start + one.seats
        fits = len(one.name) * LETTER < one.seats * seat - 6
        row = {"list": one.id, "start": start, "end": end, "y": MIDDLE}
        if one.seats:
            yield row, one.name if fits else ""
        start = end


def _sum(camp: Camp, start: int, house: int, look: Look) -> Row:
    """Write name and seats of a camp: above the bar at its two ends, below it in the middle."""
    said = look.language.say("{name} {seats}", name=camp.label, seats=camp.seats)
    side = SIDES.get(camp.position, OPEN)
    place: dict[str, float] = {FOR: 0, OPEN: start + camp.seats / 2, AGAINST: house}
    y = MIDDLE + BAR / 2 + 4 if side != OPEN else MIDDLE - BAR / 2 - 4
    if camp.position == "split":
        y -= FONT + 2
    return {"start": place[side], "y": y, "text": look.label(said)}


def _layers(plane: Plane, look: Look) -> Sequence[Spec]:
    start, end = ("right", "left") if look.from_right else ("left", "right")
    edge = {"thickness": BAR, "strokeWidth": 1.5}
    above = {"baseline": "bottom", "fontWeight": 600}
    return [
        plane.bars(FOR, "end", fill=HAS, stroke=GROUND, **edge),
        plane.bars(OPEN, "end", fill=GROUND, stroke=SOFT, **edge),
        plane.bars(AGAINST, "end", fill=SOFT, stroke=GROUND, **edge),
        plane.words(f"name_{FOR}", fill=GROUND, fontSize=SMALL),
        plane.words(f"name_{OPEN}", fill=INK, fontSize=SMALL),
        plane.words(f"name_{AGAINST}", fill=GROUND, fontSize=SMALL),
        plane.words(f"sum_{FOR}", align=start, **above),
        plane.words(f"sum_{OPEN}", baseline="top"),
        plane.words(f"sum_{AGAINST}", align=end, **above),
        plane.upright("needed", "foot", stroke=INK, strokeWidth=1.5, strokeDash=[4, 3]),
        plane.words("needed", baseline="bottom", dy=-2),
    ]
