"""From polls to votes: estimators that turn the facts of a day into draws of the shares."""

from formateur.votes.counted import Counted
from formateur.votes.error_scale import ErrorScale, Horizon, load_error_scale
from formateur.votes.estimate import Estimator, PollUse, VoteEstimate
from formateur.votes.events import EventPolls, polls_around_events
from formateur.votes.koala import Koala
from formateur.votes.models import MODELS, check_model, model_for, model_in_words
from formateur.votes.reference import Reference, reference_for

__all__ = [
    "MODELS",
    "Counted",
    "ErrorScale",
    "Estimator",
    "EventPolls",
    "Horizon",
    "Koala",
    "PollUse",
    "Reference",
    "VoteEstimate",
    "check_model",
    "load_error_scale",
    "model_for",
    "model_in_words",
    "polls_around_events",
    "reference_for",
]
