"""Where a figure comes from: the way back from any figure to the sources that it rests on.

Every figure that is named in `formateur.reporting.figure_ids` is led back, step by step: to what
would happen and why, to the seats and the law of the day, to the votes and the model, to the polls
with their weights, to who published them.
"""

from formateur.reporting.explain.block import explanations_block
from formateur.reporting.explain.explanation import explain
from formateur.reporting.explain.figure_names import figure_names
from formateur.reporting.explain.schema import Explanation, explanation_schema

__all__ = [
    "Explanation",
    "explain",
    "explanation_schema",
    "explanations_block",
    "figure_names",
]
