"""The result of the election before, built in or in the folder, and what lists say of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from formateur.errors import LawError
from formateur.facts import Constituency, PreviousVotes
from formateur.folder.builtin_results import BuiltinResult, builtin_result, builtin_results
from formateur.folder.national_results import national_result
from formateur.folder.previous_votes import PlaceVotes, votes_of
from formateur.folder.problem_log import ProblemLog
from formateur.folder.suggestion import suggest
from formateur.folder.toml_document import TomlDocument
from formateur.law import NATIONAL, Law
from formateur.law.magnitudes import misfit

CONSTITUENCIES_FILE, VOTES_FILE = "constituencies.csv", "previous_votes.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is known of constituencies and of the election before.

    Attributes
    ----------
    constituencies
        None where the previous result is that of the country alone.
    votes
        ``None`` when the folder names no previous result.
    """

    constituencies: tuple[Constituency, ...] = ()
    votes: PreviousVotes | None = None


def previous_result(
    document: TomlDocument,
    places: tuple[Constituency, ...],
    rows: Sequence[PlaceVotes],
    law: Law | None,
    log: Callable[[str], ProblemLog],
) -> Before:
    """Find the previous result, and report all that does not fit together.

    Parameters
    ----------
    document
        ``election.toml``.
    places, rows
        What `CONSTITUENCIES_FILE` and `VOTES_FILE` hold.
    law
        ``None`` when it cannot be read.
    log
        Gives the log of a file.
    """
    named = _named(document, log("election.toml"), own=bool(rows))
    if named is not None:
        before = Before(constituencies=places or named.constituencies, votes=named.votes)
        if not places:
            _check_age(named, document, law, log("election.toml"))
    elif places or rows or document.top.text("previous_result"):
        before = Before(constituencies=places, votes=votes_of(rows))
    else:
        before = Before(votes=_national(document, log("election.toml")))
    if places:
        _check_sizes(places, document, law, log(CONSTITUENCIES_FILE))
    elif not _of_the_country(rows, log(VOTES_FILE)):
        return Before()
    if before.votes is not None:
        _check_places(before, rows, log)
        _check_lists(before, document, log("election.toml"))
    elif places:
        reason = "tells sizes, but not how the constituencies voted last time"
        remedy = f"Add {VOTES_FILE}, or name a built-in result: previous_result = …"
        log(CONSTITUENCIES_FILE).error(None, "", "", reason, remedy)
    elif not document.top.text("previous_result"):
        _check_use(document, log("election.toml"))
    if not before.constituencies and not document.top.text("previous_result"):
        _check_need(document, law, log("election.toml"))
    return before


def _of_the_country(rows: Sequence[PlaceVotes], log: ProblemLog) -> bool:
    """Report the first votes that only constituencies can use; without any, all are national."""
    for row in rows:
        if row.place != NATIONAL or row.ballot != "list":
            reason = f"is of no use without {CONSTITUENCIES_FILE}"
            remedy = f"Add that file, or keep one row for lists, of the place {NATIONAL!r}."
            log.error(row.line, "constituency", row.place, reason, remedy)
            return False
    return True


def _named(document: TomlDocument, log: ProblemLog, *, own: bool) -> BuiltinResult | None:
    """Return the built-in result that ``election.toml`` names; none when there is an error."""
    ref, line = document.top.text("previous_result"), document.line(("previous_result",))
    if not ref:
        return None
    if ref not in builtin_results():
        remedy = suggest(ref, builtin_results(), f"remove it, and add {VOTES_FILE}")
        log.error(line, "previous_result", ref, "is not a built-in result", remedy)
        return None
    if own:
        reason = f"is named, and the folder has {VOTES_FILE} too"
        log.error(line, "previous_result", ref, reason, "Keep one of them.")
        return None
    return _fitting(builtin_result(ref), "previous_result", document, log)


def _national(document: TomlDocument, log: ProblemLog) -> PreviousVotes | None:
    """Return the official result of the election before where that is built in."""
    found = national_result(document.top.text("previous"))
    fitting = None if found is None else _fitting(found, "previous", document, log)
    return None if fitting is None else fitting.votes


def _fitting(
    found: BuiltinResult, key: str, document: TomlDocument, log: ProblemLog
) -> BuiltinResult | None:
    """Return the result unless it is of another country, or not older than this vote."""
    line, vote = document.line((key,)), document.top.day("date")
    country = document.top.text("country")
    if country and found.country != country:
        reason = f"is a result of {found.country!r}, not of {country!r}"
        log.error(line, key, found.id, reason, "Name one of the same country.")
        return None
    if vote is not None and found.date >= vote:
        reason = f"was held on {found.date}, not before this vote"
        log.error(line, key, found.id, reason, "Name an earlier one.")
        return None
    return found


def _check_age(
    named: BuiltinResult, document: TomlDocument, law: Law | None, log: ProblemLog
) -> None:
    """Report sizes of constituencies that were those of another house."""
    vote = document.top.day("date")
    now, then = _house(law, vote), _house(law, named.date)
    if None not in (now, then) and now != then and not named.votes.candidates:
        reason = f"has the constituencies of a house of {then} seats; this one has {now}"
        remedy = f"Add {CONSTITUENCIES_FILE} with the sizes of today."
        line = document.line(("previous_result",))
        log.error(line, "previous_result", named.id, reason, remedy)


def _house(law: Law | None, day: date | None) -> int | None:
    if law is None or day is None:
        return None
    try:
        return law.on(day).seats
    except LawError:
        return None


def _check_sizes(
    places: tuple[Constituency, ...], document: TomlDocument, law: Law | None, log: ProblemLog
) -> None:
    vote = document.top.day("date")
    if law is None or vote is None or law.constituencies == "one":
        return
    try:
        rules = law.on(vote)
    except LawError:
        return
    if reason := misfit(rules, sum(one.seats for one in places)):
        log.error(None, "seats", "", reason, "Correct the sizes.")


def _check_places(
    before: Before, rows: Sequence[PlaceVotes], log: Callable[[str], ProblemLog]
) -> None:
    """Report votes without a constituency, and constituencies without votes."""
    regions = {one.region for one in before.constituencies}
    known = {one.name for one in before.constituencies} | regions | {NATIONAL}
    for row in rows:
        if row.place not in known:
            remedy = suggest(row.place, known, f"add it to {CONSTITUENCIES_FILE}")
            reason = f"is not in {CONSTITUENCIES_FILE}"
            log(VOTES_FILE).error(row.line, "constituency", row.place, reason, remedy)
    if before.votes is None:
        return
    voted = {*before.votes.lists, *before.votes.candidates}
    missing = [one.name for one in before.constituencies if one.seats and one.name not in voted]
    if missing:
        reason = f"has {len(missing)} constituencies without previous votes, such as {missing[0]!r}"
        remedy = "Write their names as the votes have them, or add their votes."
        log(CONSTITUENCIES_FILE).error(None, "constituency", missing[0], reason, remedy)


def _check_use(document: TomlDocument, log: ProblemLog) -> None:
    """Report predecessors and places of lists where there is no previous result."""
    for one in document.top.tables("list"):
        for key in ("previous", "stands_in"):
            if names := one.texts(key):
                reason = "is of no use without a previous result"
                remedy = f"Name one (previous_result = …), add {VOTES_FILE}, or remove it."
                log.error(document.line((*one.path, key)), f"list.{key}", names[0], reason, remedy)


def _check_need(document: TomlDocument, law: Law | None, log: ProblemLog) -> None:
    """Warn of a law that cannot be forecast without a previous result."""
    if law is not None and law.constituencies == "many":
        country = document.top.text("country")
        known = [one for one in builtin_results() if one.startswith(f"{country}-")]
        built_in = f" (known: {', '.join(known)})" if known else ""
        reason = "gives out seats in constituencies; nothing is forecast without a result of theirs"
        remedy = (
            f"Name one in previous_result{built_in}, or add {CONSTITUENCIES_FILE} and {VOTES_FILE}."
        )
        log.warning(document.line(("law",)), "law", document.top.text("law"), reason, remedy)


def _check_lists(before: Before, document: TomlDocument, log: ProblemLog) -> None:
    """Report predecessors and places of lists that are not there."""
    regions = {one.region for one in before.constituencies} - {""}
    known = {
        "previous": before.votes.list_ids if before.votes is not None else frozenset[str](),
        "stands_in": frozenset({one.name for one in before.constituencies} | regions),
    }
    kinds = {"previous": "list of the previous result", "stands_in": "constituency"}
    for one in document.top.tables("list"):
        for key, names in known.items():
            for name in one.texts(key):
                if name not in names:
                    line, remedy = (
                        document.line((*one.path, key)),
                        suggest(name, names, "remove it"),
                    )
                    log.error(line, f"list.{key}", name, f"is not a {kinds[key]}", remedy)
