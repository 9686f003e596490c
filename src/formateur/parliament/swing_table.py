"""How constituencies have moved with the country: tables learned from past elections."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from formateur.parliament.swing import Swing
from formateur.shipped import check_schema, newest_shipped

SCHEMA = "formateur/learned-swing/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedSwing:
    """A table learned from the elections before a cut-off.

    Attributes
    ----------
    cut_off
        Only elections before this day were used.
    swing
        What was learned.
    pairs
        The pairs of elections it was learned from: ``es-2011 to es-2015``.
    """

    cut_off: date
    swing: Swing
    pairs: tuple[str, ...]


def learned_swing_from(document: Mapping[str, Any]) -> LearnedSwing:
    """Build the table from a document of the schema `SCHEMA`.

    Raises
    ------
    UsageError
        When the document is of another schema.
    """
    check_schema(document, SCHEMA, "scripts/learn_swing.py")
    return LearnedSwing(
        cut_off=date.fromisoformat(document["cut_off"]),
        swing=Swing(**document["swing"]),
        pairs=tuple(document["pairs"]),
    )


def load_swing(day: date) -> LearnedSwing:
    """Load the newest shipped table whose cut-off is not after `day`.

    Raises
    ------
    NotEnoughPollsError
        When every shipped table was learned from elections of that day or later.
    """
    text = newest_shipped("swing", day, "how constituencies move").read_text(encoding="utf-8")
    return learned_swing_from(json.loads(text))
