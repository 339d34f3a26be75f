"""Who may do what with what somebody is told. The notice of the addresses is nobody's here."""

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import row

NOTICES = {
    "peers:notices": row(OWN, LOGGED_IN),
    "peers:notice": row("302 404 404 404 404 302 404 404", "302 404 404 404 404 302 404 404"),
    "peers:notices_read": row(LOGGED_IN, "302"),
    # Nothing chosen: the form comes back.
    "peers:notice_settings": row(OWN, OWN),
    # By the address in a mail only.
    "peers:unsubscribe": row("404", "404"),
}
NOTICES_ARGUMENTS = {
    "peers:notice": lambda registry: {"pk": 2_000_000_000},
    "peers:unsubscribe": lambda registry: {"signed": "niet-van-ons"},
}
