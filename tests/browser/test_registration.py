"""An institute registers, by keyboard alone, on a site that may be written to; axe looks at every page on the way."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from projects.models import Registration
from projects.states import Stage
from tests import factories
from tests.browser.conftest import NARROW
from tests.browser.test_axe import check
from tests.browser.watching import Watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(browser, live_server: LiveServer):
    """A page of a site of its own, whose data goes afterwards."""
    context = browser.new_context(base_url=live_server.url, viewport=NARROW, locale="nl-NL")
    context.set_default_timeout(10_000)
    watched = Watched(context, live_server.url)
    yield context.new_page()
    assert watched.close() == []


def fill(page: Page, **typed: str) -> None:
    """Fill in a step, look at it, and go on with Enter."""
    for name, value in typed.items():
        field = page.locator(f"#id_{name}")
        if field.evaluate("(one) => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    check(page, (NARROW,))
    page.get_by_role("button", name="Bewaren en verder").press("Enter")


def test_from_start_to_confirmation(page):
    twin = factories.ProjectFactory(
        published=True, institute__name="Zorgcentrum De Beuk", institute__place="Beukendorp"
    ).institute
    page.goto("/instellingen/aanmelden/")
    page.get_by_role("button", name="Bewaren en verder").press("Enter")
    expect(page.locator("#fouten")).to_be_focused()
    check(page, (NARROW,))

    page.locator("#id_name").press_sequentially("Zorgcentrum De B")
    expect(page.locator("#lijkt-op")).to_contain_text(twin.name)
    expect(page.locator("#lijkt-op-melding")).to_contain_text("1 instelling lijkt hierop")
    fill(page, name="Zorgcentrum de Beuk", institute_kind="care_home", place="Beukendorp")

    expect(page.locator("h1")).to_have_text("Bestaat uw instelling hier al?")
    page.get_by_label("Nee, wij zijn een andere instelling").check()
    fill(page)
    fill(page, kvk_number="1234 5678")
    fill(page, website="debeuk.example", email_domain="debeuk.example")
    fill(page, manager_name="Demi", manager_role="Manager", manager_email="demi@debeuk.example")
    fill(page, brings="Ervaring met samen eten.")

    expect(page.locator("h1")).to_have_text("Controleer uw antwoorden")
    check(page, (NARROW,))
    page.get_by_role("button", name="Aanmelding versturen").press("Enter")
    expect(page.locator("h1")).to_have_text("Uw aanmelding is verstuurd")
    check(page, (NARROW,))
    registration = Registration.objects.get()
    assert (registration.status, registration.unlike) == (Stage.SUBMITTED, [twin.pk])
    expect(page.locator("main")).to_contain_text(registration.reference)
