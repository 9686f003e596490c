"""Pretended events: dates drawn at random in past campaigns, with an effect planted or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.errors import NotEnoughPollsError
from formateur.evaluation.events.campaigns import PastCampaign
from formateur.evaluation.events.planting import can_be_planted, planted
from formateur.votes.events.alone import alone
from formateur.votes.events.discoveries import q_values
from formateur.votes.events.learned import PastPlacebos, load_placebos
from formateur.votes.events.learning import SMALLEST
from formateur.votes.events.placebo import Placebos, free_dates, placebos_of
from formateur.votes.events.posterior import Shift
from formateur.votes.events.prior import SCALE
from formateur.votes.events.series import Series, series_of
from formateur.votes.events.shape import NOON, shifts
from formateur.votes.state_space.sight import Sight
from formateur.votes.state_space.tails import TAIL

EVENTS = 10
"""Events of a pretended calendar."""

SIZES = (0.0, 0.05, 0.10, 0.20, 0.40)
"""Effects that are planted, log-ratio: one event of a calendar has it, the others have none."""

CALENDARS = 4
"""Pretended for each campaign and size."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One pretended event, and what was found of it.

    Attributes
    ----------
    calendar
        Number of the calendar within its campaign.
    share
        Of the list, 0 to 1.
    days
        Before the vote.
    polls_after
        Polls of the list wholly after it.
    size
        Planted in the calendar.
    drawn
        Whether the size was drawn from the prior rather than chosen.
    effect
        Of this event: `size` for one event of the calendar, else 0.
    estimate, error
        By the polls only.
    found
        With the prior, as if alone.
    p, q
        Among dates without an event, and over the calendar.
    """

    election: str
    held: date
    calendar: int
    list: str
    share: float
    days: int
    polls_after: int
    size: float
    drawn: bool
    effect: float
    estimate: float
    error: float
    found: Shift
    p: float
    q: float


_Place = tuple[int, int]
"""Number of a list and date of an event, as an ordinal."""


def trials(
    campaigns: Iterable[tuple[PastCampaign, Sight]], rng: np.random.Generator
) -> Iterator[Trial]:
    """Pretend events in past campaigns and look for their effects."""
    for campaign, sight in campaigns:
        own = _Lists(sight)
        places = own.places()
        if len(places) < EVENTS:
            continue
        for calendar, size, drawn in _calendars(can_be_planted(campaign.known), rng):
            kept = [places[k] for k in rng.choice(len(places), EVENTS, replace=False)]
            for trial in _calendar(campaign, own, kept, size):
                yield replace(trial, calendar=calendar, drawn=drawn)


def _calendars(plant: bool, rng: np.random.Generator) -> Iterator[tuple[int, float, bool]]:
    """Yield the number of every calendar, what is planted in it, and whether that was drawn."""
    chosen = [size for size in (SIZES if plant else SIZES[:1]) for _ in range(CALENDARS)]
    for number, size in enumerate(chosen):
        yield number, size, False
    for number in range(len(chosen), len(chosen) + (CALENDARS if plant else 0)):
        yield number, float(SCALE * rng.standard_t(TAIL)), True


@dataclass(slots=True)
class _Lists:
    """The polls of every list of a campaign, each worked out once."""

    sight: Sight
    known: dict[int, Series] = field(default_factory=dict)

    def __getitem__(self, k: int) -> Series:
        if k not in self.known:
            self.known[k] = series_of(self.sight, k)
        return self.known[k]

    def places(self) -> list[_Place]:
        """Where an event can be pretended."""
        return [
            (k, int(day))
            for k, share in enumerate(self.sight.share)
            if share >= SMALLEST
            for day in free_dates(self.sight, self[k], ())
        ]


def _calendar(
    campaign: PastCampaign, own: _Lists, places: Sequence[_Place], size: float
) -> Iterator[Trial]:
    """Plant an effect in the first event and look at all of them."""
    if size:
        k, day = places[0]
        lists = own.sight.seen.lists
        own = _Lists(campaign.sight(planted(campaign.known, lists[k], day + NOON, size)))
    sight = own.sight
    past = _past(campaign.known.date)
    taken = {day for _, day in places}
    placebos = {k: placebos_of(sight, own[k], taken) for k in {k for k, _ in places}}
    looked = [alone(sight, own[k], np.array([day + NOON])) for k, day in places]
    p = [
        _p_value(float(one.surprise[0]), sight.vote - day, placebos[k], past)
        for one, (k, day) in zip(looked, places, strict=True)
    ]
    rates = q_values(np.array(p))
    for at, ((k, day), one) in enumerate(zip(places, looked, strict=True)):
        yield Trial(
            election=campaign.known.id,
            held=campaign.known.date,
            calendar=0,
            list=sight.seen.lists[k],
            share=float(sight.share[k]),
            days=sight.vote - day,
            polls_after=_polls_after(sight, own[k], day),
            size=size,
            drawn=False,
            effect=size if at == 0 else 0.0,
            estimate=float(one.estimate[0]),
            error=float(one.error[0]),
            found=one.posteriors[0].summed_up(),
            p=p[at],
            q=float(rates[at]),
        )


def _p_value(surprise: float, day: int, placebos: Placebos, past: PastPlacebos) -> float:
    """Return the larger share of this campaign and of past ones, as for a true event."""
    own, band = placebos.p_value(surprise, day), past.near(day)
    return max(own, band.p_value(surprise)) if band else own


def _polls_after(sight: Sight, series: Series, day: int) -> int:
    lasting, _ = shifts(sight.seen.polls, np.array([day + NOON]))
    wholly: NDArray[np.bool_] = lasting[series.read, 0] == 1.0
    return int(wholly.sum())


def _past(held: date) -> PastPlacebos:
    """Return what was known of dates without events before a vote; nothing before any file."""
    try:
        return load_placebos(held)
    except NotEnoughPollsError:
        return PastPlacebos(cut_off=held, bands=(), sources=())
