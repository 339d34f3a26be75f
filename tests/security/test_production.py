"""The site as others reach it: production settings, https, collected files, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, sys
import django
django.setup()
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

answers = {}
def ask(name, path, secure=True, host="example.org", **more):
    response = Client(raise_request_exception=False).get(path, secure=secure, headers={"host": host}, **more)
    cookies = {key: dict(cookie) for key, cookie in response.cookies.items()}
    answers[name] = {"status": response.status_code, "headers": dict(response.headers), "cookies": cookies}

ask("page", "/over/")
ask("english", "/en/over/")
ask("plain", "/over/", secure=False)
ask("healthz", "/healthz", secure=False)
ask("proxied", "/over/", secure=False, HTTP_X_FORWARDED_PROTO="https")
ask("host", "/over/", host="kwaad.example")
ask("plain host", "/over/", host="kwaad.example", secure=False)
ask("login", "/account/login/")
ask("absent", "/bestaat-niet/")
ask("unreadable", "/over/?q=%00")
ask("file", staticfiles_storage.url("css/vindplaats.css"))
names = ["DEBUG", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_NAME"]
names += ["CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY", "CSRF_COOKIE_SAMESITE", "CSRF_COOKIE_NAME", "ALLOWED_HOSTS"]
names += ["SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "CSRF_COOKIE_DOMAIN", "CSRF_COOKIE_PATH"]
answers["settings"] = {name: getattr(settings, name) for name in names}
print(json.dumps(answers))
"""


def environment(**more):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    # Nothing asked for here touches the database, so that its address need not lead anywhere.
    url = "postgresql://nobody@127.0.0.1:9/nowhere"
    secret = "voor-deze-proef-" + "x1Y2" * 12
    return {**kept, "SECRET_KEY": secret, "ALLOWED_HOSTS": "example.org", "DATABASE_URL": url, **more}


def run(program, **more):
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=environment(**more), cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("production")
    lines = ["from vindplaats.settings.production import *", f"STATIC_ROOT = {str(folder / 'static')!r}"]
    # Compressing every file takes ten times as long as all else here, and nothing below looks at it.
    lines.append('WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["css", "js", "svg", "map", "txt", "ico"]')
    (folder / "try_production.py").write_text("\n".join(lines))
    more = {"DJANGO_SETTINGS_MODULE": "try_production", "PYTHONPATH": f"{folder}:{ROOT}"}
    collect = (
        "from django.core.management import execute_from_command_line as run; run(['', 'collectstatic', '--noinput'])"
    )
    collected = run(collect, **more)
    assert collected.returncode == 0, collected.stderr
    done = run(PROGRAM, **more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_pages_come_over_https_only_and_browsers_remember_that(answers):
    assert answers["page"]["status"] == answers["english"]["status"] == answers["proxied"]["status"] == 200
    seconds, *more = answers["page"]["headers"]["Strict-Transport-Security"].split("; ")
    assert int(seconds.removeprefix("max-age=")) >= 31_536_000
    assert set(more) == {"includeSubDomains", "preload"}
    assert answers["plain"]["status"] == 301
    assert answers["plain"]["headers"]["Location"] == "https://example.org/over/"


def test_whoever_watches_over_the_machine_needs_no_https(answers):
    assert answers["healthz"]["status"] == 200


@pytest.mark.parametrize("name", ["page", "english", "absent", "unreadable", "host", "file", "login"])
def test_headers_are_there_on_every_answer(answers, name):
    headers = answers[name]["headers"]
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Strict-Transport-Security"]


def test_another_host_is_refused(answers):
    assert answers["host"]["status"] == answers["plain host"]["status"] == 400
    assert "Location" not in answers["plain host"]["headers"]


def test_refusals_are_refusals(answers):
    assert answers["absent"]["status"] == 404
    assert answers["unreadable"]["status"] == 400


def test_cookies_are_for_this_site_over_https_only(answers):
    ((name, cookie),) = answers["login"]["cookies"].items()
    assert name == "__Host-csrftoken"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
    assert (cookie["path"], cookie["domain"]) == ("/", "")
    held = answers["settings"]
    assert held["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert held["SESSION_COOKIE_SECURE"]
    assert held["SESSION_COOKIE_HTTPONLY"]
    assert held["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert (held["SESSION_COOKIE_DOMAIN"], held["SESSION_COOKIE_PATH"]) == (None, "/")
    assert held["DEBUG"] is False


def test_static_files_are_kept_for_ever_under_a_name_of_their_own(answers):
    headers = answers["file"]["headers"]
    assert "immutable" in headers["Cache-Control"]
    assert "Set-Cookie" not in headers


def test_the_test_settings_are_not_those_of_production():
    assert not hasattr(settings, "SECURE_HSTS_PRELOAD") or settings.SECURE_HSTS_PRELOAD is False
