"""Uncertain quantities: many equally likely values, with named axes and a unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Unit = Literal["share", "seats"]


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Draws of a quantity for every list.

    Draw *k* of every `Draws` of one run belongs to the same simulated election, so a joint
    question is a filter over draws: ``seats.where(votes["likud"] > votes["blue_white"])``.

    Attributes
    ----------
    values
        float64 or int64, shape (draws, lists), read-only.
    lists
        Ids of the lists, in the order of the second axis.
    unit
        ``share`` (of the valid votes, 0 to 1) or ``seats``.
    run
        Id of the run that they belong to.
    """

    values: NDArray[np.float64] | NDArray[np.int64]
    lists: tuple[str, ...]
    unit: Unit
    run: str

    def __post_init__(self) -> None:
        if self.values.ndim != 2 or self.values.shape[1] != len(self.lists):
            raise ValueError(
                f"draws of shape {self.values.shape} do not fit {len(self.lists)} lists; "
                "the shape must be (draws, lists)"
            )
        self.values.setflags(write=False)

    def __len__(self) -> int:
        return int(self.values.shape[0])

    def __getitem__(self, list_id: str) -> NDArray[np.float64] | NDArray[np.int64]:
        """Return the draws of one list, shape (draws,).

        Raises
        ------
        KeyError
            When there is no such list.
        """
        if list_id not in self.lists:
            raise KeyError(list_id)
        return self.values[:, self.lists.index(list_id)]

    def total(self, lists: Iterable[str]) -> NDArray[np.float64] | NDArray[np.int64]:
        """Return the sum over some lists in every draw, shape (draws,)."""
        columns = [self.lists.index(one) for one in lists]
        summed: NDArray[np.float64] | NDArray[np.int64] = self.values[:, columns].sum(axis=1)
        return summed

    def where(self, kept: NDArray[np.bool_]) -> Draws:
        """Return only the draws for which `kept`, shape (draws,), is true."""
        return Draws(self.values[kept], self.lists, self.unit, self.run)
