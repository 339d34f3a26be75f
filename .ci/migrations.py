"""Have squawk judge the SQL of our migrations, except those that only fill an empty database."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the SQL of each migration to a file and return what squawk thinks of them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for app, name in sorted(to_judge()):
            paths.append(Path(folder, f"{app}.{name}.sql"))
            with paths[-1].open("w") as file:
                call_command("sqlmigrate", app, name, stdout=file)
        if not paths:
            return 0
        squawk = [Path(sys.executable).parent / "squawk", "--config", ROOT / ".squawk.toml", *paths]
        return subprocess.run(squawk, check=False).returncode


def to_judge() -> list[tuple[str, str]]:
    """Return app and name of our migrations that meet a database with content."""
    migrations = MigrationLoader(connection).disk_migrations.items()
    return [key for key, migration in migrations if ours(key[0]) and not migration.initial]


def ours(app: str) -> bool:
    """Tell whether the app is part of this checkout."""
    path = Path(apps.get_app_config(app).path)
    return path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / ".venv")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.test")
    django.setup()
    sys.exit(main())
