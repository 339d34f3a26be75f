"""Moderators and administrators get nowhere without a second step when logging in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from vindplaats.accounts import second_factor

Handler = Callable[[HttpRequest], HttpResponse]


class StaffNeedsSecondFactor:
    """Send staff without one to where it is set up, from every page but those of the account itself.

    Not from the admin alone: who moderates sees drafts on the ordinary pages too. A request without a session is
    nobody's, and is left as it is, so that it need not vary by cookie.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; the rule is asked when the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: Any, kwargs: Any) -> HttpResponse | None:
        """Answer instead of the view when the rule is not met."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or getattr(view, "sets_up_account", False):
            return None
        user = request.user
        if user.is_authenticated and second_factor.is_required(user) and not second_factor.has(user):
            return HttpResponseRedirect(reverse("mfa_index"))
        return None
