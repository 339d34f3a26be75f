"""Who may do what with what people follow and the newsletter, and what stands in the addresses."""

from typing import Any

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import row

NOBODYS = "302 404 404 404 404 302 404 404"
"""What another follows is not there; not for moderators either."""

FOLLOWING: dict[str, dict] = {
    # Without saying what is to be done there is nothing to do.
    "peers:follows": row(OWN, NOBODYS),
    "peers:follow": row(NOBODYS, NOBODYS),
    "peers:follow_change": row(NOBODYS, NOBODYS),
    "peers:follow_remove": row(LOGGED_IN, NOBODYS),
    "peers:follow_back": row(LOGGED_IN, NOBODYS),
}
FOLLOWING_ARGUMENTS: dict[str, Any] = {
    f"peers:follow_{name}": lambda registry: {"pk": 2_000_000_000} for name in ("change", "remove", "back")
}
