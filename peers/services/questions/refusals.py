"""Why something is not done with a question. Each message is a sentence for the screen that says what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.services.refusals import Refused


class TooManyToday(Refused):
    """Somebody did as much of this today as one may."""


class TooManyQuestions(TooManyToday):
    """As many questions as one may ask in a day."""

    def __init__(self, most: int) -> None:
        told = ngettext(
            "U stelde vandaag al %(most)d vraag. Morgen kunt u weer een vraag stellen.",
            "U stelde vandaag al %(most)d vragen. Morgen kunt u weer een vraag stellen.",
            most,
        )
        super().__init__(told % {"most": most})


class TooMuchWritten(TooManyToday):
    """As many answers or remarks as one may write in a day."""

    def __init__(self) -> None:
        super().__init__(_("U schreef vandaag al heel veel. Bewaar uw tekst en plaats die morgen."))


class QuestionNotOpen(Refused):
    """The question was closed, merged or taken off the site meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Deze vraag is intussen gesloten. U kunt er niet meer op antwoorden."))


class StatusRefused(Refused):
    """The question cannot get this status now."""

    def __init__(self) -> None:
        super().__init__(_("Dat kan nu niet: de vraag is intussen veranderd. Kijk hieronder hoe die er nu voor staat."))


class MergeRefused(Refused):
    """These two cannot become one."""

    def __init__(self) -> None:
        super().__init__(_("Kies twee verschillende vragen die allebei op de site staan."))


class ProposalRefused(Refused):
    """A lesson was proposed from this answer already, or nothing can be decided about it now."""

    def __init__(self) -> None:
        super().__init__(_("Over deze les is intussen al iets besloten. Bekijk hieronder hoe het ervoor staat."))
