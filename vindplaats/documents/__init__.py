"""Read the text of a file that a visitor sends, and keep nothing of it.

`reading.read_text` gives the text, or raises `Unreadable` with a refusal that `messages` puts in words. What a file is,
is told by its first bytes. PDF and Word are opened in a process of its own that can do little harm: see `process`.
Nothing here writes a file or a line in a log. This module imports nothing, so that the process starts fast.
"""
