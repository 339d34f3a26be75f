"""What moderators decide, told by mail. It is the editors who write: no moderator is named."""

from collections.abc import Mapping
from typing import Any

from vindplaats.accounts.models import User
from vindplaats.mail import queue


def write_to(person: User | None, template: str, context: Mapping[str, Any]) -> None:
    """Queue a mail to somebody with an account, in their language; when there is no such person (any more), none."""
    if person is None or not person.is_active:
        return
    queue(to=person.email, template=template, context={"person": person, **context}, language=person.language)
