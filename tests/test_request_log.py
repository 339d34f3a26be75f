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
    ],
)
def test_what_is_typed_and_not_sent_is_not_logged(rf, address, logged):
    assert RequestLog.format_request(rf.get(address)) == logged
