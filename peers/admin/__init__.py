"""The admin of people, one module a subject: what they write to each other, and what they show of themselves."""

from peers.admin import newsletter, profiles, questions, reactions

__all__ = ["newsletter", "profiles", "questions", "reactions"]
