"""What ``formateur elections`` prints, where there is little room."""

from __future__ import annotations

import pytest

from formateur.cli import terminal
from formateur.cli.elections import elections


def test_ids_can_be_copied_from_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "PLAIN_WIDTH", 40)
    elections()
    assert {"il-2019-04", "il-2019-09", "se-2022"} <= set(capsys.readouterr().out.split())
