"""How loops are compiled: to machine code, once, and kept on disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numba

Loop = TypeVar("Loop", bound=Callable[..., object])


def compiled(loop: Loop) -> Loop:
    """Compile a loop at its first call, or load what an earlier run has compiled.

    Divisions by zero are the loop's own business, and other threads may run while it does.
    Where nothing can be written, the machine code lives only as long as the program.
    """
    try:
        return cast("Loop", numba.njit(cache=True, nogil=True, error_model="numpy")(loop))
    except RuntimeError:  # no folder for the cache
        return cast("Loop", numba.njit(nogil=True, error_model="numpy")(loop))
