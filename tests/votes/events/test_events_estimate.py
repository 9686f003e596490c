"""Effects of events: found where planted, refused where no poll can show them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from events_cases import a_campaign, an_event, effects_of

from formateur.votes.events import ListEffect
from formateur.votes.events.effects import Identified
from formateur.votes.events.learned import Band, PastPlacebos
from formateur.votes.events.posterior import PRIOR


def effect(*events: object, of: str = "e", on: str = "a", **campaign: object) -> ListEffect:
    found = effects_of(a_campaign(*events, **campaign))  # type: ignore[arg-type]
    (event,) = (one for one in found.events if one.event.id == of)
    (own,) = (one for one in event.lists if one.list == on)
    return own


def told(one: ListEffect) -> Identified:
    assert one.polled is not None
    return one.polled


def test_a_planted_shift_is_found_with_its_sign_and_size() -> None:
    found = effect(an_event("e", 30, "a"), shift=0.3)
    polled = told(found)
    assert found.lasting.low > 0.05
    assert found.lasting.mean > 0.2
    assert abs(polled.estimate - 0.3) < 2 * polled.error
    assert found.lasting.p_positive > 0.99
    assert polled.bayes_factor > 3
    assert polled.placebo.p_campaign < 0.1
    assert polled.pairs.houses == 3
    assert polled.pairs.change == pytest.approx(7.3, abs=2.5)


def test_where_nothing_was_planted_nothing_stands_out() -> None:
    found = effect(an_event("e", 30, "a"))
    assert found.lasting.low < 0.0 < found.lasting.high
    assert 0.05 < found.lasting.learning < 1.0
    assert told(found).placebo.p_campaign > 0.1
    assert told(found).bayes_factor < 1.5


def test_after_the_last_poll_an_effect_is_not_identified_and_the_prior_stands() -> None:
    found = effect(an_event("e", 2, "a"), shift=0.3)
    assert found.polled is None
    assert not found.seen
    assert found.lasting == PRIOR
    assert found.lasting.learning == 0.0
    assert found.quiet.dates > 50


def test_before_the_first_poll_it_is_not_identified_either_but_polls_have_seen_it() -> None:
    found = effect(an_event("e", 90, "a"))
    assert found.polled is None
    assert found.seen


def test_a_list_that_is_not_polled_has_no_effect() -> None:
    (only,) = effects_of(a_campaign(an_event("e", 30))).events
    assert only.lists == ()


def test_polls_cannot_tell_apart_what_happened_together() -> None:
    alone = effect(an_event("e", 30, "a"), shift=0.3)
    pair = effect(an_event("e", 30, "a"), an_event("f", 30, "a"), shift=0.3)
    assert [one.id for one in pair.together] == ["f"]
    assert alone.together == ()
    assert pair.lasting.mean < 0.7 * alone.lasting.mean
    assert told(pair).estimate == pytest.approx(told(alone).estimate)


def test_many_events_that_show_nothing_shrink_each_other() -> None:
    quiet = effects_of(a_campaign(*(an_event(f"e{k}", 10 + 5 * k, "b", "c") for k in range(10))))
    few = effects_of(a_campaign(an_event("e0", 10, "b", "c")))
    assert quiet.scale < few.scale
    for event in quiet.events:
        for one in event.lists:
            shrunken = told(one).shrunken
            assert shrunken.high - shrunken.low < one.lasting.high - one.lasting.low
    assert quiet.discoveries.asked == 20
    assert quiet.discoveries.by_chance == pytest.approx(1.0)


def test_past_campaigns_count_where_they_are_known_and_the_larger_share_is_taken() -> None:
    campaign = a_campaign(an_event("e", 30, "a"), shift=0.3)
    band = Band(until=100, elections=9, dates=1000, surprise=tuple(k / 4 for k in range(41)))
    past = PastPlacebos(cut_off=campaign.date, bands=(band,), sources=())
    (event,) = effects_of(campaign, past).events
    placebo = told(event.lists[0]).placebo
    assert placebo.past_dates == 1000
    assert placebo.p_past is not None
    assert placebo.p == max(placebo.p_campaign, placebo.p_past)


def test_polls_after_the_day_alone_decide_what_is_seen_of_the_hour() -> None:
    early, late = (
        effect(replace(an_event("e", 30, "a"), time=time), shift=0.3) for time in ("00:00", "23:59")
    )
    assert told(early).estimate != told(late).estimate
