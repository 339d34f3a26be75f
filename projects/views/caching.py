"""Answer 304 when nothing that a page shows has changed."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import condition

from projects.search import generation

View = Callable[..., HttpResponse]


def unless_unchanged(view: View) -> View:
    """Decorate a public view whose content follows the search index: the same index and release give the same page.

    Only for visitors: what somebody sees who is logged in is theirs, and is never kept.
    """
    return condition(etag_func=_etag)(view)


def _etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
    if settings.RELEASE == "" or request.user.is_authenticated:
        return None
    parts = (settings.RELEASE, str(generation.current()), get_language() or "", request.get_full_path())
    return f'"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'
