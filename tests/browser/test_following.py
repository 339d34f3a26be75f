"""Keep a search that found nothing, hear of what comes, and stop it from the mail; and the newsletter. In a browser."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from peers.models import Follow
from peers.services.following import digest, matching
from tests import factories
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_axe import check
from tests.browser.watching import Watched
from tests.mailbox import link_in, mails

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORD = "Meervoudigepersoonlijkheidsstoornisbehandelcentrum"


@pytest.fixture
def open_as(browser, live_server: LiveServer):
    """Return a function that gives a page of somebody who is logged in, or of nobody."""
    opened = []

    def open_as(user=None) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport=WIDE, locale="nl-NL")
        if user:
            client = Client()
            client.force_login(user)
            session = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        context.set_default_timeout(10_000)
        opened.append(Watched(context, live_server.url))
        return context.new_page()

    yield open_as
    assert [line for one in opened for line in one.close()] == []


def look(page: Page) -> None:
    """See with axe that everybody can use the page, and that nothing sticks out on a telephone."""
    check(page)
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.set_viewport_size(WIDE)


def test_from_nothing_found_to_a_mail_and_out_of_it(open_as):
    member = factories.UserFactory()
    page = open_as(member)
    page.goto("/mijn/zoekopdrachten/")
    look(page)
    page.goto("/projecten/?q=rollatordans")
    page.get_by_role("link", name="Bewaar deze zoekopdracht").click()
    page.get_by_label("Naam").fill("")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("Er is 1 fout")
    look(page)
    page.get_by_label("Naam").fill(f"Dansen {WORD}")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("1 zoekopdracht, project of vraag")).to_be_visible()
    page.get_by_role("link", name="Wijzigen").click()
    page.get_by_label("Meteen").check()
    look(page)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("Meteen")).to_be_visible()
    Follow.objects.update(created_at=timezone.now() - datetime.timedelta(hours=1))
    factories.ProjectFactory(published=True, indexed=True, title="Rollatordans in de wijk")
    matching.match_new()
    page.reload()
    expect(page.get_by_text("1 nieuw sinds de laatste mail")).to_be_visible()
    look(page)
    digest.send_at_once(now=timezone.now())
    address = mails(member.email)[0].headers["List-Unsubscribe"].strip("<>").removeprefix("https://vindplaats.example")
    stranger = open_as()
    stranger.goto(address)
    look(stranger)
    stranger.get_by_role("button", name="Ja, meld mij af").click()
    expect(stranger.get_by_role("heading", name="U bent afgemeld")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Niet per mail")).to_be_visible()
    page.get_by_role("button", name="Weghalen").click()
    expect(page.get_by_role("status").filter(has_text="is weggehaald")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("heading", name=f"Dansen {WORD}")).to_be_visible()


def test_the_newsletter(open_as):
    text = f"## Nieuw\n\n- [{WORD} {WORD}](https://vindplaats.example/projecten/)"
    edition = factories.EditionFactory(sent=True, title=f"Nieuws over {WORD}", text=text)
    page = open_as()
    page.goto("/nieuwsbrief/")
    page.get_by_role("button", name="Nieuwsbrief aanvragen").click()
    expect(page.get_by_role("alert")).to_contain_text("Er zijn 2 fouten")
    look(page)
    page.get_by_label("Uw e-mailadres").fill("lezer@zorg.example")
    page.get_by_label("Ja, mail mij de nieuwsbrief").check()
    page.get_by_role("button", name="Nieuwsbrief aanvragen").click()
    expect(page.get_by_role("heading", name="Kijk in uw mail")).to_be_visible()
    look(page)
    page.goto(link_in(mails("lezer@zorg.example")[0]))
    look(page)
    page.get_by_role("button", name="Ja, stuur mij de nieuwsbrief").click()
    expect(page.get_by_role("heading", name="U krijgt de nieuwsbrief")).to_be_visible()
    page.goto(edition.get_absolute_url())
    look(page)
