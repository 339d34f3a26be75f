"""manage.py rebuild_search: make the search index again."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from tqdm import tqdm

from projects.search import editions
from projects.search.embeddings import encoder, making
from projects.search.indexing import rebuild, to_do

GRACE_SECONDS = 3


class Command(BaseCommand):
    """Needed after a change of how texts are analysed or of the facets; everything else keeps itself up to date.

    The old index serves until the new one is complete. Stopped half-way, the next call goes on from there.
    """

    help = "Make the search index again; the site keeps answering meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let a start of the site ask for it only when it is needed."""
        parser.add_argument(
            "--if-needed", action="store_true", help="only when there is none, or one of another way to analyse"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Show progress where somebody looks on, and say how much was done."""
        if not options["if_needed"] or not editions.is_current():
            self._index()
        self._embed()

    def _index(self) -> None:
        with tqdm(total=to_do(), unit=" objects", disable=None) as bar:
            done = rebuild(bar.update)
        self.stdout.write(f"{done} objects indexed.")
        # Questions that were being answered from the old index when the new one took over are done by then.
        time.sleep(GRACE_SECONDS if editions.has_retired() else 0)
        with transaction.atomic():
            editions.remove_retired()

    def _embed(self) -> None:
        """Make the embeddings that are missing, where they are on."""
        with tqdm(total=making.to_do(), unit=" embeddings", disable=None) as bar:
            made = making.complete(bar.update)
        if encoder.is_on():
            self.stdout.write(f"{made} embeddings made.")
