"""Seats by population."""

from __future__ import annotations

from levelling_cases import rules
from mixed_member_cases import counted

from formateur.law import ElectionFacts
from formateur.law.steps import STEPS

GERMANS_OF_2015 = {
    "Schleswig-Holstein": (2_673_803, 22),
    "Mecklenburg-Vorpommern": (1_548_400, 13),
    "Hamburg": (1_525_090, 12),
    "Niedersachsen": (7_278_789, 59),
    "Bremen": (568_510, 5),
    "Brandenburg": (2_391_746, 20),
    "Sachsen-Anhalt": (2_145_671, 17),
    "Berlin": (2_975_745, 24),
    "Nordrhein-Westfalen": (15_707_569, 128),
    "Sachsen": (3_914_671, 32),
    "Hessen": (5_281_198, 43),
    "Thüringen": (2_077_901, 17),
    "Rheinland-Pfalz": (3_661_245, 30),
    "Bayern": (11_362_245, 93),
    "Baden-Württemberg": (9_365_001, 76),
    "Saarland": (899_748, 7),
}
"""German population and seats of the Länder in the election of 2017 (Der Bundeswahlleiter)."""


def test_laender_of_2017() -> None:
    steps = (
        STEPS["plurality"],
        STEPS["seats-by-population:sainte-lague"],
        STEPS["highest-averages:sainte-lague"],
    )
    lists = {land: {"a": 10} for land in GERMANS_OF_2015}
    facts = ElectionFacts(
        population={land: people for land, (people, _) in GERMANS_OF_2015.items()},
        region_of={"one": "Berlin"},
    )
    allocation = counted(rules(steps, 598), lists, {"one": {"a": 1}}, facts)
    for land, (_, seats) in GERMANS_OF_2015.items():
        assert allocation.places[land, "list"] == {"a": seats}
