"""The engines by the name that is shown."""

FIRST_TIME, OURS, COUNTING = "ours, the first time", "ours, asked before", "ours, asked before, with all counts"
FTS5, FTS5_PLAIN, TANTIVY = "SQLite FTS5, our stems", "SQLite FTS5, as it comes", "tantivy, our stems"
