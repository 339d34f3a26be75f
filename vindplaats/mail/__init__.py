"""All mail of the site: `queue` puts one in the outbox, in the running transaction; the worker sends it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from post_office.models import Email


def queue(
    *,
    to: str,
    template: str,
    context: Mapping[str, Any],
    language: str = "nl",
    key: str = "",
    headers: Mapping[str, str] | None = None,
) -> "Email":
    """Put a mail to one address in the outbox and return its row; nothing is sent before the transaction commits.

    `template` names templates/mail/<template>.txt: a line with the subject, an empty line, the text. Both are made in
    `language`; so a value of `context` may be a function that gives an address (`lambda: absolute(reverse(…))`).
    With a `key` a mail is queued once: again gives the first one, as long as that is kept (30 days after it was sent).
    ValueError for an address or header that cannot be one.
    """
    from vindplaats.mail.queueing import put  # noqa: PLC0415 - this package is imported before the models are ready

    return put(to=to, template=template, context=context, language=language, key=key, headers=headers or {})


def absolute(path: str) -> str:
    """Return the whole address of a path of the site, for a mail: from PUBLIC_URL, never from what a visitor sent."""
    from django.conf import settings  # noqa: PLC0415 - as above

    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"{path} is no path of this site.")
    return settings.PUBLIC_URL + path
