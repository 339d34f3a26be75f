"""axe finds nothing, on a desk and on a phone, light and dark, in every state."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, WIDE
from tests.browser.pages import ABSENT, LIKE_ANOTHER, PAGES, UNREADABLE

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """async (only) => {
  const found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
  const line = (rule) => (node) => `${rule.id}: ${node.target} ${node.failureSummary}`;
  return found.violations.flatMap((rule) => rule.nodes.map(line(rule)));
}"""


def found(page: Page, only: dict) -> list[str]:
    """Return what axe says of the page as it is, a line for each element."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    return page.evaluate(RUN, only)


def check(page: Page, viewports: tuple[dict, ...] = (WIDE, NARROW)) -> None:
    """Look at each width with all rules, and at dark with those for colour."""
    wrong = []
    for viewport in viewports:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme="light")
        wrong += found(page, {"type": "tag", "values": TAGS})
        page.emulate_media(color_scheme="dark")
        wrong += found(page, {"type": "rule", "values": ["color-contrast", "link-in-text-block"]})
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", PAGES)
def test_page(open_page, name):
    check(open_page(PAGES[name]), (WIDE,) if name in LIKE_ANOTHER else (WIDE, NARROW))


@pytest.mark.parametrize(("path", "status"), [(ABSENT, 404), (f"/en{ABSENT}", 404), (UNREADABLE, 400)])
def test_error_page(open_page, path, status):
    check(open_page(path, expected=status))


def test_everything_unfolded(open_page):
    page = open_page(PAGES["projects"])
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    check(page, (WIDE,))


def test_menu_and_filters_unfolded_on_a_phone(open_page):
    page = open_page(PAGES["projects chosen"], viewport=NARROW)
    for summary in (".vp-menu > summary", ".vp-filters > summary"):
        page.locator(summary).press("Enter")
    check(page)


def test_login_with_mistakes(open_page):
    page = open_page(PAGES["login"])
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_selector("[role=alert]")
    check(page)


def test_after_an_update_in_place(open_page):
    page = open_page(PAGES["projects"])
    page.locator("input[name=thema]").first.check()
    page.wait_for_selector(".vp-chip")
    check(page, (WIDE,))
