"""In whose name editors write about a programme, when it is not that of an organisation."""

from django.utils.translation import gettext, gettext_noop

TOLD_BY_SITE, TOLD_BY_PROGRAMME = gettext_noop("Redactie van Vindplaats"), gettext_noop("Redactie van het programma")


def told_by_in_words(told_by: str) -> str:
    """Return that name in the active language; what an organisation is called stays as it is."""
    return gettext(told_by) if told_by in {TOLD_BY_SITE, TOLD_BY_PROGRAMME} else told_by
