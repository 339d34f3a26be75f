"""The headers that tell a browser what not to do, on every kind of answer."""

import re

import pytest

from tests import factories
from tests.pages import body_of
from tests.security.addresses import addresses

pytestmark = pytest.mark.same_sql
PUBLIC = [address for address in addresses() if not address.is_admin and address.name != "logout"]
STATIC = ("css/vindplaats.css", "js/live.js", "img/icons.svg", "img/favicon.ico", "admin/css/base.css")
SAME_FOR_ALL = {"admin:jsi18n", "admin:password_change", "admin:password_change_done"}
"""Pages of the admin that hold nothing of anybody."""
SAVED = {"projects:resource_file"}
"""What is sent to be saved, in a sandbox; a public file is the same for everybody."""
REFUSED = {"camera", "geolocation", "microphone", "payment", "usb"}


def policy(response):
    """Return the directives of the Content-Security-Policy."""
    parts = [part.split() for part in response["Content-Security-Policy"].split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


def check(response, *, frames=True):
    """Take an answer that tells a browser all it should know."""
    body_of(response)
    directives = policy(response)
    assert directives["default-src"] == ["'self'"]
    assert directives["object-src"] == ["'none'"]
    assert directives["base-uri"] in (["'self'"], ["'none'"])
    assert directives["form-action"] == ["'self'"]
    assert directives["frame-ancestors"] == ["'none'"]
    allowed = " ".join(source for sources in directives.values() for source in sources)
    assert not re.search(r"unsafe-|\*|data:|https?:", allowed)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert {part.strip() for part in response["Permissions-Policy"].split(",")} >= {f"{one}=()" for one in REFUSED}
    assert "Server" not in response
    assert "X-Powered-By" not in response
    if frames:
        assert response["X-Frame-Options"] == "DENY"


def test_every_page(client, registry):
    for address in [one for one in PUBLIC if one.name not in SAVED]:
        check(client.get(address.path(registry)))
        check(client.head(address.path(registry)))


def test_what_is_saved_can_do_nothing(client, registry):
    for address in [one for one in PUBLIC if one.name in SAVED]:
        response = client.get(address.path(registry))
        body_of(response)
        assert "sandbox" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Disposition"].startswith("attachment")


def test_every_page_of_the_admin(client, registry):
    client.force_login(factories.UserFactory(administrator=True))
    for address in [one for one in addresses() if one.is_admin and "logout" not in one.name]:
        response = client.get(address.path(registry))
        check(response)
        if response.status_code == 200 and address.name not in SAME_FOR_ALL:
            assert "no-store" in response["Cache-Control"], address.name


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/projecten/bestaat-niet/", "/admin/", "/themas"])
def test_absent_and_moved_pages(client, registry, path):
    check(client.get(path), frames=False)


def test_refused_requests(client, registry):
    check(client.get("/projecten/?q=%00"), frames=False)
    check(client.get("/", headers={"host": "kwaad.example"}), frames=False)
    check(client.post("/projecten/"))


@pytest.mark.parametrize("error", [RuntimeError, __import__("django.db").db.OperationalError])
def test_errors(client, registry, monkeypatch, error):
    client.raise_request_exception = False
    monkeypatch.setattr("projects.views.projects.finder_context", lambda *args: (_ for _ in ()).throw(error("x")))
    response = client.get("/projecten/")
    assert response.status_code >= 500
    check(response)


@pytest.mark.parametrize("file", STATIC)
def test_static_files(client, db, settings, file):
    settings.WHITENOISE_USE_FINDERS = True
    response = client.get(f"/static/{file}")
    assert response.status_code == 200
    check(response, frames=False)


def test_pages_of_a_person_are_kept_by_nobody(client, registry, settings):
    settings.RELEASE = "1"
    user = factories.MembershipFactory(institute=registry.institute).user
    # To programs nobody is logged in: what they get is the same for all.
    for address in [one for one in PUBLIC if not (one.is_api or one.name in SAVED)]:
        path = address.path(registry)
        client.logout()
        visitor = client.get(path)
        body_of(visitor)
        client.force_login(user)
        own = client.get(path)
        body_of(own)
        assert "ETag" not in own, address.name
        if "ETag" in visitor:
            again = client.get(path, headers={"if-none-match": visitor["ETag"]})
            body_of(again)
            assert again.status_code == 200, address.name


def test_an_unchanged_page_is_told_so_until_something_changes(
    client, registry, settings, django_capture_on_commit_callbacks
):
    from projects.services.projects import refresh

    settings.RELEASE = "1"
    etag = client.get("/projecten/")["ETag"]
    assert client.get("/projecten/", headers={"if-none-match": etag}).status_code == 304
    check(client.get("/projecten/", headers={"if-none-match": etag}))
    assert client.get("/en/projecten/", headers={"if-none-match": etag}).status_code == 200
    assert client.get("/projecten/", {"q": "zorg"}, headers={"if-none-match": etag}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        refresh(project=registry.published)
    assert client.get("/projecten/", headers={"if-none-match": etag}).status_code == 200


def test_a_page_differs_by_cookie_for_whoever_keeps_it(client, registry):
    """A cache between us and a visitor must not give the page of one to another."""
    for address in PUBLIC:
        response = client.get(address.path(registry))
        body_of(response)
        if response["Content-Type"].startswith("text/html"):
            assert "Cookie" in response.get("Vary", "") or "no-store" in response.get("Cache-Control", ""), address.name
