"""What this process read from the index not long ago, up to a number of bytes; what was asked longest ago goes first.

It knows nothing of what is still true: each value is kept with the state of the index that it was read in, and whoever
asks says which state it wants. States come from a sequence, see `SearchSegment`; so nothing here can be out of date.
"""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

MOST_BYTES = 4 << 20
ENTRY_BYTES = 600
"""What an entry takes beside its contents: its key, its place in the mapping, and the objects around the contents."""


class Recent:
    """A mapping that forgets; for all threads of a process."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.size = most, 0
        self._held: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Any:
        """Return what was kept under this key, or None."""
        with self._lock:
            if (entry := self._held.get(key)) is None:
                return None
            self._held.move_to_end(key)
            return entry[0]

    def put(self, key: Hashable, value: Any, size: int = 0) -> None:
        """Keep a value of which the contents take `size` bytes, instead of what had this key."""
        size += ENTRY_BYTES
        with self._lock:
            self._drop(key)
            self._held[key] = value, size
            self.size += size
            while self.size > self.most:
                self._drop(next(iter(self._held)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._held.clear()
            self.size = 0

    def _drop(self, key: Hashable) -> None:
        _value, size = self._held.pop(key, (None, 0))
        self.size -= size


recent = Recent()
