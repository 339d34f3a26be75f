"""What there is to choose, for programs: every filter, and every value that the list takes."""

import pytest

from projects.filters.projects import ProjectFilterSet
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/facetten"


@pytest.fixture
def terms():
    parent = factories.ThemeFactory(slug="bewegen", name="Bewegen", name_en="Exercise")
    factories.ThemeFactory(slug="vallen", name="Vallen", name_en="", parent=parent)
    factories.SectorFactory(slug="vvt")
    for position, scheme in enumerate(("provincie", "ggdregio")):
        kind = factories.RegionSchemeFactory(slug=scheme, position=position)
        factories.RegionFactory(scheme=kind, slug=f"{scheme}-drenthe", name="Drenthe")


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
    }
    assert (themes["vallen"]["labelEn"], themes["vallen"]["parent"]) == ("Vallen", "bewegen")
    phases = options(client)["fase"]
    assert ("scaling", "Opschaling", "Scaling up") in [(one["value"], one["label"], one["labelEn"]) for one in phases]


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
            assert response.status_code == 200, (name, option)
