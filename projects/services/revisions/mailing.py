"""What the writers of a text are told by mail: it came in, it is on the site, it came back."""

from collections.abc import Callable

from projects.models import Institute, Project, Revision
from projects.permissions import may_write
from projects.services.letters import page
from vindplaats.accounts.models import User
from vindplaats.mail import queue


def tell_received(revision: Revision, project: Project, by: User) -> None:
    """Confirm to who submitted that the text came in, and say what happens now."""
    _send(by, "revision_received", revision, project, at=page("projects:submission_overview", project.slug))


def tell_uploaded(institute: Institute, count: int, by: User) -> None:
    """Confirm to who sent a spreadsheet how many texts came in; one mail, not one for each."""
    context = {
        "count": count,
        "institute": str(institute),
        "url": page("projects:submission_list"),
    }
    queue(to=by.email, template="upload_received", context=context, language=by.language)


def tell_accepted(revision: Revision, project: Project, by: User | None, *, reason: str = "") -> None:
    """Tell the writers that the text is on the site."""
    for user in _writers(revision, project, but=by):
        _send(
            user,
            "revision_accepted",
            revision,
            project,
            at=page("projects:project_detail", project.slug),
            reason=reason,
        )


def tell_returned(revision: Revision, project: Project, by: User | None) -> None:
    """Tell the writers what has to be done first."""
    at = page("projects:submission_overview", project.slug)
    for user in _writers(revision, project, but=by):
        _send(user, "revision_returned", revision, project, at=at, reason=revision.reason)


def _writers(revision: Revision, project: Project, *, but: User | None) -> list[User]:
    """Return who began the text and who saved it last, as long as they may still write it."""
    people = {user.pk: user for user in (revision.created_by, revision.updated_by) if user}
    return [user for user in people.values() if user != but and may_write(user, project)]


def _send(
    user: User, template: str, revision: Revision, project: Project, *, at: Callable[[], str], reason: str = ""
) -> None:
    context = {"title": str(revision), "url": at, "reason": reason, "institute": str(project.institute or "")}
    # Saved so many times: a text that came back and was submitted again is another mail.
    key = f"{template}-{revision.pk}-{revision.version}-{user.pk}"
    queue(to=user.email, template=template, context=context, language=user.language, key=key)
