"""The words around an explanation, the same in the terminal and on the page."""

from __future__ import annotations

from formateur.language import Language


def labels(language: Language) -> dict[str, str]:
    """Return headings, column titles and the words on the buttons, by name."""
    return {
        "ask": language.say("Where does this come from?"),
        "sources": language.say("Sources"),
        "again": language.say("The same again"),
        "cite": language.say("To cite it"),
        "copy": language.say("Copy as citation"),
        "copied": language.say("Copied"),
        "close": language.say("Close"),
        "poll": language.say("Poll"),
        "field": language.say("Fieldwork"),
        "weight": language.say("Weight"),
        "found": language.say("Found"),
    }
