"""Two engines of others, in memory, with the words as they are given: the best twenty of what holds any of them."""

import sqlite3
from collections.abc import Iterable, Sequence

import tantivy

FIELD, FIRST = "body", 20


class Fts5:
    """SQLite's full text search, ranked with its bm25; it keeps no copy of the texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5({FIELD}, content='')")
        rows = enumerate(texts, start=1)
        self._connection.executemany(f"INSERT INTO texts (rowid, {FIELD}) VALUES (?, ?)", rows)  # noqa: S608 - constant
        # Otherwise each question would look in every piece that the insertions left.
        self._connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")

    def ask(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the best texts, counted from 1."""
        any_of = " OR ".join(f'"{word}"' for word in words)
        found = self._connection.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", [any_of, FIRST]
        )
        return [number for (number,) in found]


class Tantivy:
    """Lucene's design in Rust. It skips what cannot be among the best, and so does not count what it finds."""

    def __init__(self, texts: Iterable[str]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(FIELD)
        builder.add_unsigned_field("number", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(num_threads=1)
        for number, text in enumerate(texts, start=1):
            writer.add_document(tantivy.Document(**{FIELD: text, "number": number}))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the best texts, counted from 1."""
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, FIELD, word)) for word in words]
        found = self._searcher.search(tantivy.Query.boolean_query(terms), FIRST, count=False)
        return [self._searcher.doc(address)["number"][0] for _score, address in found.hits]
