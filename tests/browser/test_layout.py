"""What axe does not see: small screens, large letters, more space, fingers, the keyboard, and things that move."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.pages import ABSENT, LIKE_ANOTHER, MAIN, PAGES

pytestmark = pytest.mark.browser
LOOKING = Path(__file__).with_name("looking.js").read_text(encoding="utf-8")
MOST_STOPS = 400


def complaints(page: Page, *names: str) -> list[str]:
    """Return what the functions of looking.js with these names complain of."""
    if not page.evaluate("Boolean(window.looking)"):
        page.evaluate(LOOKING)
    return [f"{name}: {line}" for name in names for line in page.evaluate(f"looking.{name}()")]


def change(page: Page, how: str) -> None:
    """Set the text wider, larger, or back as it was."""
    page.evaluate(f"looking.{how}()")


@pytest.mark.parametrize("name", [name for name in PAGES if name not in LIKE_ANOTHER])
def test_page_fits_and_can_be_read_and_hit(open_page, name):
    page = open_page(PAGES[name], viewport=NARROW, reduced_motion="reduce")
    wrong = complaints(page, "wide", "cut", "small", "moving")
    change(page, "space")
    wrong += [f"spaced, {line}" for line in complaints(page, "wide", "cut")]
    change(page, "ordinary")
    page.set_viewport_size(WIDE)
    wrong += [f"wide, {line}" for line in complaints(page, "wide", "cut", "small")]
    change(page, "space")
    wrong += [f"wide and spaced, {line}" for line in complaints(page, "wide", "cut")]
    change(page, "ordinary")
    change(page, "enlarge")
    wrong += [f"200%, {line}" for line in complaints(page, "wide", "cut")]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", [390, 768, 1920])
@pytest.mark.parametrize("name", ["home", "projects chosen", "project with long words", "map", "table"])
def test_page_fits_at_widths_between(open_page, name, width):
    page = open_page(PAGES[name], viewport={"width": width, "height": 800})
    assert complaints(page, "wide", "cut") == []


def test_everything_unfolded_fits_a_phone(open_page):
    page = open_page(PAGES["projects chosen"], viewport=NARROW)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert complaints(page, "wide", "cut", "small") == []


def stops(page: Page) -> list[dict]:
    """Go through the page with the Tab key and return each stop until the page is left."""
    complaints(page)
    found = []
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("looking.focus()")
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"after {MOST_STOPS} times Tab the page is not at its end: {found[-1]}")


@pytest.mark.parametrize("name", ["home", "projects chosen", "no projects", "project", "map", "login", "theme"])
def test_focus_shows_and_is_not_covered(open_page, name):
    found = stops(open_page(PAGES[name]))
    assert len(found) > 5
    assert [line for stop in found for line in stop["wrong"]] == []


@pytest.mark.parametrize("name", ["home", "projects chosen", "project"])
def test_focus_shows_and_is_not_covered_on_a_phone(open_page, name):
    found = stops(open_page(PAGES[name], viewport=NARROW))
    assert len(found) > 5
    assert [line for stop in found for line in stop["wrong"]] == []


@pytest.mark.parametrize("path", [PAGES["home"], PAGES["projects"], PAGES["project"], ABSENT])
def test_first_stop_leads_past_the_menu(open_page, path):
    page = open_page(path, expected=404 if path == ABSENT else 200)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#inhoud"
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


@pytest.mark.parametrize("viewport", [WIDE, {"width": 390, "height": 844}], ids=["wide", "phone"])
@pytest.mark.parametrize("name", MAIN)
def test_nothing_jumps_while_the_page_loads(open_page, name, viewport):
    page = open_page(PAGES[name], viewport=viewport)
    page.evaluate("document.fonts.ready.then(() => null)")
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          const add = (list) => list.getEntries().forEach((entry) => (sum += entry.hadRecentInput ? 0 : entry.value));
          new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => setTimeout(() => done(sum), 100));
        })"""
    )
    assert shift < 0.02
