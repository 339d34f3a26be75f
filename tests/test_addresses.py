"""The quick way to the address of a page gives what `reverse` gives."""

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils import translation

from vindplaats.addresses import page_of

NAMES = [
    *(
        f"projects:{what}_detail"
        for what in ("project", "theme", "programme", "lesson", "resource", "region", "institute")
    ),
    *(f"projects:{what}_detail" for what in ("sector", "condition", "collection")),
    *(f"peers:{what}_detail" for what in ("question", "edition", "profile")),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_that_of_the_page_in_the_language(name, language):
    with translation.override(language):
        assert page_of(name, "een-ding-2") == reverse(name, args=["een-ding-2"])


def test_a_site_below_a_folder():
    try:
        set_script_prefix("/vindplaats/")
        assert page_of("projects:project_detail", "een") == reverse("projects:project_detail", args=["een"])
        assert page_of("projects:project_detail", "een").startswith("/vindplaats/")
    finally:
        set_script_prefix("/")
    assert not page_of("projects:project_detail", "een").startswith("/vindplaats/")


def test_without_a_slug_there_is_no_page():
    with pytest.raises(NoReverseMatch):
        page_of("projects:project_detail", "")
