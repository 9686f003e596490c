"""Events of past campaigns: what there is to learn from dates without one, and how it is judged."""

from formateur.evaluation.events.campaigns import PastCampaign, past_campaigns
from formateur.evaluation.events.learning import PastSurprises, learn_until, measure_dates
from formateur.evaluation.events.table import trials_table, trials_text
from formateur.evaluation.events.trials import Trial, trials

__all__ = [
    "PastCampaign",
    "PastSurprises",
    "Trial",
    "learn_until",
    "measure_dates",
    "past_campaigns",
    "trials",
    "trials_table",
    "trials_text",
]
