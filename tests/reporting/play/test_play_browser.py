"""Play in a real browser: what readers do, and what the page answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest
from bare_page import Bare, Clock, compared, out, settle
from browser import a_browser
from play_cases import ask, flagship, flagship_data

from formateur.language import open_language

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

OF_50 = open_language("en").of_50
RIGHT = ("likud", "shas", "utj", "yamina")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    with a_browser() as browser:
        yield Bare(browser, tmp_path_factory.mktemp("play"))


@pytest.fixture
def page(bare: Bare) -> Iterator[Page]:
    bare.wrong.clear()
    opened = bare.open()
    yield opened
    opened.close()
    assert bare.wrong == [], "nothing is refused by the policy, nothing fails"


def press(page: Page, *lists: str) -> None:
    for one in lists:
        page.click(f'button[data-list="{one}"]')


def suppose(page: Page, of: str, kind: str, value: str = "") -> None:
    page.select_option("[data-play=suppose] [name=of]", of)
    page.select_option("[data-play=suppose] [name=kind]", kind)
    if value:
        page.fill("[data-play=suppose] [name=value]", value)
    page.click("[data-play=suppose] button[type=submit]")


def test_controls_come_to_life(page: Page) -> None:
    assert page.locator("[data-play]").count() == 4 + len(flagship_data().motions)
    assert page.locator("[data-play][hidden]").count() == 0
    assert out(page, "coalition", "seats").startswith("Press parties")
    assert out(page, "scenario", "changes") == "Nothing is changed."


def test_a_coalition_is_told_as_in_the_document(page: Page) -> None:
    press(page, *RIGHT)
    held = flagship().parliament.total(RIGHT)
    could = OF_50(float((held >= 61).mean()))
    assert f"{int(np.quantile(held, 0.5, method='inverted_cdf'))} seats in the middle case" in out(
        page, "coalition", "seats"
    )
    assert f"They have a majority in {could} simulated elections." in out(
        page, "coalition", "could"
    )
    would = flagship().formation
    assert would is not None
    (right,) = (one for one in would.governments if set(one.members) == set(RIGHT))
    assert OF_50(right.probability) in out(page, "coalition", "would")
    press(page, "otzma_yehudit")
    assert page.get_attribute('button[data-list="otzma_yehudit"]', "aria-pressed") == "true"
    press(page, "otzma_yehudit")
    assert f"{could} simulated" in out(page, "coalition", "could")


def test_dots_can_be_counted(page: Page) -> None:
    press(page, *RIGHT)
    held = flagship().parliament.total(RIGHT)
    with_majority = round(50 * float((held >= 61).mean()))
    assert page.locator("svg.dots .dot").count() == 50
    assert page.locator("svg.dots .dot.majority").count() == with_majority
    assert page.get_attribute("svg.dots", "aria-hidden") == "true"
    assert f"{with_majority} of 50 have 61 seats or more" in page.inner_text("figcaption")
    suppose(page, "otzma_yehudit", "passes")
    assert page.locator("svg.dots .dot.now").count() == 50
    assert page.locator("svg.dots .dot.before").count() == 50
    assert page.locator("svg.dots .dot.majority.before").count() == with_majority


def test_keyboard_alone_is_enough(page: Page) -> None:
    def reach(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches('{selector}')"):
                return
        pytest.fail(f"{selector} cannot be reached")

    reach("[name=of]")
    page.keyboard.type("Otzma")
    reach("[data-play=suppose] [type=submit]")
    page.keyboard.press("Enter")
    assert "Otzma Yehudit passes the threshold" in out(page, "suppose", "conditions")
    reach("button[data-list=likud]")
    page.keyboard.press("Space")
    reach("button[data-list=blue_white]")
    page.keyboard.press("Enter")
    reach("[data-out=statements] input")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.matches('[data-out=statements] input:checked')")
    reach("[data-do=undo]")
    page.keyboard.press("Enter")
    assert out(page, "scenario", "changes") == "1 change"
    page.keyboard.press("Shift+Tab")
    page.focus("[data-out=conditions] button")
    page.keyboard.press("Enter")
    assert out(page, "scenario", "changes") == "Nothing is changed."
    assert page.evaluate("document.activeElement.matches('select')"), "the focus is not lost"


def test_conditions_add_up(page: Page) -> None:
    suppose(page, "likud", "largest")
    suppose(page, "likud", "above", "26.5")
    asked = [{"kind": "largest", "of": "likud"}, {"kind": "above", "of": "likud", "value": 26.5}]
    (kept,) = ask(flagship_data(), [{"ask": "keep", "conditions": asked}])
    assert out(page, "suppose", "kept") == f"{len(kept):,} of 4,000 simulated elections are left."
    press(page, *RIGHT)
    held = flagship().parliament.total(RIGHT)[kept]
    middle = int(np.quantile(held, 0.5, method="inverted_cdf"))
    assert f"{middle} seats in the middle case" in out(page, "coalition", "seats")
    before, after = compared(page)["Outgoing government has a majority"]
    assert before != after
    assert after == OF_50(float((held >= 61).mean()))


def test_too_few_elections_are_refused(page: Page) -> None:
    press(page, *RIGHT)
    suppose(page, "likud", "above", "60")
    assert "too few to say anything" in out(page, "suppose", "kept")
    assert out(page, "coalition", "could") == out(page, "coalition", "would") == ""
    assert page.locator("svg.dots").count() == 0
    assert not page.is_visible("[data-out=compare]")
    page.click("[data-out=conditions] button")
    assert "They have a majority" in out(page, "coalition", "could")


def test_what_does_not_fit_cannot_be_supposed(page: Page) -> None:
    page.select_option("[name=of]", "right_religious")
    assert page.eval_on_selector("[name=kind] [value=passes]", "one => one.disabled")
    assert page.eval_on_selector("[name=kind]", "one => one.value") == "majority"
    suppose(page, "right_religious", "majority")
    suppose(page, "right_religious", "majority")
    assert page.locator("[data-out=conditions] li").count() == 1
    page.select_option("[name=of]", "likud")
    certain = page.eval_on_selector("[name=kind] [value=passes]", "one => one.disabled")
    assert certain, "Likud passes the threshold in every draw"


def test_polls_wrong_by_the_usual_error_move_the_figures(page: Page) -> None:
    suppose(page, "right_religious", "low")
    low = compared(page)["Outgoing government has a majority"]
    page.click("[data-do=reset]")
    suppose(page, "right_religious", "high")
    high = compared(page)["Outgoing government has a majority"]

    def dots(told: str) -> int:
        return 0 if told.startswith("fewer") else int(told.split(maxsplit=1)[0])

    assert dots(low[1]) < dots(low[0]) < dots(high[1])


def test_a_statement_can_be_ignored(page: Page) -> None:
    press(page, "likud", "blue_white")
    assert "3 statements stand in their way." in out(page, "coalition", "against")
    before = out(page, "coalition", "would")
    page.check('[data-out=statements] input[data-key="s018"]')
    page.check('[data-out=statements] input[data-key="s012"]')
    assert page.locator("[data-out=statements] li").count() == 2, "the third was about the first"
    assert out(page, "coalition", "against") == "No statement stands in their way."
    formation = flagship_data().formation
    assert formation is not None
    mask = sum(
        1 << k for k, one in enumerate(formation.players) if one.home in ("likud", "blue_white")
    )
    (answer,) = ask(flagship_data(), [{"ask": "would", "mask": mask, "ignored": ["s018", "s012"]}])
    after = out(page, "coalition", "would")
    assert OF_50(answer["p"]) in after
    assert after != before
    assert page.locator("[data-out=ignored] li").count() == 2
    could = out(page, "coalition", "could")
    assert (
        OF_50(float((flagship().parliament.total(["likud", "blue_white"]) >= 61).mean())) in could
    )
    page.click("[data-out=ignored] button >> nth=0")
    assert page.locator("[data-out=statements] input:checked").count() == 1


def test_a_motion_can_be_changed(page: Page) -> None:
    panel = '[data-play="motion"] >> nth=0'
    told = flagship().motions[0]
    assert OF_50(told.p_carried) in page.locator(panel).inner_text()
    page.locator(panel).locator('select[data-list="joint_list"]').select_option("support")
    page.locator(panel).locator("[name=majority]").select_option("2/3")
    text = page.locator(panel).inner_text()
    assert "It needs 80 seats voting yes." in text
    positions = {one: taken.position for one, taken in told.positions.items()}
    changed = {"majority": "2/3", "positions": {**positions, "joint_list": "support"}}
    data = flagship_data().motions[0].model_dump()
    (answer,) = ask(flagship_data(), [{"ask": "motion", "told": data, "motion": changed}])
    assert f"carried in {OF_50(answer['p'])} simulated" in text
    assert out(page, "scenario", "changes") == "2 changes"
    page.locator(panel).locator("[name=majority]").select_option("seats")
    page.locator(panel).locator("[name=number]").fill("70")
    page.locator(panel).locator("[name=number]").blur()
    assert "It needs 70 seats voting yes." in page.locator(panel).inner_text()
    page.locator(panel).locator("[name=majority]").select_option("plain")
    page.locator(panel).locator('select[data-list="joint_list"]').select_option("unknown")
    assert out(page, "scenario", "changes") == "Nothing is changed."


def test_a_link_reproduces_the_scenario(page: Page, bare: Bare) -> None:
    press(page, "likud", "blue_white")
    suppose(page, "likud", "above", "25.5")
    page.check('[data-out=statements] input[data-key="s018"]')
    page.locator('[data-play="motion"] >> nth=0').locator("[name=majority]").select_option(
        "absolute"
    )
    settle(page)
    other = bare.open(page.url.partition("#")[2])
    settle(other)
    parts = (
        "[...document.querySelectorAll('[data-out]:not([data-out=live])')].map(e => e.textContent)"
    )
    assert other.evaluate(parts) == page.evaluate(parts)
    assert other.url == page.url
    assert page.evaluate("history.length") == 2 or page.evaluate("history.length") == 1
    other.close()


def test_a_link_of_another_election_says_what_is_not_known(bare: Bare) -> None:
    page = bare.open("play=1&with=likud+nobody&if=passes:nobody&ignore=x")
    assert "3 parts of this link are not known here" in out(page, "scenario", "changes")
    assert out(page, "coalition", "seats").startswith("Likud:")
    page.close()


def test_what_was_done_can_be_undone(page: Page) -> None:
    press(page, "likud")
    suppose(page, "likud", "largest")
    after = page.url
    page.click("[data-do=undo]")
    assert page.locator("[data-out=conditions] li").count() == 0
    page.click("[data-do=undo]")
    assert "#" not in page.url
    assert page.is_disabled("[data-do=undo]")
    page.click("[data-do=redo]")
    page.click("[data-do=redo]")
    assert page.url == after
    page.click("[data-do=reset]")
    assert "#" not in page.url
    page.click("[data-do=undo]")
    assert page.url == after


def test_other_fragments_lead_to_places_and_leave_the_scenario(page: Page) -> None:
    suppose(page, "likud", "largest")
    page.evaluate("location.hash = '#play-scenario'")
    assert out(page, "scenario", "changes") == "1 change"
    press(page, "likud")
    assert "if=largest" in page.url
    page.evaluate("location.hash = '#play=1&with=shas'")
    page.wait_for_selector("button[data-list=shas][aria-pressed=true]")
    assert out(page, "scenario", "changes") == "Nothing is changed."


def test_only_one_sentence_a_second_is_spoken(page: Page) -> None:
    said = page.evaluate(
        """async () => {
          const times = [];
          const live = document.querySelector('[data-out=live]');
          new MutationObserver(() => times.push(performance.now()))
            .observe(live, { childList: true, characterData: true, subtree: true });
          for (const one of document.querySelectorAll('button[data-list]')) {
            one.click();
            await new Promise((done) => setTimeout(done, 40));
          }
          await new Promise((done) => setTimeout(done, 1300));
          return { times, text: live.textContent, role: live.getAttribute('role') };
        }"""
    )
    assert said["role"] == "status"
    assert len(said["times"]) >= 1
    assert all(b - a >= 990 for a, b in zip(said["times"], said["times"][1:], strict=False))
    assert said["text"].startswith(out(page, "coalition", "seats")), "the newest one"


def test_hebrew_runs_from_right_to_left(bare: Bare) -> None:
    page = bare.open("play=1&with=likud+shas&if=passes:otzma_yehudit", code="he")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('[data-play]')).direction") == "rtl"
    )
    told = out(page, "coalition", "seats")
    assert "\u2068הליכוד\u2069" in told
    assert "\u2066" in told, "a range is kept from left to right"
    assert page.get_attribute("svg.dots", "direction") == "ltr"
    page.close()


def test_the_page_answers_at_once(page: Page) -> None:
    press(page, "likud", "blue_white")
    actions = {
        "a party": "document.querySelector('button[data-list=shas]').click()",
        "a statement": "document.querySelector('[data-out=statements] input').click()",
        "a motion": (
            "(() => { const s = document.querySelector('[data-play=motion] select');"
            "s.value = s.value === 'split' ? 'support' : 'split';"
            "s.dispatchEvent(new Event('change', { bubbles: true })); })()"
        ),
    }
    clock = Clock(page)
    for what, action in actions.items():
        best = min(clock.milliseconds(action) for _ in range(6))
        assert best < 50, f"{what}: {best:.0f} ms"


def test_the_page_is_there_at_once(page: Page) -> None:
    clock = Clock(page)  # counts from here, or from the last time that a page was opened
    page.reload()
    page.wait_for_selector("html[data-played]")
    assert 1 < clock.busy() < 1000
