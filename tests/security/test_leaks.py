"""What is not published never shows: not in lists, counts, facets, feeds, files, or the passage of a search.

Every test holds a draft, a submitted, a returned and an archived project that would show if anything were forgotten.
"""

import pytest

from projects.states import InstituteStatus
from tests import factories
from tests.pages import Page, body_of
from tests.security.addresses import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.same_sql]
SECRET = "Zwijgplicht"
TRAITS = ({}, {"submitted": True}, {"returned": True}, {"archived": True})
LISTS = [address for address in addresses() if not address.is_admin and address.name != "logout"]


@pytest.fixture
def hidden(registry):
    """Projects that share all with the published one of the registry, each with lessons, contact and partner."""
    sector = factories.SectorFactory(name="Geheimsector")
    own = factories.InstituteFactory(name=f"Instelling {SECRET}", status=InstituteStatus.NAMED)
    made = []
    for number, trait in enumerate(TRAITS):
        for institute in (registry.institute, own):
            project = factories.ProjectFactory(
                **trait,
                title=f"{SECRET} {number}",
                summary=f"{SECRET} samengevat",
                institute=institute,
                themes=[registry.theme],
                regions=[registry.region],
                sectors=[sector],
                start="2011",
                national=True,
                confirmed=True,
                indexed=True,
            )
            factories.LessonFactory(project=project, title=f"Les {SECRET}", themes=[registry.theme])
            factories.ResourceFactory(project=project, title=f"Hulpmiddel {SECRET}", themes=[registry.theme])
            factories.ContactPersonFactory(project=project, institute=institute, name=f"Persoon {SECRET}")
            factories.ProjectPartnerFactory(project=project, name=f"Partner {SECRET}", institute=registry.institute)
            made.append(project)
    return made


@pytest.mark.parametrize(
    "query", [{}, {"q": SECRET}, {"q": "samengevat"}, {"thema": "THEME"}, {"weergave": "kaart"}, {"weergave": "tabel"}]
)
@pytest.mark.parametrize("role", ["visitor", pytest.param("member", marks=pytest.mark.slow)])
def test_no_page_names_what_is_not_published(client, registry, hidden, query, role):
    if role == "member":
        client.force_login(factories.MembershipFactory(manager=True).user)
    asked = {name: registry.theme.slug if value == "THEME" else value for name, value in query.items()}
    for address in LISTS:
        for prefix in ("", "/en"):
            response = client.get(prefix + address.path(registry), asked)
            body = body_of(response).decode(errors="replace")  # an example of a workbook is no text
            typed = body.count(SECRET) if asked.get("q") == SECRET else 0
            shown = sum(f"{SECRET} {number}" in body for number in range(len(TRAITS)))
            assert not shown, address.name
            assert f"{SECRET} samengevat" not in body, address.name
            assert "Geheimsector" not in body, address.name
            assert typed or SECRET not in body, address.name
            for project in hidden:
                assert project.slug not in body, address.name
                assert project.external_id not in body, address.name


def test_numbers_count_what_is_published_only(client, registry, hidden):
    page = Page.of(client.get("/projecten/"))
    assert page.title.startswith("1 project gevonden")
    parent = registry.theme.parent
    assert page.counts("thema") == {parent.slug: "1", registry.theme.slug: "1"}
    assert page.counts("regio") == {registry.region.slug: "1"}
    assert page.counts("sector") == {}
    assert set(page.counts("jaar")) == {"2023"}
    assert page.counts("bevestigd") == {}
    assert Page.of(client.get("/lessen/")).title.startswith("3 lessen gevonden")
    themes = Page.of(client.get("/themas/")).main
    assert f"{registry.theme.name} 1 project" in themes
    assert len(Page.of(client.get(f"/instellingen/{registry.institute.slug}/")).results) == 1


def test_suggestions_without_a_filter_count_what_is_published_only(client, registry, hidden):
    page = Page.of(client.get("/projecten/", {"thema": registry.theme.slug, "jaar": "2011"}))
    assert page.results == []
    assert page.all(".vp-empty ul:first-of-type li") == ["Jaar (1)"]


def test_comparable_projects_are_published_ones(client, registry, hidden):
    assert SECRET not in body_of(client.get(registry.published.get_absolute_url())).decode()


def test_an_institute_that_only_has_hidden_projects_has_no_page(client, registry, hidden):
    institute = hidden[1].institute
    assert client.get(institute.get_absolute_url()).status_code == 404
    assert institute.name not in body_of(client.get("/instellingen/")).decode()
    assert Page.of(client.get("/instellingen/", {"q": SECRET})).all("section.vp-letter li") == []


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_no_file_holds_what_is_not_published(client, registry, hidden, format_):
    text = body_of(client.get(f"/projecten/export.{format_}")).decode()
    assert registry.published.title in text
    assert SECRET not in text
    assert "geheim" not in text.lower()


def test_addresses_of_people_are_on_no_page(client, registry):
    person = registry.published.contact_persons.get()
    user = factories.MembershipFactory(institute=registry.institute).user
    for address in LISTS:
        body = body_of(client.get(address.path(registry))).decode()
        assert person.email not in body, address.name
        assert user.email not in body, address.name
        assert user.name not in body, address.name


def test_history_of_a_page_starts_when_it_was_published(client, registry):
    """What a draft once said is not for everyone; days and parts are."""
    project = registry.published
    type(project).objects.filter(pk=project.pk).update(summary="Nieuwe tekst")
    text = body_of(client.get(project.get_absolute_url())).decode()
    assert "Waarneembaar voor iedereen" not in text
