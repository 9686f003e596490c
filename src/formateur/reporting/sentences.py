"""What the figures say, in sentences. Made from chances, never from medians."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import open_language
from formateur.reporting.formation_schema import FormationPart, OfficePart
from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.motion_words import in_short
from formateur.reporting.rows import kingmakers
from formateur.reporting.schema import (
    ForecastDocument,
)
from formateur.reporting.words import and_list, of_50


def headline(document: ForecastDocument) -> tuple[str, ...]:
    """Return the sentences a reader needs first."""
    if document.basis == "result":
        return (_counted(document), *_coalition_doubt(document), *_would(document))
    return (
        _largest(document),
        *_blocs(document),
        *_threshold(document),
        *_coalition_doubt(document),
        *_would(document),
    )


def _counted(document: ForecastDocument) -> str:
    won = [f"{one.name} {one.seats.q50:.0f}" for one in document.lists if one.seats.q50 > 0]
    bloc = next((b for b in document.blocs if b.p_majority == 1), None)
    verdict = (
        f"{bloc.name} has a majority"
        if bloc
        else f"no bloc has the {document.election.majority} seats of a majority"
    )
    return f"The votes are counted: {and_list(won)}; {verdict}."


def _largest(document: ForecastDocument) -> str:
    ahead = sorted(document.lists, key=lambda one: -one.p_largest)
    told = [f"to {x.name} in {of_50(x.p_largest)}" for x in ahead[:3] if x.p_largest >= 0.02]
    opening = "Who comes first is open: most" if ahead[0].p_largest < 0.75 else "Most"
    ties = " (ties are shared)" if len(told) > 1 else ""
    return f"{opening} seats go {and_list(told)} simulated elections{ties}."


def _blocs(document: ForecastDocument) -> Iterator[str]:
    if not document.blocs:
        return
    majority = document.election.majority
    told = and_list([f"{bloc.name} in {of_50(bloc.p_majority)}" for bloc in document.blocs])
    if max(bloc.p_majority for bloc in document.blocs) < 0.5:
        yield f"No bloc is likely to have a majority ({majority} seats): {told}."
    else:
        yield f"A majority ({majority} seats) is reached by {told}."
    yield from _kingmaker(document)


def _kingmaker(document: ForecastDocument) -> Iterator[str]:
    """Name the lists outside all blocs that make a majority with one of them."""
    for one in kingmakers(document):
        told = [f"{b.name} in {of_50(b.p_majority_with[one.id])}" for b in document.blocs]
        yield f"With the seats of {one.name}: {and_list(told)}."


def _threshold(document: ForecastDocument) -> Iterator[str]:
    unsure = [one for one in document.lists if 0.02 <= one.p_threshold <= 0.98]
    if unsure:
        told = and_list([f"{one.name} passes in {of_50(one.p_threshold)}" for one in unsure])
        yield f"Not sure of the threshold of {document.law.threshold:g} %: {told}."


def _coalition_doubt(document: ForecastDocument) -> Iterator[str]:
    """Say how many of the smallest likely coalitions go against what one of their lists said."""
    likely = [g for g in document.governments if g.minimal_winning and g.p_could >= 0.5]
    broken = sum(g.blocked for g in likely)
    if not likely or not broken:
        return
    span = "" if document.basis == "result" else " in at least half of the simulated parliaments"
    who = "all" if broken == len(likely) else f"{broken}"
    verb = "breaks" if broken == 1 else "break"
    yield (
        f"Of the {len(likely)} smallest coalitions that have a majority{span}, {who} {verb} "
        "a public statement of one of their own lists."
    )


def _would(document: ForecastDocument) -> Iterator[str]:
    """Say which government is likeliest, and how often there is none."""
    formation = document.formation
    if formation is None or not formation.governments:
        return
    first = formation.governments[0]
    head = f" under {first.heads[0].name}" if first.heads else ""
    short = " (without a majority in most parliaments)" if first.p_could < 0.5 else ""
    yield (
        f"Likeliest government: {and_list(first.names)}{head}{short}, in {of_50(first.p_would)}; "
        f"no government before the next election in {of_50(formation.p_none)}."
    )


def formation_sentences(formation: FormationPart) -> Iterator[str]:
    """Say who heads the government, who is asked first, when it comes, and what if it does not."""
    heads = [f"{one.name} in {of_50(one.p)}" for one in formation.heads[:3]]
    if heads:
        yield f"Head of the next government: {and_list(heads)}."
    asked = [f"{one.name} in {of_50(one.p)}" for one in formation.first[:2]]
    if asked:
        yield f"Asked first: {and_list(asked)}."
    if formation.days is not None:
        days = formation.days
        yield (
            f"If a government forms, it takes {days.q50:.0f} days from the vote ({days.q05:.0f} to "
            f"{days.q95:.0f}), and has no majority in {of_50(formation.p_minority)}."
        )
    yield f"No government before the next election in {of_50(formation.p_none)}."
    if formation.p_none > 0 and formation.repeat_election is not None:
        yield f"That next election would be held about {formation.repeat_election:%B %Y}."
    yield from formation.ground


def office_sentence(office: OfficePart) -> str:
    """Say who is in office on a day."""
    held = and_list([f"{one.name} in {of_50(one.p)}" for one in office.holders[:3]])
    return f"{office.date}: a new government in {of_50(office.p_new)}; in office {held}."


def motion_sentence(motion: MotionPart) -> str:
    """Say what the chance of a motion is, and that of a government that would bring it."""
    speech = open_language("en")
    return speech.tell(in_short(motion, motion.title, speech.of_50))
