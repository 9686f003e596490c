"""What a story leaves open, answered from the forecast of its day; and what came later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from formateur.facts import Election
from formateur.reporting.formation_schema import FormationPart
from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.schema import EventPart, ForecastDocument
from formateur.story.claim import Figure
from formateur.story.scene import Scene
from formateur.story.schema import AnswerPart, FigurePart, LaterPart

Question = Literal["race", "governments", "motion", "event"]
MOST_GOVERNMENTS = 3
MOST_EVENTS = 4


def answers(scene: Scene, told: Sequence[str]) -> list[AnswerPart]:
    """Return the answers: the race, who governs, every motion, and the events of the story.

    Parameters
    ----------
    told
        Titles of the events that the story tells; the latest one when it tells none.
    """
    document = scene.document
    if document is None:
        return []
    found = [_race(scene, document)]
    if document.formation is not None:
        found.append(_governments(scene, document.formation))
    found += [_motion(scene, one) for one in document.motions]
    events = [one for one in document.events if one.title in told] or document.events[:1]
    found += [_event(scene, one) for one in events[:MOST_EVENTS]]
    return found


def _race(scene: Scene, document: ForecastDocument) -> AnswerPart:
    first, second = document.lists[:2]
    figures = [
        Figure(f"chance that {one.name} has most seats", one.p_largest, "chance", scene.day)
        for one in (first, second)
    ]
    figures += [
        Figure(f"chance that {one.name} has a majority", one.p_majority, "chance", scene.day)
        for one in document.blocs
    ]
    counted = document.basis == "result"
    text = (
        f"The votes are counted: {first.name} has {first.seats.q50:.0f} seats and {second.name} "
        f"{second.seats.q50:.0f}."
        if counted
        else f"{first.name} has {first.seats.q50:.0f} seats in the middle case "
        f"({first.seats.q05:.0f}–{first.seats.q95:.0f}) and {second.name} {second.seats.q50:.0f} "
        f"({second.seats.q05:.0f}–{second.seats.q95:.0f}); most seats go to {first.name} in "
        f"{50 * first.p_largest:.0f} of 50 simulated elections."
    )
    return _answer(scene, ("race", ""), text, figures)


def _governments(scene: Scene, formation: FormationPart) -> AnswerPart:
    likely = formation.governments[:MOST_GOVERNMENTS]
    figures = [
        Figure(f"chance that {' + '.join(one.names)} forms", one.p_would, "chance", scene.day)
        for one in likely
    ]
    figures.append(
        Figure(
            "chance of no government before the next election",
            formation.p_none,
            "chance",
            scene.day,
        )
    )
    best = (
        f"{' + '.join(likely[0].names)} in {50 * likely[0].p_would:.0f} of 50" if likely else "none"
    )
    text = (
        f"Likeliest government: {best}; no government before the next election in "
        f"{50 * formation.p_none:.0f} of 50."
    )
    return _answer(scene, ("governments", ""), text, figures)


def _motion(scene: Scene, motion: MotionPart) -> AnswerPart:
    unknown = [scene.name(one.list) for one in motion.positions if one.position == "unknown"]
    figures = [
        Figure(what, p, "chance", scene.day)
        for what, p in (
            ("chance of a majority for it", motion.p_carried),
            ("the same if every undeclared list opposes", motion.p_if_unknown_oppose),
            ("the same if every undeclared list supports", motion.p_if_unknown_support),
            ("chance that a government would bring it", motion.p_brought),
        )
    ]
    silent = f" Not declared: {', '.join(unknown)}." if unknown else ""
    text = (
        f"A majority for it in {50 * motion.p_carried:.0f} of 50 new parliaments "
        f"({50 * motion.p_if_unknown_oppose:.0f} if all undeclared lists oppose, "
        f"{50 * motion.p_if_unknown_support:.0f} if they support); a government that would bring "
        f"it in {50 * motion.p_brought:.0f} of 50.{silent}"
    )
    sources = scene.source([motion.source])
    return _answer(scene, ("motion", motion.title), text, figures, sources)


def _event(scene: Scene, event: EventPart) -> AnswerPart:
    figures = [
        Figure("polls wholly before it", event.polls_before, "", scene.day),
        Figure("polls wholly after it", event.polls_after, "", scene.day),
    ]
    told = []
    for one in event.effects:
        span = f"{one.points.mean:+.1f} ({one.points.low:+.1f} to {one.points.high:+.1f})"
        figures.append(Figure(f"effect on {one.name}, points", span, "points", scene.day))
        told.append(f"{one.name} {span} points")
    effect = f" {'; '.join(told)}; ranges are 90 percent." if told else ""
    if not event.identified:
        text = (
            "Not identified: no poll was fielded wholly after it, so the effect is what is assumed "
            "before any poll."
        )
    else:
        text = f"Polls wholly after it: {event.polls_after}."
    sources = scene.source([event.source])
    return _answer(scene, ("event", event.title), text + effect, figures, sources)


def _answer(
    scene: Scene,
    asked: tuple[Question, str],
    text: str,
    figures: Sequence[Figure],
    sources: Sequence[str] = (),
) -> AnswerPart:
    return AnswerPart(
        question=asked[0],
        about=asked[1],
        text=text,
        figures=figure_parts(figures),
        sources=[*sources, *scene.forecast_source()],
    )


def figure_parts(figures: Sequence[Figure]) -> list[FigurePart]:
    """Return figures as the document holds them."""
    return [
        FigurePart(what=one.what, value=one.value, unit=one.unit, date=one.day) for one in figures
    ]


def later(scene: Scene) -> list[LaterPart]:
    """Return what happened after the day of the story: the result, and the steps that followed."""
    found = [*_result(scene), *_steps(scene.election, scene)]
    return sorted(found, key=lambda one: one.date)


def _result(scene: Scene) -> Iterator[LaterPart]:
    election = scene.election
    if scene.voted or not election.results:
        return
    won = sorted((one for one in election.results if one.seats), key=lambda one: -one.seats)
    seats = ", ".join(f"{scene.name(one.list)} {one.seats}" for one in won)
    yield LaterPart(date=election.date, text=f"Result, seats: {seats}.", source=won[0].source.text)


def _steps(election: Election, scene: Scene) -> Iterator[LaterPart]:
    told = (
        "mandate-given",
        "mandate-returned",
        "mandate-expired",
        "government-sworn-in",
        "election-called",
    )
    for step in election.calendar:
        if step.step in told and step.date > scene.day:
            who = f", {scene.name(step.who)}" if step.who else ""
            note = f" ({step.note})" if step.note else ""
            text = f"{step.step.replace('-', ' ').capitalize()}{who}{note}."
            yield LaterPart(date=step.date, text=text, source=step.source.text)
