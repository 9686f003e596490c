"""The rules that verdicts apply, with their thresholds, in words: one place for all of them."""

from __future__ import annotations

from formateur.language import message
from formateur.story.claim import Ruling

CLOSE_LOW, CLOSE_HIGH = 0.3, 0.7
"""A race is close while the leading list has most seats with a chance between these."""
CLOSE_GAP = 2.0
"""Or while the medians of the first two are less than so many points apart."""
LIKELY = 0.75
UNLIKELY = 0.25
EVEN = 0.5

NO_FORECAST = message("No forecast can be made as of the day of the story.").text
NO_RULE = message("No rule decides this from the figures of the day.").text
NO_SUBJECT = message("It is not told which list is meant, or the list is not in the forecast.").text
FUTURE = message("What is still to come on the day of the story is not judged.").text
NO_FIGURE = message("No figure of the folder tells of groups of voters or of campaigns.").text
OPINION = message("Opinion, motive and praise are listed with who says them, never judged.").text

CLOSE = message(
    "Close: the leading list has most seats with a chance between 0.3 and 0.7, or the medians of "
    "the first two are less than 2 points of the vote apart; otherwise contradicted."
).text
CLOSE_PAIR = message(
    "Close, of two named lists, or of the two blocs where no list is named: the medians are less "
    "than 2 points apart (blocs also where one has a majority with a chance between 0.3 and 0.7); "
    "partly up to 4; otherwise contradicted."
).text
CLEAR = message(
    "A clear lead: most seats with a chance of at least 0.9 and 4 points ahead is supported; a "
    "close race contradicts it; between is partly."
).text
LEADS = message(
    "Leads: the larger mean share and a chance of at least 0.5 to have most seats is supported; "
    "another list ahead with a chance of at least 0.7 contradicts it; between is partly."
).text
LEADS_PAIR = message(
    "Ahead of a named list: the larger mean share is supported; 2 points or more behind is "
    "contradicted; between is partly."
).text
RANK = message(
    "Place: the order of expected seats; within 2 points of the place is partly, else contradicted."
).text
SEATS = message(
    "A number: inside the interval of 50 percent or within 1 of the median is supported; inside "
    "that of 90 percent is partly; else contradicted."
).text
MAJORITY = message(
    "Majority: a chance of at least 0.75 supports it, one of at most 0.25 contradicts it; between "
    "is partly. Short of a majority is the reverse; not sure of one holds below 0.75."
).text
THRESHOLD = message(
    "Threshold: passing it with a chance of at least 0.75 is supported, of at most 0.25 "
    "contradicted, between is partly; at risk is supported between 0.05 and 0.95."
).text
POLLS_CLOSE = message(
    "Polls, close: in those of the 14 days up to the story the first two are less than 2 points "
    "apart on average, or neither is ahead in more than 70 percent of them; otherwise contradicted."
).text
POLLS_LEAD = message(
    "Polls, lead: ahead on average in those of the 14 days up to the story is supported; behind by "
    "2 points or in 70 percent of them is contradicted; between is partly."
).text
POLLS_NUMBER = message(
    "Polls, a number: printed by one of the 14 days up to the story, or within 1 of their mean, is "
    "supported; within their range is partly; further than 3 outside it is contradicted."
).text
POLLS_MAJORITY = message(
    "Polls, majority: at least 75 percent of those of the 14 days up to the story that name every "
    "list of it show it is supported, at most 25 percent contradicted, between is partly."
).text

DAYS = message(
    "Calendar: days are counted exactly; weeks may be 3 days off, months half a month, years a "
    "month."
).text
WEEKDAY = message("Calendar: the weekday or date of the vote.").text
COUNTED = message("Calendar: the elections held within the time named are counted.").text
NAMED_DAY = message("Calendar: the weekday of a date.").text
PERIOD = message("Calendar: the days that the mandate runs, as the folder notes them.").text

TOOK = message(
    "Duration: that a thing may take so long is supported where a quarter of comparable cases took "
    "as long; else partly."
).text

RESULTS = message("Result: seats must agree exactly, shares within half a point.").text
INCONCLUSIVE = message(
    "Inconclusive: no list had a majority and no government was formed before the next election."
).text
CLAIMED = message("Victory claimed: an event of the folder tells it of the person.").text
FAILED = message(
    "Failed to form a government: the calendar shows a mandate that expired or was given back."
).text
WON = message("Won: most seats in the result; level with another list is partly.").text

KINGMAKER = message(
    "Kingmaker: every bloc without the list (of nested ones the smallest) has a majority with a "
    "chance of at most 0.25, and one with it of at least 0.5; a bloc that has 0.75 without it, or "
    "none that has 0.5 with it, contradicts; else partly."
).text
ONLY_WITH = message(
    "Only with: the bloc has a majority without the list with a chance of at most 0.25 and with it "
    "of at least 0.5; 0.75 without it contradicts; else partly."
).text
STATED = message(
    "Statements: supported by one in force on the day that says so, contradicted by one that says "
    "the opposite."
).text
COALITION = message(
    "Coalition: a chance of at least 0.75 that the lists have a majority supports it, one of at "
    "most 0.25 contradicts it; between is partly. It is not the chance that they govern."
).text
HEAD = message(
    "Head of government: a chance of at least 0.5 supports it, one of at most 0.25 contradicts it; "
    "between is partly; that somebody could is supported from 0.1."
).text
REPEAT = message(
    "Repeat election: a chance of no government of at least 0.5 supports that it comes, one of at "
    "most 0.1 contradicts it; that it may come is supported from 0.1."
).text

POSITION = message(
    "Position: as the list has stated it by the day, or as it was inferred; the opposite "
    "contradicts."
).text
CARRIED = message(
    "Motion: carried with a chance of at least 0.75 is supported, of at most 0.25 contradicted; it "
    "cannot be checked while lists that have said nothing decide it."
).text
REQUIRED = message(
    "Majority needed: as the motion of the folder states it, for parliament or a body abroad."
).text
EVENT = message(
    "Event: one of the folder tells it on the day named; contradicted when it is on another day "
    "and none fits that one."
).text
NOT_KNOWN = message("Event: the folder holds none that tells it.").text


def by_chance(p: float) -> Ruling:
    """Return the verdict on a thing of some chance: supported, contradicted or partly."""
    return "supported" if p >= LIKELY else "contradicted" if p <= UNLIKELY else "partly"
