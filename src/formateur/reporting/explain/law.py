"""The law that turned votes into seats, with its paragraphs."""

from __future__ import annotations

from formateur.language import Message, message, message_many
from formateur.reporting.explain.steps import Said, Step, name, noted, said
from formateur.reporting.view.words import Words

COVERS = {
    "seats": message("Seats of the house: {source}"),
    "threshold": message("Threshold: {source}"),
    "allocation": message("Allocation of the seats: {source}"),
    "constituencies": message("Constituencies: {source}"),
}
"""What a paragraph rules, in words, by table of the law file."""


def law_step(words: Words) -> Step:
    """Say under which law the seats were counted, and where it is written."""
    document = words.document
    if document.basis == "result":
        counted = message("The seats are those of the official result, under the law of the day.")
    else:
        counted = message_many(
            "{count} simulated election is counted under the law of the day, seat by seat.",
            "{count} simulated elections are counted under the law of the day, seat by seat.",
            document.draws,
        )
    return Step(
        id="law",
        title=said(words, message("From votes to seats")),
        said=(
            said(words, counted),
            said(words, _law(words)),
            *(paragraph(words, covers) for covers in document.law.sources),
            *noted(words, "what-if", "constituencies", "law"),
        ),
    )


def _law(words: Words) -> Message:
    law = words.document.law
    return message(
        "{law}: {summary}; newest rule in force since {day}.",
        law=name(words, law.name),
        summary=law.summary,
        day=law.in_force_from,
    )


def paragraph(words: Words, covers: str) -> Said:
    """Cite the paragraph that rules something."""
    source = words.document.law.sources[covers]
    text = next(one.text for one in words.document.sources if one.id == source)
    told = COVERS.get(covers, message("{what}: {source}", what=covers))
    return said(words, told.with_values(source=text), source)
