"""What this app adds to the main menu."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def main_menu() -> list[tuple[Promise, str]]:
    """Return label and URL name of each entry, in order."""
    return [
        (_("Projecten"), "projects:project_list"),
        (_("Vergelijk uw plan"), "projects:comparable"),
        (_("Lessen"), "projects:lesson_list"),
        (_("Hulpmiddelen"), "projects:resource_list"),
        (_("Thema's"), "projects:theme_list"),
        (_("Regio's"), "projects:region_list"),
        (_("Instellingen"), "projects:institute_list"),
    ]


def in_footer() -> list[tuple[Promise, str]]:
    """Return label and URL name of what stands at the foot of each page: lists for which the menu has no room."""
    return [
        (_("Programma's"), "projects:programme_list"),
        (_("Verzamelingen"), "projects:collection_list"),
    ]
