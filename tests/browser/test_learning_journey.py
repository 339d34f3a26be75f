"""Learn from others by following links alone: from a theme to what lies ahead, what helped, and what to take along."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
THEME, CONDITION = "Sensoren en slimme alarmering", "Zwangerschap en bevalling"


def follow(page: Page, link: Locator, address: str) -> str:
    """Follow a link with the keyboard, as it is reached by Tab; return its words. The page there has one heading."""
    link.focus()
    words = link.text_content().strip()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(address))
    expect(page.locator("h1")).to_have_count(1)
    return words


def test_from_a_theme_to_a_printed_collection(open_page):
    page = open_page("/")
    main = page.locator("main")
    follow(page, page.locator("header a", has_text="Thema's"), "/themas/$")
    follow(page, main.get_by_role("link", name=THEME), "/themas/sensoren-en-alarmering/$")
    follow(page, main.locator("a[href^='/lessen/vooruit/']").first, r"/lessen/vooruit/\?thema=sensoren-en-alarmering$")
    assert re.search(r"\d+ van \d+ projecten", main.text_content())

    pitfall = page.locator(".vp-ahead__one", has=page.locator(".vp-help--other")).first
    title = follow(page, pitfall.locator(".vp-ahead__title a"), "/lessen/[^/]+/$")
    assert title in page.locator("h1").text_content()
    elsewhere = page.locator(".vp-help--other .vp-help__title a").first
    title = follow(page, elsewhere, "/lessen/[^/]+/$")
    assert title in page.locator("h1").text_content()
    # What helps names the pitfall that one came from, and its own project.
    expect(page.locator("#tegen")).to_be_visible()
    follow(page, main.locator("aside a[href^='/projecten/']").first, "/projecten/[^/]+/$")

    follow(page, page.locator("header a[href='/hulpmiddelen/']"), "/hulpmiddelen/$")
    title = follow(page, main.locator(".vp-card__title a").first, "/hulpmiddelen/[^/?]+/$")
    assert title in page.locator("h1").text_content()
    follow(page, page.locator("nav[aria-label] a[href='/hulpmiddelen/']").last, "/hulpmiddelen/$")
    follow(page, main.locator("a[href='/keuzehulpen/']").first, "/keuzehulpen/$")
    follow(page, page.locator(".vp-letters").get_by_role("link", name="Z", exact=True), "#letter-Z$")
    expect(page.locator("#letter-Z")).to_be_in_viewport()
    aids = page.locator(".vp-aids__condition", has=page.get_by_role("heading", name=CONDITION))
    follow(page, aids.locator(".vp-aid__title a").first, "/hulpmiddelen/[^/]+/$")

    follow(page, main.get_by_role("link", name=f"Alles over {CONDITION}"), "/aandoeningen/[^/]+/$")
    title = follow(page, main.locator("a[href^='/programmas/']").first, "/programmas/[^/]+/$")
    assert title in page.locator("h1").text_content()
    follow(page, page.locator("footer a[href='/verzamelingen/']"), "/verzamelingen/$")
    title = follow(page, main.locator(".vp-card__title a").first, "/verzamelingen/[^/]+/$")
    items = page.locator(".vp-gathered__items > li").count()
    follow(page, main.locator("a[href$='/afdrukken/']"), "/afdrukken/$")
    assert title in page.locator("h1").text_content()
    assert page.locator(".vp-gathered__items > li .vp-gathered__address").count() == items > 0
