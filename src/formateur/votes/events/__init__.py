"""Events: which polls could show what each did, and what they show."""

from formateur.votes.events.effects import CampaignEffects, EventEffects, ListEffect
from formateur.votes.events.estimate import campaign_effects
from formateur.votes.events.learned import PastPlacebos, load_placebos
from formateur.votes.events.polls import EventPolls, polls_around_events

__all__ = [
    "CampaignEffects",
    "EventEffects",
    "EventPolls",
    "ListEffect",
    "PastPlacebos",
    "campaign_effects",
    "load_placebos",
    "polls_around_events",
]
