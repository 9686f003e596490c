"""How right a forecast was."""

from formateur.evaluation.comparison import Comparison, compare
from formateur.evaluation.proper_scores import brier_score, crps_of_draws
from formateur.evaluation.score import BlocScore, Coverage, ListScore, OtherLists, Score
from formateur.evaluation.scoring import score_forecast
from formateur.evaluation.table import score_table

__all__ = [
    "BlocScore",
    "Comparison",
    "Coverage",
    "ListScore",
    "OtherLists",
    "Score",
    "brier_score",
    "compare",
    "crps_of_draws",
    "score_forecast",
    "score_table",
]
