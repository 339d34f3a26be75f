"""What moderators do with what people write to each other."""

from peers.admin import reactions

__all__ = ["reactions"]
