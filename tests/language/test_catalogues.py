"""The catalogues of translations hold every sentence of the code, whole and with its names."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from renew_catalogues import LOCALE, renewed, said

from formateur.language import LANGUAGES, open_language

TRANSLATED = LANGUAGES[1:]
each_language = pytest.mark.parametrize("code", TRANSLATED)


@cache
def catalogue(code: str) -> Catalog:
    with (LOCALE / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


@cache
def sentences() -> Catalog:
    return said()


def entries(found: Catalog) -> dict[str | tuple[str, ...], Message]:
    return {key(one): one for one in found if one.id}


def key(one: Message) -> str | tuple[str, ...]:
    return tuple(one.id) if isinstance(one.id, list | tuple) else one.id


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_is_much_to_say() -> None:
    assert len(entries(sentences())) > 200


@each_language
def test_the_catalogue_has_the_sentences_of_the_code_and_no_others(code: str) -> None:
    known, wanted = entries(catalogue(code)).keys(), entries(sentences()).keys()
    assert sorted(map(str, wanted - known)) == []
    assert sorted(map(str, known - wanted)) == []
    assert not catalogue(code).obsolete


@each_language
def test_every_sentence_is_translated_in_all_its_forms(code: str) -> None:
    missing = [
        one.id
        for one in entries(catalogue(code)).values()
        if one.fuzzy or not all(form.strip() for form in forms(one.string))
    ]
    assert missing == []


@each_language
def test_plurals_have_as_many_forms_as_the_language(code: str) -> None:
    wanted = catalogue(code).num_plurals
    short = [
        one.id
        for one in entries(catalogue(code)).values()
        if isinstance(one.id, list | tuple) and len(forms(one.string)) != wanted
    ]
    assert short == []


@each_language
def test_translations_name_what_the_english_names(code: str) -> None:
    """A form for a single number (one, two, none) may leave the count itself to the word."""
    wrong = [
        (one.id, form)
        for one in entries(catalogue(code)).values()
        for form in forms(one.string)
        if not needed(one) <= names(form) <= allowed(one)
    ]
    assert wrong == []


def needed(one: Message) -> set[str]:
    return set.intersection(*map(names, forms(one.id))) - {"count"}


def allowed(one: Message) -> set[str]:
    return set().union(*map(names, forms(one.id)))


@each_language
def test_a_count_is_told_where_any_number_is_meant(code: str) -> None:
    plurals = [one for one in entries(catalogue(code)).values() if isinstance(one.id, list | tuple)]
    silent = [
        one.id
        for one in plurals
        if "count" in names(one.id[1]) and "count" not in names(forms(one.string)[-1])
    ]
    assert silent == []


@each_language
def test_renewing_changes_nothing(code: str) -> None:
    assert renewed(code) == Path(LOCALE / f"{code}.po").read_bytes()


@each_language
def test_translations_keep_the_ends_of_sentences(code: str) -> None:
    """A sentence stays one: its translation ends like one, in whatever script."""
    ends = {".": ".۔。", "?": "?؟", ":": ":"}
    wrong = [
        (one.id, form)
        for one in entries(catalogue(code)).values()
        for form in forms(one.string)
        if (sign := forms(one.id)[-1][-1]) in ends and form.strip()[-1:] not in ends[sign]
    ]
    assert wrong == []


@each_language
def test_the_language_opens_with_its_catalogue(code: str) -> None:
    language = open_language(code)
    assert language.say("What to know") != "What to know"
