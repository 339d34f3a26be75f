"""Keep themes: two levels, and no third."""

from django.db import transaction
from django.utils.translation import gettext as _

from projects.models import Theme
from projects.services.refusals import ThemeLevelRefused
from projects.services.saving import save
from vindplaats.accounts.models import User


@transaction.atomic
def save_theme(*, theme: Theme, by: User | None) -> Theme:
    """Save a theme and renew what can be found on it; ThemeLevelRefused when it would make a third level."""
    # All themes, since the rule is about more than one row: a parent must not become a child in the meantime.
    list(Theme.objects.select_for_update().values_list("pk"))
    if problem := level_problem(theme=theme):
        raise ThemeLevelRefused(problem)
    save(thing=theme, by=by)
    return theme


def level_problem(*, theme: Theme) -> str:
    """Say what is wrong with the place of `theme` among the others; empty when nothing is."""
    if theme.parent_id is None:
        return ""
    if theme.parent_id == theme.pk:
        return _("Een thema kan niet bij zichzelf horen.")
    if Theme.objects.filter(pk=theme.parent_id, parent__isnull=False).exists():
        return _("‘%(parent)s’ hoort zelf al bij een ander thema. Er zijn twee niveaus.") % {"parent": theme.parent}
    if theme.pk and Theme.objects.filter(parent=theme.pk).exists():
        return _("Onder dit thema vallen andere thema's. Daarom kan het zelf niet onder een thema vallen.")
    return ""
