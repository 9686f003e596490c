"""Which language a story is in, by its commonest small words."""

from __future__ import annotations

import re
from typing import Literal, cast

from formateur.errors import UsageError
from formateur.story.folding import fold

Tongue = Literal["en", "es"]

SMALL_WORDS = {
    "en": """the of and to in a is that for on with as was by are his it from has which would will
        its be an their""",
    "es": """el la de que y en los del las un una por con para se al su lo como mas este sus fue ha
        sera no es""",
    "fr": """le la les des et est une du dans pour qui sur au que ce pas avec son aux elle ses sont
        il en ont""",
    "de": """der die und das in den von zu mit sich des auf fur ist im dem nicht ein eine als auch
        es noch um wird""",
    "it": """il di che la e per un del non con le si della una sono gli alla nel piu anche dei ha
        al""",
    "pt": """o a de que e do da em um para com nao uma os no se na por mais as dos ao foi das tem
        pelo""",
    "sv": """och i att det som en pa ar av for med den till har de inte om ett han men var sig fran
        vi""",
    "nl": """de het een van en in is dat op te voor met zijn niet aan er om ook als bij door
        naar""",
}
NAMES = {
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "pt": "Portuguese",
    "sv": "Swedish",
    "nl": "Dutch",
}
SCRIPTS = {
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff",
    "Russian or another language in Cyrillic": "\u0400-\u04ff",
    "Chinese or Japanese": "\u3040-\u9fff",
}
FEWEST = 0.08
"""Share of the words that must be small words of the language."""


def tongue_of(text: str) -> Tongue:
    """Return the language of a story: ``en`` or ``es``.

    Raises
    ------
    UsageError
        When it is in another language, or in none that can be told.
    """
    letters = re.findall(r"[^\W\d_]", text)
    for name, signs in SCRIPTS.items():
        if len(re.findall(f"[{signs}]", text)) > len(letters) / 3:
            raise _refused(name)
    words = re.findall(r"[^\W\d_]+", fold(text).lower())[:5000]
    shares = {
        code: sum(word in small for word in words) / max(1, len(words))
        for code, small in ((code, set(line.split())) for code, line in SMALL_WORDS.items())
    }
    best = max(shares, key=lambda code: shares[code])
    if shares[best] < FEWEST:
        raise UsageError(
            "the language of the story cannot be told: it holds too few words of a running text. "
            "Give a story in English or Spanish."
        )
    if best not in ("en", "es"):
        raise _refused(NAMES[best])
    return cast(Tongue, best)


def _refused(name: str) -> UsageError:
    return UsageError(
        f"the story seems to be in {name}. Stories in English and Spanish can be checked; give one "
        "of these, or a translation."
    )
