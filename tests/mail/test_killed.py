"""A worker is killed, as by kill -9, while it hands a mail over."""

import os
import subprocess
import sys
import time

import pytest
from django.core import mail as django_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from post_office.models import STATUS

from tests.test_database import ROOT
from vindplaats.mail.models import Mail
from vindplaats.mail.sending import send_waiting

PROGRAM = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.EMAIL_BACKEND = "tests.mail.test_killed.Stuck"
import django
django.setup()
from vindplaats.mail.sending import send_waiting
send_waiting()
"""


class Stuck(BaseEmailBackend):
    """Says what it got, and then nothing any more."""

    def send_messages(self, messages):
        print(messages[0].extra_headers["Message-ID"], flush=True)  # noqa: T201 - the test reads it
        time.sleep(60)


@pytest.fixture
def worker(trial, transactional_db):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "vindplaats.settings.test"}
    trial()
    command = [sys.executable, "-c", PROGRAM, connection.settings_dict["NAME"]]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.slow
def test_nothing_is_lost_and_the_message_stays_the_same(worker, server):
    """The server may have taken it already, which nobody can know: then the second has the same Message-ID."""
    handed_over = worker.stdout.readline().strip()
    assert send_waiting() == 0  # it is being sent
    worker.kill()
    worker.wait()
    deadline = time.monotonic() + 10
    while not send_waiting():
        assert time.monotonic() < deadline, "the killed worker still holds the mail"
        time.sleep(0.05)
    assert [message.extra_headers["Message-ID"] for message in django_mail.outbox] == [handed_over]
    assert Mail.objects.get().status == STATUS.sent


class Killed(BaseException):
    """Ends a process at any moment."""


@pytest.mark.django_db
def test_killed_between_the_server_s_yes_and_the_commit(trial, server, monkeypatch):
    trial()

    def die(*arguments, **more):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("vindplaats.mail.sending._note", die)
        with pytest.raises(Killed):
            send_waiting()
    assert Mail.objects.get().status == STATUS.queued
    assert send_waiting() == 1
    first, second = (message.extra_headers["Message-ID"] for message in django_mail.outbox)
    assert first == second
