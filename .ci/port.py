"""Say before anything is started that a port cannot be used."""

import socket
import sys
import time

# A server that was killed a moment ago is given time to go.
PATIENCE_SECONDS = 2


def main(text: str) -> str | None:
    """Return what is wrong with the port, or None."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        return f"PORT={text} is no port: give a number from 1 to 65535, for example PORT=8001 make run"
    deadline = time.monotonic() + PATIENCE_SECONDS
    while wrong := trouble(int(text)):
        if time.monotonic() > deadline:
            return wrong
        time.sleep(0.2)
    return None


def trouble(port: int) -> str | None:
    """Return why the port cannot be used now, or None."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except PermissionError:
            return f"Port {port} is for root only. Take a higher one: PORT=8000 make run"
        except OSError:
            return f"Port {port} is taken. Stop what runs there, or take another: PORT={port % 65535 + 1} make run"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
