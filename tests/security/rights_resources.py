"""Who may do what with resources, and what stands in the addresses.

The resource of the registry is public, stands by itself, and was sent in by the institute of the registry.
"""

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import READ, row

MEMBERS = "302 404 200 200 404 302 200 200"
SAVED = "302 404 302 302 404 302 302 302"
RESOURCES = {
    "projects:resource_list": READ,
    "projects:resource_feed": READ,
    "projects:resource_detail": READ,
    "projects:resource_file": READ,
    "projects:decision_aids": READ,
    # Tells everyone how it goes; what is empty comes back with what is missing.
    "projects:resource_start": row("200", "200"),
    "projects:my_resources": row(OWN, LOGGED_IN),
    "projects:resource_write": row(MEMBERS, MEMBERS),
    "projects:resource_take_back": row(MEMBERS, SAVED),
}
RESOURCES_ARGUMENTS = {
    f"projects:{name}": lambda registry: {"slug": registry.resource.slug}
    for name in ("resource_detail", "resource_file", "resource_write", "resource_take_back")
}
