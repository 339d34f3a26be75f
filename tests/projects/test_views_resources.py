"""The finder of resources and the page of one."""

import datetime

import pytest
from django.core.cache.backends.dummy import DummyCache

from projects.search.indexing import index
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/hulpmiddelen/"


def made(**given):
    resource = factories.ResourceFactory(**{"project": None, **given})
    index("resource", [resource.pk])
    return resource


def text_of(response):
    return response.content.decode()


def test_the_finder_shows_resources_with_facets_and_counts(client):
    copd = factories.ConditionFactory(name="COPD", slug="copd")
    made(title="Longaanval vóór zijn", kind="decision_aid", conditions=[copd], audiences=["patienten"])
    made(title="Draaiboek thuismeten", kind="toolkit", owner="Longnet")
    text = text_of(client.get(LIST))
    assert "2 hulpmiddelen gevonden" in text
    assert 'name="aandoening" value="copd"' in text
    text = text_of(client.get(LIST, {"aandoening": "copd"}))
    assert "Longaanval vóór zijn" in text
    assert "Draaiboek thuismeten" not in text


def test_a_resource_of_a_project_is_found_and_leads_to_its_page(client):
    project = factories.ProjectFactory(published=True, title="Bellen met beeld")
    resource = factories.ResourceFactory(project=project, title="Handleiding beeldbellen")
    index("project", [project.pk])
    assert "Handleiding beeldbellen" in text_of(client.get(LIST, {"q": "handleiding"}))
    text = text_of(client.get(resource.get_absolute_url()))
    assert "Bellen met beeld" in text


def test_the_page_tells_what_is_known(client):
    resource = made(
        title="Keuzehulp knie", kind="decision_aid", owner="Kniebond", year=2015, licence="cc-by", reading_level="b1"
    )
    text = text_of(client.get(resource.get_absolute_url()))
    for told in ("Kniebond", "2015", "CC BY", "Vindplaats geeft geen medisch advies", "Kijk of alles nog klopt"):
        assert told in text


@pytest.mark.parametrize("status", ["draft", "submitted", "returned", "archived"])
def test_what_is_not_public_is_there_for_nobody_else(client, status):
    resource = factories.ResourceFactory(project=None, status=status, reason="Nog niet af", title="Geheim boekje")
    index("resource", [resource.pk])
    assert client.get(resource.get_absolute_url()).status_code == 404
    assert "Geheim boekje" not in text_of(client.get(LIST))


PAGES = {LIST: 4, "/keuzehulpen/": 4}


@pytest.mark.parametrize("page", PAGES)
def test_one_number_of_queries_for_one_and_three(client, page, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("projects.views.latest.cache", DummyCache("nothing", {}))
    for number in (1, 2):
        for _one in range(number):
            conditions, groups = factories.ConditionFactory.create_batch(2), [factories.TargetGroupFactory()]
            project = factories.ProjectFactory(published=True)
            more = {"conditions": conditions, "target_groups": groups, "from_project": project}
            made(kind="decision_aid", institute=factories.InstituteFactory(), **more)
        client.get(page)
        with django_assert_num_queries(PAGES[page]):
            client.get(page)


def test_one_number_of_queries_for_a_page_with_one_and_three_alike(client, django_assert_num_queries):
    condition = factories.ConditionFactory()
    resource = made(conditions=[condition], themes=[factories.ThemeFactory()])
    for number in (1, 2):
        for _one in range(number):
            made(conditions=[condition, factories.ConditionFactory()])
        client.get(resource.get_absolute_url())
        with django_assert_num_queries(11):
            client.get(resource.get_absolute_url())


def alike(client, resource):
    return [one.title for one in client.get(resource.get_absolute_url()).context["alike"]]


def test_the_most_alike_come_first(client):
    about = {"conditions": [factories.ConditionFactory()], "themes": [factories.ThemeFactory()]}
    mine = made(kind="decision_aid", **about)
    made(title="Zelfde thema", themes=about["themes"])
    made(title="Zelfde aandoening", kind="video", conditions=about["conditions"])
    made(title="Zelfde aandoening en soort", kind="decision_aid", conditions=about["conditions"])
    made(title="Zelfde soort", kind="decision_aid")
    assert alike(client, mine) == ["Zelfde aandoening en soort", "Zelfde aandoening", "Zelfde thema"]


def test_one_alone_in_its_condition_is_beside_those_of_its_theme(client):
    theme = factories.ThemeFactory()
    mine = made(kind="decision_aid", conditions=[factories.ConditionFactory()], themes=[theme])
    assert alike(client, mine) == []
    for number in range(5):
        made(title=f"Film {number}", kind="video", themes=[theme])
    made(title="Ook een keuzehulp", kind="decision_aid", themes=[theme])
    shown = alike(client, mine)
    assert shown[0] == "Ook een keuzehulp"
    assert len(shown) == len(set(shown)) == 4


def test_one_about_nothing_is_beside_others_of_its_kind(client):
    mine = made(kind="video", conditions=[], themes=[], target_groups=[])
    made(title="Nog een film", kind="video")
    made(title="Een rapport", kind="report")
    assert alike(client, mine) == ["Nog een film"]


def test_the_page_answers_304_until_something_changes(client, settings, django_capture_on_commit_callbacks):
    settings.RELEASE = "v1"
    resource = made()
    first = client.get(resource.get_absolute_url())
    again = {"if-none-match": first["ETag"]}
    assert client.get(resource.get_absolute_url(), headers=again).status_code == 304
    with django_capture_on_commit_callbacks(execute=True):
        publishing_renewed(resource)
    assert client.get(resource.get_absolute_url(), headers=again).status_code == 200


def publishing_renewed(resource):
    from projects.services.resources.publishing import renew

    renew(resource)


def test_a_new_name_of_a_condition_is_found_at_once(client):
    from projects.services.saving import save

    condition = factories.ConditionFactory(name="Suikerziekte")
    made(title="Boekje", conditions=[condition])
    condition.name = "Diabetes"
    save(thing=condition, by=None)
    assert "Boekje" in text_of(client.get(LIST, {"q": "diabetes"}))


def test_the_feed_holds_what_the_list_holds(client):
    made(title="Draaiboek", owner="Zorgbond")
    feed = client.get(f"{LIST}feed.atom", {"q": "draaiboek"})
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "Draaiboek" in text_of(feed)


def test_a_project_that_goes_leaves_what_came_from_it(client):
    from projects.services.projects import archive

    project = factories.ProjectFactory(published=True, title="Bellen", sectors=[factories.SectorFactory(slug="ggz")])
    resource = made(title="Belkaart", from_project=project)
    assert "Belkaart" in text_of(client.get(LIST, {"sector": "ggz"}))
    archive(project=project, by=factories.UserFactory(moderator=True), reason="Weg")
    assert "Belkaart" in text_of(client.get(LIST))
    assert "Belkaart" not in text_of(client.get(LIST, {"sector": "ggz"}))
    assert "Uit het project" not in text_of(client.get(resource.get_absolute_url()))


@pytest.mark.parametrize(
    ("revised_on", "year", "old"),
    [
        (datetime.date(2020, 1, 1), None, True),
        (datetime.date(2024, 1, 1), 2001, False),
        (None, 2015, True),
        (None, 2021, False),
        (None, None, False),
    ],
)
def test_what_is_old_says_so_gently(revised_on, year, old):
    resource = factories.ResourceFactory(revised_on=revised_on, year=year)
    assert resource.may_be_old(datetime.date(2026, 11, 26)) is old
