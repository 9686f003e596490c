"""Whole numbers as text."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from formateur.reporting.page.play.packing import pack, unpack

numbers = st.lists(st.integers(-1_000_000, 1_000_000_000), min_size=1, max_size=50)


@given(numbers)
def test_numbers_come_back(values: list[int]) -> None:
    assert unpack(pack(np.array(values))).tolist() == values


@given(numbers)
def test_text_needs_no_escape_anywhere(values: list[int]) -> None:
    packed = pack(np.array(values))
    assert re.fullmatch(r"[A-Za-z0-9+/]+", packed.text)
    assert len(packed.text) == packed.digits * len(values)
