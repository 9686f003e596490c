"""Law files: what is read, what holds on which day, and how mistakes are told."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from law_cases import national

import formateur.law
from formateur.errors import LawError
from formateur.law import builtin_laws, load_law

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "law-file.md"
EXAMPLE = re.findall(r"```toml\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)[0]


def written(folder: Path, text: str) -> Path:
    (folder / "law.toml").write_text(text, encoding="utf-8")
    return folder


def complaint(folder: Path, text: str) -> LawError:
    with pytest.raises(LawError) as caught:
        load_law("law.toml", written(folder, text))
    return caught.value


def test_example_of_the_reference_works(tmp_path: Path) -> None:
    law = load_law("law.toml", written(tmp_path, EXAMPLE))
    rules = law.on(date(2020, 5, 1))
    assert rules.law == "xx-assembly"
    assert rules.summary == "101 seats, threshold 3.25 %, D'Hondt"
    assert (rules.majority, rules.threshold) == (51, Fraction(13, 400))
    assert rules.in_force_from == date(2014, 6, 1)
    assert rules.limits == "Left out: the two seats of the islands."
    assert [statute.covers for statute in rules.sources] == ["seats", "threshold", "allocation"]
    assert "Act 17 of 2014" in rules.sources[1].text
    assert sum(national(rules, {"a": 70, "b": 30}).seats.values()) == 101


def test_law_without_threshold(tmp_path: Path) -> None:
    text = re.sub(r"\[\[threshold\]\].*?(?=\[\[allocation)", "", EXAMPLE, flags=re.DOTALL)
    text = text.replace('"threshold", "highest-averages:d-hondt"', '"largest-remainder:hare"')
    rules = load_law("law.toml", written(tmp_path, text)).on(date(2020, 5, 1))
    expected = "101 seats, no threshold, largest remainder with the Hare quota"
    assert rules.summary == expected
    assert rules.divisor is None
    assert national(rules, {"a": 100, "b": 1}).seats == {"a": 100, "b": 1}


def test_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode()
    (tmp_path / "law.toml").write_bytes(content)
    assert load_law("law.toml", tmp_path).id == "xx-assembly"


@pytest.mark.parametrize("name", builtin_laws())
def test_builtin_law_is_what_its_name_says(name: str) -> None:
    law = load_law(name)
    assert law.id == name
    assert law.country == name[:2]
    for day in {version.since for versions in law.tables.values() for version in versions}:
        if day >= max(law.seats[0].since, law.allocation[0].since):
            assert law.on(day).steps


@pytest.mark.parametrize(
    ("law", "first_day", "before", "after"),
    [
        ("il-knesset", date(1991, 10, 14), "threshold 1 %", "threshold 1.5 %"),
        ("il-knesset", date(2004, 5, 31), "threshold 1.5 %", "threshold 2 %"),
        ("il-knesset", date(2014, 3, 11), "threshold 2 %", "threshold 3.25 %"),
    ],
)
def test_version_begins_on_its_day(law: str, first_day: date, before: str, after: str) -> None:
    read = load_law(law)
    assert before in read.on(first_day - timedelta(days=1)).summary
    assert after in read.on(first_day).summary
    assert read.on(first_day).in_force_from == first_day


def test_summaries_of_the_built_in_laws() -> None:
    knesset = load_law("il-knesset").on(date(2019, 9, 17))
    assert knesset.summary == "120 seats, threshold 3.25 %, D'Hondt with surplus agreements"
    assert knesset.majority == 61
    riksdag = load_law("se-riksdag").on(date(2022, 9, 11))
    assert riksdag.summary == (
        "349 seats, threshold 4 %, modified Sainte-Laguë with first divisor 1.2, "
        "levelling seats from 4 %"
    )


@pytest.mark.parametrize(
    ("law", "day", "key"),
    [
        ("il-knesset", date(1973, 4, 3), "allocation"),
        ("il-knesset", date(1950, 1, 1), "seats"),
        ("se-riksdag", date(1970, 9, 19), "seats"),
    ],
)
def test_day_before_the_first_version_is_refused(law: str, day: date, key: str) -> None:
    with pytest.raises(LawError, match="no value is in force") as caught:
        load_law(law).on(day)
    assert caught.value.place == key


MISTAKES = [
    ("value = 101", "value = 0", "seats[1].value", "from 1 to"),
    ("value = 101", "value = true", "seats[1].value", "from 1 to"),
    ("value = 101", 'value = "101"', "seats[1].value", "whole number"),
    ("value = 101", "", "seats[1].value", "missing"),
    ("value = 101", "value = 101\nvalues = 3", "seats[1].values", "'value'"),
    ('share = "4%"', "share = 0.04", "threshold[1].share", "quotation marks"),
    ('share = "4%"', 'shares = "4%"', "threshold[1].shares", "did you mean 'share'"),
    ('share = "3.25%"', 'share = "3,25%"', "threshold[2].share", "exact percentage"),
    ('share = "3.25%"', 'share = "0.0325"', "threshold[2].share", "exact percentage"),
    ('share = "3.25%"', 'share = "100%"', "threshold[2].share", "below 100"),
    ("from = 2014-06-01", "from = 1990-01-01", "threshold[2].from", "another [[threshold]]"),
    ("from = 2014-06-01", 'from = "2014-06-01"', "threshold[2].from", "must be a day"),
    ("from = 2014-06-01", "from = 2014-06-01T00:00:00", "threshold[2].from", "must be a day"),
    ("from = 2014-06-01", "", "threshold[2].from", "missing"),
    ('source = "Elections Act 1990, s. 12"', "", "threshold[1].source", "needs its source"),
    ('source = "Elections Act 1990, s. 12"', 'source = " "', "threshold[1].source", "not empty"),
    ("[[seats]]", "[[seat]]", "seat", "did you mean 'seats'"),
    ("[[seats]]", "[seats]", "seats", "dated tables"),
    ("highest-averages:d-hondt", "highest-averages:dhondt", "allocation[1].steps", "d-hondt'?"),
    ('"threshold", "highest', '"highest', "threshold", "do not apply it"),
    ('"highest-averages:d-hondt"', "", "allocation[1].steps", "no step gives out seats"),
    (
        '"threshold", "highest-averages:d-hondt"',
        '"highest-averages:d-hondt", "threshold"',
        "allocation[1].steps",
        "has no effect",
    ),
    (
        '"threshold", "highest',
        '"threshold", "join-surplus-agreements", "highest',
        "allocation[1].steps",
        "come together",
    ),
    (
        'steps = ["threshold", "highest-averages:d-hondt"]',
        'steps = "threshold"',
        "allocation[1].steps",
        "list of texts",
    ),
    ('ties = "lot"', 'ties = "lots"', "allocation[1].ties", "did you mean 'lot'"),
    ('ties = "lot"', "", "allocation[1].ties", "missing"),
    ('id = "xx-assembly"', 'id = "XX"', "id", "small letters"),
    ('country = "xx" ', 'country = "xxx" ', "country", "two small letters"),
    ('name = "Exampleland', 'title = "Exampleland', "title", "not known"),
    ("formateur/law/1", "formateur/law/2", "schema", "formateur/law/1"),
]


@pytest.mark.parametrize(("right", "wrong", "place", "word"), MISTAKES)
def test_mistake_is_told_with_its_place(
    tmp_path: Path, right: str, wrong: str, place: str, word: str
) -> None:
    assert EXAMPLE.count(right) >= 1
    error = complaint(tmp_path, EXAMPLE.replace(right, wrong, 1))
    assert error.place == place
    assert word in error.reason
    assert error.remedy
    assert error.exit_code == 4


def test_step_without_a_threshold_is_told(tmp_path: Path) -> None:
    text = re.sub(r"\[\[threshold\]\].*?(?=\[\[allocation)", "", EXAMPLE, flags=re.DOTALL)
    assert "no [[threshold]] is given" in complaint(tmp_path, text).reason


@pytest.mark.parametrize("key", ["seats", "allocation"])
def test_missing_table_is_told(tmp_path: Path, key: str) -> None:
    begin = EXAMPLE.index(f"[[{key}]]")
    end = EXAMPLE.find("[[threshold]]", begin)
    error = complaint(tmp_path, EXAMPLE[:begin] + (EXAMPLE[end:] if end > 0 else ""))
    assert (error.place, error.reason) == (key, "this table is missing")


def test_file_that_is_no_toml(tmp_path: Path) -> None:
    assert "at line 2" in complaint(tmp_path, 'schema = "formateur/law/1"\nseats == 3\n').reason


def test_file_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "law.toml").write_bytes('name = "Laguë"'.encode("latin-1"))
    with pytest.raises(LawError, match="not UTF-8"):
        load_law("law.toml", tmp_path)


def test_missing_file_and_unknown_law(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="cannot be read"):
        load_law("law.toml", tmp_path)
    with pytest.raises(LawError, match="did you mean 'il-knesset'"):
        load_law("il-kneset")


@pytest.mark.parametrize("ref", ["../law.toml", "law.toml"])
def test_law_outside_the_folder_is_refused(tmp_path: Path, ref: str) -> None:
    written(tmp_path, EXAMPLE)
    folder = tmp_path / "inner" if ref.startswith("..") else None
    with pytest.raises(LawError, match="election folder itself"):
        load_law(ref, folder)


def test_public_names_are_there() -> None:
    assert len(set(formateur.law.__all__)) == len(formateur.law.__all__)
    assert all(hasattr(formateur.law, name) for name in formateur.law.__all__)


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    text = EXAMPLE.replace("value = 101", "value = -5").replace('"3.25%"', '"3,25"')
    text = text.replace('"xx"', '"Exampleland"').replace("d-hondt", "d-hont")
    found = complaint(tmp_path, text)
    places = [one.place for one in found.all]
    assert places == ["country", "seats[1].value", "threshold[2].share", "allocation[1].steps"]
    told = str(found).splitlines()
    assert [line.split(": ")[0] for line in told] == [f"law.toml, {place}" for place in places]


def test_what_uses_what_is_left_until_each_is_right(tmp_path: Path) -> None:
    text = EXAMPLE.replace("d-hondt", "d-hont")
    assert [one.place for one in complaint(tmp_path, text).all] == ["allocation[1].steps"]
