"""A site of files: whole, resumable, the same bytes, and never over something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from formateur import api
from formateur.errors import UsageError
from formateur.web.shelf import Shelf
from formateur.web.site import Plan, build_site
from formateur.web.site.build import Built

DRAWS = 30
CHROMIUM = Path("/usr/bin/chromium")
OFFERS = tuple(one for one in Shelf() if one.facts.id in ("il-2019-09", "se-2018"))


def plan(every: int = 100, **settings: object) -> Plan:
    given = {"offers": OFFERS, "today": date(2026, 1, 1), "draws": DRAWS, **settings}
    return Plan(every=every, **given)  # type: ignore[arg-type]


def silent(done: int, total: int) -> None:
    assert 0 <= done <= total


@contextmanager
def one_thread() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as pool:
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def build(site: Path, wanted: Plan) -> Built:
    with one_thread() as executor:
        return build_site(site, wanted, executor, silent)


def contents(site: Path) -> dict[str, bytes]:
    return {
        one.relative_to(site).as_posix(): one.read_bytes()
        for one in site.rglob("*")
        if one.is_file()
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sites") / "site"
    build(made, plan())
    return made


def test_it_holds_every_election_and_day_with_its_data(site: Path) -> None:
    files = contents(site)
    days = {name.split("/")[1] for name in files if name.startswith("il-2019-09/2")}
    assert days == {"2019-09-16", "2019-06-08"}
    for day in days:
        report = api.report(api.forecast("il-2019-09", as_of=day, draws=DRAWS))
        assert files[f"il-2019-09/{day}/forecast.json"].decode() == report.to_json()
        assert files[f"il-2019-09/{day}/forecast.csv"].decode() == report.to_csv()
    assert {"index.html", "il-2019-09/index.html", "se-2018/days.html", "site.json"} <= set(files)
    assert not [one for one in site.parent.iterdir() if one != site]


def test_every_link_is_relative_and_leads_to_a_file(site: Path) -> None:
    assert len(sorted(site.rglob("*.html"))) >= 10
    assert_links_lead_to_files(site)


def assert_links_lead_to_files(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        links = re.findall(r'<(?:a|link)[^>]* href="([^"]+)"', html)
        own = [one.partition("#")[0] for one in links if not one.startswith("http")]
        assert own
        for one in filter(None, own):
            assert (page.parent / one).resolve().is_file(), f"{page}: {one}"
            assert not one.startswith("/")


def test_days_lead_to_their_neighbours(site: Path) -> None:
    latest = (site / "il-2019-09/2019-09-16/index.html").read_text("utf-8")
    assert 'rel="prev" href="../../il-2019-09/2019-06-08/index.html"' in latest
    assert 'rel="next"' not in latest
    earlier = (site / "il-2019-09/2019-06-08/index.html").read_text("utf-8")
    assert 'rel="next" href="../../il-2019-09/2019-09-16/index.html"' in earlier
    assert 'rel="prev"' not in earlier
    assert "Likud" in (site / "il-2019-09/days.html").read_text("utf-8")


def test_style_is_shared_and_nothing_else_is_allowed(site: Path) -> None:
    (style,) = (site / "assets").glob("*.css")
    page = (site / "il-2019-09/2019-09-16/index.html").read_text("utf-8")
    assert f'href="../../assets/{style.name}"' in page
    assert "<style" not in page
    assert "form-action 'none'" in unescape(page)


@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}")
def test_a_page_can_be_played_with_from_a_disk(site: Path) -> None:
    tools = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with tools.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        page, problems = browser.new_page(), []
        page.on("console", lambda one: problems.append(one.text))
        page.on("requestfailed", lambda one: problems.append(one.url))
        page.goto((site / "il-2019-09/index.html").as_uri())
        button = page.locator('button[data-list="blue_white"]').first
        before = button.get_attribute("aria-pressed")
        button.click()
        assert button.get_attribute("aria-pressed") != before
        assert "blue_white" in page.url
        assert problems == []
        browser.close()


@pytest.mark.slow
def test_another_build_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    build(again, plan())
    assert contents(again) == contents(site)


@pytest.mark.slow
def test_what_stays_the_same_is_not_made_again(site: Path, tmp_path: Path) -> None:
    moved = tmp_path / "site"
    build(moved, plan(offers=OFFERS[:1]))
    assert build(moved, plan()) == Built(made=4, kept=2)
    assert contents(moved) == contents(site)
    assert build(moved, plan(offers=OFFERS[:1])) == Built(made=0, kept=2)
    assert not (moved / "se-2018").exists()


def interrupt(done: int, _total: int) -> None:
    """Press Ctrl-C after three forecasts."""
    if done == 3:
        raise KeyboardInterrupt


@pytest.mark.slow
def test_an_interrupted_build_leaves_the_old_site_and_is_gone_on_with(
    site: Path, tmp_path: Path
) -> None:
    place = tmp_path / "site"
    build(place, plan(offers=OFFERS[:1], every=1000))
    before = contents(place)
    with pytest.raises(KeyboardInterrupt), one_thread() as executor:
        build_site(place, plan(), executor, interrupt)
    assert contents(place) == before
    rest = build(place, plan())
    assert rest.kept == 3
    assert contents(place) == contents(site)
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_something_else_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("irreplaceable", "utf-8")
    with pytest.raises(UsageError, match="is not a site of Formateur"):
        build(tmp_path / "thesis", plan())
    (tmp_path / "file").write_text("irreplaceable", "utf-8")
    with pytest.raises(UsageError, match="is not a site of Formateur"):
        build(tmp_path / "file", plan())
    with pytest.raises(UsageError, match="cannot be written"):
        build(tmp_path / "no" / "where", plan())
    assert contents(tmp_path) == {"thesis/chapter.txt": b"irreplaceable", "file": b"irreplaceable"}


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert build(tmp_path / "new", plan(every=1000)).made == 2


def test_further_languages_have_folders_of_their_own(tmp_path: Path) -> None:
    build(tmp_path / "site", plan(every=1000, offers=OFFERS[:1], languages=("en", "he")))
    names = set(contents(tmp_path / "site"))
    assert {"he/index.html", "he/il-2019-09/index.html", "he/il-2019-09/days.html"} <= names
    assert "he/il-2019-09/2019-09-16/forecast.json" not in names
    assert 'hreflang="he"' in (tmp_path / "site/il-2019-09/index.html").read_text("utf-8")
    assert 'dir="rtl"' in (tmp_path / "site/he/index.html").read_text("utf-8")
    days = (tmp_path / "site/he/il-2019-09/days.html").read_text("utf-8")
    assert '<a href="../../il-2019-09/days.html" hreflang="en"' in days
    assert '<a href="he/index.html" hreflang="he"' in (tmp_path / "site/index.html").read_text(
        "utf-8"
    )
    assert_links_lead_to_files(tmp_path / "site")


def test_a_plan_that_cannot_be_is_refused() -> None:
    with pytest.raises(UsageError, match="1 day or more"):
        plan(every=0)
    with pytest.raises(UsageError, match="is not a language of Formateur"):
        plan(languages=("tlh",))
    with pytest.raises(UsageError, match="each language once"):
        plan(languages=("en", "en"))


def test_days_before_enough_polls_are_not_prepared() -> None:
    (offer,) = [one for one in OFFERS if one.facts.id == "il-2019-09"]
    days = plan(every=1).days(offer)
    assert days[0] == date(2019, 9, 16)
    assert days[-1] == date(2019, 5, 30)  # the third poll
    assert plan(every=1, today=date(2019, 6, 1)).days(offer)[0] == date(2019, 6, 1)
    assert plan(every=1, today=date(2019, 5, 27)).days(offer) == []
