"""Have nobody hear of something any more that was found for what they follow."""

from collections.abc import Collection

from peers.models import Appearance, Match


def unfind(kind: str, ids: Collection[int]) -> None:
    """Take back that these things appeared and were found: what is left of it would tell who searched for what."""
    for found in (Appearance, Match):
        found.objects.filter(kind=kind, object_id__in=ids).delete()
