"""Projects that are comparable to a text: the shape of the list, with reasons; and the text goes nowhere."""

import json
import logging

import pytest

from projects.search.similar import Comparable
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/vergelijkbaar"


def send(client, body, content_type="application/json", **headers):
    sent = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.generic("POST", ADDRESS, sent, content_type=content_type, headers=headers)


def refused(response, status):
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    return response.json()


@pytest.fixture
def projects():
    """Three projects, one about falling."""
    titles = ("Vallen voorkomen bij ouderen", "Gezond eten op school", "Muziek op de afdeling")
    return [factories.ProjectFactory(published=True, indexed=True, title=title) for title in titles]


def test_what_is_most_alike_comes_first(client, projects):
    response = send(client, {"text": "Wij willen dat ouderen minder vallen."})
    assert response.status_code == 200
    answer = response.json()
    assert answer["count"] == len(answer["results"]) == 1
    (found,) = answer["results"]
    assert found["externalId"] == projects[0].external_id
    assert found["url"] == f"http://testserver/projecten/{projects[0].slug}/"
    assert found["score"] > 0
    assert set(found["reasons"]) == {"words", "facets"}


def test_reasons(client, projects, monkeypatch):
    found = Comparable(projects[1].pk, 2.5, ("vallen", "ouderen"), ("thema:valpreventie", "sector:vvt"))
    monkeypatch.setattr("projects.api.comparable.comparable_to_text", lambda text, most: [found])
    (one,) = send(client, {"text": "vallen"}).json()["results"]
    assert one["score"] == 2.5
    assert one["reasons"] == {
        "words": ["vallen", "ouderen"],
        "facets": [{"name": "thema", "value": "valpreventie"}, {"name": "sector", "value": "vvt"}],
    }


def test_in_the_order_of_the_engine_without_what_is_gone(client, projects, monkeypatch):
    pks = [projects[2].pk, 2_000_000_000, projects[0].pk, factories.ProjectFactory().pk]
    found = [Comparable(pk, 1 / (place + 1)) for place, pk in enumerate(pks)]
    monkeypatch.setattr("projects.api.comparable.comparable_to_text", lambda text, most: found)
    answer = send(client, {"text": "x"}).json()
    assert answer["count"] == 2
    assert [one["slug"] for one in answer["results"]] == [projects[2].slug, projects[0].slug]


@pytest.mark.parametrize(("body", "most"), [({}, 20), ({"aantal": 1}, 1), ({"aantal": 100}, 100)])
def test_how_many(client, monkeypatch, body, most):
    asked = []
    monkeypatch.setattr("projects.api.comparable.comparable_to_text", lambda text, most: asked.append(most) or [])
    assert send(client, {"text": "plan", **body}).json() == {"count": 0, "results": []}
    assert asked == [most]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ({}, {"#/text"}),
        ({"text": ""}, {"#/text"}),
        ({"text": " \n\t\0 "}, {"#/text"}),
        ({"text": None}, {"#/text"}),
        ({"text": 12}, {"#/text"}),
        ({"text": ["plan"]}, {"#/text"}),
        ({"text": "plan", "aantal": 0}, {"#/aantal"}),
        ({"text": "plan", "aantal": 101}, {"#/aantal"}),
        ({"text": "plan", "aantal": "veel"}, {"#/aantal"}),
        ({"text": "plan", "aantal": True}, {"#/aantal"}),
        ({"text": "plan", "thema": "x"}, {"#/thema"}),
        ({"aantal": -1, "x": 1}, {"#/text", "#/aantal", "#/x"}),
    ],
)
def test_all_faults_of_a_body_at_once(client, body, places):
    told = refused(send(client, body), 400)
    assert {error["location"]["pointer"] for error in told["errors"]} == places
    assert {error["in"] for error in told["errors"]} == {"body"}
    assert all(error["detail"] and error["code"] for error in told["errors"])
    assert "Dit veld" not in json.dumps(told), "faults are in English"


NO_OBJECTS = ["{", "plan", b"\xff\xfe", b"\x00", "[]", '"plan"', "null", '{"text": NaN}']
NO_OBJECTS += ["[" * 100_000, '{"aantal": 1' + "0" * 5000]
STRANGE = ["zorg\0thuis", "\x08", "\ud800", "👩🏥", "((((' OR 1=1 --", '"', "& | ! :* <->", "de het een"]


@pytest.mark.parametrize("body", NO_OBJECTS)
def test_what_is_no_object_of_json(client, body):
    refused(send(client, body), 400)


def test_an_empty_body(client):
    refused(send(client, b""), 400)


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_is_text(client, projects, text):
    response = send(client, {"text": f"plan {text}"})
    assert response.status_code == 200


def test_a_text_of_a_hundred_kilobytes(client, projects):
    words = "ouderen vallen vaak thuis "
    fits = (words * 5000)[: 100 * 1024]
    assert send(client, {"text": fits}).status_code == 200
    assert "102,400" in refused(send(client, {"text": fits + "x"}), 413)["detail"]
    refused(send(client, {"text": "é" * 60_000}), 413)


def test_a_body_is_read_up_to_a_limit(client):
    refused(send(client, b" " * (1024 * 1024 + 1)), 413)


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"]
    + ["application/json; charset=latin-1", "application/json; charset=utf-16"],
)
def test_another_kind_of_body(client, content_type):
    response = send(client, b'{"text": "plan"}', content_type)
    # A form in another charset never gets here; one in UTF-8 is not JSON.
    refused(response, 415)


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", 'application/json; charset="UTF-8"'])
def test_utf8_may_be_named(client, content_type):
    assert send(client, {"text": "plan"}, content_type).status_code == 200


def test_parameters_in_the_address_are_refused(client):
    response = client.post(f"{ADDRESS}?text=plan", {"text": "plan"}, content_type="application/json")
    refused(response, 400)


def test_nothing_of_the_text_is_kept_or_told_again(client, projects, caplog, capsys, monkeypatch):
    secret = "Zwijgplicht"
    caplog.set_level(logging.DEBUG)
    answers = [send(client, {"text": f"ouderen vallen {secret}"}), send(client, f'{{"text": "{secret}'.encode())]
    answers.append(send(client, {"text": secret, "aantal": 0}))

    def fail(text, most):
        raise RuntimeError

    client.raise_request_exception = False
    monkeypatch.setattr("projects.api.comparable.comparable_to_text", fail)
    answers.append(send(client, {"text": secret}))
    assert [answer.status_code for answer in answers] == [200, 400, 400, 500]
    told = caplog.text + "".join(capsys.readouterr()) + "".join(answer.content.decode() for answer in answers)
    assert secret not in told


def test_no_cookie_and_no_proof_of_origin(projects):
    from django.test import Client

    response = send(Client(enforce_csrf_checks=True), {"text": "ouderen"})
    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"
