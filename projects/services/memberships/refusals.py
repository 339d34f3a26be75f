"""Why nobody joins or leaves. Each message is a sentence for the screen."""

from django.utils.translation import gettext as _

from projects.services.refusals import Refused


class AlreadyMember(Refused):
    """The person belongs to the institute already, in this role or a higher one."""

    def __init__(self) -> None:
        super().__init__(_("Deze persoon hoort al bij de instelling."))


class AlreadyAsked(Refused):
    """The request waits for a manager."""

    def __init__(self) -> None:
        super().__init__(_("U hebt dit al gevraagd. Een beheerder van de instelling beslist erover."))


class NotTakingPart(Refused):
    """Only an institute that was verified has members."""

    def __init__(self) -> None:
        super().__init__(_("Deze instelling is nog niet aangesloten. Meld haar eerst aan, of neem haar pagina over."))


class NoteMissing(Refused):
    """Without an address of the institute somebody says how they belong to it."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf op wat u bij de instelling doet, zodat de beheerder u herkent."))


class InvitationOver(Refused):
    """The invitation was used, withdrawn, or is too old."""

    def __init__(self) -> None:
        super().__init__(_("Deze uitnodiging geldt niet meer. Vraag de beheerder van de instelling om een nieuwe."))


class OtherAddress(Refused):
    """The invitation went to another address than that of the account."""

    def __init__(self) -> None:
        super().__init__(
            _("Deze uitnodiging is voor een ander e-mailadres. Log in met dat adres, of vraag een nieuwe.")
        )


class TooManyInvitations(Refused):
    """More open invitations than an institute has use for."""

    def __init__(self) -> None:
        super().__init__(_("Er staan al heel veel uitnodigingen open. Trek er eerst een paar in."))


class NotWaiting(Refused):
    """The membership is not in the state in which this can be done: somebody else was first."""

    def __init__(self) -> None:
        super().__init__(_("Dit is intussen al gebeurd. Kijk opnieuw op de pagina."))


class LastManager(Refused):
    """An institute that takes part always has a manager."""

    def __init__(self) -> None:
        super().__init__(_("Dit is de laatste beheerder. Maak eerst een ander lid beheerder."))
