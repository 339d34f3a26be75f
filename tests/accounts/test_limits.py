"""Guessing is limited, and the count is one for all workers."""

import os
import subprocess
import sys

import pytest
import time_machine
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests import factories
from tests.accounts.codes import code
from tests.mailbox import mails
from tests.pages import Page
from tests.test_database import ROOT
from vindplaats.accounts.tasks import remove_past_limits, remove_past_sessions

LOGIN = "/account/login/"
TOO_OFTEN = "te vaak geprobeerd"


def wrong(client, email, **more):
    return client.post(LOGIN, {"login": email, "password": "verkeerd"}, **more)


@pytest.mark.django_db
def test_ten_wrong_passwords_for_an_account_wherever_they_come_from(client):
    user = factories.UserFactory()
    for n in range(10):
        assert "klopt niet" in Page.of(wrong(client, user.email, REMOTE_ADDR=f"192.0.2.{n}")).main
    right = {"login": user.email, "password": "geheim-geheim"}
    assert TOO_OFTEN in Page.of(client.post(LOGIN, right, REMOTE_ADDR="192.0.2.99")).main
    with time_machine.travel(timezone.now() + timezone.timedelta(minutes=6)):
        assert client.post(LOGIN, right).status_code == 302


@pytest.mark.django_db
def test_ten_wrong_passwords_from_an_address_for_whatever_account(client):
    for n in range(10):
        assert TOO_OFTEN not in Page.of(wrong(client, f"p{n}@zorg.example")).main
    assert TOO_OFTEN in Page.of(wrong(client, "nog@zorg.example")).main
    assert TOO_OFTEN not in Page.of(wrong(client, "nog@zorg.example", REMOTE_ADDR="192.0.2.1")).main


@pytest.mark.django_db
def test_logging_in_rightly_counts_for_nothing():
    user = factories.UserFactory()
    for _ in range(12):
        assert Client().post(LOGIN, {"login": user.email, "password": "geheim-geheim"}).status_code == 302


@pytest.mark.django_db
def test_five_wrong_codes(client):
    user = factories.UserFactory(moderator=True)
    client.post(LOGIN, {"login": user.email, "password": "geheim-geheim"})
    for _ in range(5):
        assert "klopt niet" in Page.of(client.post("/account/tweede-stap/code/", {"code": "000000"})).main
    assert TOO_OFTEN in Page.of(client.post("/account/tweede-stap/code/", {"code": code()})).main
    with time_machine.travel(timezone.now() + timezone.timedelta(minutes=6)):
        assert client.post("/account/tweede-stap/code/", {"code": code()}).status_code == 302


@pytest.mark.django_db
def test_five_resets_a_day(client):
    user = factories.UserFactory()
    for n in range(6):
        moment = timezone.now() + timezone.timedelta(minutes=10 * n)
        with time_machine.travel(moment):
            answer = client.post("/account/wachtwoord/vergeten/", {"email": user.email})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "300"
    assert Page.of(answer).heading == "U hebt het te vaak geprobeerd"
    assert len(mails(user.email)) == 5


@pytest.mark.django_db
def test_six_accounts_a_minute_from_an_address(client):
    for n in range(7):
        fields = {"name": "Jo", "email": f"p{n}@zorg.example", "password1": "vier-rustige-woorden-hier"}
        answer = client.post("/account/aanmelden/", fields)
    assert answer.status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize(("proxies", "counted"), [(0, False), (1, True)])
def test_address_told_by_a_proxy_counts_only_when_there_is_one(client, settings, proxies, counted):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for n in range(10):
        wrong(client, f"p{n}@zorg.example", headers={"x-forwarded-for": f"203.0.113.{n}"})
    answer = wrong(client, "nog@zorg.example", headers={"x-forwarded-for": "203.0.113.200"})
    assert (TOO_OFTEN not in Page.of(answer).main) == counted


@pytest.mark.django_db
def test_a_made_up_start_of_that_address_changes_nothing(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(10):
        wrong(client, f"p{n}@zorg.example", headers={"x-forwarded-for": f"198.51.100.{n}, 203.0.113.7"})
    answer = wrong(client, "nog@zorg.example", headers={"x-forwarded-for": "198.51.100.99, 203.0.113.7"})
    assert TOO_OFTEN in Page.of(answer).main


PROGRAM = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
import django
django.setup()
from django.test import Client
for n in range(10):
    Client().post("/account/login/", {"login": "jo@zorg.example", "password": "verkeerd"}, REMOTE_ADDR=f"192.0.2.{n}")
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_another_process_counts_along(client):
    factories.UserFactory(email="jo@zorg.example")
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "vindplaats.settings.test"}
    command = [sys.executable, "-c", PROGRAM, connection.settings_dict["NAME"]]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)
    assert TOO_OFTEN in Page.of(wrong(client, "jo@zorg.example")).main


@pytest.mark.django_db
def test_caches_are_two():
    cache.set("een", 1)
    caches["process"].set("twee", 2)
    assert (cache.get("twee"), caches["process"].get("een")) == (None, None)
    assert caches["template_fragments"].get("twee") == 2


@pytest.mark.django_db
def test_what_is_past_is_thrown_away(client):
    user = factories.UserFactory()
    cache.set("voorbij", 1, timeout=60)
    cache.set("nu", 1, timeout=600)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE shared_cache SET expires = now() - interval '1 hour' WHERE cache_key LIKE '%voorbij'")
    remove_past_limits(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache")
        assert cursor.fetchone() == (1,)
    client.post(LOGIN, {"login": user.email, "password": "geheim-geheim"})
    assert remove_past_sessions(timestamp=0) == 0
    client.session.flush()
    assert remove_past_sessions(timestamp=0) == 1
