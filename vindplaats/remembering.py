"""Remember what was read until the request ends, so that each part of a page may ask for it."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

T = TypeVar("T")
Handler = Callable[[HttpRequest], HttpResponse]
_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


def remember(key: Hashable, read: Callable[[], T]) -> T:
    """Return what `read` gave the first time in this request. Outside of a request nothing is remembered."""
    known = _known.get()
    if known is None:
        return read()
    if key not in known:
        known[key] = read()
    return known[key]


def forget(key: Hashable) -> None:
    """Have it read again the next time."""
    if (known := _known.get()) is not None:
        known.pop(key, None)


def remembering(get_response: Handler) -> Handler:
    """Start each request knowing nothing, and forget all of it afterwards."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with at_one_moment():
            return get_response(request)

    return middleware


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Do the same for work outside of a request that asks the same thousands of times."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)
