"""How good models were over many elections, always beside the reference."""

from formateur.evaluation.leaderboard.board import Leaderboard, make_leaderboard
from formateur.evaluation.leaderboard.html import leaderboard_html
from formateur.evaluation.leaderboard.read import read_backtest
from formateur.evaluation.leaderboard.table import leaderboard_csv
from formateur.evaluation.leaderboard.text import leaderboard_text

__all__ = [
    "Leaderboard",
    "leaderboard_csv",
    "leaderboard_html",
    "leaderboard_text",
    "make_leaderboard",
    "read_backtest",
]
