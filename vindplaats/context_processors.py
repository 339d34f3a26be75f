"""What the frame around every page needs: menu, the same page in the other language, and its addresses."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from vindplaats.hooks import footer, further_lists, navigation

FOOTER = (
    (_("Over Vindplaats"), "about"),
    (_("Contact met de redactie"), "contact_editors"),
    (_("Toegankelijkheid"), "accessibility"),
    (_("Privacy"), "privacy"),
    (_("Voor ontwikkelaars (API)"), "api_explained"),
)


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Return what base.html takes from every page; asks nothing of the database."""
    return {
        "navigation": _menu(request.path),
        "alternate_languages": _alternates(request),
        "canonical_url": request.build_absolute_uri(request.path),
        "hreflangs": _hreflangs(request),
        "lists": _links(further_lists()),
        "footer_links": _links([FOOTER, *footer()]),
    }


def _links(entries: Iterable[Iterable[tuple[Any, str]]]) -> list[dict[str, Any]]:
    return [{"label": label, "url": reverse(name)} for items in entries for label, name in items]


def _menu(path: str) -> list[dict[str, Any]]:
    entries = [(label, reverse(name)) for items in navigation() for label, name in items]
    return [{"label": label, "url": url, "current": path.startswith(url)} for label, url in entries]


def _alternates(request: HttpRequest) -> list[dict[str, str]]:
    """Return the other languages, each with this page in it; the home page when there is no such page."""
    current = translation.get_language()
    there = _is_a_page(request)
    return [
        {
            "code": code,
            "label": translation.get_language_info(code)["name_local"].capitalize(),
            "url": translate_url(request.get_full_path(), code) if there else _home_in(code),
        }
        for code, _label in settings.LANGUAGES
        if code != current
    ]


def _hreflangs(request: HttpRequest) -> list[dict[str, str]]:
    """Return the addresses of this page for search engines, its own included; Dutch serves whoever reads neither.

    Without parameters, as the canonical address is; empty for an address that leads nowhere.
    """
    if not _is_a_page(request):
        return []
    urls = {code: request.build_absolute_uri(translate_url(request.path, code)) for code, _ in settings.LANGUAGES}
    codes = {**urls, "x-default": urls[settings.LANGUAGE_CODE]}
    return [{"code": code, "url": url} for code, url in codes.items()]


def _is_a_page(request: HttpRequest) -> bool:
    return request.resolver_match is not None


def _home_in(code: str) -> str:
    with translation.override(code):
        return reverse("home")
