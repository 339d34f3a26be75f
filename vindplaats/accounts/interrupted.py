"""Keep what somebody typed when it turns out at sending that they are not logged in any more, until they are again.

It waits in the session of that browser for half an hour, and is sent again by the person, with one button. Files cannot
wait, and neither can passwords: forms of the account itself are left out.
"""

import datetime
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Self

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

KEY = "interrupted"
VALID = datetime.timedelta(minutes=30)
MOST_CHARACTERS = 200_000
CSRF_FIELD = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class Interrupted:
    """A form that was sent without being logged in."""

    path: str
    fields: list[tuple[str, str]]
    had_files: bool
    at: str

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """Read what was sent."""
        sent = [(name, value) for name in request.POST for value in request.POST.getlist(name) if name != CSRF_FIELD]
        return cls(request.get_full_path(), sent, bool(request.FILES), timezone.now().isoformat())

    @classmethod
    def taken_from(cls, request: HttpRequest) -> Self | None:
        """Take out what waits in this session; None when nothing does, or for too long."""
        waiting = request.session.pop(KEY, None)
        if waiting:
            request.session.set_expiry(None)
        found = cls(**waiting) if waiting else None
        is_valid = found and datetime.datetime.fromisoformat(found.at) + VALID > timezone.now()
        return found if is_valid else None

    def keep(self, request: HttpRequest) -> bool:
        """Let it wait in the session; tell whether it was worth it and not too long."""
        length = sum(len(name) + len(value) for name, value in self.fields)
        if not self.fields or length > MOST_CHARACTERS:
            return False
        request.session[KEY] = asdict(self)
        # Who does not come back leaves nothing behind.
        request.session.set_expiry(int(VALID.total_seconds()))
        return True


class LoginRequired(LoginRequiredMiddleware):
    """Django's own, which forgets what was sent."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable) -> HttpResponse:
        """Send to the login page; from there to what was typed, when there is any."""
        # A view that looks for the proof of origin itself did not do so yet: what came may be of another site.
        left_out = getattr(view_func, "sets_up_account", False) or getattr(view_func, "csrf_exempt", False)
        is_form = request.method == "POST" and not left_out
        if is_form and Interrupted.of(request).keep(request):
            messages.warning(request, _("U was niet meer ingelogd. Log in: wat u typte, is bewaard."))
            return redirect_to_login(reverse("account_go_on"))
        return super().handle_no_permission(request, view_func)
