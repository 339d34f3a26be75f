"""The process that stops a cluster when nobody uses it any more."""

import fcntl
import os
import time

from vindplaats.database.cluster import Cluster
from vindplaats.database.locks import open_lock, try_exclusive

# Long enough that commands that follow each other find the cluster still running.
LINGER_SECONDS = 3


def wait_and_stop(cluster: Cluster, watcher_lock: int, linger: float = LINGER_SECONDS) -> None:
    """Wait until the last user is gone and stays gone, then stop the cluster; new users wait meanwhile.

    `watcher_lock` is the inherited open file that says a watcher exists. It goes first: a user who is let in after
    that sees that a new watcher is needed.
    """
    users = open_lock(cluster.folder / "users.lock")
    while True:
        fcntl.flock(users, fcntl.LOCK_EX)
        fcntl.flock(users, fcntl.LOCK_UN)
        time.sleep(linger)
        if try_exclusive(users):
            cluster.stop()
            os.close(watcher_lock)
            return
