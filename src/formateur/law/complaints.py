"""All that is wrong with a law file, gathered part by part so that it is told at once."""

from __future__ import annotations

from contextlib import AbstractContextManager
from types import TracebackType

from formateur.errors import LawError


class Complaints(AbstractContextManager[None]):
    """Keeps the complaint of every part that is read within it, and goes on with the next part.

    Attributes
    ----------
    found
        What was wrong, in the order in which it was met.
    """

    def __init__(self) -> None:
        self.found: list[LawError] = []

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Keep a complaint about the law; let everything else through."""
        if isinstance(error, LawError):
            self.found += error.all
            return True
        return False

    def tell(self) -> None:
        """Raise the complaints, if there are any.

        Raises
        ------
        LawError
            The first; it carries the others.
        """
        if self.found:
            raise first_of(self.found)


def first_of(found: list[LawError]) -> LawError:
    """Return the first complaint, with the others in it."""
    first, *others = found
    first.others = tuple(others)
    return first
