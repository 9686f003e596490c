"""Apportionment of one pot of seats in whole numbers, with every tie and the last seat told.

The formulas are pure functions of votes and seats; the legal steps say where they are applied.
Literature: Pukelsheim, Proportional Representation, 2nd ed. (2017), chapters 4 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from formateur.law.count import LastSeat
from formateur.law.divisors import Divisors
from formateur.law.quotas import Quota
from formateur.law.ties import Contender, Tie, TieBreak

Votes = Mapping[Contender, int]
Seats = Mapping[Contender, int]


@dataclass(frozen=True, slots=True)
class Apportioned:
    """Seats of one pot.

    Attributes
    ----------
    seats
        By contender, with those held before.
    ties
        Ties that had to be resolved.
    unfilled
        Seats that nobody could take.
    """

    seats: dict[Contender, int]
    ties: tuple[Tie, ...] = ()
    unfilled: int = 0


def highest_averages(
    votes: Votes,
    house: int,
    divisor: Divisors,
    tie_break: TieBreak,
    *,
    where: str,
    held: Seats | None = None,
    most: Seats | None = None,
) -> Apportioned:
    """Give out `house` seats, each to the most votes per divisor.

    Contenders that are level all get a seat while there are enough; a `Tie` is only what has to
    be resolved.

    Parameters
    ----------
    held
        Seats with which contenders begin; they count for the divisors and are in the result.
    most
        Seats that a contender can hold; nobody else has a limit.
    """
    seats = {who: (held or {}).get(who, 0) for who in votes}
    divided = {who: divisor.of(own) for who, own in votes.items()}
    limits = most or {}
    ties: list[Tie] = []
    left = house
    while left:
        open_to = {who: own for who, own in divided.items() if seats[who] < limits.get(who, 10**9)}
        level = _highest(open_to, seats, divisor)
        if not level:
            break
        if len(level) > left:
            tie = tie_break.resolve(level, votes, left, where)
            ties.append(tie)
            level = list(tie.winners)
        for who in level:
            seats[who] += 1
        left -= len(level)
    return Apportioned(seats, tuple(ties), left)


def _highest(votes: Votes, seats: Seats, divisor: Divisors) -> list[Contender]:
    """Return everybody with the highest quotient; quotients are compared crosswise."""
    level: list[Contender] = []
    best_votes, best_divisor = 0, 1
    for who, own in votes.items():
        own_divisor = divisor.after(seats[who])
        lead = own * best_divisor - best_votes * own_divisor
        if lead > 0:
            level, best_votes, best_divisor = [who], own, own_divisor
        elif lead == 0 and own > 0:
            level.append(who)
    return level


def last_seat(
    votes: Votes, result: Apportioned, divisor: Divisors, *, held: Seats | None = None
) -> LastSeat | None:
    """Return who got the last seat and who came next; None where nobody could have got it.

    Parameters
    ----------
    held
        Seats with which contenders began.
    """
    divided = {who: divisor.of(own) for who, own in votes.items()}
    began = held or {}
    before = {who: won - 1 for who, won in result.seats.items() if won > began.get(who, 0)}
    if not before:
        return None
    tie = result.ties[-1] if result.ties else None
    winner = tie.winners[-1] if tie else _lowest(divided, before, divisor)
    ahead = {winner, *(tie.winners if tie else ())}
    others = {who: own for who, own in divided.items() if who not in ahead and own}
    lowest = divisor.after(before[winner])
    if not others or not lowest:
        return None
    runner_up = _highest(others, result.seats, divisor)[0]
    needed = divided[winner] * divisor.after(result.seats[runner_up]) // lowest
    return LastSeat(
        winner,
        runner_up,
        votes_missing=divisor.within(needed) - votes[runner_up] + 1,
        quotients=(
            divisor.quotient(votes[winner], before[winner]),
            divisor.quotient(votes[runner_up], result.seats[runner_up]),
        ),
    )


def _lowest(votes: Votes, before: Seats, divisor: Divisors) -> Contender:
    """Return who holds the seat with the lowest quotient."""
    lowest = next(iter(before))
    for who in before:
        own, low = votes[who], votes[lowest]
        if own * divisor.after(before[lowest]) < low * divisor.after(before[who]):
            lowest = who
    return lowest


def largest_remainder(
    votes: Votes, house: int, quota: Fraction, tie_break: TieBreak, *, where: str
) -> Apportioned:
    """Give out `house` seats by whole quotas, and the rest by the largest remainders.

    Parameters
    ----------
    quota
        Votes a seat. Where it is so small that the whole quotas exceed the house, the smallest
        remainders give seats back.
    """
    seats: dict[Contender, int] = {}
    rests: dict[Contender, Fraction] = {}
    for who, own in votes.items():
        whole = own // quota
        seats[who], rests[who] = int(whole), own - whole * quota
    left = house - sum(seats.values())
    if not any(votes.values()):
        return Apportioned(seats, (), left)
    ranked = sorted((who for who in votes if votes[who]), key=lambda who: -rests[who])
    if left < 0:
        return _given_back(votes, seats, rests, -left, tie_break=tie_break, where=where)
    rounds, left = divmod(left, len(ranked))  # rounds: only a rounded quota leaves as many seats
    winners, ties = ranked[:left], list[Tie]()
    if 0 < left < len(ranked) and rests[ranked[left - 1]] == rests[ranked[left]]:
        cut = rests[ranked[left]]
        safe = [who for who in winners if rests[who] > cut]
        level = [who for who in ranked if rests[who] == cut]
        ties.append(tie_break.resolve(level, votes, left - len(safe), where))
        winners = [*safe, *ties[0].winners]
    for who in ranked:
        seats[who] += rounds + (who in winners)
    return Apportioned(seats, tuple(ties))


def last_remainder(quota: Quota, votes: Votes, house: int, result: Apportioned) -> LastSeat | None:
    """Return whose remainder just won a seat and whose just missed it; None where none decided."""
    price = quota.exact(sum(votes.values()), house)
    rests = {who: own - own // price * price for who, own in votes.items() if own}
    more = {who: result.seats[who] - votes[who] // price for who in rests}
    won = [who for who in rests if more[who] == max(more.values())]
    missed = [who for who in rests if more[who] < max(more.values())]
    if not missed or not house:
        return None
    level = {who for tie in result.ties for who in tie.winners}
    winner = min(won, key=lambda who: (rests[who], who not in level))
    runner_up = max(missed, key=rests.__getitem__)
    if result.seats[runner_up] == house:
        return None  # only a rounded quota gives somebody more whole quotas than there are seats
    return LastSeat(
        winner,
        runner_up,
        votes_missing=_missing(quota, votes, house, runner_up, result.seats[runner_up]),
        quotients=(float(rests[winner]), float(rests[runner_up])),
        measure="remainder",
    )


def _missing(quota: Quota, votes: Votes, house: int, who: Contender, seats: int) -> int:
    """Return with how many more votes somebody has more than `seats`, without a tie.

    The quota grows with the votes, and may be rounded, so it is found by halving.
    """

    def ahead(more: int) -> bool:
        raised = {**votes, who: votes[who] + more}
        price = quota.exact(sum(raised.values()), house)
        found = largest_remainder(raised, house, price, TieBreak("lot"), where="")
        return found.seats[who] > seats and all(who not in tie.contenders for tie in found.ties)

    enough = 1
    while not ahead(enough):
        enough *= 2
    too_few = enough // 2
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if ahead(middle) else (middle, enough)
    return enough


def _given_back(
    votes: Votes,
    seats: dict[Contender, int],
    rests: Mapping[Contender, Fraction],
    number: int,
    *,
    tie_break: TieBreak,
    where: str,
) -> Apportioned:
    """Take seats back, one from each holder, the smallest remainders first."""
    ties: list[Tie] = []
    asked: set[Contender] = set()
    while number:
        open_to = [who for who, held in seats.items() if held and who not in asked]
        if not open_to:
            asked.clear()
            continue
        smallest = min(rests[who] for who in open_to)
        level = [who for who in open_to if rests[who] == smallest]
        if len(level) > number:
            tie = tie_break.resolve(level, votes, len(level) - number, where)
            ties.append(tie)
            level = [who for who in level if who not in tie.winners]
        for who in level:
            seats[who] -= 1
        asked.update(level)
        number -= len(level)
    return Apportioned(seats, tuple(ties))
