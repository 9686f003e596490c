"""From polls to votes: estimators that turn the facts of a day into draws of the shares."""

from formateur.votes.counted import Counted
from formateur.votes.error_scale import ErrorScale, Horizon, load_error_scale
from formateur.votes.estimate import Estimator, PollUse, VoteEstimate
from formateur.votes.events import (
    CampaignEffects,
    EventEffects,
    EventPolls,
    ListEffect,
    campaign_effects,
    load_placebos,
    polls_around_events,
)
from formateur.votes.koala import Koala
from formateur.votes.models import MODELS, check_model, model_for, model_in_words
from formateur.votes.reference import Reference, reference_for

__all__ = [
    "MODELS",
    "CampaignEffects",
    "Counted",
    "ErrorScale",
    "Estimator",
    "EventEffects",
    "EventPolls",
    "Horizon",
    "Koala",
    "ListEffect",
    "PollUse",
    "Reference",
    "VoteEstimate",
    "campaign_effects",
    "check_model",
    "load_error_scale",
    "load_placebos",
    "model_for",
    "model_in_words",
    "polls_around_events",
    "reference_for",
]
