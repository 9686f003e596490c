"""What the page's menu of exports needs: its words, and what every file says of its origin."""

from __future__ import annotations

from formateur.language import Language
from formateur.reporting.view import View


def sharing_block(view: View, language: Language) -> dict[str, object]:
    """Return what `modules/share.js` needs.

    Parameters
    ----------
    language
        Of the view.

    Returns
    -------
    dict
        ``labels`` of the menu, and of the forecast ``title``, day (``stood`` in words), ``source``
        line, ``version`` and ``run``; every file that is made carries them.
    """
    return {
        "labels": {
            "share": language.say("Share"),
            "link": language.say("Copy link"),
            "svg": language.say("Image (SVG)"),
            "png1": language.say("Image (PNG)"),
            "png2": language.say("Image (PNG, twice the size)"),
            "social": language.say("Image for social media (PNG)"),
            "csv": language.say("Table (CSV)"),
            "json": language.say("Data (JSON)"),
            "embed": language.say("Copy code to embed"),
            "sentence": language.say("Copy sentence with source"),
            "print": language.say("Print"),
            "copied": language.say("Copied"),
        },
        "election": view.election,
        "title": view.title,
        "stood": view.stood,
        "day": view.day.isoformat(),
        "source": language.say("Source: {citation}", citation=view.citation),
        "run": view.run,
        "version": view.version,
    }
