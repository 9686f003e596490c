"""Coalitions on request, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import Amount, Language, Message, message, message_many
from formateur.reporting.coalitions import CoalitionsView
from formateur.reporting.layout import heading, table_of
from formateur.reporting.view.wording import NOTHING, Wording

TOLD = 0.01
"""Left-out coalitions less likely than this are not worth a word."""


def coalitions_text(view: CoalitionsView, language: Language) -> RenderableType:
    """Return the answer as something that a console can print."""
    words = Wording(language, view.names_in_languages)
    title = language.say(
        "{election}, as it stood on {day}",
        election=words.called(view.election).text,
        day=language.day(view.day),
    )
    return Group(
        Text(title, style="bold"),
        Text(" ".join(language.tell(one) for one in _summary(view, language))),
        Text(),
        _rows(view, words),
        *_changes(view, words),
        *_blocs(view, words),
    )


def _summary(view: CoalitionsView, language: Language) -> Iterator[Message]:
    shown = len(view.rows)
    if view.matching > shown:
        yield message_many(
            "{count} coalition fits, the likeliest {shown} shown.",
            "{count} coalitions fit, the likeliest {shown} shown.",
            view.matching,
            shown=shown,
        )
    else:
        yield message_many("{count} coalition fits.", "{count} coalitions fit.", view.matching)
    yield message(
        "One of them forms in {often}; no government before the next election in {none}.",
        often=language.of_50(view.p_any),
        none=language.of_50(view.p_none),
    )
    if view.p_hidden >= TOLD:
        yield message(
            "Others that seldom have a majority form in {often}: --minority shows them.",
            often=language.of_50(view.p_hidden),
        )


def _rows(view: CoalitionsView, words: Wording) -> RenderableType:
    language = words.language
    table = table_of(
        (words.say("Coalition"), "left"),
        (words.say("would (forms)"), "right"),
        (language.say("could (has {majority})", majority=view.majority), "right"),
        (words.say("seats"), "right"),
        (words.say("over or short"), "right"),
        (words.say("statements against"), "left"),
    )
    for one in view.rows:
        names = (language.isolated(words.called(name).text) for name in one.names)
        table.add_row(
            " + ".join(names),
            language.of_50(one.p_would, short=True),
            language.of_50(one.p_could, short=True),
            language.number(one.seats),
            language.number(one.over, sign=True),
            ", ".join(one.against) or NOTHING,
        )
    return table


def _changes(view: CoalitionsView, words: Wording) -> Iterator[RenderableType]:
    if not view.changes:
        return
    yield from heading(words.say("What would have to change"))
    for one in view.changes:
        told = words.language.say(
            "Without {statement} ({summary}): {after} instead of {before}",
            statement=one.statement,
            summary=one.summary,
            after=Amount(one.after, 1, percent=True),
            before=Amount(one.before, 1, percent=True),
        )
        yield Text(told)


def _blocs(view: CoalitionsView, words: Wording) -> Iterator[RenderableType]:
    if not view.lacking:
        return
    yield from heading(words.say("Seats lacking to a majority"))
    for name, middle, low, high in view.lacking:
        bloc = words.called(name).text
        told = (
            message("{bloc}: none", bloc=bloc)
            if high <= 0
            else message(
                "{bloc}: {middle} ({low} to {high})",
                bloc=bloc,
                middle=max(middle, 0),
                low=max(low, 0),
                high=high,
            )
        )
        yield Text(words.language.tell(told))
