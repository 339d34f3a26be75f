"""What the mails of this app share: in which language, and where their links lead."""

from collections.abc import Callable

from django.conf import settings
from django.db.models import Model
from django.urls import reverse

from vindplaats.accounts.models import User
from vindplaats.mail import absolute


def mail_language(language: str) -> str:
    """Return the language of a mail: that of the site in which somebody worked, Dutch when it has no such."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def language_of(user: User | None) -> str:
    """Return the language in which somebody with an account is mailed."""
    return user.language if user else settings.LANGUAGE_CODE


def address_of(thing: Model) -> Callable[[], str]:
    """Return what gives the address of `thing` in the language of the mail that it stands in."""
    return lambda: absolute(thing.get_absolute_url())


def page(name: str, *arguments: str) -> Callable[[], str]:
    """Return what gives the address of a named page in the language of the mail that it stands in."""
    return lambda: absolute(reverse(name, args=arguments))
