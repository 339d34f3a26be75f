"""The engines by the name that is shown."""

OURS, COUNTING = "ours", "ours, with all counts"
FTS5, FTS5_PLAIN, TANTIVY = "SQLite FTS5, our stems", "SQLite FTS5, as it comes", "tantivy, our stems"
