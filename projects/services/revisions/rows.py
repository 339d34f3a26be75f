"""One row of a spreadsheet as a text: tried on its project the way a moderator would accept it, and undone."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from projects.models import Institute, Project
from projects.services.exchange.reading import shown
from projects.services.importing.known import Known
from projects.services.importing.rows import RawRow
from projects.services.revisions.applying import apply
from projects.services.revisions.beginning import project_slugs
from projects.services.revisions.checking import check, told
from projects.services.revisions.differences import changed_fields
from projects.services.revisions.labels import MANAGED
from projects.services.revisions.refusals import Incomplete
from projects.services.revisions.texts import Record, contact_of, text_of
from projects.states import Status
from vindplaats.accounts.models import User

NEW, EDIT, SAME, WRONG = "new", "edit", "same", "wrong"


@dataclass
class Looked:
    """What became of a row: NEW, EDIT, SAME (as what is on the site) or WRONG, for the reasons in `problems`."""

    line: int
    id: str
    title: str
    state: str
    problems: list[str] = field(default_factory=list)
    content: Record = field(default_factory=dict)
    base: Record = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the row as it is kept."""
        return asdict(self)


def look(raw: RawRow, *, institute: Institute, by: User, known: Known) -> Looked:
    """Try a row as a text of the institute; nothing of it stays."""
    id_, title = (shown(str(raw.values.get(name) or "").strip()) for name in ("id", "title"))
    row = Looked(raw.line, id_, title, WRONG)
    if raw.problems:
        row.problems = [problem.message for problem in told(raw.problems)]
        return row
    project = Project.objects.filter(external_id=id_).first() if id_ else None
    if project and (wrong := not_ours(project, institute)):
        row.problems = [wrong]
        return row
    try:
        with transaction.atomic():
            _try(row, raw.values, project, institute, by, known)
            transaction.set_rollback(True)
    except Incomplete as refused:
        row.problems = [problem.message for problem in refused.problems]
    return row


def not_ours(project: Project, institute: Institute) -> str:
    """Say why a row cannot be a change of this project; empty when it can."""
    if project.institute_id != institute.pk:
        return _("Dit id is al van een project van een andere instelling. Kies een ander id.")
    if project.status == Status.ARCHIVED:
        return _("Dit project is gearchiveerd. Vraag de redactie om het terug te zetten.")
    if project.revisions.open().exists():
        return _("Van dit project is al een tekst in de maak. Maak die eerst af of gooi die weg.")
    return ""


def _try(row: Looked, values: Record, project: Project | None, institute: Institute, by: User, known: Known) -> None:
    own = {"name": institute.name, "slug": institute.slug}
    named = {name: value for name, value in values.items() if name not in MANAGED and name != "contact"}
    is_new = project is None
    project = project or _draft(row, institute)
    contact = contact_of(project) or [{"name": by.get_full_name(), "role": "", "user": by.pk}]
    row.base = {**text_of(project), "contact": contact_of(project)}
    apply(project=project, content={**named, "institute": own, "contact": contact}, by=by, known=known)
    row.content = {**text_of(project), "contact": contact}
    problems = check(row.content, project=project, known=known)
    if problems:
        raise Incomplete(problems)
    changed = changed_fields({**row.base, "contact": contact}, row.content)
    row.state = NEW if is_new else EDIT if changed else SAME


def _draft(row: Looked, institute: Institute) -> Project:
    """Make the row of a project for as long as the transaction lasts."""
    title = row.title or _("Zonder titel")
    [slug] = project_slugs().allocate([title])
    more = {"external_id": row.id} if row.id else {}
    return Project.objects.create(title=title, slug=slug, institute=institute, **more)
