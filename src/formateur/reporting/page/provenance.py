"""What the page knows of where its figures come from, left in it for its scripts."""

from __future__ import annotations

import json

from markupsafe import Markup

from formateur.language import Language
from formateur.reporting.explain import explanations_block
from formateur.reporting.page.sharing import sharing_block
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import View


def provenance_blocks(document: ForecastDocument, view: View, language: Language) -> Markup:
    """Return the explanations of all figures of a page, and the words of its menu of exports.

    Parameters
    ----------
    document
        The forecast that the view was made from.
    view
        What the page shows.
    language
        Of the view.

    Returns
    -------
    Markup
        Two elements of JSON, which `modules/ask.js` finds by their ids; nothing in them can end
        them.
    """
    blocks = (
        ("explanations", explanations_block(document, view, language)),
        ("sharing", sharing_block(view, language)),
    )
    return Markup("\n").join(
        Markup(f'<script type="application/json" id="{key}">{_embedded(block)}</script>')  # noqa: S704
        for key, block in blocks
    )


def _embedded(block: dict[str, object]) -> str:
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")
