"""The texts of two projects that become one: every one of them stays to be read and restored."""

from django.conf import settings
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from projects.models import Project, Revision
from projects.services.merging.moving import Moved
from projects.services.revisions.texts import Record, text_of
from projects.states import Stage
from vindplaats.accounts.models import User

FAR = 1_000_000
"""Out of the way of all numbers, while they are given anew."""


def keep_versions(*, keep: Project, gone: Project, before: Record, old: Record, by: User) -> Moved:
    """Put the versions of `gone` before those of `keep`, and the text that is made now behind them.

    `before` and `old` are what the two were. The last text of `gone` is a version as well, so that what was not
    taken from it is not lost.
    """
    with override(settings.LANGUAGE_CODE):  # Notes are kept, and members of the institute read them.
        said = {"title": gone.title}
        last_text = _("Tekst van ‘%(title)s’, voor het samenvoegen") % said
        merged = _("Samengevoegd met ‘%(title)s’") % said
    first = _last_number(gone)
    if not gone.revisions.accepted().filter(content=old).exists():
        first += 1
        _version(gone, first, base={}, content=old, note=last_text, by=by)
    mine = keep.revisions.filter(number__isnull=False)
    mine.update(number=F("number") + FAR)
    keep.revisions.filter(number__gt=FAR).update(number=F("number") - FAR + first)
    moved = gone.revisions.update(project=keep)
    _version(keep, _last_number(keep) + 1, base=before, content=text_of(keep), note=merged, by=by)
    return Moved(str(Revision._meta.verbose_name_plural), moved, 0)


def _last_number(project: Project) -> int:
    return project.revisions.aggregate(last=Max("number"))["last"] or 0


def _version(project: Project, number: int, *, base: Record, content: Record, note: str, by: User) -> None:
    now = timezone.now()
    Revision.objects.create(
        project=project,
        number=number,
        base=base,
        content=content,
        status=Stage.ACCEPTED,
        note=note,
        created_by=by,
        updated_by=by,
        decided_by=by,
        submitted_at=now,
        decided_at=now,
    )
