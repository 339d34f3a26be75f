"""The institute of an address under /mijn/, for whoever may see or run it; for all others it is not there."""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from projects.models import Institute
from projects.permissions import Visitor


def institute_for(request: HttpRequest, slug: str, allowed: Callable[[Visitor, Institute], bool]) -> Institute:
    """Return the institute when `allowed` says so of who asks."""
    institute = get_object_or_404(Institute.objects.select_related("gemeente"), slug=slug)
    if not allowed(request.user, institute):
        raise Http404
    return institute
