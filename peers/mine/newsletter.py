"""Whether somebody gets the newsletter."""

from typing import Any

from vindplaats.accounts.models import User
from vindplaats.mine import Panel


def panels(user: User) -> list[Panel]:
    """Return no panel yet."""
    return []


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return nothing yet."""
    return {}


def forget_person(user: User) -> None:
    """Nothing to do yet."""
