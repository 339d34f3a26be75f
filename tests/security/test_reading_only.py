"""A GET changes nothing, sets no cookie, and no other method does anything to a public page.

The one exception is counted for browsers only: searches in vain, see tests/projects/test_search_demand.py.
"""

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.pages import body_of
from tests.security.addresses import addresses
from tests.security.people import ROLES, person
from tests.security.rights import TABLE

# A form that a visitor sends carries its proof of origin, and that needs a cookie.
PROOF = b"csrfmiddlewaretoken"
# Where whoever comes is sent on, without having to log in for it.
LENIENT = {"admin:login", "mfa_authenticate", "mfa_login_webauthn"}
# What reads a form, changes nothing, and so needs no proof of origin.
ANSWERING = {"projects:comparable"}
ALL = [address for address in addresses() if "logout" not in address.name]
PUBLIC = [address for address in ALL if not address.is_admin]
OTHER_METHODS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


def state():
    """Return what every table holds, the audit's tables included, as one short text for each."""
    tables = sorted(connection.introspection.table_names())
    with connection.cursor() as cursor:
        held = "SELECT %s, md5(coalesce(string_agg(t::text || t.ctid::text, '' ORDER BY t.ctid), '')) FROM {} t"
        cursor.execute(" UNION ALL ".join(held.format(connection.ops.quote_name(one)) for one in tables), tables)
        return dict(cursor.fetchall())


@pytest.mark.parametrize("role", ["visitor", "manager", "administrator"])
def test_a_get_leaves_every_table_as_it_was(client, registry, role):
    if user := person(role, registry):
        client.force_login(user)
    before = state()
    assert len(before) > 60
    for address in ALL:
        body_of(client.get(address.path(registry), {"q": "zorg", "thema": registry.theme.slug}))
    after = state()
    assert {table for table in before if before[table] != after[table]} == set()


@pytest.mark.slow
@pytest.mark.parametrize("role", ["visitor", "colleague", "administrator"])
def test_every_page_works_where_nothing_can_be_written(client, registry, role):
    """As on a replica of the database."""
    if user := person(role, registry):
        client.force_login(user)
    for address in ALL:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL transaction_read_only = on")
            body_of(client.get(address.path(registry)))
            transaction.set_rollback(True)


@pytest.mark.same_sql
def test_a_visitor_gets_no_cookie(client, registry):
    for address in PUBLIC:
        for query in ({}, {"q": "zorg"}, {"q": "\0"}):
            response = client.get(address.path(registry), query)
            assert set(response.cookies) == ({"csrftoken"} if PROOF in body_of(response) else set()), address.name
    for path in ("/bestaat-niet/", "/en/bestaat-niet/", "/admin/", "/static/css/vindplaats.css"):
        response = client.get(path)
        body_of(response)
        assert not response.cookies, path


@pytest.mark.same_sql
@pytest.mark.slow
@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("visitor", "left")])
def test_only_cookies_that_are_needed_exist(client, registry, role):
    client.force_login(person(role, registry))
    for address in ALL:
        body_of(client.get(address.path(registry)))
    assert set(client.cookies) <= {"sessionid", "csrftoken", "messages"}


@pytest.mark.same_sql
@pytest.mark.parametrize("method", OTHER_METHODS)
def test_public_pages_answer_405_to_other_methods(client, registry, method):
    for address in PUBLIC:
        if address.is_api or address.name in LENIENT:
            continue
        response = client.generic(method, address.path(registry))
        to_login = "/account/login/" in response.headers.get("Location", "")
        expected = TABLE[address.name]["POST"][0] if method == "POST" else 302 if to_login else 405
        assert response.status_code == expected, address.name


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_done_without_proof_of_origin(registry, method):
    client = Client(enforce_csrf_checks=True)
    before = state()
    for address in PUBLIC:
        response = client.generic(method, address.path(registry), "a=b", "application/x-www-form-urlencoded")
        # A program has no form: what it sends is refused for not being JSON.
        refusals = (403, 405, *([415] if address.is_api else []))
        # A mail program has no form either: the signed address is the proof, and this one is not ours.
        refusals += (404,) if address.name == "peers:unsubscribe" else ()
        answers = method == "POST" and address.name in ANSWERING
        # Who is not logged in is asked to, before anything reads the body.
        to_login = response.headers.get("Location", "").startswith("/account/login/")
        assert to_login or response.status_code in ((200,) if answers else refusals), address.name
        assert not response.cookies, address.name
    assert state() == before


@pytest.mark.same_sql
def test_head_is_a_get_without_a_body(client, registry):
    for address in PUBLIC:
        path = address.path(registry)
        got, head = client.get(path), client.head(path)
        body_of(got)
        assert (head.status_code, head["Content-Type"]) == (got.status_code, got["Content-Type"]), address.name
        assert body_of(head) == b"", address.name


def test_health_pages_say_nothing_about_the_machine(client, db):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok", "database": "ok", "migrations": "ok"}
