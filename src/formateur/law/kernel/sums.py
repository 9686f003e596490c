"""Sums over the lists, in every row of an array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled
from formateur.law.kernel.rows import rows_of


def sums(table: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the sums along the last axis.

    Rows are short, and NumPy takes longer to begin each than to add it up.
    """
    found = np.empty(table.shape[:-1], dtype=np.int64)
    _sums(rows_of(table, table.shape[-1]), found.reshape(-1))
    return found


@compiled
def _sums(rows: NDArray[np.int64], found: NDArray[np.int64]) -> None:
    for row in range(len(rows)):
        total = 0
        for column in range(rows.shape[1]):
            total += rows[row, column]
        found[row] = total
