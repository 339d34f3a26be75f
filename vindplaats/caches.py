"""The two caches: what each process keeps for itself, and what all processes count together.

Whatever imports Django's `cache` gets the shared one: allauth keeps its limits there, which have to hold however many
workers there are. It is a table, so it is no place for what a page needs quickly: that is for `process_cache`, and for
the template tag `cache`, which uses the same memory.
"""

from django.core.cache import caches
from django.utils.connection import ConnectionProxy

process_cache = ConnectionProxy(caches, "process")
"""In the memory of this process: made again in a blink, and never about a person."""
