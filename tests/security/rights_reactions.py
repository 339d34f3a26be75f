"""Who may do what with what members say of projects and lessons. The project of the registry is published."""

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import row

REACTIONS = {
    # Nothing filled in: the form comes back.
    "peers:mark": row(OWN, OWN),
    "peers:react": row(OWN, OWN),
    "peers:adopt": row(OWN, OWN),
    # A reaction of somebody else is not there.
    "peers:reaction_take_back": row(LOGGED_IN, "302 404 404 404 404 302 404 404"),
}
REACTIONS_ARGUMENTS = {
    "peers:mark": lambda registry: {"slug": registry.published.lessons.first().slug},
    "peers:react": lambda registry: {"slug": registry.published.slug},
    "peers:adopt": lambda registry: {"slug": registry.published.slug},
    "peers:reaction_take_back": lambda registry: {"pk": registry.reaction.pk},
}
