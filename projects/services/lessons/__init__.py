"""Lessons that are the same in several projects, and what helps against a pitfall. Moderators keep both."""

from projects.services.lessons.clusters import put_together, take_apart
from projects.services.lessons.pairs import pair, part

__all__ = ["pair", "part", "put_together", "take_apart"]
