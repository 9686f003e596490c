"""The pages as a browser asks for them."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

import pytest
from web_serving import OWN, Serving

from formateur import api

DAY = "2019-09-14"
PAGE = f"/il-2019-09/{DAY}/"
FEW = "?draws=200"


def addresses(html: str) -> set[str]:
    found = re.findall(r'(?:href|action)="([^"#]+)', html)
    return {unescape(one) for one in found if "://" not in one}


def test_the_list_of_elections_leads_to_each(serving: Serving) -> None:
    page = serving.get("/").text
    for name in (*api.elections(), OWN):
        assert f'href="{name}/"' in page
    assert "Israel, 22nd Knesset" in page


def test_an_election_leads_to_its_usual_day_with_all_settings(serving: Serving) -> None:
    found = serving.get("/il-2019-09/?draws=200&set=seats%3D101&set=")
    assert found.status_code == 307
    assert found.headers["location"] == "2019-09-16/?set=seats%3D101&draws=200"
    other = serving.get(f"/il-2019-09/?as_of={DAY}")
    assert other.headers["location"] == f"{DAY}/"
    assert serving.get("/il-2019-09", accept="text/html").status_code == 307


def test_the_page_holds_the_figures_of_the_report(serving: Serving) -> None:
    report = api.report(api.forecast("il-2019-09", as_of=DAY, draws=200))
    page = serving.get(PAGE + FEW).text
    main = re.compile("<main.*</main>", re.DOTALL)
    served, written = main.search(page), main.search(report.to_html())
    assert served is not None
    assert written is not None
    assert served[0] == written[0]


def test_data_beside_the_page_are_those_of_the_command_line(serving: Serving) -> None:
    report = api.report(api.forecast("il-2019-09", as_of=DAY, draws=200))
    assert serving.get(f"{PAGE}forecast.json{FEW}").text == report.to_json()
    assert serving.get(f"{PAGE}forecast.csv{FEW}").text == report.to_csv()


def test_every_address_in_a_page_is_answered(serving: Serving) -> None:
    page = serving.get(PAGE + FEW)
    found = addresses(page.text)
    assert len(found) >= 6
    for one in found:
        if (
            "2019-09-07" in one or "2019-09-21" in one
        ):  # other forecasts; here only that they lead on
            continue
        assert serving.get(urljoin(PAGE + FEW, one)).status_code in (200, 307), one


def test_days_around_the_page_keep_its_what_ifs(serving: Serving) -> None:
    page = serving.get(f"{PAGE}{FEW}&set=threshold.share%3D2%25").text
    assert 'href="../2019-09-07/?set=threshold.share%3D2%25&amp;draws=200"' in page
    assert 'value="threshold.share=2%"' in page
    assert "not the law as it is, but with threshold.share = 2%" in page


def test_a_page_that_is_known_is_not_sent_again(serving: Serving) -> None:
    first = serving.get(PAGE + FEW)
    again = serving.get(PAGE + FEW, **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip", "gzip"), ("br, *", "gzip"), ("identity", None), ("gzip;q=0", None), ("", None)],
)
def test_compression_is_what_was_asked_for(
    serving: Serving, accepted: str, coding: str | None
) -> None:
    found = serving.get(PAGE + FEW, **{"Accept-Encoding": accepted})
    assert found.headers.get("content-encoding") == coding
    assert found.text == serving.get(PAGE + FEW).text
    assert "Accept-Encoding" in found.headers["vary"]


def test_head_is_answered_without_a_body(serving: Serving) -> None:
    found = serving.client.head(PAGE + FEW)
    assert (found.status_code, found.content) == (200, b"")
    assert found.headers["etag"] == serving.get(PAGE + FEW).headers["etag"]


def test_shared_files_are_kept_forever(serving: Serving) -> None:
    style = re.search(r'rel="stylesheet" href="([^"]+)"', serving.get(PAGE + FEW).text)
    assert style is not None
    found = serving.get(urljoin(PAGE, style[1]))
    assert found.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in found.headers["cache-control"]


def test_a_folder_of_the_operator_is_read_again_when_it_changes(serving: Serving) -> None:
    address = f"/{OWN}/{DAY}/forecast.json{FEW}"
    before = serving.get(address).json()
    assert before["election"]["name"] == "Israel, 22nd Knesset"
    file = serving.own / "election.toml"
    text = file.read_text("utf-8")
    try:
        file.write_text(text.replace("22nd Knesset", "renamed"), "utf-8")
        assert serving.get(address).json()["election"]["name"] == "Israel, renamed"
        file.write_text("[[\n" + text, "utf-8")
        spoilt = serving.get(address)
        assert spoilt.status_code == 503
        assert "election.toml" in spoilt.text
    finally:
        file.write_text(text, "utf-8")
    assert serving.get(address).json() == before
