"""Keep institutes; their names and places stand in what can be found of their projects."""

from projects.models import Institute
from projects.services.saving import save
from vindplaats.accounts.models import User


def save_institute(*, institute: Institute, by: User | None) -> Institute:
    """Save an institute; after a new name, place or kind all its projects are found by the new one at once."""
    save(thing=institute, by=by)
    return institute
