"""The law that an election names, as far as it can be had."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formateur.errors import LawError
from formateur.folder.cells import SLUG
from formateur.folder.problem_log import ProblemLog
from formateur.folder.suggestion import suggest
from formateur.folder.toml_document import TomlDocument
from formateur.law import Law, builtin_laws, load_law

OWN_LAW = "law.toml"
"""What an election names when its law lies in its own folder."""


@dataclass(frozen=True, slots=True)
class GoverningLaw:
    """The law, or why there is none.

    Attributes
    ----------
    law
        ``None`` when `election.toml` names none that can be read.
    error
        What is wrong with a law file that was found.
    house
        Seats on the day of the vote; ``None`` when the law does not tell.
    """

    law: Law | None = None
    error: LawError | None = None
    house: int | None = None


def governing_law(document: TomlDocument, folder: Path, log: ProblemLog) -> GoverningLaw:
    """Load the law that ``election.toml`` names; an unknown id is an error of that file."""
    ref = document.top.text("law")
    known = builtin_laws()
    if ref != OWN_LAW and ref not in known:
        if re.fullmatch(SLUG, ref):  # what is no id at all is told where keys are checked
            remedy = suggest(ref, known, f'write law = "{OWN_LAW}" and put your own law there')
            log.error(document.line(("law",)), "law", ref, "is not a built-in law", remedy)
        return GoverningLaw()
    try:
        law = load_law(ref, folder)
    except LawError as error:
        return GoverningLaw(error=error)
    return GoverningLaw(law, house=_house(law, document, log))


def _house(law: Law, document: TomlDocument, log: ProblemLog) -> int | None:
    vote: date | None = document.top.day("date")
    if vote is None:
        return None
    try:
        return law.on(vote).seats
    except LawError as error:
        # The folder can be read all the same; only a forecast needs the rules of that day.
        log.warning(document.line(("date",)), "date", str(vote), error.reason, f"{error.remedy}.")
        return None
