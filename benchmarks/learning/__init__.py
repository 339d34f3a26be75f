"""Pages of lessons, resources, programmes, collections and topics: content for them, and what they cost."""

from benchmarks.learning import content, registry


def fill() -> None:
    """Put in what no import of synthetic projects brings, and index it."""
    registry.programmes()
    registry.resources()
    content.same_pitfalls()
    content.collections()
