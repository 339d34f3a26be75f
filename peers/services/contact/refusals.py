"""Why a contact request does not do what was asked. Each message is a sentence for the screen that says what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peers.models import ContactRequest
from projects.services.refusals import Refused


class AlreadyAsked(Refused):
    """There is an open request of the same person about the same thing; `request` is it."""

    def __init__(self, request: ContactRequest) -> None:
        self.request = request
        super().__init__(_("U hebt hierover al een vraag lopen. Schrijf uw bericht daar."))


class TooManyToday(Refused):
    """The limit of a day is reached."""

    def __init__(self, most: int) -> None:
        said = ngettext(
            "U kunt %(n)d vraag per 24 uur sturen, en die is verstuurd. Verstuur deze vraag morgen.",
            "U kunt %(n)d vragen per 24 uur sturen, en die zijn verstuurd. Verstuur deze vraag morgen.",
            most,
        )
        super().__init__(said % {"n": most})


class TooManyThisMonth(Refused):
    """The limit of thirty days is reached."""

    def __init__(self, most: int) -> None:
        said = _(
            "U hebt in dertig dagen al %(n)d vragen gestuurd. Stel deze vraag aan de redactie, of wacht een paar dagen."
        )
        super().__init__(said % {"n": most})


class NoRoom(Refused):
    """The expert takes no more requests this month."""

    def __init__(self, name: str) -> None:
        said = _("%(name)s heeft deze maand geen plaats meer. Kies een andere expert, of probeer het volgende maand.")
        super().__init__(said % {"name": name})


class NotYourTurn(Refused):
    """The request lies with somebody else by now."""

    def __init__(self) -> None:
        super().__init__(_("Dit verzoek ligt intussen bij iemand anders. Uw bericht is niet verstuurd."))


class Ended(Refused):
    """Nothing can be said any more in this thread."""

    def __init__(self) -> None:
        super().__init__(_("Dit gesprek is gesloten. Uw bericht is niet verstuurd. Stel een nieuwe vraag."))


class TooManyMessages(Refused):
    """So many messages in a day are no conversation."""

    def __init__(self) -> None:
        super().__init__(
            _("U stuurde vandaag veel berichten. Uw bericht is niet verstuurd. Probeer het morgen opnieuw.")
        )


class NotNow(Refused):
    """What was asked does not fit how the request stands."""

    def __init__(self) -> None:
        super().__init__(_("Dat kan nu niet meer. Kijk hieronder hoe het verzoek er nu voor staat."))
