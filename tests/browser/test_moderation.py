"""From a reader's report and a writer's text to a decision, in a browser; axe looks at every page on the way."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from projects.models import Project, Report, ReviewCase, Revision
from tests import factories
from tests.accounts.codes import code
from tests.browser.conftest import WIDE
from tests.browser.test_axe import AXE, TAGS, check
from tests.projects.writing import submitted
from vindplaats.mail.models import Mail

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 800}
# The frame around it is Django's own.
RUN = """async (only) => {
  const found = await axe.run("#content", { runOnly: only, resultTypes: ["violations"], preload: false });
  const line = (rule) => (node) => `${rule.id}: ${node.target} ${node.failureSummary}`;
  return found.violations.flatMap((rule) => rule.nodes.map(line(rule)));
}"""


@pytest.fixture
def visitor(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of somebody; fails the test when the browser refused or missed anything."""
    complaints = []
    context = browser.new_context(base_url=live_server.url, locale="nl-NL", viewport=WIDE)
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def log_in(page: Page) -> None:
    """Log in as a moderator, with the second step."""
    page.goto(reverse("admin:index"))
    page.fill("[name=login]", factories.UserFactory(moderator=True).email)
    page.fill("[name=password]", "geheim-geheim")
    page.click("main form [type=submit]")
    page.fill("[name=code]", code())
    page.click("main form [type=submit]")


def looked_at(page: Page) -> None:
    """Have axe look at what is ours, light and dark, and see that a phone need not scroll sideways."""
    page.evaluate(AXE)
    wrong = page.evaluate(RUN, {"type": "tag", "values": TAGS})
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(400)  # links of the admin change colour slowly
    wrong += page.evaluate(RUN, {"type": "rule", "values": ["color-contrast"]})
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append(f"{page.url} scrolls sideways")
    page.set_viewport_size(WIDE)
    assert not wrong, "\n".join(wrong)


def test_report_queue_decision_and_merge(visitor: Page) -> None:
    there = factories.ProjectFactory(
        published=True, indexed=True, title="Samen eten in de wijk", results="Meer bezoek."
    )
    factories.ReplyTemplateFactory(kind="revision", title="Resultaten ontbreken", text="Vul de resultaten aan.")
    submitted(problem="Bel 06-12345678 of mail a.b@zorg.example.")
    report(visitor, there)
    log_in(visitor)
    send_back(visitor)
    visitor.goto(reverse("admin_case", args=[ReviewCase.objects.waiting().get().pk]))
    visitor.click("[value='besluit:afhandelen']")
    expect(visitor.locator(".errorlist")).to_be_visible()
    looked_at(visitor)
    visitor.goto(reverse("admin_norms"))
    looked_at(visitor)
    merge(visitor, there)


def report(visitor: Page, project: Project) -> None:
    """Tell that something is wrong with a page, at first without saying what."""
    visitor.goto(project.get_absolute_url())
    visitor.click("text=Iets melden over deze pagina")
    check(visitor)
    visitor.click("text=Melding versturen")
    expect(visitor.locator(".vp-errors")).to_be_visible()
    check(visitor)
    visitor.check("[name=reden][value=wrong]")
    visitor.fill("[name=toelichting]", "Het telefoonnummer klopt niet.")
    visitor.click("text=Melding versturen")
    expect(visitor.locator("h1")).to_have_text("Uw melding is verstuurd")
    check(visitor)
    assert Report.objects.get().path == project.get_absolute_url()


def send_back(visitor: Page) -> None:
    """Take up what waits longest and send it back with a standard text behind own words."""
    expect(visitor.locator("#content")).to_contain_text("2 zaken wachten op een moderator.")
    visitor.click("text=Naar de wachtrij")
    looked_at(visitor)
    visitor.click("#result_list th a >> nth=0")
    visitor.click("text=Ik pak dit op")
    expect(visitor.locator(".review-hands")).to_contain_text("U bekijkt dit sinds")
    looked_at(visitor)
    visitor.fill("[name=tekst]", "Beste Demi,")
    visitor.select_option("[name=antwoord]", label="Resultaten ontbreken")
    visitor.click("text=Zet in het bericht")
    expect(visitor.locator("[name=tekst]")).to_have_value("Beste Demi,\n\nVul de resultaten aan.")
    visitor.click("[value='besluit:terugsturen']")
    expect(visitor.locator(".messagelist .success")).to_contain_text("Teruggestuurd")
    assert Revision.objects.get().reason == "Beste Demi,\n\nVul de resultaten aan."
    assert "Vul de resultaten aan." in Mail.objects.latest("pk").message
    assert ReviewCase.objects.waiting().get().kind == "report"


def merge(visitor: Page, there: Project) -> None:
    """Put a double with a project, and come out there by the old address."""
    double = factories.ProjectFactory(published=True, title="Samen eten (dubbel)", results="Veel bezoek.")
    visitor.goto(f"{reverse('admin_merge', args=['projecten'])}?blijft={there.pk}&gaat={double.pk}")
    looked_at(visitor)
    visitor.check("[name=results][value=gaat]")
    visitor.click("input[value=Samenvoegen]")
    expect(visitor.locator(".messagelist .success")).to_contain_text("is toegevoegd aan")
    assert Project.objects.get(pk=there.pk).results == "Veel bezoek."
    visitor.goto(f"/projecten/{double.slug}/")
    expect(visitor.locator("h1")).to_have_text("Samen eten in de wijk")
