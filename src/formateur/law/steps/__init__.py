"""The legal steps by the name that law files use; a new step is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from formateur.law.divisors import D_HONDT, DIVISORS, HUNTINGTON_HILL
from formateur.law.quotas import (
    HAGENBACH_BISCHOFF_ROUNDED,
    HARE,
    HARE_ROUNDED,
    HARE_ROUNDED_DOWN,
    QUOTAS,
)
from formateur.law.step import Stage, Step
from formateur.law.steps.additional_members import AdditionalMembers
from formateur.law.steps.alliances import JoinAlliances, SplitAlliances
from formateur.law.steps.biproportional import Biproportional
from formateur.law.steps.bonus import Bonus
from formateur.law.steps.coalition_threshold import CoalitionThreshold
from formateur.law.steps.compensation_mandates import CompensationMandates
from formateur.law.steps.compensation_votes import CompensationVotes
from formateur.law.steps.constituency_threshold import ConstituencyThreshold
from formateur.law.steps.deduct_constituency_seats import DeductConstituencySeats
from formateur.law.steps.enlargement import Enlargement
from formateur.law.steps.hand_back import LevellingWithHandBack
from formateur.law.steps.highest_averages import HighestAverages
from formateur.law.steps.largest_remainder import LargestRemainder
from formateur.law.steps.levelling import Levelling
from formateur.law.steps.levelling_in_turns import LevellingInTurns
from formateur.law.steps.levelling_threshold import LevellingThreshold
from formateur.law.steps.list_connections import SplitConnections
from formateur.law.steps.personal_mandates import PersonalMandates
from formateur.law.steps.place_by_region import PlaceByRegion
from formateur.law.steps.place_levelling import PLACEMENTS
from formateur.law.steps.plurality import Plurality
from formateur.law.steps.population_seats import PopulationSeats
from formateur.law.steps.preferential_quota import PreferentialQuota
from formateur.law.steps.qualified_winners import QualifiedWinners
from formateur.law.steps.second_scrutiny import SecondScrutiny
from formateur.law.steps.second_vote_coverage import SecondVoteCoverage
from formateur.law.steps.size_by_votes_cast import SizeByVotesCast
from formateur.law.steps.sub_apportionment import SubApportionment
from formateur.law.steps.super_apportionment import SuperApportionment
from formateur.law.steps.threshold import Threshold
from formateur.law.steps.whole_quotas import WholeQuotas
from formateur.law.steps.winners_by_region import WinnersByRegion

_FIXED: tuple[Step, ...] = (
    SizeByVotesCast(HARE_ROUNDED),
    PersonalMandates(HARE),
    Plurality(),
    QualifiedWinners(),
    CompensationVotes(),
    JoinAlliances(),
    JoinAlliances("list-combinations"),
    JoinAlliances("alliances", "ally"),
    *(HighestAverages(divisor) for divisor in (*DIVISORS, HUNTINGTON_HILL)),
    *(LargestRemainder(quota) for quota in QUOTAS),
    *(SplitAlliances(divisor) for divisor in DIVISORS),
    SplitAlliances(HARE),
    *(Levelling(divisor) for divisor in DIVISORS),
    Levelling(HARE),
    *(LevellingWithHandBack(divisor) for divisor in DIVISORS),
    *(LevellingInTurns(divisor) for divisor in DIVISORS),
    *PLACEMENTS,
    PlaceByRegion(),
    SecondScrutiny(HAGENBACH_BISCHOFF_ROUNDED),
    CompensationMandates(),
    SplitAlliances(HARE, "list-combinations"),
    SplitAlliances(HARE_ROUNDED_DOWN, "coalitions"),
    JoinAlliances("list-connections"),
    SplitConnections(D_HONDT),
    *(AdditionalMembers(divisor) for divisor in DIVISORS),
    *(PopulationSeats(divisor) for divisor in DIVISORS),
    *(SuperApportionment(divisor) for divisor in DIVISORS),
    *(SubApportionment(divisor) for divisor in DIVISORS),
    SecondVoteCoverage(),
    DeductConstituencySeats(),
    WinnersByRegion(),
)
STEPS: Mapping[str, Step] = {step.name: step for step in _FIXED}
"""Steps that their name says all of."""

TABLED: Mapping[str, type[Step]] = {
    kind.name: kind
    for kind in (
        Threshold,
        LevellingThreshold,
        ConstituencyThreshold,
        CoalitionThreshold,
        PreferentialQuota,
        Bonus,
        WholeQuotas,
        Biproportional,
        Enlargement,
    )
}
"""Steps whose numbers stand in dated tables of the same name, with _ for -."""


def table_of(step: str) -> str:
    """Return the name of the dated tables with the numbers of a step.

    Examples
    --------
    >>> table_of("levelling-threshold")
    'levelling_threshold'
    """
    return step.replace("-", "_")


def stage_of(step: str) -> Stage:
    """Return what a step does, by its name."""
    stage: Stage = STEPS[step].stage if step in STEPS else vars(TABLED[step])["stage"]
    return stage


def misorder(stages: Sequence[Stage]) -> str:
    """Return what is wrong with a sequence of steps; empty when nothing is."""
    if not {"allocate", "elect"} & set(stages):
        return "no step gives out seats (such as highest-averages or largest-remainder)"
    joined = [stage for stage in stages if stage in ("join", "allocate", "split")]
    pattern = "".join(stage[0] for stage in joined)
    while "jas" in pattern:
        pattern = pattern.replace("jas", "")
    if "j" in pattern or "s" in pattern:
        return (
            "steps that join and split lists come together, with a step that gives out seats "
            "between them"
        )
    if stages[-1] in ("size", "qualify"):
        return "a threshold or a size has no effect after the last step that gives out seats"
    if "place" in stages and "level" not in stages[: stages.index("place")]:
        return "a step that places levelling seats follows one that works out how many there are"
    return ""
