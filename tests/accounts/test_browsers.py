"""Browsers by name."""

import pytest

from vindplaats.templatetags.browsers import browser

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.mark.parametrize(
    ("says", "name"),
    [
        (f"Mozilla/5.0 (X11; Linux x86_64) {CHROME}", "Chrome op Linux"),
        (f"Mozilla/5.0 (Windows NT 10.0) {CHROME} Edg/140.0", "Edge op Windows"),
        ("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Windows"),
        (f"Mozilla/5.0 (Linux; Android 15) {CHROME}", "Chrome op Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18.0 Safari/604.1", "Safari op iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18.0 Safari/605.1", "Safari op macOS"),
        ("curl/8.9", "curl/8.9"),
        ("", ""),
    ],
)
def test_name(says, name):
    assert browser(says) == name
