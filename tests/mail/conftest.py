"""A mail server that answers, is away, or refuses one mail."""

from collections.abc import Iterator

import pytest
from django.core.mail.backends.locmem import EmailBackend

from vindplaats.mail import queue


class Server(EmailBackend):
    """Keeps what it takes in django.core.mail.outbox; fails with `error` when that is set, for those in `refused`."""

    error: BaseException | None = None
    refused: set[str] = set()
    opened = 0

    def open(self):
        Server.opened += 1
        if Server.error and not Server.refused:
            raise Server.error

    def send_messages(self, messages):
        if Server.error and Server.refused.intersection(messages[0].to):
            raise Server.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings) -> Iterator[type[Server]]:
    settings.EMAIL_BACKEND = "tests.mail.conftest.Server"
    Server.error, Server.refused, Server.opened = None, set(), 0
    return Server


@pytest.fixture
def trial():
    """Queue a mail about nothing."""

    def queued(to="jan@zorg.example", **more):
        return queue(to=to, template="trial", context={"name": "Vindplaats"}, **more)

    return queued
