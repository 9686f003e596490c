"""Numbers as stories write them: in digits and, up to a hundred, in words."""

from __future__ import annotations

import re

from formateur.story.folding import fold

_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro "
    "veinticinco veintiseis veintisiete veintiocho veintinueve",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
    "primer": 1, "segund": 2, "tercer": 3, "cuart": 4, "quint": 5, "sext": 6,
}  # fmt: skip


def _words() -> dict[str, int]:
    found = {"a": 1, "an": 1, "un": 1, "una": 1, "dozen": 12}
    for words in _UNITS.values():
        found |= {word: number for number, word in enumerate(words.split(), start=1)}
    for language, words in _TENS.items():
        tens = dict(zip(words.split(), range(20, 100, 10), strict=True))
        found |= tens
        units = _UNITS[language].split()[:9]
        signs = "- " if language == "en" else ()
        for ten, value in tens.items():
            for sign in signs:
                found |= {f"{ten}{sign}{unit}": value + k for k, unit in enumerate(units, 1)}
            if language == "es":
                found |= {f"{ten} y {unit}": value + k for k, unit in enumerate(units, 1)}
            if language == "es":
                found |= {f"{ten} y un": value + 1}
    return found


WORDS = _words()
NUMBER = (
    r"(?:\d{1,3}(?:[.,]\d{1,2})?|" + "|".join(sorted(map(re.escape, WORDS), key=len)[::-1]) + ")"
)
"""Pattern of a number, for folded text in lower case."""

ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|[1-5](?:st|nd|rd|th)|" + (
    r"primer[ao]?s?|segund[ao]s?|tercer[ao]?s?|cuart[ao]s?|quint[ao]s?|sext[ao]s?)"
)
"""Pattern of an ordinal number."""


def number(text: str) -> float:
    """Return the number that a text written like `NUMBER` stands for.

    Examples
    --------
    >>> number("thirty-two"), number("3,25"), number("treinta y dos")
    (32, 3.25, 32)
    """
    plain = fold(text).lower().strip()
    if plain in WORDS:
        return WORDS[plain]
    value = float(plain.replace(",", "."))
    return int(value) if value == int(value) else value


def ordinal(text: str) -> int:
    """Return the number that an ordinal stands for.

    Examples
    --------
    >>> ordinal("third"), ordinal("cuartas")
    (3, 4)
    """
    plain = fold(text).lower()
    return next(n for word, n in _ORDINALS.items() if plain.startswith(word))
