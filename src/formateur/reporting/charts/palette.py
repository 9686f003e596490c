"""Colours of charts, and whether they can be told apart and read.

A colour of the page is written as a CSS variable with the value of the light page behind it, so
that one drawing follows the dark page and print; `solid` leaves the value alone, for files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

INK = "var(--ink,#1b1a17)"
SOFT = "var(--soft,#57534b)"
RULE = "var(--rule,#d8d3c8)"
GROUND = "var(--ground,#fbfaf7)"
DOT = "var(--dot,#7d8894)"
HAS = "var(--has,#a8480b)"

LIGHT, DARK = "#fbfaf7", "#161513"
"""Grounds of the light and of the dark page."""

MARKS, TEXT = 3.0, 4.5
"""Contrast that marks need against their ground, and text (WCAG 2.2, AA)."""

NEUTRAL = "#7d8894"
"""Colour of a party that no source gives one."""

SAFE = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#000000",
)  # fmt: skip
"""Colours that colour-blind readers can tell apart.

Okabe and Ito, *Color Universal Design* (2008), https://jfly.uni-koeln.de/color/.
"""

_VARIABLE = re.compile(r"var\(--[a-z0-9_-]+,(#[0-9a-f]{6})\)")


def solid(text: str) -> str:
    """Put the values of the light page in place of variables, wherever they stand in a text.

    Examples
    --------
    >>> solid("fill: var(--ink,#1b1a17)")
    'fill: #1b1a17'
    """
    while (plainer := _VARIABLE.sub(r"\1", text)) != text:
        text = plainer
    return text


def party_colour(list_id: str, colour: str) -> str:
    """Return the colour of a party as a variable of the page, which can change it.

    Parameters
    ----------
    colour
        Its sourced colour, ``#1f5aa5``; empty where there is none: the party is neutral then.
    """
    return f"var(--party-{list_id},{colour or NEUTRAL})"


def safe_colours(list_ids: Sequence[str]) -> dict[str, str]:
    """Give parties colours that colour-blind readers can tell apart, by id; the first eight.

    Further parties are neutral: more than eight colours cannot be told apart by anybody, and no
    chart goes by colour alone.
    """
    return {one: SAFE[k] if k < len(SAFE) else NEUTRAL for k, one in enumerate(list_ids)}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour ``#rrggbb``, 0 (black) to 1 (white).

    Web Content Accessibility Guidelines 2.2, *relative luminance*.
    """
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours ``#rrggbb``, from 1 (none) to 21 (black on white).

    Web Content Accessibility Guidelines 2.2, *contrast ratio*: text needs 4.5, marks 3.

    Examples
    --------
    >>> contrast("#000000", "#ffffff"), contrast("#777777", "#777777")
    (21.0, 1.0)
    """
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return round((high + 0.05) / (low + 0.05), 2)


def ink_on(colour: str) -> str:
    """Return black or white, whichever can be read better on a colour; its contrast is over 4.5."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, colour))


def party_edge(list_id: str, colour: str) -> str:
    """Return the colour of the edge of marks of a party, as a variable of the page.

    The edge is of ink where the colour is too faint on the ground it stands on, and of the colour
    itself elsewhere. `page_style` sets the variables.
    """
    fill = party_colour(list_id, colour)
    if contrast(colour or NEUTRAL, LIGHT) < MARKS:
        return "var(--edge-on-light,#1b1a17)"
    kind = "edge-on-dark" if contrast(colour or NEUTRAL, DARK) < MARKS else "edge"
    return f"var(--{kind},{fill})"


def page_style(list_ids: Sequence[str]) -> str:
    """Return the style that a page needs for its charts: edges, and safe colours.

    Parameters
    ----------
    list_ids
        Lists in the order in which they get colours when an element of class ``safe-colours`` is
        around them.
    """
    safe = "".join(f"--party-{one}:{colour};" for one, colour in safe_colours(list_ids).items())
    edges = "--edge:var(--ink);--edge-on-dark:var(--ink);--edge-on-light:var(--ink);"
    dark = "--edge-on-dark:var(--ink);--edge-on-light:transparent"
    return (
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f".safe-colours{{{edges}{safe}}}\n"
    )
