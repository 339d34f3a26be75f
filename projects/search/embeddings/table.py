"""The table of embeddings: what each project is about, as a direction in a space of meanings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEmbedding(models.Model):
    """The embedding of one object. Derived, but slow to make: kept beside the index, and kept when that is remade."""

    pk = models.CompositePrimaryKey("kind", "object_id")
    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    vector = models.BinaryField(_("richting"))
    """Numbers of two bytes each (IEEE half precision, little-endian), as a direction of length 1."""
    text_hash = models.CharField(_("kenmerk van de tekst"), max_length=64)
    """Of the text that it was made of: another text needs another embedding."""
    model = models.CharField(_("taalmodel"), max_length=60)
    """Which model made it; only directions of one model can be compared."""

    class Meta:
        verbose_name = _("betekenis van een tekst")
        verbose_name_plural = _("betekenissen van teksten")

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
