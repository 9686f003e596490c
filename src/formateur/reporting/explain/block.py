"""All explanations that a page needs, as one small block of JSON.

Many figures come by the same steps, say what they say in the same words and show the same polls:
each is written once, and named by its place. `modules/explain.js` reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass

from formateur.language import Language
from formateur.reporting.explain.explanation import citation, command, steps_of
from formateur.reporting.explain.figure_names import figure_names, pick_figure
from formateur.reporting.explain.labels import labels
from formateur.reporting.explain.polls import SHOWN, poll_line, rest
from formateur.reporting.explain.steps import Said, Step, list_name
from formateur.reporting.figure_ids import FigureId, parse_figure
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.records import View
from formateur.reporting.view.words import Words

NAME, TITLE, TOLD = "NAME", "TITLE", "TOLD"
"""What the page puts into command and citation: name and title of a figure, and what it says."""


def explanations_block(
    document: ForecastDocument, view: View, language: Language
) -> dict[str, object]:
    """Return where every figure of a view comes from, for the page's script.

    Parameters
    ----------
    document
        The forecast that the view was made from.
    view
        What the page shows; its figures are explained, no others.
    language
        Of the reader, and of the view.

    Returns
    -------
    dict
        ``figures`` by kind and by what they are of: places in ``said`` of title and sentences,
        place in ``ways``, place in ``columns`` of the lists whose figures are told of polls, and
        places of its own polls. A way: places in ``steps``. A step: title, sentences, places in
        ``polls``, what the polls that are not ``shown`` weigh. A poll: who, when, weight, number of
        the source, places in ``found`` of what it found for each of ``lists``. What is said: a
        text, or the place of one in ``templates`` and what is put in; then, where there are any,
        numbers of sources, which the page lists, and the code of its language. ``command`` and
        ``citation`` are to be filled in.
    """
    block = _Block(Words(language, document.names, document))
    names = figure_names(document)
    for name in dict.fromkeys(figures_of(view)):
        asked = pick_figure(names, name, document)
        block.add(parse_figure(name), steps_of(block.words, asked))
    blank = Step("", Said(TITLE), (Said(TOLD),))
    polls = [block.poll(one) for one in document.polls]
    return {
        "labels": labels(language),
        "figures": block.figures,
        "ways": list(block.ways),
        "steps": block.steps,
        "said": list(block.said.values()),
        "templates": list(block.templates),
        "columns": list(block.columns),
        "polls": polls,
        "found": list(block.found),
        "lists": [list_name(block.words, one.id) for one in document.lists],
        "shown": SHOWN,
        "command": command(document, NAME),
        "citation": citation(block.words, blank),
    }


def figures_of(part: object) -> Iterator[str]:
    """Return the names of the figures in a part of a view, in their order."""
    if isinstance(part, tuple):
        for one in part:
            yield from figures_of(one)
    elif is_dataclass(part):
        if figure := getattr(part, "figure", ""):
            yield figure
        for one in fields(part):
            yield from figures_of(getattr(part, one.name))


@dataclass(slots=True)
class _Block:
    """The block while it grows: everything is kept once, and named by its place."""

    words: Words
    figures: dict[str, dict[str, list[object]]] = field(default_factory=dict)
    ways: dict[tuple[int, ...], int] = field(default_factory=dict)
    steps: list[list[object]] = field(default_factory=list)
    step_places: dict[str, int] = field(default_factory=dict)
    said: dict[Said, object] = field(default_factory=dict)
    said_places: dict[Said, int] = field(default_factory=dict)
    templates: dict[str, int] = field(default_factory=dict)
    columns: dict[tuple[int, ...], int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)

    def add(self, name: FigureId, steps: tuple[Step, ...]) -> None:
        """Add a figure and the steps that lead back from it."""
        first, *others = steps
        lists = [one.id for one in self.words.document.lists]
        shown = next((one.lists for one in steps if one.polls), ())
        columns = tuple(lists.index(one) for one in shown)
        way = tuple(self._step(one) for one in others)
        self.figures.setdefault(name.kind, {})[name.of] = [
            self._said(first.title),
            [self._said(one) for one in first.said],
            self.ways.setdefault(way, len(self.ways)),
            self.columns.setdefault(columns, len(self.columns)),
            *([self._polls(first)] if first.polls else []),
        ]

    def poll(self, poll: PollPart) -> list[object]:
        """Return a poll with what it found for every list."""
        lists = [one.id for one in self.words.document.lists]
        line = poll_line(self.words, poll, lists)
        told = {one.list: one.told for one in line.figures}
        found = [self.found.setdefault(told.get(one, ""), len(self.found)) for one in lists]
        return [line.who, line.field, line.weight, self._number(line.source), found]

    def _step(self, step: Step) -> int:
        if step.id not in self.step_places:
            self.step_places[step.id] = len(self.steps)
            known = {one.id: one for one in self.words.document.polls}
            weighed = rest(self.words, [known[one] for one in step.polls])
            said = [self._said(one) for one in step.said]
            self.steps.append([self._said(step.title), said, self._polls(step), weighed])
        return self.step_places[step.id]

    def _polls(self, step: Step) -> list[int]:
        places = {one.id: place for place, one in enumerate(self.words.document.polls)}
        return [places[one] for one in step.polls]

    def _said(self, one: Said) -> int:
        if one not in self.said_places:
            self.said_places[one] = len(self.said_places)
            self.said[one] = self._row(one)
        return self.said_places[one]

    def _row(self, one: Said) -> object:
        sources = [self._number(source) for source in one.sources]
        text: object = one.text
        if one.values and one.template != "{0}":
            text = [self.templates.setdefault(one.template, len(self.templates)), *one.values]
        if one.language:
            return [text, sources, one.language]
        return [text, sources] if sources else text

    def _number(self, source: str) -> int:
        sources = self.words.document.sources
        return next(number for number, one in enumerate(sources, start=1) if one.id == source)
