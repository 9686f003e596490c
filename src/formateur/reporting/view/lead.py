"""What a reader needs first, in sentences. Made from chances, never from medians."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message, message_many
from formateur.reporting.figure_ids import figure
from formateur.reporting.rows import kingmakers
from formateur.reporting.view.records import Sentence
from formateur.reporting.view.words import Words

SURE = 0.98
"""Lists that pass the threshold more often than this, or as seldom miss it, are not told."""


def lead(words: Words) -> tuple[Sentence, ...]:
    """Return the sentences a reader needs first."""
    seats = counted(words) if words.document.basis == "result" else seats_lead(words)
    return tuple(words.told(one) for one in (*seats, *government_lead(words)))


def counted(words: Words) -> Iterator[Message]:
    """Say what the official result is."""
    document = words.document
    won = tuple(
        message("{name} {seats}", name=words.name(one.id), seats=round(one.seats.q50))
        for one in document.lists
        if one.seats.q50 > 0
    )
    bloc = next((one for one in document.blocs if one.p_majority == 1), None)
    if bloc:
        yield message(
            "The votes are counted: {seats}; {bloc} has a majority.",
            seats=won,
            bloc=words.name_of(bloc.name),
        )
    else:
        yield message(
            "The votes are counted: {seats}; no bloc has the {majority} seats of a majority.",
            seats=won,
            majority=document.election.majority,
        )


def seats_lead(words: Words) -> Iterator[Message]:
    """Say who comes first, whether a bloc has a majority, and who may miss the threshold."""
    yield _largest(words)
    yield from _blocs(words)
    yield from _threshold(words)


def _largest(words: Words) -> Message:
    ahead = sorted(words.document.lists, key=lambda one: -one.p_largest)
    told = tuple(
        message(
            # Translators: part of a list of lists: "most seats go to A in 34 of 50 and to B in …"
            "to {name} in {often}",
            name=words.name(one.id),
            often=words.often(one.p_largest, figure("largest", one.id)),
        )
        for one in ahead[:3]
        if one.p_largest >= 1 - SURE
    )
    sure = ahead[0].p_largest >= 0.75
    if len(told) == 1:
        return message("Most seats go {lists} simulated elections.", lists=told)
    if sure:
        return message("Most seats go {lists} simulated elections (ties are shared).", lists=told)
    return message(
        "Who comes first is open: most seats go {lists} simulated elections (ties are shared).",
        lists=told,
    )


def _blocs(words: Words) -> Iterator[Message]:
    blocs, majority = words.document.blocs, words.document.election.majority
    if not blocs:
        return
    told = words.each(
        (words.name_of(one.name), words.often(one.p_majority, figure("bloc", one.id)))
        for one in blocs
    )
    if max(one.p_majority for one in blocs) < 0.5:
        yield message(
            "No bloc is likely to have a majority ({majority} seats): {blocs}.",
            majority=majority,
            blocs=told,
        )
    else:
        yield message(
            "A majority ({majority} seats) is reached by {blocs}.", majority=majority, blocs=told
        )
    yield from _kingmakers(words)


def _kingmakers(words: Words) -> Iterator[Message]:
    """Name the lists outside all blocs that make a majority with one of them."""
    for one in kingmakers(words.document):
        told = words.each(
            (
                words.name_of(bloc.name),
                words.often(bloc.p_majority_with[one.id], figure("bloc", bloc.id, one.id)),
            )
            for bloc in words.document.blocs
        )
        yield message("With the seats of {name}: {blocs}.", name=words.name(one.id), blocs=told)


def _threshold(words: Words) -> Iterator[Message]:
    unsure = [one for one in words.document.lists if 1 - SURE <= one.p_threshold <= SURE]
    if unsure:
        told = tuple(
            message(
                "{name} passes in {often}",
                name=words.name(one.id),
                often=words.often(one.p_threshold, figure("threshold", one.id)),
            )
            for one in unsure
        )
        yield message(
            "Not sure of the threshold of {threshold}: {lists}.",
            threshold=words.threshold(),
            lists=told,
        )


def government_lead(words: Words) -> Iterator[Message]:
    """Say how many likely coalitions break somebody's word, and which government is likeliest."""
    yield from _broken_words(words)
    yield from _likeliest(words)


def _broken_words(words: Words) -> Iterator[Message]:
    """Say how many of the smallest likely coalitions go against what one of their lists said."""
    document = words.document
    likely = [g for g in document.governments if g.minimal_winning and g.p_could >= 0.5]
    broken = sum(one.blocked for one in likely)
    if not broken:
        return
    told = _broken_counted if document.basis == "result" else _broken_in_half
    yield told(broken, len(likely)).with_values(all=len(likely))


def _broken_counted(broken: int, likely: int) -> Message:
    if broken == likely:
        return message_many(
            "The smallest coalition that has a majority breaks a public statement of one of its "
            "own lists.",
            "Of the {count} smallest coalitions that have a majority, all break a public statement "
            "of one of their own lists.",
            broken,
        )
    return message_many(
        "Of the {all} smallest coalitions that have a majority, {count} breaks a public "
        "statement of one of its own lists.",
        "Of the {all} smallest coalitions that have a majority, {count} break a public "
        "statement of one of their own lists.",
        broken,
    )


def _broken_in_half(broken: int, likely: int) -> Message:
    if broken == likely:
        return message_many(
            "The smallest coalition that has a majority in at least half of the simulated "
            "parliaments breaks a public statement of one of its own lists.",
            "Of the {count} smallest coalitions that have a majority in at least half of the "
            "simulated parliaments, all break a public statement of one of their own lists.",
            broken,
        )
    return message_many(
        "Of the {all} smallest coalitions that have a majority in at least half of the "
        "simulated parliaments, {count} breaks a public statement of one of its own lists.",
        "Of the {all} smallest coalitions that have a majority in at least half of the "
        "simulated parliaments, {count} break a public statement of one of their own lists.",
        broken,
    )


def _likeliest(words: Words) -> Iterator[Message]:
    """Say which government is likeliest, and how often there is none."""
    formation = words.document.formation
    if formation is None or not formation.governments:
        return
    first = formation.governments[0]
    text = {
        (True, True): message(
            "Likeliest government: {lists} under {head} (without a majority in most parliaments), "
            "in {often}; no government before the next election in {none}."
        ),
        (True, False): message(
            "Likeliest government: {lists} under {head}, in {often}; no government before the next "
            "election in {none}."
        ),
        (False, True): message(
            "Likeliest government: {lists} (without a majority in most parliaments), in {often}; "
            "no government before the next election in {none}."
        ),
        (False, False): message(
            "Likeliest government: {lists}, in {often}; no government before the next election in "
            "{none}."
        ),
    }[bool(first.heads), first.p_could < 0.5]
    yield message(
        text.text,
        lists=tuple(words.name_of(name) for name in first.names),
        head=words.name_of(first.heads[0].name) if first.heads else "",
        often=words.often(first.p_would, figure("would", *first.members)),
        none=words.often(formation.p_none, figure("would", "none")),
    )
