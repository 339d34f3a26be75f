"""manage.py rebuild_search: make all search documents again."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from projects.models import Project
from projects.search.indexing import rebuild


class Command(BaseCommand):
    """Needed after a change of how texts are analysed or of the facets; everything else keeps itself up to date."""

    help = "Make all search documents again; the site keeps working meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        """Show progress where somebody looks on, and say how many projects were done."""
        with tqdm(total=Project.objects.count(), unit=" projects", disable=None) as bar:
            done = rebuild(bar.update)
        self.stdout.write(f"{done} projects indexed.")
