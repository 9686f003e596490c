"""One motion as a table for spreadsheets: one figure a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.record import Record

COLUMNS = ("motion", "part", "id", "figure", "value")

POSITION = ("position", "ground", "p_for", "swing", "p_if_supports", "p_if_opposes", "banzhaf")
GIVEN = ("p_forms", "p_carried", "p_brought")
TOOK = ("cases", "shortest", "quarter", "median", "three_quarters", "longest")

Row = tuple[str, str, str, float | str]


def render_motion_csv(motion: MotionPart) -> str:
    """Return every figure as CSV text.

    ``part`` is motion, positions, given (by government, ``none`` for no government), stages,
    tips or took; ``figure`` names the figure as the document does.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in motion_rows(motion):
        writer.writerow((motion.id, *row))
    return text.getvalue()


def motion_rows(motion: MotionPart) -> Iterator[Row]:
    """Yield part, id, figure and value of every figure."""
    for name, value in motion_figures(motion):
        yield "motion", motion.id, name, value
    for key, part, figures in _parts(motion):
        for figure in figures:
            yield *key, figure, getattr(part, figure)
    for stage in motion.stages:
        if stage.p is not None:
            yield "stages", stage.name, "p", stage.p
    for tip in motion.tips:
        yield "tips", tip.list, f"p_carried.{tip.position}", tip.p_carried


def motion_figures(motion: MotionPart) -> Iterator[tuple[str, float | str]]:
    """Yield name and value of every figure of the motion as a whole."""
    for figure in (
        *("p_carried", "p_low", "p_high", "p_if_unknown_oppose", "p_if_unknown_support"),
        *("p_if_unknown_toss", "p_brought", "p_if_brought", "p_passed", "parliament", "majority"),
    ):
        value = getattr(motion, figure)
        if value is not None:
            yield figure, value
    if motion.outgoing is not None:
        yield "outgoing.p_carried", motion.outgoing.p_carried


def _parts(motion: MotionPart) -> Iterator[tuple[tuple[str, str], Record, tuple[str, ...]]]:
    """Yield the parts that a motion has several of, with the figures of each."""
    for one in motion.positions:
        yield ("positions", one.list), one, POSITION
    for given in motion.given:
        yield ("given", "+".join(given.members) or "none"), given, GIVEN
    for took in motion.took:
        yield ("took", f"{took.begin}-{took.end}"), took, TOOK
