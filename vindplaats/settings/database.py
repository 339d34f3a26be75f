"""Which PostgreSQL the site uses: DATABASE_URL, or the private one that lives in var/."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from vindplaats.settings.environment import env, integer

STATEMENT_TIMEOUT_MS = 5_000


def options(*, pool: bool, timeout_ms: int) -> dict[str, Any]:
    """Connection options for every PostgreSQL: no JIT, one plan of what is prepared, a limit on statements, a pool."""
    timeout = integer("DATABASE_STATEMENT_TIMEOUT_MS", timeout_ms, "Give milliseconds, for example 5000.")
    size = integer("DATABASE_POOL_SIZE", 8, "Give the number of connections for one process, for example 8.")
    chosen = {"jit": "off", "plan_cache_mode": "force_generic_plan", "statement_timeout": timeout}
    settings: dict[str, Any] = {"options": " ".join(f"-c {name}={value}" for name, value in chosen.items())}
    if pool:
        settings["pool"] = {"min_size": 1, "max_size": size, "timeout": 5}
    return settings


def configure(url: str, *, pool: bool = False, timeout_ms: int = STATEMENT_TIMEOUT_MS) -> dict[str, Any]:
    """Return Django's DATABASES["default"] for `url`; says what is wrong when the URL is not of PostgreSQL."""
    try:
        config = environ.Env.db_url_config(url)
    except Exception as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read. {HINT}") from error
    if "postgresql" not in config.get("ENGINE", "") or not config.get("NAME"):
        raise ImproperlyConfigured(f"DATABASE_URL is not the address of a PostgreSQL database. {HINT}")
    given = config.get("OPTIONS", {})
    # A socket comes as ?host=/folder; `manage.py dbshell` looks for it here.
    config["HOST"] = given.pop("host", config["HOST"])
    config["OPTIONS"] = {**given, **options(pool=pool, timeout_ms=timeout_ms)}
    return {**config, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


HINT = "Give it as postgresql://user:password@host:5432/name (PostgreSQL 15 or newer)."


def address(default: str) -> str:
    """Return DATABASE_URL from the environment, or `default`."""
    return env.str("DATABASE_URL", default="") or default
