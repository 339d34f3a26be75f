"""Members ask, answer, say what helped and make a lesson of it, with and without JavaScript; axe looks on the way."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from peers.models import LessonProposal, Question
from tests import factories
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_axe import check
from tests.browser.watching import Watched
from tests.peers.asking import question

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Hoe kreeg u de nachtdienst mee met beeldbellen?"


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser, live_server: LiveServer, client, request):
    """A page on a site of its own whose data goes afterwards; `page.be(user)` makes somebody look at it."""
    context = browser.new_context(
        base_url=live_server.url, viewport=WIDE, locale="nl-NL", java_script_enabled=request.param
    )
    context.set_default_timeout(10_000)
    watched = Watched(context, live_server.url)
    made = context.new_page()

    def be(user):
        client.force_login(user)
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    made.scripted, made.be = request.param, be
    yield made
    assert watched.close() == []


def look(page: Page) -> None:
    """Have axe look, which needs scripts itself."""
    if page.scripted:
        check(page, (WIDE, NARROW))
        page.set_viewport_size(WIDE)


def answer(page, helper, asked):
    """Have somebody answer a question."""
    page.be(helper)
    page.goto(asked.get_absolute_url())
    page.locator("#id_tekst").fill("Begin met één team. Neem daarna de rest mee.")
    page.get_by_role("button", name="Plaats uw antwoord").press("Enter")
    expect(page.locator(".vp-answer")).to_contain_text("Begin met één team.")


def test_from_question_to_lesson(page):
    theme = factories.ThemeFactory(name="Beeldbellen", slug="beeldbellen")
    other = question(title="Wie heeft beeldbellen in de nachtdienst?", themes=[theme])
    project = factories.ProjectFactory(published=True, indexed=True, title="Beeldbellen in de nacht", themes=[theme])
    asker, helper = factories.UserFactory(name="Vrager Voorbeeld"), factories.UserFactory(name="Helper Voorbeeld")
    factories.MembershipFactory(user=helper, institute=project.institute)
    page.be(asker)
    page.goto("/vragen/stellen/")
    look(page)
    page.locator("#id_titel").fill(TITLE)
    if page.scripted:
        expect(page.locator("#lijkt-op")).to_contain_text(other.title)
        expect(page.locator("#lijkt-op-melding")).to_contain_text("op uw vraag")
        look(page)
    page.locator("#id_tekst").fill("Bel mij op 06-12345678.")
    page.locator("button[value=bekijk]").press("Enter")
    expect(page.locator("#fouten")).to_contain_text("een telefoonnummer")
    look(page)
    page.locator("#id_tekst").fill("Wij beginnen in januari.")
    page.locator("button[value=bekijk]").press("Enter")
    expect(page.locator("h1")).to_have_text("Kijk uw vraag na")
    expect(page.locator('[name="thema"][value="beeldbellen"]')).to_be_checked()
    expect(page.locator(".vp-side")).to_contain_text(other.title)
    look(page)
    page.locator("button[value=plaats]").press("Enter")
    expect(page.locator("h1")).to_have_text(TITLE)
    look(page)
    asked = Question.objects.get(title=TITLE)

    answer(page, helper, asked)
    page.be(asker)
    page.goto(asked.get_absolute_url())
    page.get_by_text("Reageren").click()
    page.locator(".vp-answer textarea").fill("Welk team koos u?")
    page.get_by_role("button", name="Plaats uw reactie").press("Enter")
    expect(page.locator(".vp-reactions")).to_contain_text("Welk team koos u?")
    page.get_by_role("button", name="Bedank voor").press("Enter")
    expect(page.locator(".vp-answer")).to_contain_text("1 keer bedankt")
    page.get_by_role("button", name="Dit antwoord hielp").press("Enter")
    expect(page.locator(".vp-answer--accepted")).to_contain_text("Dit antwoord hielp de vrager")
    look(page)
    page.get_by_role("link", name="Hier is een les van te maken").click()
    expect(page.locator("#id_title")).to_have_value("Begin met één team.")
    page.get_by_label(project.title).check()
    look(page)
    page.get_by_role("button", name="Stel deze les voor").last.press("Enter")
    expect(page.locator("h1")).to_have_text("Begin met één team.")
    look(page)
    assert LessonProposal.objects.get().project == project
