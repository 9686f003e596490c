"""Answers ready to be sent: bytes that are compressed once, with what a browser must know."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
"""The page says itself what it may load; its header repeats it."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page or data.

    Attributes
    ----------
    packed
        The bytes, compressed by gzip.
    etag
        Changes with the bytes.
    policy
        Content security policy of a page; empty for data.
    """

    packed: bytes
    media_type: str
    etag: str
    policy: str = ""

    @property
    def plain(self) -> bytes:
        """The bytes as they were."""
        return gzip.decompress(self.packed)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer; exceptions do not travel well between processes.

    Attributes
    ----------
    kind
        Name of the class of the error.
    detail
        Its message for people.
    """

    kind: str
    detail: str


def rendered(text: str | bytes, media_type: str) -> Rendered:
    """Make an answer of a text, the same bytes for the same text."""
    body = text.encode() if isinstance(text, str) else text
    return Rendered(
        gzip.compress(body, compresslevel=6, mtime=0),
        media_type,
        f'"{sha256(body).hexdigest()[:24]}"',
    )


def rendered_page(html: str) -> Rendered:
    """Make an answer of a page, with the policy that it carries."""
    found = POLICY.search(html)
    made = rendered(html, "text/html; charset=utf-8")
    policy = unescape(found[1]) if found else "default-src 'none'"
    return Rendered(made.packed, made.media_type, made.etag, policy)
