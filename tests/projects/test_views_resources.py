"""The finder of resources and the page of one."""

import pytest

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
