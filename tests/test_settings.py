"""Settings come from the environment; what is wrong there is named, with what to do about it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from vindplaats.settings.database import configure

ROOT = Path(__file__).parent.parent
GOOD = {
    "DJANGO_SETTINGS_MODULE": "vindplaats.settings.production",
    "SECRET_KEY": "abcdefghij0123456789" * 3,
    "ALLOWED_HOSTS": "vindplaats.example,www.vindplaats.example",
    "DATABASE_URL": "postgresql://u:p@db.example:5432/vindplaats",
}
PRINT = "import django; from django.conf import settings; django.setup(); print({})"


def run(code, **environment):
    """Run Python with this environment and no other; returns exit code, output and the last line of the error."""
    wanted = {**GOOD, **environment, "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={name: value for name, value in wanted.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.strip(), (done.stderr.strip().splitlines() or [""])[-1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environment", "hint"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is missing or cannot be read. Make one with: python -c"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is empty. Make one with: python -c"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS is missing or cannot be read. Give the site's host names"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is empty. Give the site's host names"),
        ({"DATABASE_URL": None}, "DATABASE_URL is missing or cannot be read. Give it as postgresql://"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is empty. Give it as postgresql://"),
        ({"DATABASE_URL": "mysql://u:p@h/n"}, "DATABASE_URL is not the address of a PostgreSQL database."),
        ({"DATABASE_URL": "sqlite:///x.db"}, "DATABASE_URL is not the address of a PostgreSQL database."),
        ({"DATABASE_URL": "vindplaats"}, "Give it as postgresql://"),
        ({"DATABASE_URL": "postgresql://h:notaport/x"}, "Give it as postgresql://"),
        ({"DATABASE_POOL_SIZE": "many"}, "DATABASE_POOL_SIZE is missing or cannot be read. Give the number"),
        ({"VINDPLAATS_EMBEDDINGS": "maybe"}, "VINDPLAATS_EMBEDDINGS is neither on nor off."),
        ({"DATABASE_STATEMENT_TIMEOUT_MS": "5s"}, "DATABASE_STATEMENT_TIMEOUT_MS is missing or cannot be read."),
    ],
)
def test_what_is_wrong_is_named_with_a_hint(environment, hint):
    code, _, error = run(PRINT.format("'started'"), **environment)
    assert code != 0
    assert error.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert hint in error


def test_password_is_not_in_the_error():
    _, _, error = run(PRINT.format("1"), DATABASE_URL="mysql://beheer:zeer-geheim@db.example/n")
    assert "zeer-geheim" not in error


def test_production_is_what_the_environment_says():
    shown = "settings.DEBUG, settings.ALLOWED_HOSTS[1], settings.CSRF_TRUSTED_ORIGINS[0]"
    code, output, error = run(PRINT.format(shown))
    assert code == 0, error
    assert output == "False www.vindplaats.example https://vindplaats.example"


@pytest.mark.slow
def test_production_passes_the_checks_for_deployment():
    code, output, error = run(
        "from django.core.management import execute_from_command_line as go;"
        "go(['manage.py', 'check', '--deploy', '--fail-level', 'WARNING'])"
    )
    assert (code, error) == (0, ""), output + error


def test_development_needs_no_secrets():
    none = dict.fromkeys(("SECRET_KEY", "ALLOWED_HOSTS"))
    code, output, error = run(
        PRINT.format("settings.DEBUG"), **none, DJANGO_SETTINGS_MODULE="vindplaats.settings.development"
    )
    assert (code, output) == (0, "True"), error


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_each_statement_is_limited_and_not_compiled():
    code, output, error = run(PRINT.format("settings.DATABASES['default']['OPTIONS']"))
    assert code == 0, error
    assert "-c jit=off -c plan_cache_mode=force_generic_plan -c statement_timeout=5000" in output
    assert "'max_size': 8" in output


def test_a_pooler_is_told_of_in_the_address_of_the_database():
    """`projects.search.statements` and Django look for it in the settings of the connection."""
    url = f"{GOOD['DATABASE_URL']}?disable_server_side_cursors=true"
    found = configure(url)
    assert found["DISABLE_SERVER_SIDE_CURSORS"]
    assert "disable_server_side_cursors" not in str(found["OPTIONS"]).lower()
    assert not configure(GOOD["DATABASE_URL"]).get("DISABLE_SERVER_SIDE_CURSORS")


def test_no_test_opens_the_database_of_the_person_who_runs_it():
    """Loading the settings for development starts what `make run` keeps its data in."""
    loads = re.compile(r"^\s*(from|import) .*settings\W+(import )?.*development", re.MULTILINE)
    files = [file for file in (ROOT / "tests").rglob("*.py") if loads.search(file.read_text(encoding="utf-8"))]
    assert files == []
