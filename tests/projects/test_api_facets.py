"""What there is to choose, for programs: every filter, and every value that the list takes."""

import pytest

from projects.filters.projects import ProjectFilterSet
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/facetten"


@pytest.fixture
def terms():
    """Terms of one published project, and terms of a draft alone."""
    parent = factories.ThemeFactory(slug="bewegen", name="Bewegen", name_en="Exercise")
    child = factories.ThemeFactory(slug="vallen", name="Vallen", name_en="", parent=parent)
    assen = factories.GemeenteFactory()
    for position, scheme in enumerate(("provincie", "ggdregio")):
        kind = factories.RegionSchemeFactory(slug=scheme, position=position)
        place = {"slug": f"{scheme}-drenthe", "name": "Drenthe", "gemeenten": [assen]}
        factories.RegionFactory(scheme=kind, **place)
    used = {"themes": [child], "gemeenten": [assen], "phase": "scaling"}
    factories.ProjectFactory(published=True, indexed=True, **used)
    factories.ProjectFactory(indexed=True, technologies=[factories.TechnologyFactory(slug="geheim")])


def options(client):
    return {facet["name"]: facet["options"] for facet in client.get(ADDRESS).json()["facets"]}


def test_every_filter_in_the_order_of_the_page(client, terms):
    facets = client.get(ADDRESS).json()["facets"]
    assert [facet["name"] for facet in facets] == list(ProjectFilterSet.order)
    (target,) = [facet for facet in facets if facet["name"] == "doelgroep"]
    assert (target["label"], target["labelEn"]) == ("Doelgroep", "Target group")


def test_values_with_their_names(client, terms):
    themes = {option["value"]: option for option in options(client)["thema"]}
    assert themes["bewegen"] == {
        "value": "bewegen",
        "label": "Bewegen",
        "labelEn": "Exercise",
        "parent": None,
        "scheme": None,
        "count": 1,
    }
    assert (themes["vallen"]["labelEn"], themes["vallen"]["parent"]) == ("Vallen", "bewegen")
    (phase,) = options(client)["fase"]
    assert (phase["value"], phase["label"], phase["labelEn"]) == ("scaling", "Opschaling", "Scaling up")


def test_only_what_a_published_project_has(client, terms):
    assert options(client)["technologie"] == []
    assert "geheim" not in client.get(ADDRESS).content.decode()


def test_regions_of_every_scheme(client, terms):
    regions = [(one["value"], one["label"], one["scheme"]) for one in options(client)["regio"]]
    assert regions == [
        ("provincie-drenthe", "Drenthe", "provincie"),
        ("ggdregio-drenthe", "Drenthe", "ggdregio"),
    ]


def test_the_list_takes_every_value(client, terms):
    for name, values in options(client).items():
        for option in values:
            response = client.get("/api/v1/projecten", {name: option["value"]})
            assert response.json()["count"] == option["count"] == 1, (name, option)
