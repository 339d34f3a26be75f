"""Write the description of the API to a file, as a site on https gives it. Needs no database."""

import os
import sys
from pathlib import Path

import django
from django.test import Client

ROOT = Path(__file__).resolve().parents[2]


def main(file: Path) -> str | None:
    """Write it; return what is wrong, if anything."""
    response = Client().get("/api/v1/openapi.json", secure=True)
    if response.status_code != 200:
        return f"openapi.json answers {response.status_code}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(response.content)
    return None


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vindplaats.settings.test")
    django.setup()
    sys.exit(main(Path(sys.argv[1])))
