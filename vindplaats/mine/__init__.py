"""What a person sees, takes along and removes under `/mijn/`; each app brings its own by the hooks."""

from vindplaats.mine.panels import Item, Panel

__all__ = ["Item", "Panel"]
