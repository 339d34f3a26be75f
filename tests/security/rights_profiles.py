"""Who may do what with profiles. That of the registry is public and somebody else's; none of the roles has one."""

from tests.security.rights_mine import OWN
from tests.security.rows import READ, row, staff

LOGGED_IN_FOUND_NOTHING = "302 404 404 404 404 302 404 404"
PROFILES = {
    "peers:profile_list": READ,
    "peers:profile_feed": READ,
    "peers:profile_detail": READ,
    # Nothing filled in: the form comes back.
    "peers:my_profile": row(OWN, OWN),
    # There is nothing to take back: told on the page of the profile.
    "peers:profile_withdraw": row("302 405 405 405 405 302 405 405", "302"),
    "peers:profile_pause": row("302 405 405 405 405 302 405 405", LOGGED_IN_FOUND_NOTHING),
    "peers:profile_delete": row(LOGGED_IN_FOUND_NOTHING, LOGGED_IN_FOUND_NOTHING),
    "admin:peers_profile_take_down": staff("200 200", "200 200"),
}
PROFILES_ARGUMENTS = {
    "peers:profile_detail": lambda registry: {"slug": registry.profile.slug},
    "peers:profile_withdraw": lambda registry: {"kind": "profile"},
}
