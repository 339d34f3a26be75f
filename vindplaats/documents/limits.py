"""How much of a file is read, and what reading it may cost. Free of Django: see `refusals`."""

MOST_BYTES = 5 * 1024 * 1024
MOST_PAGES = 100
MOST_CHARACTERS = 100_000
"""Of the text; what follows is left unread."""
SECONDS = 10
"""Of waiting, and of the processor."""
MEMORY_BYTES = 512 * 1024 * 1024
UNPACKED_BYTES = 50 * 1024 * 1024
"""Of all parts of a Word file together."""
MOST_PARTS = 2_000
