"""The rules that find claims and judge them, sentence by sentence."""

from __future__ import annotations

from datetime import date

import pytest
from story_cases import line, scene

from formateur.story.claim import Claim
from formateur.story.claims.find import claims_of

FLAGSHIP = ("il-2019-09", "2019-09-14")


def found(text: str, where: tuple[str, str] = FLAGSHIP, *, bare: bool = True) -> dict[str, str]:
    tongue = "es" if any(sign in text for sign in "áéíóúñ") else "en"
    of = line(text, scene(*where, tongue=tongue, bare=bare))  # type: ignore[arg-type]
    return {one.kind: one.verdict.ruling for one in claims_of(of)}


@pytest.mark.parametrize(
    ("text", "ruling"),
    [
        ("It comes three days before the election.", "supported"),
        ("It comes two days before the election.", "contradicted"),
        ("A week before the vote, Netanyahu pledged to annex the Jordan Valley.", "supported"),
        ("Six days before the vote, Gantz met donors.", "cannot-be-checked"),
        ("The vote is four days away.", "contradicted"),
        ("Israelis vote on Tuesday.", "supported"),
        ("Israelis vote on Wednesday.", "contradicted"),
        ("Monday's election is close to everyone's heart.", "contradicted"),
        ("It is the second election this year.", "supported"),
        ("It is the third election in less than a year.", "contradicted"),
        ("It comes five months after an inconclusive election.", "supported"),
        ("It comes nine months after the last election.", "contradicted"),
        ("Three days before the April vote, Netanyahu spoke.", "cannot-be-checked"),
        ("A treaty could take months.", "cannot-be-checked"),
        ("On Tuesday, September 10, the rockets fell.", "supported"),
        ("On Monday, September 10, the rockets fell.", "contradicted"),
        ("Los israelíes votarán el martes.", "supported"),
        ("Quedan tres días para las elecciones en Israel, según se leyó.", "supported"),
    ],
)
def test_time(text: str, ruling: str) -> None:
    assert found(text)["time"] == ruling


def test_the_day_of_a_speech_on_the_election_is_not_the_day_of_the_vote() -> None:
    assert "time" not in found("Netanyahu spoke of the election on Monday.")


@pytest.mark.parametrize(
    ("text", "ruling"),
    [
        ("In April, Likud won 35 seats.", "supported"),
        ("In April, Likud won 36 seats.", "contradicted"),
        ("Likud won 26.5 percent of the vote in April.", "supported"),
        ("Netanyahu failed to form a coalition.", "supported"),
        ("Gantz failed to form a coalition.", "contradicted"),
        ("Netanyahu declared himself the winner.", "supported"),
        ("Odeh declared himself the winner.", "cannot-be-checked"),
        ("The April election was inconclusive.", "supported"),
        ("Netanyahu fracasó en su intento de formar gobierno.", "supported"),
    ],
)
def test_outcomes(text: str, ruling: str) -> None:
    assert found(text)["outcome"] == ruling


@pytest.mark.parametrize(
    ("text", "ruling"),
    [
        ("On Tuesday, Netanyahu pledged to annex the Jordan Valley.", "supported"),
        ("On Sunday, Netanyahu pledged to annex the Jordan Valley.", "contradicted"),
        ("El martes, Netanyahu prometió anexionar el valle del Jordán.", "supported"),
        ("On Thursday, Facebook suspended Netanyahu's chatbot.", "supported"),
        ("On Thursday, Gantz visited a bakery.", "cannot-be-checked"),
    ],
)
def test_events(text: str, ruling: str) -> None:
    assert found(text)["event"] == ruling


@pytest.mark.parametrize(
    ("text", "ruling"),
    [
        ("Gantz has ruled out sitting in a government with Netanyahu.", "supported"),
        ("Shas has ruled out governing with Netanyahu.", "contradicted"),
        ("Yamina has ruled out governing with Odeh.", "cannot-be-checked"),
        ("Gantz ha descartado gobernar con Netanyahu, según él.", "supported"),
    ],
)
def test_statements(text: str, ruling: str) -> None:
    assert found(text)["government"] == ruling


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind", "ruling"),
    [
        ("The race is neck and neck.", "race", "supported"),
        ("Likud and Shas are neck and neck.", "race", "contradicted"),
        ("Blue and White leads by a wide margin, a clear lead.", "race", "contradicted"),
        ("Likud is ahead of the Joint List.", "race", "supported"),
        ("The Joint List leads the polls.", "race", "contradicted"),
        ("The Joint List would come third.", "race", "supported"),
        ("Likud would win 33 seats.", "race", "supported"),
        ("Likud would win 45 seats.", "race", "contradicted"),
        ("Netanyahu's bloc is short of a majority.", "race", "supported"),
        ("Netanyahu's bloc will have a majority.", "race", "contradicted"),
        ("No party will have a majority.", "race", "supported"),
        ("Shas is certain to miss the threshold.", "race", "contradicted"),
        ("Polls predict a tight race.", "race", "supported"),
        ("Polls give Likud 32 seats.", "race", "supported"),
        ("Polls give Likud 20 seats.", "race", "contradicted"),
        ("Liberman is the kingmaker.", "government", "supported"),
        ("Netanyahu can only govern with Liberman.", "government", "supported"),
        (
            "A government of Likud and Blue and White would have a majority.",
            "government",
            "supported",
        ),
        ("Gantz will head the next government.", "government", "contradicted"),
        ("Likud supports the defence treaty.", "motion", "supported"),
        ("Blue and White supports the defence treaty.", "motion", "contradicted"),
        ("The defence treaty would have a majority.", "motion", "cannot-be-checked"),
    ],
)
def test_figures(text: str, kind: str, ruling: str) -> None:
    assert found(text, bare=False)[kind] == ruling


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Netanyahu met 12 lawmakers.",
        "Turnout among Likud voters was 68 percent.",
        "A majority of Israelis trust Netanyahu.",
        "Netanyahu passed a law in the Knesset.",
        "Netanyahu flew to London ahead of the vote.",
        "Gantz, who leads Blue and White, spoke.",
        "In the lead-up to the vote Gantz spoke.",
        "Likud needs the 61 seats of a majority.",
        "Likud is ahead by two seats, its aide said.",
        "In 2015, Likud won 30 seats and Netanyahu formed a government.",
        "Likud has 38 seats in the outgoing Knesset.",
        "Netanyahu's government had a one-seat majority.",
        "Two weeks before the election, Netanyahu flew to London.",
        "Without Otzma Yehudit the bloc would get 57 seats.",
        "If Otzma Yehudit crosses the threshold, the bloc could govern.",
        "Gantz would have 28 days to form a government.",
        "The right could win a majority if turnout is low.",
        "After the vote a government will be formed within 42 days.",
    ],
)
def test_what_only_looks_like_a_claim_is_not_contradicted(text: str) -> None:
    assert "contradicted" not in found(text, bare=False).values()


@pytest.mark.parametrize(
    "text",
    [
        "The gesture looks meant to bolster Netanyahu.",
        "Gantz called it a grave mistake.",
        "“It is a historic day,” Netanyahu said.",
        "Gantz tachó la idea de peligrosa y cínica, según él.",
    ],
)
def test_opinion_is_listed_and_not_judged(text: str) -> None:
    assert found(text)["opinion"] == "opinion"


def test_without_a_forecast_nothing_is_made_up() -> None:
    assert found("Likud leads the polls.")["race"] == "cannot-be-checked"
    assert found("The race is neck and neck.")["race"] == "cannot-be-checked"


def test_nothing_later_is_used() -> None:
    """On the day of the treaty nobody knew of the cabinet that met on the day after."""
    text = "On Sunday the cabinet met in the Jordan Valley."
    assert "supported" not in found(text).values()
    assert found(text, ("il-2019-09", "2019-09-15"))["event"] == "supported"


def test_a_claim_clashes_with_one_of_its_kind_on_the_same_words() -> None:
    verdict = claims_of(line("The vote is three days away.", scene(*FLAGSHIP, bare=True)))[
        0
    ].verdict
    one = Claim("race", 0, 10, verdict, (), (5, 10))
    assert not one.clashes(Claim("race", 0, 10, verdict, (), (0, 4)))
    assert one.clashes(Claim("race", 8, 12, verdict))
    assert not one.clashes(Claim("time", 8, 12, verdict))


def test_the_scene_knows_the_election_before() -> None:
    assert scene(*FLAGSHIP, bare=True).previous is not None
    assert scene("il-2019-04", "2019-04-08", bare=True).previous is None
    assert scene("il-2019-09", "2019-10-01", bare=True).voted
    assert scene(*FLAGSHIP, bare=True).day == date(2019, 9, 14)
