"""Whatever is in an address or a header: a normal page or a refusal in the site's look, never an error of ours."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pages import body_of
from tests.security.addresses import addresses
from tests.security.nasty import OURS, PARAMETERS, QUERIES, TEXTS
from tests.security.rights import TABLE

pytestmark = pytest.mark.same_sql
VISITED = [address for address in addresses() if not address.is_admin and address.name != "logout"]
PUBLIC = [address for address in VISITED if not address.is_api]
API = [address for address in VISITED if address.is_api and address.name != "api:root"]
PROBLEM = "application/problem+json"
TELLS_OF_A_WRONG_KEY = {"account_confirm_email", "account_reset_password_from_key"}
"""Pages behind an address from a mail, which say what to do when that does not work."""
LONGEST_WAY_BACK = 1_000
"""Characters from where on Django may refuse to redirect to the login page with the address in it."""
FINDERS = (
    "/projecten/",
    "/lessen/",
    "/experts/",
    "/projecten/feed.atom",
    "/projecten/export.csv",
    "/zoeken/",
    "/zoeken/suggesties",
)
READS_A_QUERY = (*FINDERS, "/instellingen/", "/themas/", "/regios/", "/sitemap-projects.xml", "/account/login/")


def check(response):
    """Take a normal page or a refusal that looks like the site; return the status."""
    body = body_of(response)
    assert response.status_code in (200, 302, 400, 404, 405), response.status_code
    # To read what only takes a form is no page of ours.
    if (
        response.status_code >= 400
        and response.status_code != 405
        and response.get("Content-Type", "").startswith("text/html")
    ):
        assert b"vp-header" in body or b"vp-page-message" in body
    return response.status_code


def check_api(response):
    """Take an answer or a fault as a program gets it; return the status."""
    assert response.status_code in (200, 400, 404, 405, 406), response.status_code
    assert response["Content-Type"] == ("application/json" if response.status_code == 200 else PROBLEM)
    assert isinstance(response.json(), dict)
    return response.status_code


def usual(address):
    """Return what the page answers to a visitor who asks nothing in particular."""
    return TABLE[address.name]["GET"][0]


def expected(text, usually=200):
    """Only NUL makes an address unreadable; everything else is at worst a search that finds nothing.

    An address that would be too long to come back to after logging in is refused.
    """
    if "\0" in text:
        return {400}
    too_long = usually == 302 and len(quote(text)) * len(PARAMETERS) > LONGEST_WAY_BACK
    return {usually, 404, 400} if too_long else {usually, 404}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_every_page_with_every_parameter_at_once(client, registry, name):
    text = TEXTS[name]
    for address in PUBLIC:
        status = check(client.get(address.path(registry), dict.fromkeys(PARAMETERS, text)))
        assert status in expected(text, usual(address)), address.name
    for address in API:
        assert check_api(client.get(address.path(registry), dict.fromkeys(PARAMETERS, text))) in (400, 405), (
            address.name
        )


@pytest.mark.parametrize("name", QUERIES)
def test_every_page_with_a_query_that_no_browser_writes(client, registry, name):
    for address in PUBLIC:
        status = check(client.get(address.path(registry), QUERY_STRING=QUERIES[name]))
        assert status == (400 if "%00" in QUERIES[name] else usual(address)), address.name
    for address in API:
        assert check_api(client.get(address.path(registry), QUERY_STRING=QUERIES[name])) in (200, 400, 405), (
            address.name
        )


@pytest.mark.slow
@pytest.mark.parametrize("parameter", OURS)
def test_each_parameter_of_a_finder_by_itself(client, registry, parameter):
    """All at once may hide one behind another."""
    for name, text in TEXTS.items():
        assert check(client.get("/projecten/", {parameter: text})) in expected(text), name
        check_api(client.get("/api/v1/projecten", {parameter: text}))
    for text in ("\x08", "' OR 1=1 --", "1e400", "😀"):
        for path in FINDERS:
            assert check(client.get(path, {parameter: [text, text, "x"]})) == 200, text


@pytest.mark.parametrize("name", TEXTS)
def test_every_argument_of_a_path(client, registry, name):
    text = TEXTS[name] or " "
    for address in VISITED:
        if "<" in address.route:
            argument = address.route.partition("<")[2].partition(">")[0].rpartition(":")[2]
            path = address.path(registry, **{argument: text})
            tells = (200,) if address.name in TELLS_OF_A_WRONG_KEY else ()
            assert check(client.get(path)) in ((400,) if "\0" in text else (404, 302, 405, *tells)), path[:100]


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/%FF/",
        "/projecten/%FF%FE/",
        "/projecten/%ED%A0%80/",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/projecten//",
        "/./",
        "/en/../",
        "/nl/projecten/",
        "/EN/projecten/",
        "/projecten/%2F/",
        "/" + "a/" * 2_000,
        "/projecten/export.",
        "/projecten/export.exe",
        "/projecten/export.%00",
        "/sitemap-.xml",
        "/sitemap-x.xml",
    ],
)
def test_paths_that_are_not_ours(client, registry, path):
    assert check(client.get(path)) in (302, 400, 404)


HEADERS = {
    "HTTP_ACCEPT_LANGUAGE": "xx-!!;q=nan, \0, " + "a" * 9_000,
    "HTTP_COOKIE": 'sessionid=\\"; csrftoken=<>; ="; a=\xff; messages=%00; django_language=../..',
    "HTTP_REFERER": "javascript:alert(1)",
    "HTTP_USER_AGENT": "\xff" * 5_000,
    "HTTP_X_FORWARDED_FOR": "'; DROP TABLE x; --, ::1, 999.1.1.1",
    "HTTP_X_FORWARDED_HOST": "kwaad.example",
    "HTTP_X_REQUEST_ID": "<script>\n",
    "HTTP_IF_NONE_MATCH": '"\xff", W/, ***, ' + '"a",' * 500,
    "HTTP_IF_MODIFIED_SINCE": "Thu, 99 Foo 99999 99:99:99 GMT",
    "HTTP_RANGE": "bytes=-1-0,9-,x",
    "HTTP_ACCEPT": "*/*;q=x, \0",
    "CONTENT_TYPE": "multipart/form-data; boundary=",
    "CONTENT_LENGTH": "-5",
    "REMOTE_ADDR": "",
}


@pytest.mark.slow
@pytest.mark.parametrize("header", HEADERS)
def test_every_page_with_a_header_that_is_nonsense(client, registry, header):
    for address in PUBLIC:
        assert check(client.get(address.path(registry), **{header: HEADERS[header]})) == usual(address), address.name
    for address in API:
        assert check_api(client.get(address.path(registry), **{header: HEADERS[header]})) in (200, 405), address.name


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
questions = st.dictionaries(st.sampled_from(PARAMETERS), st.lists(text, max_size=3), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=questions, path=st.sampled_from(READS_A_QUERY))
def test_finders_with_anything(client, registry, question, path):
    status = check(client.get(path, question))
    assert (status == 400) == any("\0" in one for values in question.values() for one in values)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.binary(max_size=80), path=st.sampled_from(READS_A_QUERY))
def test_finders_with_any_bytes(client, registry, query, path):
    escaped = "".join(f"%{byte:02X}" if byte not in b"=&" else chr(byte) for byte in query)
    check(client.get(path, QUERY_STRING=f"q={escaped}"))
