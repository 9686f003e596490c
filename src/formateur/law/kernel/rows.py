"""Arrays in the one form that the compiled loops take, so that each loop is compiled once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def rows_of(array: NDArray[np.int64], *shape: int) -> NDArray[np.int64]:
    """Return a read-only view, shape (rows, *shape), or a copy where a view cannot be."""
    rows = np.ascontiguousarray(array).reshape(-1, *shape)
    rows.flags.writeable = False
    return rows
