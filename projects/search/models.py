"""What can be found: one row for each published object, with all that filtering and ranking need."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.search.demand import SearchDemand
from projects.search.querysets import SearchDocumentQuerySet
from projects.search.tuned import Boost, StopWord, Synonym, SynonymGroup

__all__ = ["Boost", "SearchDemand", "SearchDocument", "SearchWord", "StopWord", "Synonym", "SynonymGroup"]


class SearchDocument(models.Model):
    """The findable side of a published object. Derived: `rebuild_search` makes all of it again.

    `facets` holds keys such as 'thema:beeldzorg' and 'fase:pilot', a parent theme beside its child; `regions` the
    slugs of all regions, of every scheme, that the object counts in. Two arrays, since a page counts one scheme only.
    """

    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    language = models.CharField(_("taal"), max_length=2)
    vector = SearchVectorField()
    length = models.PositiveIntegerField(_("aantal woorden"), default=0)
    facets = ArrayField(models.TextField(), default=list)
    regions = ArrayField(models.TextField(), default=list)
    published_at = models.DateTimeField()
    confirmed_on = models.DateField(null=True)

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("zoekdocument")
        verbose_name_plural = _("zoekdocumenten")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_document_once")]
        indexes = [
            GinIndex(fields=["vector"], name="search_document_vector"),
            GinIndex(fields=["facets"], name="search_document_facets"),
            GinIndex(fields=["regions"], name="search_document_regions"),
            models.Index(fields=["kind", "-published_at", "-object_id"], name="search_document_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchWord(models.Model):
    """A word of a published text, as it was written but folded; what was mistyped is compared with these."""

    word = models.CharField(_("woord"), max_length=60, primary_key=True)

    class Meta:
        verbose_name = _("bekend woord")
        verbose_name_plural = _("bekende woorden")
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.word
