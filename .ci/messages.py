"""Bring locale/ up to date with the Dutch of code and templates, and compile it. Needs GNU gettext, no database.

Run it in the checkout (or a copy of it): it reads the current folder.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.commands.makemessages import Command

LANGUAGE = "en"
NOT_SHOWN_TO_ANYONE = [".venv", ".ci", "var", "node_modules", "static", "docs", "tests", "benchmarks", "migrations"]
CREATED = re.compile(r'^"POT-Creation-Date:.*\n', re.MULTILINE)
"""The moment at which the program ran; it would make every run a change."""


def main() -> str | None:
    """Write django.po and django.mo; return what is wrong, if anything."""
    if not shutil.which("msgfmt"):
        return "GNU gettext is missing: apt-get install gettext"
    root = Path.cwd()
    catalogue = root / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    collect(root)
    catalogue.write_text(CREATED.sub("", catalogue.read_text()))
    return compile_(catalogue)


def collect(root: Path) -> None:
    """Add new texts to the catalogue, drop the ones that are gone, and keep the rest as it is."""
    settings.configure(LOCALE_PATHS=[root / "locale"])
    call_command(
        Command(),
        locale=[LANGUAGE],
        extensions=["html", "txt", "xml", "py"],
        ignore_patterns=NOT_SHOWN_TO_ANYONE,
        no_obsolete=True,
        no_wrap=True,
        add_location="file",
        verbosity=0,
    )


def compile_(catalogue: Path) -> str | None:
    """Write what the site reads; refuse a translation that lacks a placeholder."""
    command = ["msgfmt", "--check-format", "-o", catalogue.with_suffix(".mo"), catalogue]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stderr or None if done.returncode else None


if __name__ == "__main__":
    sys.exit(main())
