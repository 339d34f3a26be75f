"""Who may do what with contact requests, and what stands in the addresses.

The request of the registry is of somebody else and lies with the editors: moderators take part in it, others do not.
"""

from typing import Any

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import row

EDITORS = "302 404 404 404 404 302 200 200"
EDITORS_GO_ON = "302 404 404 404 404 302 302 302"
NOBODY = "302 404 404 404 404 302 404 404"
THREAD = ("thread", "share", "decline", "pass_on", "close", "withdraw", "report", "block")

CONTACT: dict[str, dict] = {
    # Without saying about what, it is told where to begin.
    "peers:contact_new": row(OWN, OWN),
    "peers:contact_thread": row(EDITORS, EDITORS),
    "peers:contact_decline": row(EDITORS, EDITORS),
    # Nobody answered yet, so there is nothing to close.
    "peers:contact_close": row(EDITORS_GO_ON, EDITORS_GO_ON),
    # Of the two people in it only.
    "peers:contact_share": row(NOBODY, NOBODY),
    "peers:contact_pass_on": row(NOBODY, NOBODY),
    "peers:contact_withdraw": row(NOBODY, NOBODY),
    "peers:contact_report": row(NOBODY, NOBODY),
    "peers:contact_block": row(NOBODY, NOBODY),
    "peers:contact_list": row(OWN, LOGGED_IN),
    # A post names a block of one's own.
    "peers:contact_blocks": row(OWN, NOBODY),
}
CONTACT_ARGUMENTS: dict[str, Any] = {
    f"peers:contact_{name}": lambda registry: {"reference": registry.contact.reference} for name in THREAD
}
