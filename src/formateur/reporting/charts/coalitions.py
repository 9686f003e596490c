"""Governments in rows: 50 dots of *could* beside 50 dots of *would*; the two share no number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formateur.language import Language
from formateur.reporting.charts.chart import FONT, NARROW, Chart, label
from formateur.reporting.charts.palette import DOT, HAS, SOFT
from formateur.reporting.charts.plane import Plane, Row, Scale
from formateur.reporting.dotplot import DOTS

ACROSS = 25
"""Dots beside each other; the other 25 stand below."""

GAP = 16
"""Pixels between the two pictures of a row."""

LINE = FONT + 5


@dataclass(frozen=True, slots=True)
class Possible:
    """A government, or none.

    Attributes
    ----------
    name
        Its parties, or in words that no government forms.
    could
        Chance that it has a majority; ``None`` where that is no question.
    would
        Chance that it forms; ``None`` where nothing was worked out.
    """

    name: str
    could: float | None
    would: float | None


def coalition_dots(
    governments: Sequence[Possible], majority: int, language: Language, *, width: int = NARROW
) -> Chart:
    """Draw what governments could and would do, each as dots of 50 that are filled.

    Parameters
    ----------
    governments
        In the order in which they are shown.
    """
    pitch = min((width - GAP) / 2 / ACROSS, 9.0)
    block = pitch * ACROSS
    step = 2 * LINE + 2 * pitch + GAP
    height = LINE + step * len(governments)
    rtl = language.direction == "rtl"
    starts = {"could": block + GAP if rtl else 0.0, "would": 0.0 if rtl else block + GAP}
    whole = 2 * block + GAP
    plane = Plane(Scale("x", 0, whole), Scale("y", 0, height, reverse=True), whole, height)
    shift = block if rtl else 0.0
    heads = {
        "could": language.say("could (has {majority})", majority=majority),
        "would": language.say("would (forms)"),
    }
    data: dict[str, Sequence[Row]] = {
        "heads": [
            {"x": starts[word] + shift, "y": 0, "text": label(text, language)}
            for word, text in heads.items()
        ],
        "names": [
            {"x": whole if rtl else 0, "y": LINE + k * step, "text": label(one.name, language)}
            for k, one in enumerate(governments)
        ],
        "counts": [],
    }
    for word, start in starts.items():
        rows = [(k, getattr(one, word)) for k, one in enumerate(governments)]
        counts = [
            {
                "x": start + shift,
                "y": LINE + k * step + LINE + 2 * pitch + 2,
                "text": label("–" if p is None else language.of_50(p), language),
            }
            for k, p in rows
        ]
        data["counts"] = [*data["counts"], *counts]
        dots = [
            row
            for k, p in rows
            for row in _dots(p, (start, LINE + k * step + LINE), pitch, rtl=rtl)
        ]
        data[word] = [row for row in dots if row["filled"]]
        data[f"not_{word}"] = [row for row in dots if not row["filled"]]
    side = "right" if rtl else "left"
    hollow = {"filled": False, "stroke": DOT, "strokeWidth": 1}
    size = 0.74 * pitch
    layers = [
        plane.words("heads", baseline="top", align=side, fill=SOFT),
        plane.words("names", baseline="top", align=side, fontWeight=600),
        plane.words("counts", baseline="top", align=side, fill=SOFT),
        plane.points("could", size=size, shape="circle", fill=SOFT),
        plane.points("not_could", size=size, shape="circle", **hollow),
        plane.points("would", size=1.2 * size, shape="diamond", fill=HAS),
        plane.points("not_would", size=1.2 * size, shape="diamond", **hollow),
    ]
    return Chart(
        id="coalitions",
        title=language.say("What governments could and would do"),
        description=" ".join(_words(one, language) for one in governments),
        language=language,
        view=plane.view(data, layers),
    )


def _dots(
    p: float | None, corner: tuple[float, float], pitch: float, *, rtl: bool
) -> Iterator[Row]:
    """Place 50 dots in two lines, filled from the edge at which reading begins."""
    if p is None:
        return
    for k in range(DOTS):
        column = ACROSS - 1 - k % ACROSS if rtl else k % ACROSS
        yield {
            "x": round(corner[0] + pitch * (column + 0.5), 2),
            "y": round(corner[1] + pitch * (k // ACROSS + 0.5), 2),
            "filled": k < round(DOTS * p),
        }


def _words(one: Possible, language: Language) -> str:
    if one.could is None and one.would is None:
        return language.say("{government}.", government=one.name)
    if one.could is None:
        return language.say(
            "{government}: in {would}.", government=one.name, would=language.of_50(one.would or 0)
        )
    if one.would is None:
        return language.say(
            "{government}: could in {could}.",
            government=one.name,
            could=language.of_50(one.could),
        )
    return language.say(
        "{government}: could in {could}, would in {would}.",
        government=one.name,
        could=language.of_50(one.could),
        would=language.of_50(one.would),
    )
