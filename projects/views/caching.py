"""Answer 304 when nothing that a page shows has changed."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import condition

from projects.search import generation

View = Callable[..., HttpResponse]


def unless_unchanged(view: View) -> View:
    """Decorate a public view whose content follows the search index: the same index, release and day, the same page.

    The day counts because regions are in force for a time, and because a page says on which day it was read.
    Only for visitors: what somebody sees who is logged in is theirs, and is never kept.
    """
    return condition(etag_func=_etag)(view)


def _etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str | None:
    if settings.RELEASE == "" or request.user.is_authenticated:
        return None
    page = (get_language() or "", request.get_full_path())
    parts = (settings.RELEASE, str(generation.current()), str(timezone.localdate()), *page)
    return f'"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'
