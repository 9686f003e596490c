"""Where dots and bars stand."""

from __future__ import annotations

from documents import document

from formateur.reporting.dotplot import bars, bloc_plots, quantile_dots
from formateur.reporting.schema import SeatChance


def test_dots_add_up_where_chances_are_thin() -> None:
    """Each number of seats alone is less than half a dot."""
    thin = [SeatChance(seats=seats, p=0.004) for seats in range(250)]
    dots = quantile_dots(thin)
    assert sum(dots.values()) == 50
    assert sum(n for seats, n in dots.items() if seats >= 125) == 25


def test_wide_scales_put_several_seats_into_a_column_and_keep_the_line_between_two() -> None:
    bloc = (
        document()
        .blocs[0]
        .model_copy(
            update={"seat_chances": [SeatChance(seats=seats, p=0.01) for seats in range(100, 200)]}
        )
    )
    (plot,) = bloc_plots([bloc], majority=175)
    assert len(plot.dots) == 50
    assert plot.width <= 440
    assert sum(dot.majority for dot in plot.dots) == 12
    assert {dot.majority for dot in plot.dots if dot.x > plot.line} == {True}
    assert {dot.majority for dot in plot.dots if dot.x < plot.line} == {False}


def test_bars_stand_at_their_seats_and_the_likeliest_is_highest() -> None:
    chances = [
        SeatChance(seats=0, p=0.25),
        SeatChance(seats=4, p=0.5),
        SeatChance(seats=5, p=0.004),
    ]
    drawn = bars(chances, low=0, line=4)
    assert [(bar.x, bar.height, bar.at_line) for bar in drawn] == [
        (0, 10.0, False),
        (4, 20.0, True),
    ]
