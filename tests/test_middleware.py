"""Text that nothing can hold is refused at the door, in the site's look; all other text gets through."""

import pytest

from tests.pages import Page

FORM = "application/x-www-form-urlencoded"
FILES = "multipart/form-data; boundary=grens"
PART = b'--grens\r\nContent-Disposition: form-data; name="login"\r\n\r\nzorg\r\n--grens--\r\n'
LOGIN = "/account/login/"


REFUSALS = {"nl": "Wij kunnen dit verzoek niet lezen", "en": "We cannot read this request"}


def refused(response):
    page = Page.of(response)
    return response.status_code == 400 and page.heading == REFUSALS[page.soup.html["lang"]]


@pytest.mark.parametrize(
    "address",
    [
        "/a%00b/",
        "/projecten/%00/",
        "/?q=%00",
        "/projecten/?q=zorg%00thuis",
        "/projecten/?%00=1",
        "/admin/?q=%00",
        "/healthz?%00",
        "/en/projecten/?thema=%00",
    ],
)
def test_nul_in_the_address(client, address):
    assert refused(client.get(address))


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "django_language", "messages"])
def test_nul_in_a_cookie(client, cookie):
    assert refused(client.get("/", headers={"cookie": f'{cookie}="abcdefgh\\000abcdefgh"'}))


@pytest.mark.parametrize("kind", [FORM, FILES])
@pytest.mark.parametrize(
    "charset", ["latin-1", "utf-16", "utf-7", "cp1252", "zlib", "bestaatniet", "a\x01b", '"latin-1"']
)
def test_form_in_another_charset(client, kind, charset):
    response = client.generic("POST", LOGIN, PART, content_type=f"{kind}; charset={charset}")
    assert refused(response)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [FORM, FILES])
@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=UTF-8", '; charset="utf-8"'])
def test_form_in_utf8(client, kind, charset):
    body = PART if kind == FILES else b"login=zorg"
    response = client.generic("POST", LOGIN, body, content_type=kind + charset)
    assert response.status_code == 200
    assert 'value="zorg"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("body", [b"login=%00a&password=%00", b"login=\xff\xfe&password=%ff", b"%00=%00", b"\x00"])
def test_nonsense_in_a_form_gives_the_form_again(client, body):
    assert client.generic("POST", LOGIN, body, content_type=FORM).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/?q=%ff%fe", "/projecten/?q=%ED%A0%80", "/?q=%EF%BF%BF", "/?q=%0b%1b%7f", "/?q=🩺"]
)
def test_other_strange_text_gets_an_ordinary_page(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_other_kinds_of_body_pass(client):
    response = client.generic("POST", "/healthz", b"\x00", content_type="text/plain; charset=latin-1")
    assert response.status_code == 405
