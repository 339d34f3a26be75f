"""What the account brings to the data that somebody takes along."""

from collections.abc import Mapping, Sequence
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from vindplaats.accounts.models import User

Rows = Sequence[Mapping[str, Any]]


def person_data(user: User) -> dict[str, Rows]:
    """Return where the user is logged in and which second steps there are; no secrets, with which one could log in."""
    sessions = UserSession.objects.filter(user=user).order_by("pk")
    steps = Authenticator.objects.filter(user=user).order_by("pk")
    return {
        "sessions": list(sessions.values("created_at", "ip", "user_agent")),
        "second_steps": list(steps.values("type", "created_at", "last_used_at")),
    }
