"""Pages about the site itself, and the small files that browsers, search engines and researchers ask for."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

SECURITY_TXT_VALID = datetime.timedelta(days=180)
"""RFC 9116 asks for a day within a year, so that a forgotten file stops being believed."""
DAY_SECONDS = 86_400


def text_page(name: str) -> Callable[[HttpRequest], HttpResponse]:
    """Return a view for a page of text that stands in templates/pages/ in both languages."""

    @login_not_required
    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        context = {"editors_email": settings.EDITORS_EMAIL, "version": settings.VERSION}
        return render(request, f"pages/{name}.{get_language()}.html", context)

    return view


@login_not_required
@require_safe
@cache_control(max_age=DAY_SECONDS)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + SECURITY_TXT_VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{settings.SECURITY_EMAIL}",
        f"Expires: {expires.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri('/.well-known/security.txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@cache_control(max_age=DAY_SECONDS)
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Tell search engines what to read and where the list of pages is."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /account/", "Disallow: /en/account/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@cache_control(max_age=DAY_SECONDS)
def opensearch(request: HttpRequest) -> HttpResponse:
    """Describe the search box, so that a browser can offer it (OpenSearch 1.1)."""
    context = {"base": request.build_absolute_uri("/").rstrip("/")}
    return render(request, "opensearch.xml", context, content_type="application/opensearchdescription+xml")
