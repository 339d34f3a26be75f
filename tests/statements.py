"""What only tests with the mark `same_sql` ask the database, in statements that differ in more than their values.

    python -m pytest -n auto --dist worksteal -m "postgres and not browser and not benchmark" -p tests.statements
    python -m tests.statements

Such tests do not run on the oldest PostgreSQL, so what only they ask is tried on one version alone.
"""

import json
import os
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.signals import connection_created

FOLDER = Path(__file__).parent.parent / "var" / "statements"
SAME = (
    (re.compile(r"'[^']*'|\b\d+\b|%s(?:, %s)+"), "%s"),
    (re.compile(r"\(%s\)(?:, \(%s\))+"), "(%s)"),
    (re.compile(r'"?\b[st]\d+_x\d+\b"?'), "savepoint"),
)
"""What is not a difference: a value, how many there are, the name of a savepoint."""

asked: dict[str, set[str]] = {"same_sql": set(), "others": set()}
_now = "others"


def pytest_configure() -> None:
    """Listen to all that is sent from now on."""
    connection_created.connect(_listen)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Note who asks."""
    global _now  # noqa: PLW0603 - a hook has nothing else to keep it in
    _now = "same_sql" if item.get_closest_marker("same_sql") else "others"


def pytest_sessionfinish() -> None:
    """Write what this worker saw."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}.json"
    file.write_text(json.dumps({who: sorted(shape(one) for one in sent) for who, sent in asked.items()}))


def shape(statement: str) -> str:
    """Return the statement without what makes no difference."""
    for pattern, instead in SAME:
        statement = pattern.sub(instead, statement)
    return statement


def _listen(connection: Any, **_more: Any) -> None:
    # In front: who added a wrapper for a while takes the last one away.
    if _note not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, _note)


def _note(execute: Any, sql: Any, params: Any, many: bool, context: dict) -> Any:
    asked[_now].add(str(sql))
    return execute(sql, params, many, context)


if __name__ == "__main__":
    all_sent: dict[str, set[str]] = defaultdict(set)
    for written in FOLDER.glob("*.json"):
        for who, statements in json.loads(written.read_text()).items():
            all_sent[who].update(statements)
    alone = sorted(all_sent["same_sql"] - all_sent["others"])
    print("\n\n".join(alone))  # noqa: T201 - this is what it is for
    print(f"{len(alone)} of {len(all_sent['same_sql'] | all_sent['others'])} statements")  # noqa: T201
