"""From the answer to a motion to its part of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from formateur.facts import Stage
from formateur.forecasting import Forecast
from formateur.motions import Decider, GivenCabinet, MotionAnswer, Took, seats_needed
from formateur.reporting import motion_schema as schema
from formateur.reporting.citations import Sources
from formateur.reporting.figures import chance


def motion_part(answer: MotionAnswer, forecast: Forecast, sources: Sources) -> schema.MotionPart:
    """Write down the answer to one motion."""
    motion, outgoing = answer.motion, answer.outgoing
    return schema.MotionPart(
        id=motion.id,
        title=motion.title,
        question=motion.question,
        summary=motion.summary,
        majority=motion.majority,
        seats_needed=seats_needed(motion.majority, forecast.rules.seats),
        first_raised=motion.first_raised,
        p_carried=chance(answer.p_carried),
        p_if_unknown_oppose=chance(answer.p_if_unknown_oppose),
        p_if_unknown_support=chance(answer.p_if_unknown_support),
        positions=[_position(one, sources) for one in answer.deciders],
        stages=[_stage(one, answer) for one in motion.stages],
        source=sources.cite(motion.source),
        p_if_unknown_toss=chance(answer.p_if_unknown_toss),
        p_low=chance(answer.p_range[0]),
        p_high=chance(answer.p_range[1]),
        parliament=motion.needed,
        p_brought=chance(answer.p_brought),
        p_if_brought=None if answer.p_if_brought is None else chance(answer.p_if_brought),
        p_passed=chance(answer.p_passed),
        given=[_given(one, forecast) for one in answer.given],
        outgoing=None
        if outgoing is None
        else schema.OutgoingHousePart(
            seats=dict(outgoing.seats), p_carried=chance(outgoing.p_carried)
        ),
        tips=list(_tips(answer)),
        took=[_took(one) for one in answer.took if one.days],
    )


def _position(decider: Decider, sources: Sources) -> schema.PositionPart:
    standing = decider.standing
    taken = standing.taken
    return schema.PositionPart(
        list=decider.list,
        position=decider.position,
        basis=taken.basis if taken else "none",
        date=taken.date if taken else None,
        summary=taken.summary if taken else "",
        source=sources.cite(taken.source) if taken else None,
        swing=chance(decider.swing),
        p_for=chance(standing.p_for),
        ground=standing.ground,
        p_if_supports=chance(decider.p_if_supports),
        p_if_opposes=chance(decider.p_if_opposes),
        banzhaf=chance(decider.banzhaf),
    )


def _stage(stage: Stage, answer: MotionAnswer) -> schema.StagePart:
    known = {
        "government": answer.p_brought,
        "parliament": answer.p_carried if answer.p_if_brought is None else answer.p_if_brought,
    }
    p = known.get(stage.by)
    return schema.StagePart(
        name=stage.name,
        body=stage.body,
        note=stage.note,
        by=stage.by,
        p=None if p is None else chance(p),
    )


def _given(given: GivenCabinet, forecast: Forecast) -> schema.GivenPart:
    would = forecast.formation
    places = {one.id: k for k, one in enumerate(would.table.players)} if would else {}
    p_forms = 1.0
    if would is not None:
        mask = sum(1 << places[one] for one in given.members)
        p_forms = float(would.chances[mask]) if mask else would.p_none
    return schema.GivenPart(
        members=list(given.members),
        names=[would.table.players[places[one]].name for one in given.members] if would else [],
        p_forms=chance(p_forms),
        p_carried=chance(given.p_carried),
        p_brought=chance(given.p_brought),
    )


def _tips(answer: MotionAnswer) -> Iterator[schema.TipPart]:
    """Yield single changes of mind that move the chance to the other side of one half."""
    likely = answer.p_carried >= 0.5
    position: Literal["support", "oppose"] = "oppose" if likely else "support"
    moved = [(one.p_if_opposes if likely else one.p_if_supports, one) for one in answer.deciders]
    for p, one in sorted(moved, key=lambda pair: abs(pair[0] - answer.p_carried), reverse=True):
        if (p >= 0.5) != likely and one.position != position:
            yield schema.TipPart(list=one.list, position=position, p_carried=chance(p))


def _took(took: Took) -> schema.TookPart:
    shortest, quarter, median, three, longest = np.quantile(
        took.days, (0, 0.25, 0.5, 0.75, 1), method="inverted_cdf"
    ).tolist()
    return schema.TookPart(
        begin=took.begin,
        end=took.end,
        cases=len(took.days),
        shortest=shortest,
        quarter=quarter,
        median=median,
        three_quarters=three,
        longest=longest,
    )
