"""Estimators by the name under which users ask for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from formateur.errors import UsageError
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


def model_for(name: str, day: date) -> Estimator:
    """Return the estimator of that name, as it was on `day`.

    Raises
    ------
    UsageError
        When there is none of that name.
    NotEnoughPollsError
        When nothing that it has learned is old enough.
    """
    if name not in MODELS:
        raise UsageError(f"there is no model {name!r}. Choose from: {', '.join(sorted(MODELS))}.")
    return MODELS[name](day)
