"""What tables show of a document."""

from __future__ import annotations

import pytest

from formateur.reporting.bars import bars


@pytest.mark.parametrize(
    ("by_seats", "drawn"),
    [
        ({33: 1.0}, "█"),
        ({5: 0.25, 6: 0.5, 7: 0.125, 8: 0.125}, "▄█▂▂"),
        ({0: 0.8, 4: 0.2}, "█   ▂"),
        ({0: 0.4, 4: 0.004, 5: 0.596}, "▅    █"),
        ({4: 0.96, 5: 0.036, 6: 0.004}, "█▁"),
    ],
    ids=["certain", "spread", "gap", "outer numbers inside stay a gap", "tail is cut"],
)
def test_bars(by_seats: dict[int, float], drawn: str) -> None:
    assert bars(list(by_seats.items())) == drawn


def test_bars_join_numbers_of_seats_when_they_are_too_many() -> None:
    """Ten numbers on five bars: pairs, of which the third is twice as likely."""
    even = dict.fromkeys(range(20, 30), 0.08) | {24: 0.18, 25: 0.18}
    assert bars(list(even.items()), width=5) == "▄▄█▄▄"
    assert len(bars(list(even.items()), width=4)) == 4


def test_bars_of_nothing_likely_show_all_of_it() -> None:
    assert bars([(seats, 1 / 300) for seats in range(300)], width=300) == "█" * 300
