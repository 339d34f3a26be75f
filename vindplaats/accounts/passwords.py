"""Django's rules for passwords, with messages that say what to do instead."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(password_validation.MinimumLengthValidator):
    """Length does more than odd signs."""

    def get_error_message(self) -> str:
        """Return what to do."""
        return ngettext(
            "Dit wachtwoord is te kort. Neem minstens %(n)s teken.",
            "Dit wachtwoord is te kort. Neem minstens %(n)s tekens, bijvoorbeeld een zin van een paar woorden.",
            self.min_length,
        ) % {"n": self.min_length}


class NotYourself(password_validation.UserAttributeSimilarityValidator):
    """Name and address are the first that somebody tries."""

    def get_error_message(self) -> str:
        """Return what to do."""
        return _("Dit wachtwoord lijkt te veel op uw naam of e-mailadres. Kies iets anders.")


class NotCommon(password_validation.CommonPasswordValidator):
    """Those in the list are the next."""

    def get_error_message(self) -> str:
        """Return what to do."""
        return _("Veel mensen gebruiken dit wachtwoord. Kies iets dat niemand raadt.")
