"""What the frame around every page needs: menu, the same page in the other language, and its address."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from vindplaats.hooks import navigation

FOOTER = (
    (_("Over Vindplaats"), "about"),
    (_("Contact met de redactie"), "contact_editors"),
    (_("Toegankelijkheid"), "accessibility"),
    (_("Privacy"), "privacy"),
)


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Return what base.html takes from every page; asks nothing of the database."""
    return {
        "navigation": _menu(request.path),
        "alternate_languages": _alternates(request),
        "canonical_url": request.build_absolute_uri(request.path),
        "footer_links": [{"label": label, "url": reverse(name)} for label, name in FOOTER],
    }


def _menu(path: str) -> list[dict[str, Any]]:
    entries = [(label, reverse(name)) for items in navigation() for label, name in items]
    return [{"label": label, "url": url, "current": path.startswith(url)} for label, url in entries]


def _alternates(request: HttpRequest) -> list[dict[str, str]]:
    current = translation.get_language()
    return [
        {
            "code": code,
            "label": translation.get_language_info(code)["name_local"].capitalize(),
            "url": translate_url(request.get_full_path(), code),
            "absolute_url": request.build_absolute_uri(translate_url(request.get_full_path(), code)),
        }
        for code, _label in settings.LANGUAGES
        if code != current
    ]
