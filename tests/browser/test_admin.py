"""The admin in a real browser: the security policy lets its pages do their work."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from projects.models import Project
from projects.search.models import Synonym
from projects.states import Status
from tests.accounts.codes import code
from tests.factories import ProjectFactory, ThemeFactory, UserFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def moderating(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of a moderator who has logged in; fails the test when the browser refused or missed anything."""
    complaints = []
    context = browser.new_context(base_url=live_server.url, locale="nl-NL")
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(reverse("admin:index"))
    page.fill("[name=login]", UserFactory(moderator=True).email)
    page.fill("[name=password]", "geheim-geheim")
    page.click("main form [type=submit]")
    page.fill("[name=code]", code())
    page.click("main form [type=submit]")
    expect(page.get_by_role("link", name="Projecten").first).to_be_visible()
    yield page
    context.close()
    assert complaints == []


def test_choose_a_theme_add_a_lesson_and_publish(moderating):
    project, theme = ProjectFactory(submitted=True), ThemeFactory(name="Valpreventie")
    moderating.goto(reverse("admin:projects_project_change", args=[project.pk]))
    moderating.click(".field-themes .select2-selection")
    moderating.keyboard.type("valpr")
    moderating.click(".select2-results__option:has-text('Valpreventie')")
    moderating.click("#lessons-group summary")
    moderating.click("#lessons-group .add-row a")
    moderating.select_option("[name=lessons-0-kind]", "tip")
    moderating.fill("[name=lessons-0-title]", "Vraag de nachtdienst")
    moderating.click("[name=_continue]")
    expect(moderating.locator(".messagelist .success")).to_be_visible()
    moderating.click("text=Publiceren")
    moderating.click("input[type=submit]")
    expect(moderating.locator(".messagelist .success")).to_contain_text("Publiceren: gedaan voor 1 project.")
    saved = Project.objects.get()
    assert (saved.status, list(saved.themes.all())) == (Status.PUBLISHED, [theme])
    assert saved.lessons.get().slug == "vraag-de-nachtdienst"


def test_try_a_synonym_and_save_it(moderating):
    ProjectFactory(published=True, indexed=True, title="Kamerzorg")
    moderating.goto(reverse("admin_search_preview"))
    moderating.fill("[name=q]", "nestzorg")
    moderating.click(".search-question [type=submit]")
    expect(moderating.locator(".search-tops")).to_contain_text("Niets gevonden.")
    moderating.click("summary:has-text('Synoniem')")
    moderating.fill("[name=synonym-other]", "kamerzorg")
    moderating.click("details[open] [name=try]")
    expect(moderating.locator(".search-tops .module").nth(1)).to_contain_text("Kamerzorg")
    assert not Synonym.objects.exists()
    moderating.click("details[open] [name=save]")
    expect(moderating.locator(".messagelist .success")).to_be_visible()
    expect(moderating.locator(".search-tops")).to_contain_text("Kamerzorg")
    assert set(Synonym.objects.values_list("term", flat=True)) == {"nestzorg", "kamerzorg"}


def test_history_and_archive_of_many(moderating):
    projects = ProjectFactory.create_batch(2, published=True)
    moderating.goto(reverse("admin:projects_project_history", args=[projects[0].pk]))
    expect(moderating.locator("#change-history tbody tr").first).to_contain_text("Project toegevoegd")
    moderating.goto(reverse("admin:projects_project_changelist"))
    moderating.check("#action-toggle")
    moderating.select_option("[name=action]", "archive_selected")
    moderating.click("button[name=index]")
    moderating.fill("[name=reason]", "Dubbel opgenomen")
    moderating.click("input[type=submit]")
    expect(moderating.locator(".messagelist .success")).to_contain_text("gedaan voor 2 projecten")
    assert set(Project.objects.values_list("status", flat=True)) == {Status.ARCHIVED}
