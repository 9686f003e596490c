"""From a figure's name to where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from shlex import quote
from types import MappingProxyType

from formateur.language import Language, message
from formateur.reporting.citations import source_line
from formateur.reporting.explain import blocs, coalitions, facts, formed, lists, polling
from formateur.reporting.explain.figure_names import find_figure
from formateur.reporting.explain.figure_step import Way
from formateur.reporting.explain.polls import poll_line, rest
from formateur.reporting.explain.schema import CitedPart, Explanation, SaidPart, StepPart
from formateur.reporting.explain.steps import Step, name
from formateur.reporting.figure_ids import FigureId
from formateur.reporting.reproduce import settings
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view.wording import FOLDER
from formateur.reporting.view.words import Words

WAYS: Mapping[str, Way] = MappingProxyType(
    {
        **lists.WAYS,
        "bloc": blocs.bloc,
        **polling.WAYS,
        **coalitions.WAYS,
        **formed.WAYS,
        **facts.WAYS,
    }
)
"""What leads a figure back, for every kind of figure."""


def explain(document: ForecastDocument, figure_id: str, language: Language) -> Explanation:
    """Say where a figure comes from.

    Parameters
    ----------
    document
        The forecast; nothing else is looked at.
    figure_id
        Name of a figure of it, see `figure_names`.
    language
        Of the reader.

    Raises
    ------
    UsageError
        When the forecast has no such figure; the message offers near names.
    """
    asked = find_figure(document, figure_id)
    words = Words(language, document.names, document)
    steps = steps_of(words, asked)
    return Explanation(
        election=document.election.id,
        as_of=document.as_of,
        language=language.code,
        figure=str(asked),
        title=steps[0].title.text,
        steps=[step_part(words, one) for one in steps],
        sources=cited(words, steps),
        run=document.run,
        seed=document.seed,
        draws=document.draws,
        version=document.version,
        command=command(document, str(asked)),
        citation=citation(words, steps[0]),
    )


def steps_of(words: Words, asked: FigureId) -> tuple[Step, ...]:
    """Return the way back from a figure that the document has."""
    return tuple(WAYS[asked.kind](words, asked))


def step_part(words: Words, step: Step) -> StepPart:
    """Write a step down."""
    polls = {one.id: one for one in words.document.polls}
    return StepPart(
        id=step.id,
        title=step.title.text,
        said=[
            SaidPart(text=one.text, language=one.language, sources=list(one.sources))
            for one in step.said
        ],
        polls=[poll_line(words, polls[one], step.lists) for one in step.polls],
        rest=rest(words, [polls[one] for one in step.polls]),
    )


def cited(words: Words, steps: Iterable[Step]) -> list[CitedPart]:
    """Return the sources that some steps rest on, by number."""
    polls = {one.id: one.source for one in words.document.polls}
    used = {
        source
        for step in steps
        for source in (
            *(polls[one] for one in step.polls),
            *(source for one in step.said for source in one.sources),
        )
    }
    return [
        CitedPart(
            id=one.id,
            number=number,
            text=source_line(one, words.language),
            language="" if words.language.code == FOLDER else FOLDER,
        )
        for number, one in enumerate(words.document.sources, start=1)
        if one.id in used
    ]


def command(document: ForecastDocument, figure: str) -> str:
    """Return the command that gives the same explanation again."""
    words = ("formateur", "explain", document.election.id, figure, *settings(document))
    return " ".join(quote(one) for one in words)


def citation(words: Words, first: Step) -> str:
    """Say how to cite a figure: what it is, what it says, whose forecast of which day."""
    document = words.document
    told = message(
        "{figure}: {told} Formateur {version}: {election}, as it stood on {day}, run {run}.",
        figure=first.title.text,
        told=first.said[0].text,
        version=document.version,
        election=name(words, document.election.name),
        day=document.as_of,
        run=document.run,
    )
    return words.told(told).text
