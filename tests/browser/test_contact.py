"""Two people who find each other, in a browser: asking, answering, sharing an address, closing, and handing over."""

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from peers.services.contact.reminding import follow_time
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_axe import check
from tests.browser.watching import Watched
from tests.factories import MembershipFactory
from tests.mailbox import link_in, mails
from tests.peers.contacting import contact_person, member, moment, project, turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORD = "Meervoudigepersoonlijkheidsstoornisbehandelcentrum"


@pytest.fixture
def page_of(browser, live_server: LiveServer):
    """Return a function that gives a page of somebody who is logged in."""
    opened = []

    def page_of(user) -> Page:
        # Each has a session of their own: who logs in with that of another ends it.
        client = Client()
        client.force_login(user)
        context = browser.new_context(base_url=live_server.url, viewport=WIDE, locale="nl-NL")
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        context.set_default_timeout(10_000)
        opened.append(Watched(context, live_server.url))
        return context.new_page()

    yield page_of
    assert [line for one in opened for line in one.close()] == []


def narrow(page: Page) -> None:
    """See that nothing sticks out on a telephone, and go back."""
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    check(page, (NARROW,))
    page.set_viewport_size(WIDE)


def test_from_question_to_a_changed_plan(page_of):
    about, asker = project(), member("Vera Vrager")
    handler = contact_person(about)
    page = page_of(asker)
    page.goto(about.get_absolute_url())
    page.get_by_role("link", name="Stel een vraag over dit project").click()
    page.get_by_role("button", name="Vraag versturen").click()
    expect(page.get_by_role("alert")).to_contain_text("Er zijn 2 fouten")
    check(page)
    page.get_by_label("Onderwerp").fill(WORD)
    page.get_by_label("Wat wilt u weten?").fill(f"{WORD} {WORD}\n\nHoe begon u?")
    page.get_by_label("Stuur mijn plan mee").check()
    page.get_by_label("Of plak hier uw plan").fill("Beeldzorg bij twintig mensen.")
    narrow(page)
    page.get_by_role("button", name="Vraag versturen").click()
    expect(page.locator("main")).to_contain_text("Uw vraag is verstuurd.")
    narrow(page)

    other = page_of(handler)
    (mail,) = mails(handler.email)
    other.goto(link_in(mail))
    expect(other.locator(".vp-thread")).to_contain_text("Hoe begon u?")
    other.get_by_text("Het plan dat meeging").click()
    expect(other.locator(".vp-thread")).to_contain_text("twintig mensen")
    other.get_by_label("Uw bericht").fill("Begin klein, met één team.")
    other.get_by_role("button", name="Bericht versturen").click()
    check(other)
    other.get_by_role("link", name="Mijn e-mailadres delen").click()
    check(other)
    other.get_by_role("button", name="Ja, deel mijn e-mailadres").click()

    page.goto("/mijn/contact/")
    expect(page.locator(".vp-contacts")).to_contain_text("U hebt antwoord")
    narrow(page)
    page.get_by_role("link", name=WORD).click()
    expect(page.locator("aside")).to_contain_text(handler.email)
    page.get_by_role("link", name="Het gesprek afsluiten").click()
    check(page)
    page.get_by_label("Ja, mijn plan is veranderd").check()
    page.get_by_role("button", name="Antwoorden en afsluiten").click()
    expect(page.locator("aside")).to_contain_text("Afgesloten")
    narrow(page)


def test_from_hand_to_hand(page_of):
    about = project()
    late, helpful = contact_person(about, "Te Laat", position=1), contact_person(about, "Doorgever", position=2)
    MembershipFactory(user=helpful, institute=about.institute)
    colleague = MembershipFactory(institute=about.institute, user__name="Cora Collega").user
    page = page_of(member("Vera Vrager"))
    page.goto(f"/contact/nieuw/?project={about.slug}")
    page.get_by_label("Onderwerp").fill("Hoe kreeg u de wijk mee?")
    page.get_by_label("Wat wilt u weten?").fill("Wij beginnen.")
    page.get_by_role("button", name="Vraag versturen").click()
    path = page.url.partition("/contact/")[2]
    expect(page.locator("aside")).to_contain_text("Te Laat")
    request = late.handlings.get().request
    late.handlings.update(started_at=moment("2026-11-02 09:00"), reminded_at=moment("2026-11-06 09:00"))
    follow_time(now=moment("2026-11-16 09:00"))
    page.reload()
    expect(page.locator("aside")).to_contain_text("Doorgever")

    other = page_of(helpful)
    other.goto(f"/contact/{path}")
    other.get_by_role("link", name="Ik kan niet helpen, of een collega kan het beter").click()
    check(other)
    other.get_by_role("link", name="Geef de vraag aan een collega van uw instelling").click()
    check(other)
    other.get_by_label("Collega").select_option(label="Cora Collega")
    other.get_by_role("button", name="Doorgeven").click()
    expect(other.locator("main")).to_contain_text("Cora Collega heeft de vraag nu.")
    assert turn(request).user == colleague
    page.reload()
    expect(page.locator("aside")).to_contain_text("Cora Collega")
    page.get_by_role("link", name="Misbruik melden").click()
    check(page)
    page.get_by_role("link", name="Terug naar het gesprek").click()
    page.get_by_role("link", name="Niets meer van deze persoon horen").click()
    check(page)
    page.get_by_role("button", name="Blokkeren").click()
    page.goto("/mijn/contact/geblokkeerd/")
    expect(page.locator(".vp-contacts")).to_contain_text("Cora Collega")
    narrow(page)
