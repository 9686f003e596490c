"""Words for checked stories that text and page share."""

from __future__ import annotations

from collections.abc import Mapping

from formateur.language import Language, message
from formateur.story.schema import Ask, ClaimPart, Ruling, StoryDocument

VERDICT: dict[Ruling, str] = {
    "supported": message("supported").text,
    "contradicted": message("contradicted").text,
    "partly": message("partly").text,
    "cannot-be-checked": message("cannot be checked").text,
    "opinion": message("opinion").text,
}
QUESTION = {
    "race": message("The race").text,
    "governments": message("Who would govern").text,
    "motion": message("Would it pass").text,
    "event": message("Did it move the race").text,
}
ASK: dict[Ask, str] = {
    "election": message("Say which election it is about with --election ID.").text,
    "date": message("Say which day it is of with --date DAY, like 2019-09-14.").text,
}


def heading_of(document: StoryDocument, speech: Language) -> str:
    """Say what the story is about and of which day."""
    if document.election is None or document.date is None:
        return speech.say("A news story, not judged")
    return speech.say(
        "A news story about {election}, held against the figures of {day}",
        election=document.election_name,
        day=speech.day(document.date),
    )


def counted(rulings: Mapping[Ruling, int], speech: Language) -> str:
    """Say how many claims got which verdict."""
    counts = [
        f"{speech.say(words)} {rulings[one]}" for one, words in VERDICT.items() if rulings.get(one)
    ]
    if not counts:
        return speech.say("No claim was found that could be checked.")
    return speech.say("Claims: {counts}.", counts=tuple(counts))


def told(claim: ClaimPart, speech: Language) -> str:
    """Say who says it, and who reported it."""
    if claim.said_by and claim.reported_by:
        return speech.say(
            "said by {speaker}, reported by {outlet}",
            speaker=claim.said_by,
            outlet=claim.reported_by,
        )
    if claim.reported_by:
        return speech.say("reported by {outlet}", outlet=claim.reported_by)
    return speech.say("said by {speaker}", speaker=claim.said_by)
