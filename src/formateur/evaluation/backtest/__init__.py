"""Past elections forecast again, each with what was known on the day."""

from formateur.evaluation.backtest.plan import DEFAULT_BACKTEST_DRAWS, Design
from formateur.evaluation.backtest.run import Backtest, backtest_votes, joint_of, journal_of

__all__ = [
    "DEFAULT_BACKTEST_DRAWS",
    "Backtest",
    "Design",
    "backtest_votes",
    "joint_of",
    "journal_of",
]
