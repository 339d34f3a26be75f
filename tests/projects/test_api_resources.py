"""The list of resources for programs: of projects, of institutes and of the editors, as the page has them."""

import pytest

from projects.search.indexing import index
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/api/v1/hulpmiddelen"


def ask(client, **parameters):
    response = client.get(LIST, parameters)
    assert response.status_code == 200, response.content
    return response.json()


def titles(client, **parameters):
    return {one["title"] for one in ask(client, **parameters)["results"]}


def made(**given):
    resource = factories.ResourceFactory(**{"project": None, **given})
    index("resource", [resource.pk])
    return resource


def test_whoever_it_comes_from_it_is_there(client):
    project = factories.ProjectFactory(published=True, slug="bellen")
    factories.ResourceFactory(project=project, title="Van een project")
    index("project", [project.pk])
    made(title="Van een instelling", institute=factories.InstituteFactory(name="De Linde"))
    made(title="Van de redactie")
    made(title="Nog niet gezien", status="submitted")
    found = {one["title"]: one for one in ask(client)["results"]}
    assert set(found) == {"Van een project", "Van een instelling", "Van de redactie"}
    assert found["Van een project"]["project"] == "bellen"
    assert found["Van een instelling"]["institute"]["name"] == "De Linde"
    assert found["Van de redactie"]["project"] is found["Van de redactie"]["institute"] is None


def test_all_that_is_told_of_one(client):
    condition, theme = factories.ConditionFactory(slug="knieartrose"), factories.ThemeFactory(slug="samen-beslissen")
    texts = {"decision_moment": "Oefenen of opereren", "keeper": "Kniebond", "quality": "Met patiënten gemaakt."}
    more = {"reading_level": "b1", "licence": "cc-by", "audiences": ["patienten"], "with_file": True}
    resource = made(kind="decision_aid", slug="knie", conditions=[condition], themes=[theme], **texts, **more)
    (found,) = ask(client)["results"]
    assert found["page"] == "http://testserver/hulpmiddelen/knie/"
    assert found["file"] == "http://testserver/hulpmiddelen/knie/bestand/"
    assert found["url"] == (resource.url or None)
    assert (found["conditions"], found["themes"]) == (["knieartrose"], ["samen-beslissen"])
    assert (found["decisionMoment"], found["keeper"], found["readingLevel"]) == (*list(texts.values())[:2], "b1")
    assert (found["licence"], found["audiences"]) == ("cc-by", ["patienten"])


def test_filters_words_and_pages(client):
    for number in range(3):
        made(title=f"Draaiboek {number}", kind="toolkit")
    made(title="Knie", kind="decision_aid")
    assert titles(client, hulpmiddel="decision_aid") == {"Knie"}
    assert titles(client, q="draaiboek") == {"Draaiboek 0", "Draaiboek 1", "Draaiboek 2"}
    page = ask(client, q="draaiboek", pageSize=2)
    assert (page["count"], len(page["results"])) == (3, 2)
    assert page["results"][0]["score"]
    assert len(client.get(page["next"]).json()["results"]) == 1
    assert client.get(LIST, {"page": 9}).status_code == 404


@pytest.mark.parametrize(
    "parameters",
    [{"hulpmiddel": "weg"}, {"fase": "pilot"}, {"regio": "provincie-drenthe"}, {"sort": "oudste"}, {"pageSize": "0"}],
)
def test_what_it_does_not_know_is_a_fault(client, parameters):
    response = client.get(LIST, parameters)
    assert response.status_code == 400
    assert [one["location"]["name"] for one in response.json()["errors"]] == list(parameters)


def test_one_number_of_queries_for_one_and_three(client, django_assert_num_queries):
    for number in (1, 2):
        for _one in range(number):
            lists = {"conditions": factories.ConditionFactory.create_batch(2), "themes": [factories.ThemeFactory()]}
            made(institute=factories.InstituteFactory(), from_project=factories.ProjectFactory(published=True), **lists)
        client.get(LIST)
        with django_assert_num_queries(5):
            client.get(LIST)
