"""manage.py purge_search_demand: throw away what was searched long ago."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from projects.search.demand import KEPT_MONTHS
from projects.search.models import SearchDemand


class Command(BaseCommand):
    """For once a day; see docs/privacy.md for why it is thrown away at all."""

    help = f"Throw away what was searched in vain more than {KEPT_MONTHS} months ago."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how many rows went."""
        gone, _by_model = SearchDemand.objects.outdated(timezone.localdate()).delete()
        self.stdout.write(f"{gone} searches thrown away.")
