"""Why something is not put on the page of a programme. Each message is a sentence for the screen."""

from django.utils.translation import gettext as _

from projects.services.refusals import Refused


class MilestoneKnown(Refused):
    """The programme has a milestone of this title."""

    def __init__(self, title: str) -> None:
        super().__init__(_("Er is al een mijlpaal ‘%(title)s’. Kies een andere titel.") % {"title": title})


class DocumentKnown(Refused):
    """The resource stands among the documents already."""

    def __init__(self) -> None:
        super().__init__(_("Dit hulpmiddel staat al bij de documenten."))
