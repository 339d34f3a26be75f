"""The search engine: the one package that knows how texts become findable."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """An app of its own, so that its tables and their migrations stand apart."""

    name = "projects.search"
    label = "search"
    verbose_name = _("Zoeken")

    def ready(self) -> None:
        """Make the kinds of this app findable, and look at its settings at each start."""
        from projects.search import collections, documents, kinds  # noqa: PLC0415 - models are there from now on
        from projects.search.embeddings.checks import usable  # noqa: PLC0415

        checks.register(usable)
        for kind in [*documents.kinds(), collections.COLLECTIONS]:
            kinds.register(kind)
