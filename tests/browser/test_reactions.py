"""A member tells what they know of a project from elsewhere, in a browser; axe finds nothing on the way."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW
from tests.browser.test_accounts import log_in, visit  # noqa: F401 - a fixture
from tests.browser.test_axe import check
from tests.factories import LessonFactory, MembershipFactory, NoticeFactory, ProjectFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORD = "Meervoudigepersoonlijkheidsstoornisbehandelcentrum"


def test_from_one_click_to_where_it_spread(visit):  # noqa: F811
    project = ProjectFactory(published=True)
    LessonFactory(project=project, kind="pitfall", title="Te laat begonnen met scholing")
    person = MembershipFactory(institute__status="verified", user__name="Lotte Voorbeeld").user
    log_in(visit, person, next_page=project.get_absolute_url())
    visit.get_by_role("button", name="Speelde hier ook").click()
    expect(visit.get_by_role("button", name="Speelde hier ook 1")).to_have_attribute("aria-pressed", "true")
    visit.get_by_role("link", name="Met toelichting").click()
    check(visit)
    visit.get_by_label("Hielp hier niet").check()
    visit.get_by_label("Toelichting in één regel").fill(WORD)
    visit.get_by_role("button", name="Bij de les zetten").click()

    visit.get_by_role("link", name="Wij passen dit ook toe").click()
    visit.get_by_label("Gestopt", exact=True).check()
    visit.get_by_role("button", name="Op de pagina zetten").click()
    expect(visit.get_by_role("alert")).to_contain_text("Er zijn 2 fouten")
    check(visit)
    visit.get_by_label("Sinds wanneer?").fill("2024-02")
    visit.get_by_label("Waarom gestopt?").select_option("staffing")
    visit.get_by_role("button", name="Op de pagina zetten").click()
    expect(visit.locator(".vp-adoption__state")).to_have_text("Gestopt")

    visit.get_by_role("link", name="Reageren").click()
    visit.get_by_label("Uw reactie").fill(f"{WORD} {WORD}")
    visit.get_by_role("button", name="Op de pagina zetten").click()
    visit.get_by_text("1 toelichting").click()
    visit.set_viewport_size(NARROW)
    assert visit.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    check(visit)


def test_messages_and_settings(visit):  # noqa: F811
    person = MembershipFactory().user
    NoticeFactory(user=person, title=WORD * 2)
    log_in(visit, person, next_page="/mijn/berichten/")
    visit.set_viewport_size(NARROW)
    assert visit.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    check(visit)
    visit.get_by_role("button", name="Alles als gelezen markeren").click()
    visit.get_by_role("link", name="Kies waarover we u mailen").click()
    check(visit)
