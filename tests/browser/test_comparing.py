"""Find what is comparable to a plan, and put projects side by side: with a mouse, by keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.pages import LONG, PAGES, TOLD
from tests.browser.test_axe import check
from tests.browser.test_journeys import tab_to
from tests.browser.test_layout import complaints, stops
from tests.documents import samples

pytestmark = pytest.mark.browser
PLAN = "Wij willen ouderen leren dansen in de buurt, zodat zij minder vallen. Vrijwilligers helpen mee."


def compare(page: Page) -> Page:
    """Send a plan and wait for what is comparable to it."""
    page.locator("textarea").fill(PLAN)
    page.get_by_role("button", name="Zoek vergelijkbare projecten").click()
    expect(page.locator("#projecten")).to_be_visible()
    return page


def test_paste_a_plan_and_hand_the_overview_to_a_colleague(open_page):
    page = compare(open_page("/vergelijkbaar/"))
    assert page.url.endswith("/vergelijkbaar/")
    titles = page.locator(".vp-result__title").all_text_contents()
    assert titles
    expect(page.locator(".vp-why").first).to_contain_text("uit uw plan")
    address = page.locator("#deel-link").input_value()
    colleague = open_page(address)
    assert colleague.locator(".vp-result__title").all_text_contents() == titles
    assert "Vrijwilligers helpen" not in colleague.content()


def test_what_is_comparable_has_no_faults(open_page):
    page = compare(open_page("/vergelijkbaar/"))
    page.evaluate("document.querySelectorAll('.vp-unfold').forEach((one) => (one.open = true))")
    check(page)
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        assert complaints(page, "wide", "cut", "small") == []


def test_print_has_all_of_it_and_nothing_of_the_plan(open_page):
    page = compare(open_page("/vergelijkbaar/"))
    page.emulate_media(media="print")
    for hidden in page.locator(".vp-unfold .vp-result__title, .vp-unfold .vp-card__title").all():
        expect(hidden).to_be_visible()
    expect(page.locator(".vp-why p.vp-noprint").first).to_be_hidden()
    expect(page.get_by_text("Link naar dit overzicht")).to_be_hidden()


def test_a_file_that_cannot_be_read_is_told_and_the_text_stays(open_page):
    page = open_page("/vergelijkbaar/")
    page.locator("textarea").fill(PLAN)
    scan = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": samples.pdf("")}
    page.locator("input[type=file]").set_input_files(files=[scan])
    page.get_by_role("button", name="Zoek vergelijkbare projecten").click()
    expect(page.locator("#fouten")).to_be_focused()
    expect(page.locator("#id_bestand-fout-1")).to_contain_text("Is het een scan")
    assert page.locator("textarea").input_value() == PLAN
    check(page)


def test_choose_two_in_place_and_compare_them_by_keyboard(open_page):
    page = open_page("/projecten/?thema=valpreventie")
    expect(page.locator(".vp-picks")).to_have_count(0)
    titles = []
    for number in (1, 2):
        tab_to(page, ".vp-pick:not(.vp-pick--on)")
        chosen = page.evaluate("document.activeElement.id")
        titles.append(page.evaluate("document.activeElement.closest('li').querySelector('h3').textContent"))
        page.keyboard.press("Enter")
        expect(page.locator(".vp-picks__list li")).to_have_count(number)
        expect(page.locator("#gekozen-projecten")).to_contain_text(re.compile(f"{number} project"))
        assert page.evaluate("document.activeElement.id") == chosen
    tab_to(page, ".vp-picks a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projecten/vergelijken/?p=*&p=*")
    assert page.locator(".vp-cmp__title").all_text_contents() == titles


def test_what_is_chosen_survives_filters_pages_order_and_going_back(open_page):
    page = open_page(f"/projecten/?vergelijk={TOLD}")
    page.locator("input[name=fase][value=pilot]").check()
    page.wait_for_url("**fase=pilot**")
    assert f"vergelijk={TOLD}" in page.url
    page.locator("select[name=sort]").select_option("confirmed")
    page.wait_for_url("**sort=confirmed**")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**page=2**")
    assert f"vergelijk={TOLD}" in page.url
    expect(page.locator(".vp-picks__list li")).to_have_count(1)
    page.get_by_role("link", name="Keuze wissen").click()
    expect(page.locator(".vp-picks")).to_have_count(0)
    assert "vergelijk" not in page.url
    page.go_back()
    expect(page.locator(".vp-picks__list li")).to_have_count(1)


def test_choosing_and_comparing_work_without_scripts(open_page):
    page = open_page("/projecten/?thema=valpreventie", java_script_enabled=False)
    page.locator(".vp-pick").nth(2).click()
    page.wait_for_url("**vergelijk=**")
    chosen = page.locator(".vp-pick--on")
    expect(chosen).to_be_in_viewport()
    page.locator(".vp-pick:not(.vp-pick--on)").first.click()
    expect(page.locator(".vp-picks__list li")).to_have_count(2)
    page.locator(".vp-picks__ways a").first.click()
    page.wait_for_url("**/projecten/vergelijken/**")
    assert page.locator(".vp-cmp__title").count() == 2


@pytest.mark.parametrize("viewport", [WIDE, {"width": 390, "height": 844}], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["projects picked", "compare", "plan"])
def test_focus_shows_beside_what_stays_in_sight(open_page, name, viewport):
    found = stops(open_page(PAGES[name], viewport=viewport))
    assert len(found) > 5
    assert [line for stop in found for line in stop["wrong"]] == []


def test_side_by_side_on_a_desk_and_below_each_other_on_a_phone(open_page):
    page = open_page(f"/projecten/vergelijken/?p={LONG}&p={TOLD}")
    cells = page.locator("#rij-what td")
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert first["y"] == second["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert first["x"] == second["x"]
    expect(page.locator("#rij-what .vp-cmp__of").first).to_be_visible()
