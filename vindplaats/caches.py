"""The caches: what each process keeps for itself (much that is small, little that is large), what all count together.

Whatever imports Django's `cache` gets the shared one: allauth keeps its limits there, which have to hold however many
workers there are. It is a table, so it is no place for what a page needs quickly: that is for `process_cache`, and for
the template tag `cache`, which uses the same memory.
"""

from django.core.cache import caches
from django.utils.connection import ConnectionProxy

process_cache = ConnectionProxy(caches, "process")
"""In the memory of this process: made again in a blink, and never about a person."""

latest_cache = ConnectionProxy(caches, "latest")
"""The same for large parts of pages: few of them, so that a process stays within its memory whoever reads what."""
