"""A connection to an address that was judged before: its name is not looked up a second time."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from vindplaats.fetching.addresses import PORTS, NotPublic, Target


class PinnedConnection(http.client.HTTPConnection):
    """HTTP to `address`, in the name of the host of `target`: so it says in Host, and so its certificate must say."""

    def __init__(self, target: Target, address: str, *, timeout: float, context: ssl.SSLContext) -> None:
        # Decides whether the port stands in Host.
        self.default_port = PORTS[target.scheme]
        super().__init__(target.host, target.port, timeout=timeout)
        self.target, self.address, self.context = target, address, context
        # The answer outlives `sock`, which http.client lets go of as soon as the head of the answer was read.
        self.held: socket.socket | None = None

    def connect(self) -> None:
        """Connect; NotPublic when the other side turns out to be somebody else."""
        self.held = self.sock = socket.create_connection((self.address, self.target.port), self.timeout)
        if self.sock.getpeername()[0].partition("%")[0] != self.address.partition("%")[0]:
            self.sock.close()
            raise NotPublic(self.address)
        if self.target.scheme == "https":
            named = {"server_hostname": self.target.host, "do_handshake_on_connect": False}
            self.held = self.sock = self.context.wrap_socket(self.sock, **named)
            self.sock.do_handshake()


@contextmanager
def within(connection: PinnedConnection, seconds: float) -> Iterator[None]:
    """Break the connection off after so many seconds in all: a server may send a byte now and then for ever."""

    def break_off() -> None:
        # Closing would not wake who is reading.
        with suppress(OSError):
            if connection.held:
                connection.held.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, break_off)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def look_up(host: str, port: int) -> list[str]:
    """Return every address of a name; OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))
