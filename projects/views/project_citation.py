"""How others may refer to the page of a project, ready to copy."""

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from projects.models import Project

SITE = "Vindplaats"


def citation(project: Project, address: str) -> str:
    """Return author, year, title, site, day of reading and address as plain text.

    Without an institute the author is the site. The year is that in which the page appeared.
    """
    author = project.institute.name if project.institute else SITE
    year = timezone.localtime(project.published_at or project.created_at).year
    site = "" if author == SITE else f"{SITE}. "
    seen = _("Bekeken op %(date)s via %(address)s") % {
        "date": format_date(timezone.localdate(), "j F Y"),
        "address": address,
    }
    return f"{author} ({year}). {_sentence(project.title)} {site}{seen}"


def _sentence(title: str) -> str:
    """Return a title that ends like a sentence."""
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."
