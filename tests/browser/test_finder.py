"""The finder in a browser: in place and told, Back and Forward, and the same without JavaScript."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.awkward import FOUND
from tests.browser.conftest import NARROW
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser
MARK = "window.stayed = true"
TYPED = 700
"""Milliseconds after which a search that was typed is on its way: it waits for a pause of half a second."""
STATE = """() => ({
  title: document.title,
  status: document.getElementById("melding").textContent.trim(),
  query: document.getElementById("q").value,
  results: [...document.querySelectorAll(".vp-result__title")].map((one) => one.textContent.trim()),
  chips: [...document.querySelectorAll(".vp-chip")].map((one) => one.textContent.trim()),
  facets: [...document.querySelectorAll("[data-facet]")].map((one) => ({
    id: one.id,
    chosen: one.querySelector("summary .vp-pill").textContent.trim(),
    options: [...one.querySelectorAll("input[type=checkbox]")].map((box) => [
      box.value, box.checked, box.closest("label").querySelector("b").textContent.trim(),
    ]),
  })),
  button: document.getElementById("toon").textContent.trim(),
})"""


def settled(page: Page, wait: int = 300) -> dict:
    """Wait until no update is on its way and return what the page shows; it follows a click after 150 ms."""
    page.wait_for_timeout(wait)
    expect(page.locator("#resultaten[aria-busy]")).to_have_count(0)
    return page.evaluate(STATE)


def unfold(page: Page, selector: str) -> Locator:
    """Return the control, out of whatever is folded around it."""
    control = page.locator(selector)
    control.evaluate(
        "(one) => { for (let up = one; up; up = up.parentElement) if (up.localName === 'details') up.open = true }"
    )
    return control


def tick(page: Page, name: str, value: str) -> None:
    """Click an option."""
    unfold(page, f"input[name={name}][value={value}]").click()


def comes_to_show(page: Page, expected: dict) -> None:
    """The page shows this, at once or after a while: a busy machine may be late."""
    for _turn in range(20):
        if (shown := settled(page)) == expected:
            return
    assert shown == expected


def same_as_fresh(page: Page, wait: int) -> None:
    """The page as it was updated in place shows what a new visit of its address shows."""
    settled(page, wait)
    assert page.evaluate("window.stayed"), "the page was loaded anew"
    other = page.context.new_page()
    other.goto(page.url)
    fresh = other.evaluate(STATE)
    other.close()
    comes_to_show(page, fresh)


def test_each_change_in_place_equals_a_new_visit(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    steps = [
        lambda: tick(page, "thema", "valpreventie"),
        lambda: tick(page, "fase", "embedded"),
        lambda: tick(page, "lessen", "ja"),
        lambda: page.locator("#q").fill(FOUND),
        lambda: tick(page, "fase", "embedded"),
        lambda: page.locator(".vp-chip").first.click(),
        lambda: page.locator("#q").fill(""),
        lambda: page.locator("a.vp-chips__clear").click(),
        lambda: page.locator("#sort").select_option("confirmed"),
        lambda: unfold(page, "#indeling").select_option("zorgkantoorregio"),
        lambda: page.locator("a[rel=next]").click(),
        lambda: tick(page, "sector", "ziekenhuis"),
    ]
    for number, step in enumerate(steps):
        before = page.url
        step()
        page.wait_for_url(lambda address, before=before: address != before)
        same_as_fresh(page, TYPED if number in (3, 6) else 100)


def test_an_update_is_told_and_leaves_the_reader_where_he_is(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    before = page.locator("#melding").text_content()
    tick(page, "thema", "valpreventie")
    expect(page.locator("#melding")).not_to_have_text(before)
    expect(page.locator("#melding")).to_have_text(re.compile(r"^\s*\d+ project(en)? gevonden\s*$"))
    assert page.locator("#melding").get_attribute("role") == "status"
    assert page.evaluate("document.activeElement.value") == "valpreventie"
    assert page.evaluate("window.stayed")
    assert "thema=valpreventie" in page.url


def test_back_and_forward_take_results_and_ticks_along(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    states = [settled(page)]
    for name, value in (("thema", "valpreventie"), ("fase", "pilot")):
        tick(page, name, value)
        page.wait_for_url(f"**{name}={value}**")
        states.append(settled(page))
    assert states[0] != states[1] != states[2]
    for expected in (states[1], states[0]):
        page.go_back()
        comes_to_show(page, expected)
    for expected in states[1:]:
        page.go_forward()
        comes_to_show(page, expected)
    assert page.evaluate("window.stayed")


def test_back_from_a_project_restores_the_list(open_page):
    page = open_page("/projecten/")
    tick(page, "thema", "valpreventie")
    page.wait_for_url("**thema=valpreventie**")
    expected = settled(page)
    page.locator(".vp-result__title a").first.click()
    page.wait_for_url(re.compile(r"/projecten/[^?]+/$"))
    page.go_back()
    page.wait_for_selector("#resultaten")
    comes_to_show(page, expected)


def test_typing_makes_one_step_back(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    page.locator("#q").press_sequentially("valpreventie", delay=30)
    page.wait_for_url("**q=valpreventie")
    settled(page)
    page.locator("#q").press_sequentially(" thuis", delay=30)
    page.wait_for_url("**q=valpreventie+thuis")
    settled(page)
    page.go_back()
    assert settled(page)["query"] in ("", "valpreventie")
    assert page.evaluate("window.stayed")


def test_a_page_of_results_starts_at_its_heading(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    page.locator("a[rel=next]").click()
    page.wait_for_url("**page=2**")
    settled(page)
    assert page.evaluate("document.activeElement.id") == "resultaten-titel"
    assert page.evaluate("window.stayed")


def test_the_last_of_quick_changes_wins(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    held: list[Route] = []

    def hold_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/projecten/?*", hold_first)
    tick(page, "thema", "valpreventie")
    page.wait_for_timeout(400)
    tick(page, "fase", "pilot")
    page.wait_for_timeout(400)
    held[0].continue_()
    page.unroute("**/projecten/?*")
    page.wait_for_url("**fase=pilot**")
    same_as_fresh(page, 300)


def test_offline_is_told_and_made_up_for(open_page):
    page = open_page("/projecten/")
    page.evaluate(MARK)
    before = settled(page)["results"]
    page.context.set_offline(True)
    tick(page, "thema", "valpreventie")
    message = page.locator("#live-bericht")
    expect(message).to_contain_text("U bent offline.")
    assert message.get_attribute("role") == "alert"
    page.context.set_offline(False)
    expect(page.locator(".vp-chip")).to_have_count(1)
    assert settled(page)["results"] != before
    expect(message).to_have_text("")


def test_a_long_facet_can_be_searched(open_page):
    page = open_page("/projecten/")
    facet = page.locator("#facet-doelgroep")
    facet.locator("summary").first.click()
    box = facet.locator("input[type=search]")
    assert box.evaluate("(one) => one.labels.length") == 1
    box.fill("oudér")
    shown = [text.lower() for text in facet.locator("li:visible .vp-check span").all_text_contents()]
    assert shown
    assert all("ouder" in text for text in shown)
    box.fill("xqzvwk")
    expect(facet.locator(".vp-facet__none")).to_be_visible()
    assert "doelgroep" not in page.url


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, NARROW], ids=["wide", "narrow"])
def test_without_javascript_all_of_it_works(open_page, viewport):
    page = open_page("/projecten/", java_script_enabled=False, viewport=viewport)
    if viewport == NARROW:
        page.locator(".vp-filters > summary").click()
    for name, value in (
        ("fase", "embedded"),
        ("sector", page.locator("input[name=sector]").first.get_attribute("value")),
    ):
        box = page.locator(f"input[name={name}][value={value}]")
        if not box.is_visible():
            box.locator("xpath=ancestor::details[contains(@class, 'vp-rest')]/summary").click()
        box.check()
    if viewport != NARROW:
        page.locator("#q").fill("dansen")
    page.locator(".vp-filters button[type=submit]").click()
    page.wait_for_url("**fase=embedded**")
    assert page.locator("input[name=fase][value=embedded]").is_checked()
    assert page.locator(".vp-chip").count() == 2
    if viewport != NARROW:
        assert page.locator("#q").input_value() == "dansen"
    page.locator(".vp-chip").first.click()
    page.wait_for_load_state()
    assert page.locator(".vp-chip").count() == 1
    page.locator("a.vp-chips__clear").click()
    page.wait_for_load_state()
    assert page.locator(".vp-chip").count() == 0


def test_with_and_without_javascript_give_the_same(open_page):
    with_it, without = open_page("/projecten/"), open_page("/projecten/", java_script_enabled=False)
    tick(with_it, "fase", "pilot")
    with_it.wait_for_url("**fase=pilot**")
    expected = settled(with_it)["results"]
    without.locator("input[name=fase][value=pilot]").check()
    without.locator(".vp-filters button[type=submit]").click()
    without.wait_for_url("**fase=pilot**")
    assert [one.strip() for one in without.locator(".vp-result__title").all_text_contents()] == expected


def test_filters_on_a_phone_open_close_and_show_the_results(open_page):
    page = open_page("/projecten/", viewport=NARROW)
    page.evaluate(MARK)
    page.locator(".vp-filters > summary").click()
    tick(page, "fase", "embedded")
    page.wait_for_url("**fase=embedded**")
    settled(page)
    page.locator(".vp-filters button[type=submit]").click()
    settled(page)
    assert not page.locator(".vp-filters").evaluate("(one) => one.open")
    assert page.evaluate("document.activeElement.id") == "resultaten-titel"
    assert page.evaluate("window.stayed")


def test_lessons_are_found_in_place_as_well(open_page):
    page = open_page(PAGES["lessons"])
    page.evaluate(MARK)
    before = page.locator("#melding").text_content()
    tick(page, "les", "pitfall")
    expect(page.locator("#melding")).not_to_have_text(before)
    assert page.evaluate("window.stayed")
