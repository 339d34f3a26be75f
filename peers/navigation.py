"""What this app adds to the main menu."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS = _("Vragen")


def main_menu() -> list[tuple[Promise, str]]:
    """Return label and URL name of each entry, in order."""
    return [(_("Experts"), "peers:profile_list"), (QUESTIONS, "peers:question_list")]
