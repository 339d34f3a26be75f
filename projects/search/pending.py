"""Commands to the database that need no answer, sent at once: each way there and back takes time."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

MOST = 1 << 20
"""Letters and bytes that wait; more are sent."""


class Pending:
    """Commands in the order in which they were added. None is executed before `send`, or before too much waits."""

    def __init__(self) -> None:
        self._commands: list[str] = []
        self._given: dict[str, Any] = {}
        self._length = 0

    def add(self, command: str, given: Mapping[str, Any]) -> None:
        """Have a command wait, with what it is given by name."""
        own = f"of_{len(self._commands)}_"
        self._commands.append(command.replace("%(", f"%({own}"))
        self._given |= {f"{own}{name}": value for name, value in given.items()}
        self._length += sum(len(value) for value in given.values() if isinstance(value, str | bytes))
        if self._length > MOST:
            self.send()

    def send(self) -> None:
        """Have the database execute what waits; call it before reading what that changes."""
        if self._commands:
            with connection.cursor() as cursor:
                cursor.execute(";".join(self._commands), self._given)
        self._commands, self._given, self._length = [], {}, 0
