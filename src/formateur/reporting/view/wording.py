"""How figures and names are told in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formateur.language import Language, Message, Value, message
from formateur.reporting.messages import MessagePart, read
from formateur.reporting.record import Spread
from formateur.reporting.view.marks import marked, pieces
from formateur.reporting.view.records import Piece, Sentence

FOLDER = "en"
"""Language of what election folders and law files tell."""

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Wording:
    """Tells figures and names in a language.

    Attributes
    ----------
    names
        By a name as documents have it: the same name by language code.
    """

    language: Language
    names: Mapping[str, Mapping[str, str]]

    def say(self, text: str, /) -> str:
        """Say words that nothing is put into."""
        return self.language.say(text)

    def told(self, said: Message, *sources: str) -> Sentence:
        """Say a sentence, in its pieces."""
        return Sentence(pieces(self.language.tell(said)), sources)

    def called(self, text: str) -> Piece:
        """Return a text of the folder or the law, with its language where it is not the reader's.

        A name is given as the reader's language has it, where the folder knows that.
        """
        here = self.names.get(text, {}).get(self.language.code)
        if here:
            return Piece(here)
        return Piece(text, language="" if self.language.code == FOLDER else FOLDER)

    def name_of(self, text: str, *sources: str) -> str:
        """Return a name or quotation of the folder, marked, to be put into a sentence."""
        piece = self.called(text)
        if not (piece.language or sources):
            return piece.text
        return marked(piece.text, language=piece.language, sources=sources)

    def written(self, part: MessagePart) -> Message:
        """Read a sentence of the document, with the names in it as this language has them."""
        said = read(part)
        named = {key: self._named(one) for key, one in said.values.items()}
        return Message(said.text, said.plural, said.count, named)

    def _named(self, value: Value) -> Value:
        match value:
            case str():
                return value if value.isdigit() else self.name_of(value)
            case tuple():
                return tuple(self._named(one) for one in value)
            case _:
                return value

    def often(self, p: float, figure: str, *, short: bool = False) -> str:
        """Tell a chance as a count of 50, marked as the figure that it is."""
        return marked(self.language.of_50(p, short=short), figure)

    def each(self, chances: Iterable[tuple[str, str]]) -> tuple[Message, ...]:
        """Tell names with their chances: ``Likud in 34 of 50``."""
        return tuple(
            message("{name} in {often}", name=name, often=often) for name, often in chances
        )

    def ranged(self, middle: str, span: str) -> str:
        """Write a middle value and its range: ``32 (29–35)``."""
        return self.language.say("{middle} ({span})", middle=middle, span=span)

    def seats(self, seats: Spread) -> str:
        """Write median and 90 % range of seats, or the number where it is certain."""
        middle = self.language.number(seats.q50)
        if seats.q05 == seats.q95:
            return middle
        return self.ranged(middle, self.language.span(seats.q05, seats.q95))

    def shares(self, votes: Spread) -> str:
        """Write median and 90 % range of a vote share in percent, without its sign."""
        if votes.q95 - votes.q05 < 0.005:
            return self.language.number(votes.q50, 2)
        return self.ranged(
            self.language.number(votes.q50, 1), self.language.span(votes.q05, votes.q95)
        )

    def surplus(self, seats: Spread) -> str:
        """Write median and 90 % range of the seats above the majority: ``+3 (−1 to +6)``."""
        middle = self.language.number(seats.q50, sign=True)
        if seats.q05 == seats.q95:
            return middle
        return self.ranged(middle, self.language.span(seats.q05, seats.q95, sign=True))

    def points(self, value: float) -> str:
        """Write a difference in points with its sign: ``+1.3``, ``−0.2``, ``0``."""
        places = 0 if abs(value) < 0.05 else 1
        return self.language.number(value, places, sign=True)

    def weight(self, share: float) -> str:
        """Write the weight of a poll in percent: ``19 %``, ``0.3 %``."""
        return self.language.percent(share, 1 if 0 < share < 0.01 else 0)
