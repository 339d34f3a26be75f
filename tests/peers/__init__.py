"""People helping people."""
