"""What an explanation is put together from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from formateur.language import Message
from formateur.reporting.schema import ListPart
from formateur.reporting.view.marks import pieces
from formateur.reporting.view.words import Words

PLACE = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a step.

    Attributes
    ----------
    template
        In the language it is in, with ``{0}``, ``{1}`` of what goes into it.
    language
        Code of its language where that is not the reader's.
    sources
        Ids of what it rests on.
    """

    template: str
    values: tuple[str, ...] = ()
    language: str = ""
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole of it."""
        return PLACE.sub(lambda found: self.values[int(found[1])], self.template)


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way back.

    Attributes
    ----------
    id
        Two steps of the same id say the same, but that each shows what polls found for its own
        lists.
    polls
        Ids of polls to be tabulated, heaviest first.
    lists
        Whose figures in these polls are told.
    """

    id: str
    title: Said
    said: tuple[Said, ...]
    polls: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def said(words: Words, told: Message, *sources: str) -> Said:
    """Say a sentence in the reader's language."""
    template, values = words.language.parts(told)
    names = list(dict.fromkeys(PLACE.findall(template)))
    numbered = PLACE.sub(lambda found: f"{{{names.index(found[1])}}}", template)
    return Said(numbered, tuple(_unmarked(values[one]) for one in names), "", sources)


def _unmarked(text: str) -> str:
    return "".join(one.text for one in pieces(text))


def quoted(words: Words, text: str, *sources: str) -> tuple[Said, ...]:
    """Give a text of the folder or of the law as it is; nothing where it is empty."""
    piece = words.called(text)
    return (Said("{0}", (piece.text,), piece.language, sources),) if text else ()


def noted(words: Words, *topics: str) -> tuple[Said, ...]:
    """Say the notes of the forecast about some topics."""
    return tuple(Said("{0}", (one.text,)) for one in words.notes(*topics)) if topics else ()


def name(words: Words, text: str) -> str:
    """Return a name of the folder as the reader's language has it, to be put into a sentence."""
    return words.called(text).text


def list_name(words: Words, list_id: str) -> str:
    """Return the name of a list, to be put into a sentence."""
    return name(words, words.list_name(list_id))


def list_of(words: Words, list_id: str) -> ListPart:
    """Return a list of the document."""
    return next(one for one in words.document.lists if one.id == list_id)
