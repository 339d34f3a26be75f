"""What the log of requests tells."""

import pytest

from vindplaats.request_log import RequestLog


@pytest.mark.parametrize(
    ("address", "logged"),
    [
        ("/projecten/?q=zorg", "GET /projecten/?q=zorg"),
        ("/zoeken/?q=zorg", "GET /zoeken/?q=zorg"),
        ("/zoeken/suggesties?q=zor", "GET /zoeken/suggesties"),
        ("/en/zoeken/suggesties?q=zor", "GET /en/zoeken/suggesties"),
        ("/instellingen/zoeken-naam?naam=beuk", "GET /instellingen/zoeken-naam"),
    ],
)
def test_what_is_typed_and_not_sent_is_not_logged(rf, address, logged):
    assert RequestLog.format_request(rf.get(address)) == logged


@pytest.mark.parametrize(
    ("address", "logged"),
    [
        ("/instellingen/aanmelden/", "GET /instellingen/aanmelden/"),
        (
            "/instellingen/aanmelden/GeHe-im_1/wie/?van=controleren",
            "GET /instellingen/aanmelden/…/wie/?van=controleren",
        ),
        ("/en/uitnodiging/GeHe-im_1/", "GET /en/uitnodiging/…/"),
        ("/account/bevestigen/Mg:1vO:geheim/", "GET /account/bevestigen/…/"),
        ("/en/account/wachtwoord/nieuw/1-geheim/?next=/", "GET /en/account/wachtwoord/nieuw/…/?next=/"),
        ("/klopt-nog/geheim/", "GET /klopt-nog/…/"),
    ],
)
def test_a_secret_in_an_address_is_not_logged(rf, address, logged):
    assert RequestLog.format_request(rf.get(address)) == logged
