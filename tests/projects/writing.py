"""Texts that are written and decided on, as the tests of several files need them."""

from projects.services import revisions
from projects.services.revisions.sections import SECTIONS
from projects.services.revisions.texts import text_of
from tests import factories

COMPLETE = {
    "title": "Samen eten in de wijk",
    "summary": "Buurtbewoners koken elke week voor elkaar.",
    "phase": "pilot",
    "approach": "Een kok en tien vrijwilligers begonnen in één straat.",
    "themes": ["eenzaamheid"],
    "contact": [{"name": "Demi Voorbeeld", "role": "projectleider", "email": "demi@linde.example"}],
}


def member(**more):
    """Make somebody of an institute that takes part."""
    return factories.MembershipFactory(**more)


def write(revision, by, **values):
    """Save these fields, each in its own section."""
    for section in SECTIONS.values():
        mine = {name: values[name] for name in section.fields if name in values}
        if mine:
            revision = revisions.save_section(
                revision=revision, section=section.slug, values=mine, version=revision.version, by=by
            )
    return revision


def begun(membership=None, **values):
    """Begin a project and write it; complete but for what `values` say otherwise."""
    membership = membership or member()
    factories.ThemeFactory._meta.model.objects.get_or_create(slug="eenzaamheid", defaults={"name": "Eenzaamheid"})
    revision = revisions.begin_new(institute=membership.institute, title="Samen eten", by=membership.user)
    return write(revision, membership.user, **{**COMPLETE, **values})


def submitted(membership=None, **values):
    """Begin, write and submit a project."""
    revision = begun(membership, **values)
    return revisions.submit(revision=revision, by=revision.created_by)


def published(membership=None, **values):
    """Have a project written, submitted and accepted."""
    revision = submitted(membership, **values)
    return revisions.accept(revision=revision, by=factories.UserFactory(moderator=True)).project


def on_site(project):
    """Return the text that stands on the site."""
    return text_of(project)
