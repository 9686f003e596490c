"""The average: percent, seats read through the threshold, bounds, and what nobody names."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from vote_cases import knesset

from formateur.law import BallotDraws, allocate_draws
from formateur.votes.average import average, poll_table
from formateur.votes.cells import Cell
from formateur.votes.unprinted import Unprinted

UNPRINTED = Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02)


def averaged(*polls: dict[str, Cell], unprinted: Unprinted = UNPRINTED) -> dict[str, float]:
    lists = sorted({one for cells in polls for one in cells})
    return average(poll_table(polls, lists, knesset()), unprinted)


def share(percent: float) -> Cell:
    return Cell(share=percent / 100)


def test_each_list_is_averaged_over_the_polls_that_print_it() -> None:
    found = averaged({"a": share(50), "b": share(30)}, {"a": share(54), "c": share(10)})
    # The others: what is left of 100 less 50, 30 and 10 in the first, 54, 30 and 10 in the second.
    assert found == pytest.approx({"a": 0.52, "b": 0.30, "c": 0.10, "other": 0.08})


def test_the_others_get_what_polls_in_percent_leave_over() -> None:
    found = averaged({"a": share(60), "b": share(30)}, {"a": share(60), "b": share(34)})
    assert found == pytest.approx({"a": 0.6, "b": 0.32, "other": 0.08})


def test_a_list_that_a_poll_does_not_print_is_not_counted_among_its_others() -> None:
    found = averaged({"a": share(60), "b": share(20), "c": share(10)}, {"a": share(60)})
    assert found["other"] == pytest.approx(0.1)
    assert found["b"] == pytest.approx(0.2)


def test_seats_are_shares_of_what_the_threshold_leaves() -> None:
    """D'Hondt: (s + 1/2) / (120 + n/2) of the votes for lists with seats, here of 95.7 percent."""
    found = averaged({"a": Cell(seats=70), "b": Cell(seats=50), "c": share(2.3)})
    assert found == pytest.approx(
        {"a": 0.957 * 70.5 / 121, "b": 0.957 * 50.5 / 121, "c": 0.023, "other": 0.02}
    )


def test_seats_that_do_not_add_up_to_the_house_are_scaled() -> None:
    found = averaged({"a": Cell(seats=60), "b": Cell(seats=40)})
    assert found["a"] + found["b"] == pytest.approx(0.98)
    assert found["a"] / found["b"] == pytest.approx(60.5 / 40.5)


def test_a_list_that_a_seat_poll_does_not_print_keeps_its_average() -> None:
    full = {"a": Cell(seats=70), "b": Cell(seats=50), "c": share(3)}
    found = averaged(full, {"a": Cell(seats=70), "b": Cell(seats=50)})
    assert found["c"] == pytest.approx(0.03)
    assert found["a"] == pytest.approx(0.95 * 70.5 / 121)


def test_a_list_printed_only_as_below_a_bound_is_put_at_the_learned_place() -> None:
    lists = {"a": Cell(seats=70), "b": Cell(seats=50), "c": Cell(below=0.0325)}
    assert averaged(lists)["c"] == pytest.approx(0.5 * 0.0325)
    assert averaged(lists, unprinted=Unprinted(0.2, 0.02))["c"] == pytest.approx(0.2 * 0.0325)


def test_a_list_between_bound_and_figure_is_read_from_both() -> None:
    """The fixed point m = (4 % + mean below 3.25 % given m) / 2, worked out by bisection."""
    seats = {"a": Cell(seats=70), "b": Cell(seats=50)}
    found = averaged({**seats, "c": share(4)}, {**seats, "c": Cell(below=0.0325)})
    assert found["c"] == pytest.approx(0.033493, abs=1e-6)


def test_in_mixed_polls_those_in_percent_show_the_others() -> None:
    found = averaged({"a": share(55), "b": share(40)}, {"a": Cell(seats=70), "b": Cell(seats=50)})
    assert found["other"] == pytest.approx(0.05)
    assert found["a"] == pytest.approx((0.55 + 0.95 * 70.5 / 121) / 2)


def test_no_share_is_zero() -> None:
    found = averaged({"a": share(60), "b": share(40), "c": share(0)})
    assert found["c"] == found["other"] == pytest.approx(0.001, rel=0.01)
    assert sum(found.values()) == pytest.approx(1.0)


def test_seats_cannot_be_read_without_rules() -> None:
    with pytest.raises(ValueError, match="rules of the election"):
        poll_table([{"a": Cell(seats=120)}], ["a"], None)


TRUTH = (0.26, 0.25, 0.10, 0.07, 0.06, 0.055, 0.05, 0.045, 0.04, 0.0325, 0.02, 0.0175)


def simulated(printed: bool, campaigns: int = 200, polls: int = 8) -> NDArray[np.float64]:
    """Read seats of polls of 600 people back to shares; the error, shape (campaigns, lists)."""
    rng, rules = np.random.default_rng(3), knesset()
    names = [f"list_{k:02}" for k in range(len(TRUTH) - 1)]
    unprinted = Unprinted(0.5, TRUTH[-1])
    found = []
    for _ in range(campaigns):
        shares = rng.multinomial(600, TRUTH, size=polls) / 600
        whole = np.rint(shares * 1e9).astype(np.int64)
        seats = allocate_draws(rules, BallotDraws.nationwide(whole, (*names, "other")))
        cells = [
            {
                name: Cell(seats=int(n))
                if n
                else Cell(share=float(share))
                if printed
                else Cell(below=0.0325)
                for name, n, share in zip(names, of_poll, shown, strict=False)
            }
            for of_poll, shown in zip(seats, shares, strict=True)
        ]
        read = average(poll_table(cells, names, rules), unprinted)
        found.append([read[name] for name in names])
    return np.asarray(np.array(found) - np.array(TRUTH[:-1]))


def test_seats_are_read_back_to_the_true_shares() -> None:
    """Without bias for large and small lists, and hardly less sharply than the samples allow."""
    error = simulated(printed=True)
    truth = np.array(TRUTH[:-1])
    sampling = np.sqrt(truth * (1 - truth) / 600 / 8)
    assert np.abs(error.mean(axis=0)).max() < 0.0012
    assert (np.sqrt((error**2).mean(axis=0)) / sampling).max() < 1.25


def test_lists_near_the_threshold_are_read_from_polls_that_print_no_percentage() -> None:
    error = simulated(printed=False)
    near = [TRUTH.index(share) for share in (0.045, 0.04, 0.0325)]
    assert np.abs(error.mean(axis=0))[near].max() < 0.0015
