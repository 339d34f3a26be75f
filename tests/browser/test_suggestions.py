"""Suggestions under a search box: a combobox for keyboard, mouse and finger that never stands in the way."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NARROW
from tests.browser.test_axe import check
from tests.browser.test_finder import TYPED
from tests.browser.test_layout import complaints

pytestmark = pytest.mark.browser
BOX, LIST, OPTION = "#q", "#q-suggesties", "#q-suggesties [role=option]"
ASKED = "**/zoeken/suggesties?*"
PLACES = ["/", "/projecten/", "/zoeken/"]


def typed(open_page, path: str = "/", text: str = "valprev", **how) -> Page:
    """Open a page, type, and wait for the list."""
    page = open_page(path, **how)
    page.locator(BOX).press_sequentially(text)
    expect(page.locator(LIST)).to_be_visible()
    return page


def closed(page: Page) -> None:
    """The list is away, and the box says so."""
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")
    assert page.locator(BOX).get_attribute("aria-activedescendant") is None


@pytest.mark.parametrize("path", PLACES)
def test_opens_while_one_types_and_says_so(open_page, path):
    page = typed(open_page, path)
    box = page.locator(BOX)
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(LIST)).to_have_accessible_name("Suggesties")
    assert page.locator(OPTION).count() <= 8
    assert "Valpreventie" in page.locator(OPTION).first.text_content()
    assert "Thema" in page.locator(OPTION).first.text_content()
    expect(page.locator(".vp-searchbar [role=status]")).to_have_text(re.compile("suggestie"))
    expect(box).to_be_focused()
    expect(box).to_have_value("valprev")


def test_arrows_go_through_the_options_and_back_to_what_was_typed(open_page):
    page = typed(open_page)
    box, count = page.locator(BOX), page.locator(OPTION).count()
    pointed = []
    for _press in range(count + 1):
        box.press("ArrowDown")
        pointed.append(box.get_attribute("aria-activedescendant"))
    assert pointed == [*(f"q-suggesties-{nth}" for nth in range(count)), None]
    box.press("ArrowUp")
    expect(page.locator(OPTION).last).to_have_attribute("aria-selected", "true")
    expect(page.locator(f"{OPTION}[aria-selected=true]")).to_have_count(1)
    expect(box).to_have_value("valprev")


def test_escape_closes_and_a_second_one_empties(open_page):
    page = typed(open_page)
    page.locator(BOX).press("ArrowDown")
    page.locator(BOX).press("Escape")
    closed(page)
    expect(page.locator(BOX)).to_have_value("valprev")
    page.locator(BOX).press("ArrowDown")
    expect(page.locator(LIST)).to_be_visible()
    page.locator(BOX).press("Escape")
    page.locator(BOX).press("Escape")
    expect(page.locator(BOX)).to_have_value("")


def test_enter_without_a_choice_searches_what_was_typed(open_page):
    page = typed(open_page)
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/projecten/?q=valprev")


def test_enter_searches_the_term_that_was_chosen(open_page):
    page = typed(open_page)
    page.locator(BOX).press("ArrowDown")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/projecten/?q=Valpreventie")


def test_choice_updates_the_list_in_place(open_page):
    page = typed(open_page, "/projecten/?fase=pilot")
    page.evaluate("window.stayed = true")
    page.locator(BOX).press("ArrowDown")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**q=Valpreventie**")
    assert "fase=pilot" in page.url
    assert page.evaluate("window.stayed")
    expect(page.locator("#resultaten[aria-busy]")).to_have_count(0)
    expect(page.locator(BOX)).to_have_value("Valpreventie")
    closed(page)


def test_a_click_on_a_project_leads_to_its_page(open_page):
    page = typed(open_page, text="dansen tegen")
    page.locator(OPTION, has_text="Dansen tegen vallen").click()
    page.wait_for_url("**/projecten/dansen-tegen-vallen/")


def test_a_tap_chooses(open_page):
    page = typed(open_page, text="dansen tegen", viewport=NARROW, has_touch=True)
    page.locator(OPTION, has_text="Dansen tegen vallen").tap()
    page.wait_for_url("**/projecten/dansen-tegen-vallen/")


def test_closes_when_one_goes_elsewhere(open_page):
    page = typed(open_page)
    page.locator(BOX).press("Tab")
    closed(page)
    assert page.evaluate("document.activeElement.type") == "submit"


def test_closes_when_nothing_fits_or_the_box_is_emptied(open_page):
    page = typed(open_page)
    page.locator(BOX).press_sequentially("xqzvwk")
    closed(page)
    page.locator(BOX).fill("valprev")
    expect(page.locator(LIST)).to_be_visible()
    page.locator(BOX).fill("")
    closed(page)


def test_an_answer_that_is_late_or_missing_changes_nothing(open_page):
    page = open_page("/")
    waiting: list[Route] = []
    page.route(ASKED, lambda route: waiting.append(route))  # noqa: PLW0108 - playwright wants a function in Python
    page.locator(BOX).press_sequentially("valprev")
    page.wait_for_timeout(400)
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/projecten/?q=valprev")
    assert waiting
    page.unroute(ASKED)
    page.route(ASKED, lambda route: route.abort())
    page.locator(BOX).fill("valpreventie")
    page.wait_for_timeout(400)
    closed(page)
    expect(page.locator(BOX)).to_have_value("valpreventie")


def test_asks_once_for_what_it_knows(open_page):
    page, asked = open_page("/"), []
    page.on("request", lambda request: asked.append(request.url) if "suggesties" in request.url else None)
    page.locator(BOX).fill("valpr")
    expect(page.locator(LIST)).to_be_visible()
    page.locator(BOX).fill("")
    closed(page)
    page.locator(BOX).fill("valpr")
    expect(page.locator(LIST)).to_be_visible()
    assert len(asked) == 1


def test_without_javascript_it_is_a_search_box(open_page):
    page = open_page("/", java_script_enabled=False)
    assert page.locator(BOX).get_attribute("role") is None
    assert page.locator(LIST).count() == 0
    page.locator(BOX).fill("valpreventie")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/projecten/?q=valpreventie")


def test_names_in_another_language_say_so(open_page):
    page = typed(open_page, "/en/", "dansen tegen")
    expect(page.locator(f"{OPTION} [lang=nl]")).to_have_text("Dansen tegen vallen")


@pytest.mark.parametrize("path", PLACES)
def test_axe_finds_nothing_in_an_open_list(open_page, path):
    page = typed(open_page, path)
    page.wait_for_timeout(TYPED)
    expect(page.locator("#resultaten[aria-busy]")).to_have_count(0)
    page.locator(BOX).press("ArrowDown")
    check(page)


def test_fits_a_phone_with_long_words(open_page):
    page = typed(open_page, text="meervoudig", viewport=NARROW)
    assert complaints(page, "wide", "cut") == []
