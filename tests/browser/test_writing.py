"""A member writes a project in all sections and sends it in, with and without JavaScript; axe looks on the way."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from projects.models import Revision
from tests import factories
from tests.browser.conftest import NARROW
from tests.browser.test_axe import check
from tests.browser.watching import Watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser, live_server: LiveServer, client, request):
    """A page of a member of an institute, on a site of its own whose data goes afterwards."""
    membership = factories.MembershipFactory()
    factories.ThemeFactory(slug="eenzaamheid", name="Eenzaamheid", child=True)
    region = factories.RegionFactory(scheme__slug="provincie", name="Drenthe", gemeenten=[factories.GemeenteFactory()])
    assert region
    client.force_login(membership.user)
    context = browser.new_context(
        base_url=live_server.url, viewport=NARROW, locale="nl-NL", java_script_enabled=request.param
    )
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    context.set_default_timeout(10_000)
    watched = Watched(context, live_server.url)
    made = context.new_page()
    made.scripted = request.param
    yield made
    assert watched.close() == []


def look(page: Page) -> None:
    """Have axe look, which needs scripts itself."""
    if page.scripted:
        check(page, (NARROW,))


def go_on(page: Page, title: str) -> None:
    """Look at the section, save it, and see that the next page is there."""
    look(page)
    page.locator("button[name=verder]").press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_from_first_word_to_confirmation(page):
    page.goto("/projecten/indienen/")
    page.locator("#id_title").fill("Samen eten in de wijk")
    look(page)
    page.get_by_role("button", name="Begin met schrijven").press("Enter")
    expect(page.locator("h1")).to_have_text("Wat")
    page.locator("button[name=verder]").press("Enter")
    expect(page.locator("#fouten")).to_contain_text("Vat het project samen in een paar zinnen.")
    page.locator("#id_summary").fill("Buurtbewoners koken elke week voor elkaar.")
    page.get_by_label("Pilot").check()
    page.locator("#id_start").fill("mei 2024")
    go_on(page, "Waarom")
    page.locator("#id_problem").fill("Men at alleen.")
    go_on(page, "Hoe")
    page.locator("#id_approach").fill("Eén straat, één kok.")
    go_on(page, "Resultaten")
    page.locator("#id_funding-0-kind").select_option("fund")
    go_on(page, "Lessen")
    page.get_by_label("Valkuil").check()
    page.locator("#id_lessons-0-title").fill("Te veel ineens")
    page.locator("#id_lessons-0-advice").fill("Begin met één straat.")
    page.get_by_role("button", name="Nog een les").press("Enter")
    expect(page.locator("#id_lessons-1-title")).to_be_visible()
    assert page.locator("#id_lessons-0-title").input_value() == "Te veel ineens"
    go_on(page, "Hulpmiddelen")
    go_on(page, "Wie")
    if page.scripted:
        page.locator("#id_themes-zoek").fill("eenzaam") if page.locator("#id_themes-zoek").count() else None
    if not page.get_by_label("Eenzaamheid", exact=True).is_visible():
        page.locator("#id_themes summary").first.click()
    page.get_by_label("Eenzaamheid", exact=True).check()
    go_on(page, "Waar")
    go_on(page, "Contact")
    go_on(page, "Samen eten in de wijk")
    expect(page.locator(".vp-tasks")).to_contain_text("Klaar")
    look(page)
    page.get_by_role("link", name="Voorbeeld bekijken").click()
    expect(page.locator("main")).to_contain_text("Dit is een voorbeeld")
    look(page)
    page.goto(page.url.replace("voorbeeld", "controleren"))
    look(page)
    page.get_by_role("button", name="Indienen").press("Enter")
    expect(page.locator("h1")).to_have_text("Uw tekst is ingediend")
    look(page)
    revision = Revision.objects.get()
    assert revision.status == "submitted"
    assert revision.content["start"] == "2024-05"
    assert [lesson["title"] for lesson in revision.content["lessons"]] == ["Te veel ineens"]
