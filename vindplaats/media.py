"""Serve what people sent to the site. Nothing of it may act as a page of ours, whatever is in it."""

import mimetypes
import re

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

PUBLIC = re.compile(r"logos/[A-Za-z0-9_-]+\.[a-z0-9]+")
"""What everyone may see, and no other way to write it. A file that changes gets a new name, so it may be kept."""
SHOWN = frozenset({"image/png", "image/jpeg", "image/webp"})
"""Kinds that a browser may show; everything else it saves."""
YEAR_SECONDS = 31_536_000
POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


@login_not_required
@require_safe
@cache_control(public=True, max_age=YEAR_SECONDS, immutable=True)
def media(request: HttpRequest, name: str) -> FileResponse:
    """Send the file of this name; 404 for what is not there or not for everyone."""
    if not PUBLIC.fullmatch(name):
        raise Http404
    try:
        file = default_storage.open(name)
    except OSError:
        raise Http404 from None
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = FileResponse(file, as_attachment=kind not in SHOWN, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    return response
