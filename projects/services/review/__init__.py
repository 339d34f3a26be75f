"""What waits for a moderator, and how it is decided."""
