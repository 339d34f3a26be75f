"""How long engines take for the same questions about the same texts, in turns: what disturbs one disturbs all."""

from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from django.db import connection

from benchmarks.searching import questions, rivals, texts
from benchmarks.searching.names import COUNTING, FIRST_TIME, FTS5, FTS5_PLAIN, OURS, TANTIVY
from benchmarks.searching.rivals import FIRST
from benchmarks.spending import Spent, spent
from projects.search.analysis import STOP_WORDS, stem, words
from projects.search.engine import Answer, Question
from projects.search.recent import recent
from vindplaats.remembering import remembering

TURNS = 7
INDEXED = """
    SELECT (SELECT string_agg(repeat(lexeme || ' ', cardinality(positions)), '') FROM unnest(vector))
    FROM search_searchdocument
    WHERE kind = 'project' AND edition = (SELECT id FROM search_searchedition WHERE state = 'active')
"""
Times = dict[str, dict[str, float]]


def measure(size: int) -> dict[str, Times]:
    """Return for each sort of question and each engine what its questions took, in milliseconds."""
    engines = _engines(size)
    return {sort: _compared(engines, asked) for sort, asked in questions.by_sort().items()}


def _engines(size: int) -> dict[str, Callable[[str], Callable[[], object]]]:
    """Return for each engine what makes a question ready; what the others need for that is not in their time."""
    stems, plain = rivals.Fts5(_indexed()), rivals.Fts5(texts.plain(record) for record in texts.records(size))
    rust = rivals.Tantivy(_indexed())
    return {
        # This one leaves what the next one finds, which the process keeps until others push it out or a text changes.
        FIRST_TIME: lambda text: lambda: _found_anew(text),
        OURS: lambda text: lambda: _found(text),
        COUNTING: lambda text: lambda: _counted(text),
        FTS5: lambda text: _prepared(stems.ask, _stems(text)),
        FTS5_PLAIN: lambda text: _prepared(plain.ask, list(dict.fromkeys(words(text)))),
        TANTIVY: lambda text: _prepared(rust.ask, _stems(text)),
    }


def _compared(engines: dict[str, Callable[[str], Callable[[], object]]], asked: list[str]) -> Times:
    taken: dict[str, list[Spent]] = {name: [] for name in engines}
    for text in asked:
        ready = {name: prepare(text) for name, prepare in engines.items()}
        turns = [{name: spent(ask) for name, ask in ready.items()} for _ in range(TURNS + 1)]
        for name, times in taken.items():
            # The first turn warms up.
            times.append(_middle([turn[name] for turn in turns[1:]]))
    return {name: _summed_up(times) for name, times in taken.items()}


def _middle(turns: list[Spent]) -> Spent:
    return Spent(*(median(getattr(turn, part) for turn in turns) for part in ("clock", "own", "database")))


def _summed_up(times: list[Spent]) -> dict[str, float]:
    """Return the figures of one engine; its work tells more than the clock on a machine that has other things to do."""
    clock = [one.clock for one in times]
    return {"median": median(clock), "worst": max(clock), "processor": median(one.processor for one in times)}


def as_a_request(work: Callable[[], Any]) -> Any:
    """Return what `work` gives when it may remember what it read, as within a request."""
    return remembering(lambda _request: work())(None)


def _found(text: str) -> object:
    return as_a_request(lambda: Answer("project", Question(text)).ids(0, FIRST))


def _found_anew(text: str) -> object:
    """Return the same as a process that never read anything for this question, nor for one with a word of it."""
    recent.clear()
    return _found(text)


def _counted(text: str) -> object:
    def page() -> tuple:
        answer = Answer("project", Question(text))
        return answer.counts, answer.ids(0, FIRST)

    return as_a_request(page)


def _prepared(ask: Callable[[list[str]], object], given: list[str]) -> Callable[[], object]:
    return lambda: ask(given)


def _stems(text: str) -> list[str]:
    """Return the stems of a question, without variants: less than our own engine looks for."""
    return list(dict.fromkeys(stem(word) for word in words(text) if word not in STOP_WORDS))


def _indexed() -> Iterator[str]:
    """Give of each project the stems that our own index holds of it, as often as they stand there."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(INDEXED)
        for (text,) in cursor:
            yield text or ""
