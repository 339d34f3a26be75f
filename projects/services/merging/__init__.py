"""Two projects, or two institutes, that turn out to be one: all that hangs on the one goes over to the other.

Nothing is lost: rows move, texts that are not taken stay as versions, addresses lead on, and the audit holds the rest.
"""

from projects.services.merging.institutes import merge_institutes
from projects.services.merging.projects import merge_projects

__all__ = ["merge_institutes", "merge_projects"]
