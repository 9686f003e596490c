"""Who is for a motion, who against and who has not said: one bar of seats with the needed line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from formateur.language import Language
from formateur.reporting.charts.chart import FONT, NARROW, Chart, Party, Spec, label
from formateur.reporting.charts.palette import GROUND, HAS, INK, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale

HEIGHT = 112
BAR = 40
"""Pixels of the bar, which stands in the middle of the height."""

LETTER = 0.6 * (FONT - 2)
"""Pixels that a letter in the bar takes."""

Side = Literal["for", "undecided", "against"]
SIDES: tuple[Side, ...] = ("for", "undecided", "against")
"""From the edge at which reading begins."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One list and where it stands.

    Attributes
    ----------
    side
        ``undecided`` too for a list that is split or whose position is not known.
    seats
        Expected seats, or those of one parliament.
    """

    party: Party
    side: Side
    seats: float


def motion_bar(
    id: str,  # noqa: A002 - the motion's own word
    title: str,
    lists: Sequence[Standing],
    language: Language,
    *,
    needed: int | None = None,
    width: int = NARROW,
) -> Chart:
    """Draw the seats for a motion, undecided and against it as one bar.

    Parameters
    ----------
    id, title
        Of the motion.
    needed
        Seats that carry it; ``None`` for a plain majority of those voting.
    """
    house = sum(one.seats for one in lists)
    rtl = language.direction == "rtl"
    plane = Plane(Scale("start", 0, house, reverse=rtl), Scale("y", 0, HEIGHT), width, HEIGHT)
    sums = {side: sum(one.seats for one in lists if one.side == side) for side in SIDES}
    data: dict[str, Sequence[Row]] = {side: [] for side in SIDES}
    names: dict[str, list[Row]] = {"names": [], "names_undecided": []}
    start = 0.0
    for side in SIDES:
        for one in sorted(lists, key=lambda one: (-one.seats, one.party.id)):
            if one.side != side or not one.seats:
                continue
            end = start + one.seats
            row = {"list": one.party.id, "start": round(start, 2), "end": round(end, 2)}
            data[side] = [*data[side], {**row, "y": HEIGHT / 2}]
            if len(one.party.name) * LETTER < width * one.seats / house - 6:
                place = {"start": round((start + end) / 2, 2), "y": HEIGHT / 2}
                kind = "names_undecided" if side == "undecided" else "names"
                names[kind].append({**place, "text": label(one.party.name, language)})
            start = end
    data |= names
    ends = {"for": 0.0, "undecided": sums["for"] + sums["undecided"] / 2, "against": house}
    for side, words in _sums(sums, language).items():
        y = HEIGHT / 2 - BAR / 2 - 4 if side == "undecided" else HEIGHT / 2 + BAR / 2 + 4
        text = label(words, language)
        shown = sums[side] > 0
        data[f"sum_{side}"] = [{"start": round(ends[side], 2), "y": y, "text": text}] * shown
    data["needed"] = [_needed(needed, language)] if needed is not None else []
    return Chart(
        id=f"motion-{id}",
        title=language.say("{motion}: seats for and against", motion=title),
        description=_description(sums, needed, language),
        language=language,
        view=plane.view(data, _layers(plane, rtl)),
    )


def _layers(plane: Plane, rtl: bool) -> list[Spec]:
    start, end = ("right", "left") if rtl else ("left", "right")
    small = {"fontSize": FONT - 2}
    edge = {"thickness": BAR, "strokeWidth": 1.5}
    return [
        plane.bars("for", "end", fill=HAS, stroke=GROUND, **edge),
        plane.bars("undecided", "end", fill=GROUND, stroke=SOFT, **edge),
        plane.bars("against", "end", fill=SOFT, stroke=GROUND, **edge),
        plane.words("names", fill=GROUND, **small),
        plane.words("names_undecided", **small),
        plane.words("sum_for", align=start, baseline="bottom", fontWeight=600),
        plane.words("sum_against", align=end, baseline="bottom", fontWeight=600),
        plane.words("sum_undecided", baseline="top"),
        plane.upright("needed", stroke=INK, strokeWidth=1.5, strokeDash=[4, 3]),
        plane.words("needed", baseline="bottom", dy=-2),
    ]


def _sums(sums: dict[Side, float], language: Language) -> dict[Side, str]:
    whole = {side: round(seats) for side, seats in sums.items()}
    return {
        "for": language.say("for {seats}", seats=whole["for"]),
        "undecided": language.say("undecided {seats}", seats=whole["undecided"]),
        "against": language.say("against {seats}", seats=whole["against"]),
    }


def _needed(needed: int, language: Language) -> Row:
    text = label(language.say("needed: {seats}", seats=needed), language)
    return {"start": needed, "y": HEIGHT, "text": text}


def _description(sums: dict[Side, float], needed: int | None, language: Language) -> str:
    said = language.say("{sides} seats.", sides=tuple(_sums(sums, language).values()))
    if needed is None:
        return said
    return f"{said} {language.say('{seats} are needed.', seats=needed)}"
