"""What a program is told when something is wrong, on every address: problem+json, a clear text, never a 500."""

import pytest
from django.db import OperationalError

from projects.filters.projects import ProjectFilterSet
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.same_sql]
LIST = "/api/v1/projecten"
ADDRESSES = (LIST, f"{LIST}/sterk-staan", "/api/v1/facetten", "/api/v1/openapi.json")


def told(response, status):
    """Take an answer that is a problem with this status; return it."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == "en"
    assert response["Cache-Control"] == "no-store"
    assert response["API-Version"] == "1.1.0"
    assert response["Access-Control-Allow-Origin"] == "*"
    problem = response.json()
    assert (problem["status"], problem["type"]) == (status, "about:blank")
    assert problem["title"]
    assert problem["detail"]
    return problem


@pytest.fixture(autouse=True)
def project():
    return factories.ProjectFactory(published=True, indexed=True, slug="sterk-staan", title="Sterk staan")


NUMBERS = ["0", "-1", "1.5", "x", "١", "²", "1e3", "0x1", "NaN", " 1", "9" * 400]


@pytest.mark.parametrize("name", ["page", "pageSize"])
@pytest.mark.parametrize("value", NUMBERS)
def test_numbers_that_are_none(client, name, value):
    huge_page = name == "page" and value.startswith("9")
    problem = told(client.get(LIST, {name: value}), 404 if huge_page else 400)
    if not huge_page:
        assert problem["errors"] == [
            {"in": "query", "location": {"name": name}, "code": "number", "detail": problem["detail"]}
        ]
        assert problem["detail"].startswith(f"{name} must be a whole number")


@pytest.mark.parametrize("page", [2, 999, 2**31, 2**63, 10**30])
def test_a_page_beyond_the_last(client, page):
    problem = told(client.get(LIST, {"page": page}), 404)
    assert problem["detail"] == "There is no such page: the last one is 1."


@pytest.mark.parametrize("facet", ProjectFilterSet.order)
def test_a_value_that_a_facet_does_not_have(client, facet):
    problem = told(client.get(LIST, {facet: "bestaat-niet"}), 400)
    assert problem["detail"] == f"{facet} has no value “bestaat-niet”; /api/v1/facetten tells which are in use."
    (error,) = problem["errors"]
    assert (error["in"], error["location"], error["code"]) == ("query", {"name": facet}, "choice")


def test_one_wrong_value_among_right_ones(client):
    problem = told(client.get(LIST, {"fase": ["pilot", "Pilot", "idea"]}), 400)
    assert [error["detail"] for error in problem["errors"]] == [
        "fase has no value “Pilot”; /api/v1/facetten tells which are in use."
    ]


def test_more_values_than_anyone_chooses(client):
    """The page leaves out what is too much; that would be an answer to another question."""
    told(client.get(LIST, {"thema": [f"thema-{number}" for number in range(61)]}), 400)
    told(client.get(LIST, {"thema": "a" * 500}), 400)


@pytest.mark.parametrize("name", ["theme", "Q", "weergave", "indeling", "format", "page[]", "", "q "])
def test_a_parameter_that_does_not_exist(client, name):
    problem = told(client.get(LIST, {name: "x"}), 400)
    assert problem["errors"][0]["code"] == "unknown"
    assert "there are: aandoening, bevestigd" in problem["detail"]


@pytest.mark.parametrize(("name", "value"), [("sort", "title"), ("sort", "Newest"), ("letterlijk", "nee")])
def test_a_word_that_is_not_one_of_the_list(client, name, value):
    problem = told(client.get(LIST, {name: value}), 400)
    assert problem["detail"].startswith(f"{name} must be ")


@pytest.mark.parametrize("name", ["q", "sort", "page", "pageSize", "letterlijk"])
def test_what_may_stand_in_an_address_once(client, name):
    value = {"q": "zorg", "sort": "newest", "letterlijk": "ja"}.get(name, "1")
    problem = told(client.get(LIST, {name: [value, value]}), 400)
    assert problem["detail"] == f"{name} is given more than once."


def test_all_faults_at_once(client):
    problem = told(client.get(LIST, {"page": "x", "fase": "x", "sort": "x", "x": "x"}), 400)
    assert {error["location"]["name"] for error in problem["errors"]} == {"page", "fase", "sort", "x"}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("query", ["q=%FF%FE", "q=caf%E9", "q=%ED%A0%80", "%FF=1", "q=%C0%80"])
def test_another_encoding(client, address, query):
    problem = told(client.get(address, QUERY_STRING=query), 400)
    assert problem["detail"] == "The query is not UTF-8."


@pytest.mark.parametrize("path", [*(f"{one}?q=%00" for one in ADDRESSES), "/api/v1/%00", "/api/%00/"])
def test_nul(client, path):
    told(client.get(path), 400)


@pytest.mark.parametrize(
    "path",
    ["/api/v1/projects", "/api/v2/projecten", "/api/x", "/api/v1/projecten/", "/api/v1/projecten/a/b", "/api//"]
    + ["/api/v1/projecten/é", "/api/v1/openapi.yaml", "/api/v1/vergelijkbaar/"],
)
def test_addresses_that_do_not_exist(client, path):
    told(client.get(path), 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_methods_that_are_not_possible(client, address, method):
    response = client.generic(method, address)
    told(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_comparing_is_by_post_only(client, method):
    response = client.generic(method, "/api/v1/vergelijkbaar")
    assert response.status_code == 405
    assert response["Allow"] == "POST, OPTIONS"


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "text/csv;q=1", "image/*", "x"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_another_kind_of_answer(client, address, accept):
    told(client.get(address, headers={"accept": accept}), 406)


KINDS = ["application/json", "*/*", "text/html,*/*;q=0.8", "application/*", "*/*;q=x"]


@pytest.mark.parametrize("accept", KINDS)
def test_kinds_that_json_is_one_of(client, accept):
    assert client.get(LIST, headers={"accept": accept}).status_code == 200


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError("geheim"), 500), (OperationalError("geheim: canceling statement"), 503)]
)
def test_our_own_mistakes(client, monkeypatch, error, status):
    def fail(*args, **kwargs):
        raise error

    client.raise_request_exception = False
    monkeypatch.setattr("projects.api.projects.listed", fail)
    response = client.get(LIST)
    assert "geheim" not in str(told(response, status))
    assert response.get("Retry-After") == ("30" if status == 503 else None)


@pytest.mark.parametrize("path", ["/api/v1/x", "/api/v1/x?q=%00", f"{LIST}?x=1"])
def test_where_a_person_would_get_a_page_for_developers(client, settings, path):
    settings.DEBUG = True
    told(client.get(path), 404 if path == "/api/v1/x" else 400)


def test_a_foreign_host(client):
    response = client.get(LIST, headers={"host": "kwaad.example"})
    assert "kwaad" not in str(told(response, 400))


def test_thousands_of_parameters(client):
    told(client.get(LIST, QUERY_STRING="&".join(f"thema=a{number}" for number in range(2000))), 400)


@pytest.mark.parametrize("words", ["z" * 10_000, "zorg+" * 2_000, "%08%0B", "'%20OR%201=1--", "%26|!:*", "%22", "-"])
def test_strange_words_are_words(client, words):
    assert client.get(LIST, QUERY_STRING=f"q={words}").status_code == 200
