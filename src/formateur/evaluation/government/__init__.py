"""Past formations forecast again, and how right the models were."""

from formateur.evaluation.government.backtest import backtest_governments
from formateur.evaluation.government.drawn_houses import NO_POLLS, FromPolls, draw_houses
from formateur.evaluation.government.leaderboard import Gain, Standing, paired_gain, standings
from formateur.evaluation.government.leaderboard_table import leaderboard_table
from formateur.evaluation.government.rows import COLUMNS, Row, rows_text

__all__ = [
    "COLUMNS",
    "NO_POLLS",
    "FromPolls",
    "Gain",
    "Row",
    "Standing",
    "backtest_governments",
    "draw_houses",
    "leaderboard_table",
    "paired_gain",
    "rows_text",
    "standings",
]
