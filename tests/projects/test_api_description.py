"""The description of the API: valid, complete, in English, and what is answered is what it says."""

import re

import jsonschema
import pytest
from drf_spectacular.validation import validate_schema

from projects.api.urls import urlpatterns
from projects.filters.projects import ProjectFilterSet
from projects.filters.resources import ResourceFilterSet
from projects.search.indexing import index
from tests import factories
from tests.full_things import full_resource

pytestmark = pytest.mark.django_db
LIST = "/api/v1/projecten"


@pytest.fixture
def document(client):
    """The description, as a program gets it."""
    response = client.get("/api/v1/openapi.json", secure=True)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return response.json()


def operations(document):
    return [(path, method, one) for path, methods in document["paths"].items() for method, one in methods.items()]


def answer_schema(document, path, status="200", method="get"):
    """Return a schema that an answer can be held against, with the parts that it names; nothing else may be in it."""
    response = document["paths"][path][method]["responses"][status]
    (content,) = response["content"].values()
    closed = {
        name: {"additionalProperties": False, **schema} if schema.get("type") == "object" else schema
        for name, schema in document["components"]["schemas"].items()
    }
    return {**content["schema"], "components": {"schemas": closed}}


def holds(answer, schema):
    checker = jsonschema.FormatChecker()
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(answer)


def test_it_is_valid(document):
    validate_schema(document)
    assert document["openapi"].startswith("3.1")


def test_it_is_made_without_warnings(capsys):
    from projects.api import description

    description._document.cache_clear()
    description._document()
    assert "Warning" not in capsys.readouterr().err


def test_every_address_is_in_it(document):
    routes = {"/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(one.pattern)) for one in urlpatterns}
    assert set(document["paths"]) == routes - {"/"}


def test_every_parameter_of_the_page_is_in_it(document):
    described = {one["name"] for one in document["paths"]["/projecten"]["get"]["parameters"] if one["in"] == "query"}
    assert described == {*ProjectFilterSet.base_filters, "page", "pageSize"} - {"indeling"}


def test_every_parameter_of_the_page_of_resources_is_in_it(document):
    described = {one["name"] for one in document["paths"]["/hulpmiddelen"]["get"]["parameters"] if one["in"] == "query"}
    assert described == {*ResourceFilterSet.order, "q", "letterlijk", "sort", "page", "pageSize"}


def test_everything_is_explained_in_english(document):
    for path, method, operation in operations(document):
        texts = [operation["summary"], operation["description"], operation["operationId"]]
        texts += [one["description"] for one in operation.get("parameters", [])]
        texts += [one["description"] for one in operation["responses"].values()]
        assert all(texts), (method, path)
    assert "Target group: one of these values" in str(document)
    assert not re.search(r"\b(het|een|niet|zijn|Doelgroep|Verkenning)\b", _prose(document))


def _prose(node):
    """Return all descriptions and summaries."""
    if isinstance(node, dict):
        own = [str(node[name]) for name in ("description", "summary") if isinstance(node.get(name), str)]
        return " ".join([*own, *(_prose(value) for name, value in node.items() if name != "examples")])
    return " ".join(map(_prose, node)) if isinstance(node, list) else ""


def test_every_fault_is_a_problem(document):
    for _path, _method, operation in operations(document):
        statuses = {status for status in operation["responses"] if status[0] in "45"}
        assert statuses >= {"400", "405", "406", "500", "503"}
        for status in statuses:
            assert list(operation["responses"][status]["content"]) == ["application/problem+json"]


def test_every_answer_tells_the_version(document):
    for _path, _method, operation in operations(document):
        for status, response in operation["responses"].items():
            if status[0] in "23":
                assert "API-Version" in response["headers"]


def test_it_names_the_site_and_its_editors(document, settings):
    assert document["servers"] == [{"url": "https://testserver/api/v1"}]
    contact = document["info"]["contact"]
    assert (contact["email"], contact["url"]) == (settings.EDITORS_EMAIL, "https://testserver/contact-redactie/")


def test_examples_are_what_they_are_examples_of(document):
    seen = 0
    for path, method, operation in operations(document):
        for status, response in operation["responses"].items():
            for content in response.get("content", {}).values():
                for example in content.get("examples", {}).values():
                    holds(example["value"], answer_schema(document, path, status, method))
                    seen += 1
    assert seen > 20


@pytest.fixture
def projects():
    """A project with much and one with nothing."""
    region = factories.RegionFactory(gemeenten=[factories.GemeenteFactory()])
    much = factories.ProjectFactory(
        published=True,
        indexed=True,
        slug="veel",
        title="Zorg voor veel",
        stopped=True,
        confirmed=True,
        national=True,
        with_lessons=True,
        start="2019",
        end="2021-05",
        source_url="https://bron.example/",
        themes=[factories.ThemeFactory()],
        sectors=[factories.SectorFactory()],
        regions=[region],
    )
    factories.ResourceFactory(project=much)
    factories.ProjectPartnerFactory(project=much, institute=factories.InstituteFactory(verified=True))
    factories.ProjectFundingFactory(project=much)
    factories.ProjectFundingFactory(project=much, amount_eur=None)
    line = factories.ProgrammeLineFactory()
    factories.ProjectProgrammeFactory(project=much, programme=line.programme, line=line)
    factories.ProjectProgrammeFactory(project=much, programme=factories.ProgrammeFactory())
    nothing = {"institute": None, "phase": "", "start": "", "problem": "", "approach": "", "results": ""}
    factories.ProjectFactory(published=True, indexed=True, slug="niets", title="Zorg voor niets", **nothing)


@pytest.mark.parametrize("query", ["", "?q=zorg", "?q=xqzvwk", "?q=zorg&pageSize=1&page=2", "?sort=confirmed"])
def test_lists_are_what_is_described(client, document, projects, query):
    holds(client.get(LIST + query).json(), answer_schema(document, "/projecten"))


@pytest.mark.parametrize("query", ["", "?q=keuze", "?q=xqzvwk", "?hulpmiddel=decision_aid&sort=confirmed"])
def test_resources_are_what_is_described(client, document, projects, query):
    with_all = {name: [] for name in ("conditions", "target_groups")} | {"institute": factories.InstituteFactory()}
    full_resource(factories.ThemeFactory(), with_all)
    bare = factories.ResourceFactory(project=None, url="", year=None, title="Keuze", owner="")
    index("resource", [bare.pk])
    answer = client.get(f"/api/v1/hulpmiddelen{query}").json()
    assert bool(answer["results"]) == ("xqz" not in query)
    holds(answer, answer_schema(document, "/hulpmiddelen"))


@pytest.mark.parametrize("slug", ["veel", "niets"])
def test_projects_are_what_is_described(client, document, projects, slug):
    holds(client.get(f"{LIST}/{slug}").json(), answer_schema(document, "/projecten/{slug}"))


def test_comparable_projects_are_what_is_described(client, document, projects):
    body = {"text": "zorg voor veel"}
    answer = client.post("/api/v1/vergelijkbaar", body, content_type="application/json").json()
    assert answer["count"]
    holds(answer, answer_schema(document, "/vergelijkbaar", method="post"))


@pytest.mark.parametrize(("query", "status"), [("?x=1&fase=x", "400"), ("?page=99", "404")])
def test_faults_are_what_is_described(client, document, query, status):
    holds(client.get(LIST + query).json(), answer_schema(document, "/projecten", status))


def test_the_page_for_people_leads_to_it(client):
    for address in ("/api/", "/en/api/"):
        response = client.get(address)
        assert response.status_code == 200
        assert 'href="/api/v1/openapi.json"' in response.content.decode()
        assert 'curl "http://testserver/api/v1/projecten?' in response.content.decode()
    assert client.get("/api/v1/").headers["Location"] == "/api/"
    assert client.get("/api/v1").headers["Location"] == "/api/v1/"
    assert 'href="/api/"' in client.get("/").content.decode()


def test_facets_are_what_is_described(client, document, projects):
    answer = client.get("/api/v1/facetten").json()
    holds(answer, answer_schema(document, "/facetten"))
