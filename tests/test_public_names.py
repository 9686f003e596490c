"""The public names are what the documentation says, and all of them can be had."""

from __future__ import annotations

import re
from pathlib import Path

import formateur

REFERENCE = Path(__file__).parent.parent / "docs" / "reference" / "python-api.md"


def test_every_public_name_can_be_had() -> None:
    for name in formateur.__all__:
        assert getattr(formateur, name) is not None


def test_the_reference_lists_exactly_the_public_names() -> None:
    table = [x for x in REFERENCE.read_text("utf-8").splitlines() if x.startswith("| ")]
    named = {name for row in table for name in re.findall(r"`(\w+)`", row)}
    assert named == set(formateur.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(formateur, "foresight")
