"""Whatever is asked wrongly gets a clear answer, and the server goes on."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest
from web_serving import Serving

DAY = "2019-09-14"
PAGE = f"/il-2019-09/{DAY}/"
FORECAST = "/api/v1/forecast/il-2019-09"

WRONG = [
    ("/il-2019-99/", 404, "Did you mean &#39;il-2019-09&#39;?"),
    (f"/nowhere/{DAY}/", 404, "is no election here"),
    ("/il-2019-09/1999-01-01/", 404, "before the first poll"),
    ("/il-2019-09/2999-01-01/", 404, "too long after the vote"),
    ("/il-2019-09/2019-02-30/", 400, "is not a day"),
    ("/il-2019-09/yesterday/", 400, "is not a day"),
    ("/il-2019-09/?as_of=yesterday", 400, "as_of"),
    (f"{PAGE}?draws=20001", 400, "draws"),
    (f"{PAGE}?draws=0", 400, "draws"),
    (f"{PAGE}?draws={'9' * 5000}", 400, "draws"),
    (f"{PAGE}?seed=-1", 400, "seed"),
    (f"{PAGE}?model=crystal-ball", 400, "Choose from: koala"),
    (f"{PAGE}?asof={DAY}", 400, "asof: there is no such parameter here"),
    (f"{PAGE}?lang=tlh", 400, "is not a language of Formateur"),
    (f"{PAGE}?without=nobody", 404, "not the id of a statement"),
    (f"{PAGE}?set=seats", 400, "write KEY=VALUE"),
    (f"{PAGE}?draws=10&set=treshold.share%3D2%25", 422, "no such table"),
    (f"{PAGE}?draws=10&set=threshold.share%3D200%25", 422, "exact percentage"),
    (f"{PAGE}?draws=10&set=seats%3D1000000000", 422, "whole number from 1 to 10000"),
    ("/il-2019-09/2019-09-30/?draws=10&set=seats%3D101", 400, "formateur allocate"),
    (f"{PAGE}?set={'x' * 300}%3D1", 400, "set"),
    (f"{PAGE}{'&set=seats%3D101' * 9}".replace("/&", "/?"), 400, "set"),
    (f"{PAGE}?set=%00%3D%1b", 400, "write KEY=VALUE"),
    ("/%2e%2e/%2e%2e/etc/passwd", 404, ""),
    ("/..%2f..%2fetc/2019-09-14/", 404, ""),
    ("/assets/..%2freport.css", 404, ""),
    ("/assets/report.css", 404, "There is no file"),
    ("/il-2019-09/2019-09-14/election.toml", 404, ""),
    ("/%ff%fe/", 404, "is no election here"),
    ("/<script>alert(1)</script>/", 404, "&lt;script&gt;"),
]


@pytest.mark.parametrize(("path", "status", "words"), WRONG)
def test_a_page_that_cannot_be(serving: Serving, path: str, status: int, words: str) -> None:
    found = serving.get(path)
    assert found.status_code == status
    assert found.headers["content-type"].startswith("text/html")
    assert words in found.text
    assert "Traceback" not in found.text
    assert "<script>" not in found.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/v1/forecast/nobody", 404, "is no election here"),
        ("/api/v1/forecast/..%2f..%2fetc", 404, ""),
        (f"{FORECAST}?as_of=1999-01-01", 404, "before the first poll"),
        (f"{FORECAST}?as_of=2019-9-1", 400, "as_of"),
        (f"{FORECAST}?draws=1e9", 400, "draws"),
        (f"{FORECAST}?format=xml", 400, "format"),
        (f"{FORECAST}?draws=10&set=foo%3D1", 422, "no such table"),
        (f"/api/v1/coalitions/il-2019-09?draws=10&as_of={DAY}&include=nobody", 400, "nobody"),
        (f"/api/v1/changes/il-2019-09?from={DAY}&to=2019-09-01&draws=10", 400, "earlier day first"),
        (f"/api/v1/changes/il-2019-09?from={DAY}", 400, "to"),
        (f"/api/v1/changes/il-2019-09?from={DAY}&to=2019-09-30&draws=10", 400, "after the vote"),
        ("/api/v1/nothing", 404, ""),
        ("/api/v2/elections", 404, ""),
    ],
)
def test_data_that_cannot_be(serving: Serving, path: str, status: int, words: str) -> None:
    found = serving.get(path)
    assert found.status_code == status
    assert found.headers["content-type"] == "application/problem+json"
    problem = found.json()
    assert problem["status"] == status
    assert words in problem["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(serving: Serving, method: str) -> None:
    found = serving.client.request(method, "/api/v1/elections", content=b"{}")
    assert found.status_code == 405
    assert found.headers["allow"] == "GET"


def test_too_much_is_not_read(serving: Serving) -> None:
    found = serving.client.request("GET", "/api/v1/elections", content=b"x" * 100_000)
    assert found.status_code == 413
    chunks = (b"x" * 1000 for _ in range(2))
    assert serving.client.request("POST", "/api/v1/elections", content=chunks).status_code == 405


def test_another_name_for_this_machine_is_not_answered_to(serving: Serving) -> None:
    assert serving.get("/", host="evil.example").status_code == 421
    assert serving.get("/", host="localhost:80").status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: minus\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
    ],
)
def test_what_is_not_http_ends_nothing_but_itself(serving: Serving, sent: bytes) -> None:
    place = urlsplit(serving.address)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        answered = line.recv(12)
    assert answered == b"" or answered.startswith((b"HTTP/1.1 4", b"HTTP/1.1 200"))
    assert serving.get("/").status_code == 200
