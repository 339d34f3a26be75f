"""Pages of contact requests."""
