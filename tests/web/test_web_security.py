"""Security headers, on every kind of answer."""

from __future__ import annotations

import re
from html import unescape

import pytest
from web_serving import Serving

PAGE = "/il-2019-09/2019-09-14/?draws=200"
EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
KINDS = [
    *("/", "/story", PAGE, "/il-2019-09/", "/nowhere/", "/assets/none", "/api/v1/elections"),
    *("/api/v1/nothing", "/api/v1/forecast/il-2019-09?draws=x", "/api/v1/openapi.json"),
]


@pytest.mark.parametrize("path", KINDS)
def test_every_answer_is_guarded(serving: Serving, path: str) -> None:
    headers = serving.get(path).headers
    for name, value in EVERYWHERE.items():
        assert headers[name] == value
    assert headers["x-frame-options"] == "DENY"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert "camera=()" in headers["permissions-policy"]
    assert "server" not in headers
    assert "set-cookie" not in headers
    assert "access-control-allow-origin" not in headers


def test_the_header_repeats_the_policy_of_the_page(serving: Serving) -> None:
    found = serving.get(PAGE)
    meta = re.search(r'Content-Security-Policy" content="([^"]*)"', found.text)
    assert meta is not None
    assert (
        found.headers["content-security-policy"] == f"{unescape(meta[1])}; frame-ancestors 'none'"
    )


def test_only_what_is_made_for_it_may_be_framed(serving: Serving) -> None:
    headers = serving.get(f"/embed{PAGE}").headers
    assert headers["content-security-policy"].endswith("frame-ancestors *")
    assert "x-frame-options" not in headers
    assert headers["x-content-type-options"] == "nosniff"
    assert serving.get("/embed/nowhere/2019-09-14/").headers["x-frame-options"] == "DENY"


def test_nothing_of_another_host_is_asked_for(serving: Serving) -> None:
    for path in ("/", "/story", PAGE, "/nowhere/"):
        loaded = re.findall(
            r'<(?:link|script|img|iframe)[^>]*(?:href|src)="([^"]*)"', serving.get(path).text
        )
        assert loaded
        assert not [one for one in loaded if "//" in one]
