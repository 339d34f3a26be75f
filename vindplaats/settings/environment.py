"""Settings from the environment: read once, and when one is wrong, say which and what to do next."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
T = TypeVar("T")


def required(name: str, hint: str, read: Callable[[str], T] = env.str) -> T:
    """Return the variable `name` as `read` understands it.

    Raises ImproperlyConfigured with `hint` when it is missing, empty or unreadable.
    """
    try:
        value = read(name)
    except (ImproperlyConfigured, ValueError) as error:
        raise ImproperlyConfigured(f"{name} is missing or cannot be read. {hint}") from error
    if not value:
        raise ImproperlyConfigured(f"{name} is empty. {hint}")
    return value


def integer(name: str, default: int, hint: str) -> int:
    """Return the whole number in `name`, or `default` when it is not set; a clear error on anything else."""
    if not env.str(name, default=""):
        return default
    return required(name, hint, env.int)


def switch(name: str, *, default: bool) -> bool:
    """Return whether `name` is on, or `default` when it is not set; a clear error on anything but on and off."""
    value = env.str(name, default="").lower()
    if value not in ("", "on", "off"):
        raise ImproperlyConfigured(f"{name} is neither on nor off. Give one of these.")
    return value == "on" if value else default


def origin(name: str, default: str) -> str:
    """Return the start of the site's addresses in `name`, without a slash at the end; a clear error otherwise."""
    value = (env.str(name, default="") or default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or value != f"{parts.scheme}://{parts.netloc}":
        raise ImproperlyConfigured(f"{name} is not the start of the site's addresses. Give https:// and a host name.")
    return value
