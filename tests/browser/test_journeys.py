"""What people come for, done by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.awkward import FOUND

pytestmark = pytest.mark.browser
FOCUSED = "(document.activeElement.textContent || document.activeElement.value).trim().replace(/\\s+/g, ' ')"


def tab_to(page: Page, selector: str, most: int = 250) -> None:
    """Press Tab until the focus is on something that the CSS selector finds."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{most} times Tab does not lead to {selector}")


def test_find_a_fall_prevention_project_and_read_what_went_wrong_there(open_page):
    page = open_page("/")
    tab_to(page, "#q", most=15)
    page.keyboard.type("valpreventie")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projecten/?q=valpreventie")
    tab_to(page, "#facet-lessen > summary")
    if not page.locator("#facet-lessen").evaluate("(one) => one.open"):
        page.keyboard.press("Enter")
    tab_to(page, "input[name=lessen]", most=3)
    page.keyboard.press("Space")
    page.wait_for_url("**lessen=ja**")
    expect(page.locator("#resultaten[aria-busy]")).to_have_count(0)
    assert page.evaluate("document.activeElement.name") == "lessen"
    tab_to(page, ".vp-result__title a")
    title = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/projecten/[^?]+/$"))
    assert title in page.locator("h1").text_content()
    lessons = page.locator("section:has(#lessen) .vp-lesson")
    assert lessons.count() > 0
    assert re.search(r"Valkuil|Succesfactor|Tip", lessons.first.text_content())
    headings = page.locator("main :is(h2, h3)").all_text_contents()
    assert any("leerde" in heading for heading in headings)


def test_read_what_went_wrong_and_what_helped(open_page):
    page = open_page("/")
    tab_to(page, "#q", most=15)
    page.keyboard.type(FOUND)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    tab_to(page, ".vp-result__title a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dansen-tegen-vallen/")
    pitfall = page.locator(".vp-lesson--pitfall")
    for expected in ("Valkuil", "De zaal was te klein.", "Drie mensen botsten.", "Huur een gymzaal."):
        assert expected in pitfall.text_content()


def test_find_who_does_something_in_my_zorgkantoorregio(open_page):
    page = open_page("/regios/?indeling=zorgkantoorregio")
    tab_to(page, "main table a, main .vp-links a")
    region = page.evaluate("document.activeElement.textContent.trim()")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/regios/zorgkantoorregio-[^/]+/$"))
    assert region in page.locator("h1").text_content()
    assert page.locator(".vp-result__title, main p").count() > 0


def test_go_on_in_english_and_back(open_page):
    page = open_page("/projecten/?thema=valpreventie")
    tab_to(page, "header a[hreflang=en]", most=15)
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/projecten/?thema=valpreventie")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".vp-chip").count() == 1
    tab_to(page, "header a[hreflang=nl]", most=15)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"[^n]/projecten/\?thema=valpreventie$"))


def test_menu_on_a_phone(open_page):
    page = open_page("/", viewport={"width": 390, "height": 844})
    tab_to(page, ".vp-menu > summary", most=5)
    page.keyboard.press("Enter")
    tab_to(page, ".vp-menu a[href='/lessen/']", most=6)
    page.keyboard.press("Enter")
    page.wait_for_url("**/lessen/")
    assert page.locator(".vp-menu").evaluate("(one) => one.open") is False
