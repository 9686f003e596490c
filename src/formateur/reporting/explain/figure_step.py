"""The first step of every way: what the figure is, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from formateur.language import Amount, Message, message
from formateur.reporting.explain.steps import Said, Step, said
from formateur.reporting.figure_ids import FigureId
from formateur.reporting.view.words import Words

Way = Callable[[Words, FigureId], Iterator[Step]]
"""Leads a figure of one kind, which the document has, back step by step."""


def figure_step(
    words: Words,
    asked: FigureId,
    title: Message,
    told: Iterable[Said],
    *,
    polls: tuple[str, ...] = (),
    lists: tuple[str, ...] = (),
) -> Step:
    """Return the first step of a figure."""
    return Step(str(asked), said(words, title), tuple(told), polls, lists)


def ranges(words: Words) -> Iterator[Said]:
    """Say how to read a range, where there is one."""
    if words.document.basis == "polls":
        yield said(
            words,
            message(
                "That is the middle value and, in brackets, the range that holds 90 of 100 "
                "simulated elections."
            ),
        )


def often(words: Words, p: float) -> Message:
    """Tell a chance as a count of 50 and as the draws have it; one that is settled is a count."""
    dots = words.language.of_50(p)
    if p in (0, 1):
        return message("{dots}", dots=dots)
    return message("{dots} ({share})", dots=dots, share=Amount(p, 1, percent=True))


def settled(words: Words, p: float, yes: Message, no: Message, chance: Message) -> Message:
    """Choose what to say: whether it is so once the votes are counted, and its chance before."""
    if words.document.basis == "polls" or p not in (0, 1):
        return chance
    return yes if p else no
