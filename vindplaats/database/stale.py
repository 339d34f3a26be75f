"""What a server leaves behind when it is killed: files that name a process which is gone or is another by now."""

import os
import subprocess
from pathlib import Path

from vindplaats.database.places import SOCKET_NAME

PID_FILES = ("postmaster.pid", f"{SOCKET_NAME}.lock")


def forget_dead_server(data: Path) -> None:
    """Remove the files that name a process which is not the server of `data`.

    PostgreSQL does so itself when that process is gone. It does not when the number belongs to another process by now
    (after a reboot, or in a container) or when the dead one was not yet buried by its parent. What still uses the data
    keeps its shared memory, and by that a new server refuses to start.
    """
    for name in PID_FILES:
        path = data / name
        try:
            pid = int(path.read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            continue
        if not serves(pid, data):
            path.unlink(missing_ok=True)


def serves(pid: int, data: Path) -> bool:
    """Tell whether process `pid` is a server of `data`: it works in that folder."""
    if Path("/proc/self/cwd").exists():
        try:
            return os.path.samefile(f"/proc/{pid}/cwd", data)
        except OSError:
            return False
    command = ["ps", "-o", "command=", "-p", str(pid)]
    return str(data) in subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
