"""The steps and terms of a procedure in words."""

from __future__ import annotations

from collections.abc import Mapping

from formateur.language import Language, Message, message
from formateur.reporting.calendar_terms import TermPart, VoteAgainPart

STEPS: Mapping[str, Message] = {
    "election-called": message("election called"),
    "parliament-dissolved": message("parliament dissolved"),
    "lists-close": message("lists of candidates close"),
    "agreements-close": message("last day for surplus-vote agreements"),
    "poll-silence": message("no new polls from now on"),
    "vote": message("vote"),
    "results": message("official results"),
    "consultations-start": message("consultations begin"),
    "consultations-end": message("consultations end"),
    "mandate-given": message("task of forming a government given"),
    "mandate-extended": message("task extended"),
    "mandate-returned": message("task given back"),
    "mandate-expired": message("task run out"),
    "parliament-period-start": message("parliament's own turn begins"),
    "parliament-period-end": message("parliament's own turn ends"),
    "coalition-agreement": message("coalition agreement"),
    "government-announced": message("government announced"),
    "investiture-vote": message("vote of investiture"),
    "government-sworn-in": message("government sworn in"),
    "government-resigned": message("government resigns"),
}
"""The steps of `formateur.facts.STEPS`."""

TERMS: Mapping[str, Message] = {
    "count": message("results"),
    "consultation": message("a candidate is named"),
    "mandate": message("a government, or the task ends"),
    "parliament": message("parliament acts, or its turn ends"),
    "talks": message("a government; no term is set"),
    "dissolved": message("dissolution"),
}
"""What ends a term."""


def in_days(days: int, language: Language) -> str:
    """Say how far a day is from the one asked for."""
    if days == 0:
        return language.say("today")
    if days > 0:
        return language.say_many("in one day", "in {count} days", days)
    return language.say_many("one day ago", "{count} days ago", -days)


def extended(term: TermPart, language: Language) -> str:
    """Write the last day of a term with every extension, where there are any."""
    if term.extended is None or term.extended == term.end:
        return ""
    return language.short_day(term.extended)


def law_days(term: TermPart, language: Language) -> str:
    """Write the days that the law gives, and those that may be granted on top."""
    if term.law_days is None:
        return "–"
    days = language.number(term.law_days)
    return f"{days} + {language.number(term.law_extension)}" if term.law_extension else days


def again_message(again: VoteAgainPart) -> Message:
    """Say when the country votes again if no government forms."""
    if again.dissolved is None or again.usual is None or again.last is None:
        return message(
            "No law ends the search. After a dissolution the country votes within {most} days "
            "({source}).",
            most=again.days_most,
            source=again.source,
        )
    return message(
        "Parliament is dissolved by {dissolved}; the next vote would be about {usual}, {days} "
        "days later. With every extension, every turn and the longest campaign ({most} days) "
        "it would be on {last} ({source}).",
        dissolved=again.dissolved,
        usual=again.usual,
        days=again.days_usual,
        most=again.days_most,
        last=again.last,
        source=again.source,
    )
