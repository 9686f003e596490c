"""Estimators by the name under which users ask for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from formateur.errors import UsageError
from formateur.language import Message, message
from formateur.votes.estimate import Estimator
from formateur.votes.koala import Koala
from formateur.votes.reference import reference_for
from formateur.votes.state_space import state_space_for


def _koala(_day: date) -> Estimator:
    return Koala()


MODELS: Mapping[str, Callable[[date], Estimator]] = MappingProxyType(
    {"state-space": state_space_for, "reference": reference_for, "koala": _koala}
)
"""By name: what gives the estimator of a day, with nothing learned from that day or later."""

WORDS: Mapping[str, Message] = MappingProxyType(
    {
        "state-space": message("state-space model of all polls"),
        "reference": message("reference: average of the latest poll of each house"),
        "koala": message("KOALA: latest poll of each house, pooled as one sample"),
        "official result": message("official result"),
    }
)
"""The models in words that people understand, by name."""


def model_in_words(name: str) -> Message:
    """Say in words which model a name stands for; another name is told as it is."""
    return WORDS.get(name) or Message("{name}", "", 1, {"name": name})


def model_for(name: str, day: date) -> Estimator:
    """Return the estimator of that name, as it was on `day`.

    Raises
    ------
    UsageError
        When there is none of that name.
    NotEnoughPollsError
        When nothing that it has learned is old enough.
    """
    check_model(name)
    return MODELS[name](day)


def check_model(name: str) -> None:
    """Refuse a name that no estimator has.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    if name not in MODELS:
        raise UsageError(f"there is no model {name!r}. Choose from: {', '.join(sorted(MODELS))}.")
