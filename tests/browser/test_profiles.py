"""An expert by experience makes a profile, is found by a visitor, and takes the consent back; axe looks on the way."""

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from peers.models import Profile
from tests import factories
from tests.browser.conftest import NARROW
from tests.browser.test_axe import check
from tests.browser.watching import Watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser, live_server: LiveServer, client, request):
    """A page of a member, on a site of its own whose data goes afterwards."""
    client.force_login(factories.UserFactory())
    factories.ThemeFactory(slug="dementie", name="Dementie")
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


def look(page) -> None:
    """Have axe look, which needs scripts itself."""
    if page.scripted:
        check(page, (NARROW,))


def test_from_first_word_to_taking_back(page):
    page.goto("/mijn/profiel/")
    look(page)
    story = page.locator("#id_health_story")
    if page.scripted:
        expect(story).to_be_hidden()
    page.get_by_label("Ik ben ervaringsdeskundige").check()
    expect(story).to_be_visible()
    page.locator("#id_name").fill("Mies")
    page.locator("#id_introduction").fill("Ik zorg voor mijn vader en lees brieven na. Bel 06-12345678")
    page.get_by_label("Een tekst of plan nalezen").check()
    page.get_by_label("Iedereen die de site bezoekt").check()
    page.locator("[name=werkplekken-0-organisation]").fill("Mantelzorg Oost")
    page.get_by_role("button", name="Nog een werkplek").press("Enter")
    expect(page.locator("[name=werkplekken-1-organisation]")).to_be_visible()
    expect(page.locator("[name=werkplekken-0-organisation]")).to_have_value("Mantelzorg Oost")
    page.get_by_role("button", name="Bewaren en bekijken").press("Enter")
    expect(page.locator("#fouten")).to_contain_text("Haal het telefoonnummer “06-12345678” weg.")
    expect(page.locator("#fouten")).to_contain_text("Vink aan dat u akkoord gaat")
    look(page)
    page.locator("#id_introduction").fill("Ik zorg voor mijn vader en lees brieven na.")
    page.locator("#id_agrees").check()
    page.get_by_role("button", name="Bewaren en bekijken").press("Enter")
    expect(page.locator("h1")).to_have_text("Mies")
    look(page)
    page.goto("/experts/?q=brieven")
    expect(page.locator("#resultaten-titel")).to_have_text("1 expert gevonden")
    look(page)
    page.goto("/mijn/profiel/")
    look(page)
    page.get_by_role("button", name="Toestemming voor mijn profiel intrekken").press("Enter")
    expect(page.locator("main")).to_contain_text("Niemand ziet of vindt uw profiel nog.")
    page.goto("/experts/")
    expect(page.locator("#resultaten-titel")).to_have_text("Niemand gevonden")
    assert Profile.objects.get().consented_at is None


def test_list_follows_choices_in_place(page):
    if not page.scripted:
        pytest.skip("without a script the form is sent, as the other test does")
    from tests.peers.profiles import found_profile  # noqa: PLC0415 - beside what it makes

    found_profile(name="Zorg")
    found_profile(name="Ervaring", kind="experience")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/experts/")
    page.evaluate("window.stayed = true")
    page.get_by_label("Ervaringsdeskundige").check()
    expect(page.locator("#resultaten-titel")).to_have_text("1 expert gevonden")
    expect(page.locator(".vp-result__title")).to_have_text(["Ervaring"])
    assert page.evaluate("window.stayed")
    assert "wie=experience" in page.url
