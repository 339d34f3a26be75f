"""The way from the front page to people."""

from django.urls import reverse
from django.utils.translation import gettext as _


def to_people() -> list[dict[str, str]]:
    """Return the question of the front page that people answer, patients and relatives among them."""
    return [
        {
            "question": _("Welke ervaringsdeskundige denkt mee?"),
            "text": _("Zie wie er meedenkt, ook als patiënt of naaste, en stel uw vraag."),
            "url": reverse("peers:profile_list"),
        }
    ]
