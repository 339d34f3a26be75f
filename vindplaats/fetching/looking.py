"""Tell whether a web address answers, with as little traffic as that takes."""

import http.client
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urljoin

from vindplaats.fetching.addresses import PORTS, NotPublic, Target, is_public
from vindplaats.fetching.connecting import PinnedConnection, look_up, within

MOST_REDIRECTS = 5
SECONDS, SECONDS_IN_ALL = 10.0, 20.0
"""Of waiting for the next byte, and of one answer altogether."""
MOST_BYTES = 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FIRST_BAD = 400


class Failure(StrEnum):
    """Why there was no answer."""

    NAME = "name"
    CONNECTION = "connection"
    SECURITY = "security"
    TIMEOUT = "timeout"
    REDIRECTS = "redirects"
    NOT_PUBLIC = "not_public"


@dataclass(frozen=True)
class Seen:
    """What came back: the status of the last answer, or why there was none."""

    status: int = 0
    failure: Failure | None = None


@dataclass(frozen=True)
class Looker:
    """Opens web addresses as `user_agent`. The other fields are for tests, which have no internet."""

    user_agent: str
    resolver: Callable[[str, int], list[str]] = look_up
    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(PORTS.values())
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS
    seconds_in_all: float = SECONDS_IN_ALL

    def look(self, url: str) -> Seen:
        """Return what the address answers to HEAD, or to GET where HEAD is not answered well; raises nothing."""
        seen = self._follow("HEAD", url)
        return self._follow("GET", url) if seen.status >= FIRST_BAD or seen.failure == Failure.CONNECTION else seen

    def _follow(self, method: str, url: str) -> Seen:
        try:
            for _turn in range(MOST_REDIRECTS + 1):
                status, onward = self._ask(method, url)
                if not onward:
                    return Seen(status)
                url = urljoin(url, onward)
        except NotPublic:
            return Seen(failure=Failure.NOT_PUBLIC)
        except _LookUpFailed:
            return Seen(failure=Failure.NAME)
        except TimeoutError:
            return Seen(failure=Failure.TIMEOUT)
        except ssl.SSLError:
            return Seen(failure=Failure.SECURITY)
        except (OSError, http.client.HTTPException, ValueError, AttributeError):
            # ValueError and AttributeError: of a connection that was broken off while it was read.
            return Seen(failure=Failure.CONNECTION)
        return Seen(failure=Failure.REDIRECTS)

    def _ask(self, method: str, url: str) -> tuple[int, str]:
        """Return the status, and where it leads on; a few bytes of what is there are read and thrown away."""
        target = Target.of(url, self.ports)
        address = self._judged(target)
        connection = PinnedConnection(target, address, timeout=self.seconds, context=self.context)
        headers = {"User-Agent": self.user_agent, "Accept": "*/*", "Connection": "close"}
        if method == "GET":
            headers["Range"] = f"bytes=0-{MOST_BYTES - 1}"
        with within(connection, self.seconds_in_all):
            connection.request(method, target.path, headers=headers)
            answer = connection.getresponse()
            answer.read(MOST_BYTES)
            onward = answer.getheader("Location", "") if answer.status in REDIRECTS else ""
            return answer.status, onward

    def _judged(self, target: Target) -> str:
        """Return the network address to connect to; NotPublic when any that the name has is not public."""
        try:
            found = self.resolver(target.host, target.port)
        except (OSError, UnicodeError) as error:
            raise _LookUpFailed from error
        if not found:
            raise _LookUpFailed
        if not all(map(self.allows, found)):
            raise NotPublic(target.host)
        return found[0]


class _LookUpFailed(Exception):
    """The name has no address."""
