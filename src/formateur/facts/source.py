"""Where a fact comes from: the words of its ``source`` cell, and who passed it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A public source.

    Attributes
    ----------
    text
        Publication and date, or an address; several are separated by ``;``. Never empty.
    reported_by
        Who reported it, where that is somebody else; may be empty.
    """

    text: str
    reported_by: str = ""
