"""Load the catalogue that ships, or bring it up to date."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from projects.management.commands.import_projects import run_import, tell
from projects.services.catalogue import COMMAND, PROJECTS, catalogue_file, others_have_it
from projects.services.catalogue_resources import load_resources
from projects.services.collections.shipped import load_collections
from projects.services.importing import Options
from projects.services.lessons.shipped import load_lesson_links


class Command(BaseCommand):
    """`manage.py load_catalogue`: safe to run at each start. VINDPLAATS_CATALOGUE names another file, or is "none"."""

    help = "Load the shipped projects; those that somebody confirmed, changed or deleted stay as they are."

    def handle(self, **options: Any) -> None:
        """Import the catalogue as published."""
        file = catalogue_file(os.environ.get("VINDPLAATS_CATALOGUE", ""))
        if file is None:
            self.stdout.write("Catalogue: none is loaded.")
            return
        chosen = Options(command=COMMAND, skip=others_have_it)
        report = run_import(file, chosen, show_progress=options["verbosity"] > 0)
        tell(self, report)
        if file == PROJECTS and (count := load_resources()):
            self.stdout.write(f"Resources of no project: {count} new or changed.")
        for what_for, loaded in (
            ("Lessons that belong together", load_lesson_links()),
            ("Collections of the editors", load_collections()),
        ):
            if loaded.touched:
                counts = ", ".join(f"{count} {what}" for what, count in loaded.counts.items() if count)
                self.stdout.write(f"{what_for}: {counts}.")
