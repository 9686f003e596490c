"""Text that keeps its own direction inside text of another direction.

Without isolation a name in Latin letters, a bracket or a range such as 8–10 is shown in the wrong
order within Hebrew or Arabic. The marks are those of the Unicode Bidirectional Algorithm (UAX #9).
"""

from __future__ import annotations

from typing import Literal

FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, POP = "\u2068", "\u2066", "\u2067", "\u2069"

Direction = Literal["ltr", "rtl", "auto"]
_MARKS: dict[Direction, str] = {"ltr": LEFT_TO_RIGHT, "rtl": RIGHT_TO_LEFT, "auto": FIRST_STRONG}


def isolate(text: str, direction: Direction = "auto") -> str:
    """Wrap a text in isolates, so that neither it nor what stands around it is reordered.

    Parameters
    ----------
    direction
        Of the text; ``auto`` goes by its first letter.

    Examples
    --------
    >>> [hex(ord(one)) for one in isolate("8", "ltr")]
    ['0x2066', '0x38', '0x2069']
    """
    return f"{_MARKS[direction]}{text}{POP}" if text else text
