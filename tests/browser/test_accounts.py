"""The account in a browser: a passkey is added and used, and axe finds nothing on the pages around it."""

import pytest
from playwright.sync_api import Page, expect

from tests.accounts.codes import code
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_axe import check
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def visit(browser, live_server):
    """Give a page of the site under a name: passkeys refuse a mere IP address."""
    context = browser.new_context(base_url=live_server.url, viewport=WIDE, locale="nl-NL")
    context.set_default_timeout(15_000)
    complaints = []
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def log_in(page: Page, user, *, next_page: str = "/account/") -> None:
    page.goto(f"/account/login/?next={next_page}")
    page.get_by_label("E-mailadres").fill(user.email)
    page.get_by_label("Wachtwoord").fill("geheim-geheim")
    page.get_by_role("button", name="Inloggen", exact=True).click()
    # With its styles: what is wide without them is no fault of the page.
    page.wait_for_load_state("load")


def test_passkey_is_added_and_then_opens_the_account_alone(visit):
    devices = visit.context.new_cdp_session(visit)
    devices.send("WebAuthn.enable")
    device = devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]
    user = UserFactory(moderator=True, second_factor=False)
    log_in(visit, user, next_page="/admin/")
    expect(visit.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het inloggen")
    visit.get_by_role("link", name="Passkey toevoegen").click()
    visit.get_by_label("Naam van de passkey").fill("Telefoon")
    visit.get_by_role("button", name="Passkey toevoegen").click()
    expect(visit.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    visit.locator("summary.vp-nav__link").click()
    visit.get_by_role("button", name="Uitloggen").click()

    visit.goto("/account/login/?next=/admin/")
    devices.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    visit.get_by_role("button", name="Inloggen met een passkey").click()
    expect(visit.locator("[data-passkey-error]")).to_be_visible()
    devices.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": True})
    visit.get_by_role("button", name="Inloggen met een passkey").click()
    expect(visit.get_by_role("heading", name="Wat wilt u bijwerken?")).to_be_visible()


def test_axe_and_width(visit):
    """Each page wide and narrow, light and dark, and nothing sticks out on a phone."""
    visit.goto("/account/aanmelden/")
    visit.get_by_role("button", name="Account maken").click()
    expect(visit.get_by_role("alert")).to_be_visible()
    check(visit)
    user = UserFactory(second_factor=True)
    log_in(visit, user)
    expect(visit.get_by_role("heading", level=1)).to_have_text("Tweede stap")
    check(visit)
    visit.get_by_label("Code uit uw app").fill(code())
    visit.get_by_role("button", name="Inloggen", exact=True).click()
    expect(visit.get_by_role("heading", level=1)).to_have_text("Uw account")
    visit.set_viewport_size(WIDE)
    visit.locator("summary.vp-nav__link").click()
    check(visit, (WIDE,))
    for path in (
        "",
        "tweede-stap/",
        "tweede-stap/passkeys/toevoegen/",
        "tweede-stap/herstelcodes/nieuw/",
        "apparaten/",
    ):
        visit.goto(f"/account/{path}")
        visit.set_viewport_size(NARROW)
        assert visit.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
        check(visit)
