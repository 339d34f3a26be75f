"""The tables of the search: what can be found, and the index over it. Derived: `rebuild_search` makes all of it again.

The index is in segments of some thousands of documents, as in Lucene. A posting list says for one term and one segment
in which documents it stands and how much it counts there. It is made for being read as a whole, by NumPy.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _

from projects.search.demand import SearchDemand
from projects.search.embeddings.table import SearchEmbedding
from projects.search.tuned import Boost, StopWord, Synonym, SynonymGroup

__all__ = [
    "Boost",
    "SearchDemand",
    "SearchDocument",
    "SearchEdition",
    "SearchEmbedding",
    "SearchPosting",
    "SearchSegment",
    "SearchWord",
    "StopWord",
    "Synonym",
    "SynonymGroup",
]


class SearchEdition(models.Model):
    """One whole index. Questions are answered from the active one; a rebuild fills the next one beside it."""

    class State(models.TextChoices):
        """What an edition is for; a retired one only serves questions that are being answered from it."""

        BUILDING = "building", _("in opbouw")
        ACTIVE = "active", _("in gebruik")
        RETIRED = "retired", _("vervangen")

    state = models.CharField(_("status"), max_length=10, choices=State, default=State.BUILDING)
    analysis = models.CharField(_("kenmerk van de analyse"), max_length=64)
    average_lengths = models.JSONField(_("gemiddelde lengte per soort"), default=dict)
    version = models.BigIntegerField(_("versie"), default=0, db_default=0)
    """Another number, never used before, with each change of what is in it, and of the words that are known."""

    class Meta:
        verbose_name = _("uitgave van de zoekindex")
        verbose_name_plural = _("uitgaven van de zoekindex")
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=~Q(state="retired"), name="search_edition_one_a_state"),
            models.CheckConstraint(
                condition=Q(state__in=["building", "active", "retired"]), name="search_edition_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class SearchDocument(models.Model):
    """The findable side of a published object, at its place in the index."""

    edition = models.IntegerField(_("uitgave"))
    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    place = models.IntegerField(_("plaats"))
    vector = SearchVectorField()
    """The stems with their places in the text: tells what stands together."""
    impacts = models.JSONField(_("gewichten"), db_default=Value({}, models.JSONField()))
    """What the posting lists hold of this document, by term: tells what a change has to write."""
    length = models.FloatField(_("lengte"), default=0)

    class Meta:
        verbose_name = _("zoekdocument")
        verbose_name_plural = _("zoekdocumenten")
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind", "object_id"], name="search_document_once"),
            models.UniqueConstraint(fields=["edition", "kind", "place"], name="search_document_one_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchSegment(models.Model):
    """What filtering, counting and ordering need of the documents of one segment, each column an array over its slots.

    `version` is never used twice: whoever has read a segment may keep it as long as its version stays.
    """

    pk = models.CompositePrimaryKey("edition", "kind", "number")
    edition = models.IntegerField(_("uitgave"))
    kind = models.CharField(_("soort"), max_length=20)
    number = models.IntegerField(_("nummer"))
    version = models.BigIntegerField(_("versie"))
    ids = models.BinaryField(_("objecten"))
    published = models.BinaryField(_("gepubliceerd"))
    confirmed = models.BinaryField(_("bevestigd"))
    key_names = ArrayField(models.TextField(), verbose_name=_("sleutels"))
    """The facet keys that occur in this segment; the documents name them by their place in this list."""
    key_counts = models.BinaryField(_("aantal sleutels"))
    keys = models.BinaryField(_("sleutels per document"))

    class Meta:
        verbose_name = _("segment van de zoekindex")
        verbose_name_plural = _("segmenten van de zoekindex")

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class SearchPosting(models.Model):
    """In which slots of a segment a term stands (two bytes each), and with which impact (one byte each)."""

    pk = models.CompositePrimaryKey("edition", "kind", "term", "segment")
    edition = models.IntegerField(_("uitgave"))
    kind = models.CharField(_("soort"), max_length=20)
    term = models.CharField(_("term"), max_length=60, db_collation="C")
    segment = models.IntegerField(_("segment"))
    slots = models.BinaryField(_("plaatsen"))
    impacts = models.BinaryField(_("gewichten"))

    class Meta:
        verbose_name = _("vindplaatsen van een term")
        verbose_name_plural = _("vindplaatsen van termen")

    def __str__(self) -> str:
        return f"{self.kind} {self.term}"


class SearchWord(models.Model):
    """A word of a published text, as it was written but folded; what was mistyped is compared with these."""

    word = models.CharField(_("woord"), max_length=60, primary_key=True)
    stem = models.CharField(_("stam"), max_length=60, default="")

    class Meta:
        verbose_name = _("bekend woord")
        verbose_name_plural = _("bekende woorden")
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.word


class SearchSuggestion(models.Model):
    """What a search box may offer: a row for each word at which somebody may begin to type a name. Derived as well.

    `start` is the name from that word on, folded and cut, which an index finds by its first letters.
    """

    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    number = models.PositiveSmallIntegerField(_("volgnummer"))
    tier = models.PositiveSmallIntegerField(_("groep"))
    start = models.CharField(_("begin"), max_length=60)
    is_first = models.BooleanField(_("vanaf het eerste woord"))
    label = models.CharField(_("tekst"), max_length=300)
    label_en = models.CharField(_("tekst in het Engels"), max_length=300, blank=True)
    also = models.CharField(_("ander woord"), max_length=300, blank=True)
    language = models.CharField(_("taal"), max_length=2)
    slug = models.CharField(_("kenmerk"), max_length=140)
    weight = models.PositiveIntegerField(_("gewicht"), default=0)

    class Meta:
        verbose_name = _("zoeksuggestie")
        verbose_name_plural = _("zoeksuggesties")
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "number"], name="search_suggestion_once"),
        ]
        indexes = [
            # For LIKE 'abc%' whatever the collation of the database.
            models.Index("tier", OpClass(F("start"), name="text_pattern_ops"), name="search_suggestion_start"),
            # Titles are many, and are not worth guessing at.
            GinIndex(
                OpClass(F("start"), name="gin_trgm_ops"),
                name="search_suggestion_trigrams",
                condition=models.Q(tier__lt=2),
            ),
        ]

    def __str__(self) -> str:
        return self.also or self.label
