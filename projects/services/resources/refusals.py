"""Why a resource cannot be saved, sent in or decided on now. Each message is a sentence for the screen."""

from django.utils.translation import gettext as _

from projects.models import Resource
from projects.services.refusals import Refused
from projects.states import Status


class StandsOtherwise(Refused):
    """The resource is not in a status in which this can be done."""

    def __init__(self, resource: Resource) -> None:
        said = {"title": resource.title, "status": Status(resource.status).label}
        super().__init__(_("‘%(title)s’ is intussen: %(status)s. Open de pagina opnieuw om te zien wat nu kan.") % said)


class SavedMeanwhile(Refused):
    """Somebody else saved it since the writer opened the page; nothing was saved."""

    def __init__(self, resource: Resource, version: int) -> None:
        self.resource, self.version = resource, version
        super().__init__(
            _(
                "Iemand anders heeft dit hulpmiddel intussen ook bewaard. Wat u invulde staat er nog. Bewaart u nog "
                "eens, dan geldt uw tekst."
            )
        )


class NothingToGet(Refused):
    """A resource leads somewhere: to a web address or a file."""

    def __init__(self) -> None:
        super().__init__(_("Geef een webadres of kies een bestand. Anders kan niemand het hulpmiddel openen."))
