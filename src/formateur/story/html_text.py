"""The story in an HTML page: what of the page is the article, found by trafilatura.

This is the one file that needs the extra ``story``.
"""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from formateur.errors import UsageError

_MARKUP = re.compile(r"<(?:!doctype|html|head|body|article|div|p|h1|br)\b", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style|template|noscript)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAKS = re.compile(
    r"</?(?:p|div|li|ul|h\d|br|nav|footer|header|section|article|td|tr|figcaption"
    r"|title)\b[^>]*>",
    re.I,
)
_PUBLISHED = (
    r"<meta[^>]+(?:published_time|pubdate|datePublished"
    r"|dc\.date)[^>]+content=[\"'](\d{4}-\d\d-\d\d)",
    r"<meta[^>]+content=[\"'](\d{4}-\d\d-\d\d)[^>]+(?:published_time|pubdate|datePublished)",
    r"\"datePublished\"\s*:\s*\"(\d{4}-\d\d-\d\d)",
    r"<time[^>]+datetime=[\"'](\d{4}-\d\d-\d\d)",
)


def is_html(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one."""
    return bool(_MARKUP.search(text[:20_000]))


def published(page: str) -> date | None:
    """Return the day that a page says it was published on."""
    for pattern in _PUBLISHED:
        found = re.search(pattern, page, re.IGNORECASE)
        if found:
            try:
                return date.fromisoformat(found.group(1))
            except ValueError:
                continue
    return None


def article(page: str) -> tuple[str, list[str]]:
    """Return the text of the article in a page, and the lines that are not of it.

    Raises
    ------
    UsageError
        When the extra is not installed, or the page holds no article.
    """
    try:
        from trafilatura import extract  # noqa: PLC0415 - heavy, and of an extra
        from trafilatura.meta import reset_caches  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            "reading a page of HTML needs the extra `story`: pip install 'formateur[story]'. "
            f"Plain text needs nothing ({error})."
        ) from None
    # a piece of a page is no page to the extractor
    whole = (
        page if re.search(r"<(?:html|body)\b", page, re.I) else f"<html><body>{page}</body></html>"
    )
    found = extract(whole, include_comments=False, include_tables=False, favor_recall=True)
    reset_caches()  # it remembers lines of pages; a story is not kept once it is read
    lines = _lines(page)
    text = found or "\n".join(lines)
    if not text.strip():
        raise UsageError("the page holds no text. Give the page of a story, or its text.")
    kept = re.sub(r"\W+", "", text)
    return text, [line for line in lines if re.sub(r"\W+", "", line) not in kept]


def _lines(page: str) -> list[str]:
    """Return the lines that a reader of the page sees."""
    seen = _BREAKS.sub("\n", _UNSEEN.sub(" ", re.sub(r"<!--.*?-->", " ", page, flags=re.DOTALL)))
    text = unescape(re.sub(r"<[^>]*>", " ", seen))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))
