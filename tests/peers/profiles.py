"""What tests of profiles share: profiles that can be found, and a form that is filled in well."""

from peers.search.experts import KIND
from projects.search.indexing import index
from tests import factories

LIST = "/experts/"
MINE = "/mijn/profiel/"


def found_profile(**given):
    """Make a profile that the search knows."""
    profile = factories.ProfileFactory(**given)
    index(KIND, [profile.pk])
    return profile


def filled(**different):
    """Return what a browser sends of a form that is right."""
    return {
        "kind": "professional",
        "name": "Demi van den Berg",
        "role": "Wijkverpleegkundige",
        "introduction": "Ik begeleidde teams die met beeldzorg begonnen.",
        "offers": ["think_along"],
        "languages": ["nl"],
        "monthly_limit": "2",
        "visibility": "public",
        "agrees": "on",
        "werkplekken-aantal": "0",
        **different,
    }
