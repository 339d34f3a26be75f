"""Who may do what with what people follow and the newsletter, and what stands in the addresses."""

from typing import Any

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import READ, row

NOBODYS = "302 404 404 404 404 302 404 404"
"""What another follows is not there; not for moderators either."""

FOLLOWING: dict[str, dict] = {
    # Without saying what is to be done there is nothing to do.
    "peers:follows": row(OWN, NOBODYS),
    "peers:follow": row(NOBODYS, NOBODYS),
    "peers:follow_change": row(NOBODYS, NOBODYS),
    "peers:follow_remove": row(LOGGED_IN, NOBODYS),
    "peers:follow_back": row(LOGGED_IN, NOBODYS),
    "peers:mail_trouble": row(OWN, "302 302 302 302 302 302 302 302"),
    # An empty form comes back.
    "peers:newsletter": row("200", "200"),
    "peers:newsletter_asked": READ,
    # By the address in a mail only.
    "peers:newsletter_confirm": row("404", "404"),
    "peers:edition_detail": READ,
}
FOLLOWING_ARGUMENTS: dict[str, Any] = {
    "peers:newsletter_confirm": lambda registry: {"signed": "niet-van-ons"},
    "peers:edition_detail": lambda registry: {"slug": registry.edition.slug},
    "admin:peers_edition_send": lambda registry: {"pk": registry.by_label["peers.edition"].pk},
    **{f"peers:follow_{name}": lambda registry: {"pk": 2_000_000_000} for name in ("change", "remove", "back")},
}
