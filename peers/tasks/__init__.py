"""What the worker does for people, by the clock and by name; one module a subject. Importing this makes them known."""

from peers.tasks import contact, following, newsletter, notices, profiles, questions

__all__ = ["contact", "following", "newsletter", "notices", "profiles", "questions"]
