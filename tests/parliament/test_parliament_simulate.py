"""Parliaments of countries with constituencies: exact counts, fallbacks, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from factories import SOURCE, vote_draws

from formateur.errors import LawError
from formateur.facts import OTHER, Draws, Election, ElectoralList, Party
from formateur.folder.builtin_results import BuiltinResult, builtin_result, builtin_results
from formateur.law import Ballots, allocate, load_law
from formateur.law.nationwide import as_one_constituency
from formateur.parliament import Swing, by_constituency, simulate_parliament
from formateur.parliament.election_facts import constituency_facts

LAWS = {
    "be": "be-chamber", "de": "de-bundestag", "dk": "dk-folketing", "es": "es-congress",
    "fi": "fi-eduskunta", "is": "is-althingi", "lu": "lu-chamber", "lv": "lv-saeima",
    "no": "no-storting", "nz": "nz-house", "pl": "pl-sejm", "pt": "pt-assembly",
    "se": "se-riksdag",
}  # fmt: skip

OFFICIAL = {
    "be-2019": "nva 25 ps 20 vb 18 mr 14 ecolo 13 cdv 12 pvda_ptb 12 openvld 12 spa 9 groen 8 "
    "cdh 5 defi 2",
    "de-2017": "cdu 200 spd 153 afd 94 fdp 80 linke 69 gruene 67 csu 46",
    "de-2021": "spd 206 cdu 152 gruene 118 fdp 91 afd 83 csu 45 linke 39 ssw 1",
    "de-2025": "cdu 164 afd 152 spd 120 gruene 85 linke 64 csu 44 ssw 1",
    "dk-2015": "a 47 o 37 v 34 oe 14 i 13 aa 9 b 8 f 7 c 6",
    "es-1982": "psoe 202 ap 107 ciu 12 ucd 11 pnv 8 pce 4 cds 2 hb 2 erc 1 ee 1",
    "es-2011": "pp 186 psoe 110 ciu 16 iu 11 amaiur 7 upyd 5 pnv 5 erc 3 cc 2 bng 2 fac 1 "
    "compromis 1 gbai 1",
    "es-2015": "pp 123 psoe 90 podemos 42 cs 40 ecp 12 erc 9 compromis 9 dil 8 en_marea 6 pnv 6 "
    "iu 2 bildu 2 cc 1",
    "es-2016": "pp 137 psoe 85 up 45 cs 32 ecp 12 erc 9 compromis 9 cdc 8 en_marea 5 pnv 5 "
    "bildu 2 cc 1",
    "fi-2015": "kesk 49 ps 38 kok 37 sdp 34 vihr 15 vas 12 rkp 9 kd 5 as 1",
    "is-2013": "b 19 d 19 s 9 v 7 a 6 p 3",
    "is-2016": "d 21 p 10 v 10 b 8 c 7 a 4 s 3",
    "lu-2018": "csv 21 dp 12 lsap 10 greng 9 adr 4 piraten 2 lenk 2",
    "lv-2014": "s 24 v 23 zzs 21 na 17 lra 8 nsl 7",
    "no-1993": "a 67 sp 32 h 28 sv 13 krf 13 frp 10 v 1 r 1",
    "no-1997": "a 65 frp 25 krf 25 h 23 sp 11 sv 9 v 6 tkd 1",
    "no-2001": "a 43 h 38 frp 26 sv 23 krf 22 sp 10 v 2 kp 1",
    "no-2005": "a 61 frp 38 h 23 sv 15 krf 11 sp 11 v 10",
    "no-2009": "a 64 frp 41 h 30 sv 11 sp 11 krf 10 v 2",
    "no-2017": "a 49 h 45 frp 27 sp 19 sv 11 v 8 krf 8 r 1 mdg 1",
    "no-2025": "a 53 frp 47 h 24 sv 9 r 9 sp 9 mdg 8 krf 7 v 3",
    "nz-2017": "nat 56 lab 46 nzf 9 grn 8 act 1",
    "pl-2015": "pis 235 po 138 kukiz 42 n 28 psl 16 mn 1",
    "pt-2015": "paf 102 ps 86 be 19 cdu 17 psd 5 pan 1",
    "se-2022": "s 107 sd 73 m 68 v 24 c 24 kd 19 mp 18 l 16",
}  # fmt: skip
"""Seats by list, from the authorities that the results name."""

JOINT = {"zl": (Party(id="sld", name="SLD"), Party(id="tr", name="TR"))}
"""The one coalition that the law holds to a threshold of its own: Poland's, of 8 percent."""

SILENT = Swing(0.75, spread=0.0, spread_new=0.0, spread_candidates=0.0)
NOISY = Swing(0.75, spread=0.05, spread_new=0.1, spread_candidates=0.07)


def again(result: BuiltinResult) -> Election:
    """The election held once more, with itself as the previous one."""
    return Election(
        id=result.id,
        country=result.country,
        chamber="",
        name=result.name,
        date=result.date,
        law=LAWS[result.country],
        source=SOURCE,
        lists=tuple(
            ElectoralList(
                id=one,
                name=name,
                exempt=one in result.exempt,
                members=JOINT.get(one, ()),
                source=SOURCE,
            )
            for one, name in result.names.items()
        ),
        constituencies=result.constituencies,
        previous_votes=result.votes,
    )


def national(result: BuiltinResult, draws: int) -> Draws:
    lists = (*result.names, OTHER)
    votes = [sum(here.get(one, 0) for here in result.votes.lists.values()) for one in lists]
    return Draws(np.tile(np.array(votes) / sum(votes), (draws, 1)), lists, "share", "run")


def official(result_id: str) -> dict[str, int]:
    words = OFFICIAL[result_id].split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


@pytest.mark.parametrize("result_id", builtin_results())
def test_built_in_votes_give_the_official_seats(result_id: str) -> None:
    result = builtin_result(result_id)
    election, rules = again(result), load_law(LAWS[result.country]).on(result.date)
    candidates = {
        race: {one: number for one, number in votes.items() if one != OTHER}
        for race, votes in result.votes.candidates.items()
    }
    counted = allocate(
        rules,
        Ballots(lists=result.votes.lists, candidates=candidates),
        constituency_facts(election, (*result.names, OTHER), rules),
    )
    assert {one: won for one, won in counted.seats.items() if won} == official(result_id)


@pytest.mark.parametrize("result_id", ["es-2016", "no-2025", "dk-2015", "de-2025", "nz-2017"])
def test_without_swing_and_noise_the_seats_are_the_same_again(result_id: str) -> None:
    result = builtin_result(result_id)
    rules = load_law(LAWS[result.country]).on(result.date)
    rng = np.random.default_rng(1)
    seats = simulate_parliament(national(result, 2), rules, again(result), SILENT, rng)
    won = dict(zip(seats.lists, seats.values[0].tolist(), strict=True))
    assert {one: number for one, number in won.items() if number} == official(result_id)


@pytest.mark.parametrize("result_id", ["es-2016", "no-2025", "pl-2015"])
def test_every_parliament_fills_the_house_and_the_seed_decides(result_id: str) -> None:
    result = builtin_result(result_id)
    rules = load_law(LAWS[result.country]).on(result.date)
    votes, election = national(result, 700), again(result)

    def seats(seed: int) -> Draws:
        return simulate_parliament(votes, rules, election, NOISY, np.random.default_rng(seed))

    first = seats(1)
    assert (first.values.sum(axis=1) == rules.seats).all()
    assert (first.values.std(axis=0) > 0).any()
    assert np.array_equal(first.values, seats(1).values)
    assert not np.array_equal(first.values, seats(2).values)


def test_regional_list_wins_only_at_home() -> None:
    """The Basque nationalists with ten times their votes: 23 seats are given out at their home."""
    result = builtin_result("es-2016")
    rules = load_law("es-congress").on(result.date)
    votes = national(result, 1)
    shares = votes.values.copy()
    shares[0, votes.lists.index("pnv")] *= 10
    many = Draws(shares / shares.sum(), votes.lists, "share", "run")
    seats = simulate_parliament(many, rules, again(result), SILENT, np.random.default_rng(1))
    assert 15 <= seats["pnv"][0] <= 23


def test_law_of_constituencies_without_them_is_refused() -> None:
    election = replace(again(builtin_result("es-2016")), previous_votes=None, constituencies=())
    rules = load_law("es-congress").on(date(2019, 4, 28))
    with pytest.raises(LawError, match=r"constituencies.csv and previous_votes.csv"):
        simulate_parliament(
            vote_draws({"pp": [1.0]}), rules, election, None, np.random.default_rng(1)
        )


def test_levelled_law_without_constituencies_is_counted_nationwide() -> None:
    result = builtin_result("no-2025")
    election = replace(again(result), previous_votes=None, constituencies=())
    rules = load_law("no-storting").on(result.date)
    seats = simulate_parliament(
        national(result, 1), rules, election, None, np.random.default_rng(1)
    )
    assert seats.values.sum() == 169
    assert seats["v"][0] == 0, "below 4 percent, and no county saves it"


def test_previous_result_of_the_country_alone_is_none_of_constituencies() -> None:
    result = builtin_result("no-2025")
    rules = load_law("no-storting").on(result.date)
    whole = replace(again(result), constituencies=())
    assert by_constituency(rules, again(result))
    assert not by_constituency(rules, whole)
    found, wanted = (
        simulate_parliament(national(result, 1), rules, one, swing, np.random.default_rng(1)).values
        for one, swing in ((whole, SILENT), (replace(whole, previous_votes=None), None))
    )
    assert (found == wanted).all()


def test_sizes_that_do_not_make_the_house_are_refused() -> None:
    result = builtin_result("es-2016")
    election = replace(again(result), constituencies=result.constituencies[:-1])
    rules = load_law("es-congress").on(result.date)
    with pytest.raises(LawError, match="the house has 350"):
        simulate_parliament(national(result, 1), rules, election, SILENT, np.random.default_rng(1))


def test_nationwide_law_keeps_thresholds_and_the_formula_of_the_country() -> None:
    day = date(2025, 9, 8)
    names = {law: [step.name for step in as_one_constituency(load_law(law).on(day)).steps]
             for law in ("no-storting", "dk-folketing", "de-bundestag", "pt-assembly")}  # fmt: skip
    assert names == {
        "no-storting": ["levelling-threshold", "highest-averages:sainte-lague-1.4"],
        "dk-folketing": ["levelling-threshold", "largest-remainder:hare"],
        "de-bundestag": ["threshold", "highest-averages:sainte-lague"],
        "pt-assembly": ["highest-averages:d-hondt"],
    }
    with pytest.raises(LawError, match="cannot be counted as if"):
        as_one_constituency(load_law("gb-commons").on(day))
