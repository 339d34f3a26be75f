"""Every address that the site knows, found from its URL patterns, with something that exists filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from projects.states import MemberStatus
from tests import factories
from tests.security.rights_contact import CONTACT_ARGUMENTS
from tests.security.rights_following import FOLLOWING_ARGUMENTS
from tests.security.rights_gathered import GATHERED_ARGUMENTS
from tests.security.rights_institutes import INSTITUTE_ARGUMENTS
from tests.security.rights_notices import NOTICES_ARGUMENTS
from tests.security.rights_profiles import PROFILES_ARGUMENTS
from tests.security.rights_questions import QUESTIONS_ARGUMENTS
from tests.security.rights_reactions import REACTIONS_ARGUMENTS
from tests.security.rights_resources import RESOURCES_ARGUMENTS

FACTORIES = {factory._meta.model: factory for name, factory in vars(factories).items() if name.endswith("Factory")}
"""The factory of each model."""


@dataclass(frozen=True)
class Address:
    """A URL pattern: its full name, and its route with the arguments in angle brackets."""

    name: str
    route: str

    @property
    def is_admin(self) -> bool:
        """Whether it is part of the admin."""
        return self.route.startswith("admin/")

    @property
    def is_api(self) -> bool:
        """Whether it is for programs, which get faults as JSON and are told what they may not ask."""
        return self.name.startswith("api:")

    def path(self, registry: SimpleNamespace, **instead: str) -> str:
        """Return the address with things of `registry` filled in; `instead` replaces arguments."""
        path = "/" + self.route
        for argument, value in {**self._arguments(registry), **instead}.items():
            before, _, rest = path.partition("<")
            taken, _, after = rest.partition(">")
            assert taken.endswith(argument), f"{self.route} wants {taken}, not {argument}"
            path = f"{before}{quote(str(value), safe='/')}{after}"
        assert "<" not in path, f"{self.route} has an argument that ARGUMENTS does not know"
        return path

    def _arguments(self, registry: SimpleNamespace) -> dict[str, Any]:
        if self.name in ARGUMENTS:
            return ARGUMENTS[self.name](registry)
        _, _, rest = self.route.partition("admin/")
        app, _, model = rest.partition("/")
        label = f"{app}.{model.partition('/')[0]}"
        if "<path:object_id>" in self.route:
            return {"object_id": registry.by_label[label].pk}
        return {"id": registry.by_label[label].pk} if "<id>" in self.route else {}


ARGUMENTS = {
    # Keys that nobody was mailed, and a passkey that is nobody's.
    "account_confirm_email": lambda registry: {"key": "niet-gestuurd"},
    "account_reset_password_from_key": lambda registry: {"uidb36": "1", "key": "niet-gestuurd"},
    "mfa_edit_webauthn": lambda registry: {"pk": 2_000_000_000},
    "mfa_remove_webauthn": lambda registry: {"pk": 2_000_000_000},
    "projects:project_detail": lambda registry: {"slug": registry.published.slug},
    "projects:lesson_detail": lambda registry: {"slug": registry.published.lessons.first().slug},
    "projects:project_keep": lambda registry: {"slug": registry.published.slug},
    "projects:project_still_true": lambda registry: {"signed": "niet-van-ons"},
    **{
        f"projects:submission_{name}": lambda registry: {"slug": registry.written.slug}
        for name in ("overview", "edit", "withdraw", "discard", "hand_over", "preview", "check", "sent")
    },
    "projects:submission_section": lambda registry: {"slug": registry.written.slug, "section": "wat"},
    "projects:submission_versions": lambda registry: {"slug": registry.published.slug},
    "projects:submission_version": lambda registry: {"slug": registry.published.slug, "number": 1},
    "projects:submission_restore": lambda registry: {"slug": registry.published.slug, "number": 1},
    "api:project_detail": lambda registry: {"slug": registry.published.slug},
    "projects:project_export": lambda registry: {"format_": "csv"},
    "projects:theme_detail": lambda registry: {"slug": registry.theme.slug},
    "projects:sector_detail": lambda registry: {"slug": registry.sector.slug},
    "projects:condition_detail": lambda registry: {"slug": registry.condition.slug},
    "projects:region_detail": lambda registry: {"slug": registry.region.slug},
    **INSTITUTE_ARGUMENTS,
    **GATHERED_ARGUMENTS,
    **NOTICES_ARGUMENTS,
    **PROFILES_ARGUMENTS,
    **CONTACT_ARGUMENTS,
    **QUESTIONS_ARGUMENTS,
    **REACTIONS_ARGUMENTS,
    **FOLLOWING_ARGUMENTS,
    **RESOURCES_ARGUMENTS,
    "projects:institute_detail": lambda registry: {"slug": registry.institute.slug},
    "django.contrib.sitemaps.views.sitemap": lambda registry: {"section": "projects"},
    "admin:view_on_site": lambda registry: {
        "content_type_id": ContentType.objects.get_for_model(registry.published).pk,
        "object_id": registry.published.pk,
    },
    "admin_merge": lambda registry: {"name": "projecten"},
    "admin_case": lambda registry: {"pk": registry.case.pk},
    **{
        f"admin:peers_{name}_decide": lambda registry, name=name: {
            "object_id": registry.by_label[f"peers.{name}"].pk,
            "name": "weghalen",
        }
        for name in ("question", "answer", "followup")
    },
    "admin:projects_project_decide": lambda registry: {"object_id": registry.draft.pk, "name": "publish"},
}
APPS = "|".join(dict.fromkeys(model._meta.app_label for model in admin.site._registry))
# Patterns of the admin that are regular expressions, as an address that fits them.
EXPRESSIONS = {
    f"^(?P<app_label>{APPS})/$": "projects/",
    "(?P<url>.*)$": "bestaat-niet/",
}


def addresses() -> list[Address]:
    """Return every address of the site, in the order of its patterns."""
    return list(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, prefix: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = prefix + EXPRESSIONS.get(str(pattern.pattern), str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        else:
            yield Address(_name(pattern, route, spaces), route)


def _name(pattern: URLPattern, route: str, spaces: tuple[str, ...]) -> str:
    """Return the full name; patterns without a name are called after their route."""
    return ":".join((*spaces, pattern.name or f"[{route.removeprefix('admin/')}]"))


def made_registry() -> SimpleNamespace:
    """Make one of everything: published and not, of an institute and of another."""
    region = factories.RegionFactory(scheme__slug="provincie", gemeenten=[factories.GemeenteFactory()])
    theme = factories.ThemeFactory(child=True)
    institute = factories.InstituteFactory(verified=True, gemeente=region.gemeenten.get())
    texts = {"summary": "Waarneembaar voor iedereen.", "institute": institute, "themes": [theme], "regions": [region]}
    published = factories.ProjectFactory(published=True, with_lessons=True, with_contact=True, indexed=True, **texts)
    draft = factories.ProjectFactory(title="Geheimtitel", institute=institute, themes=[theme], regions=[region])
    written = factories.ProjectFactory(institute=institute)
    factories.RevisionFactory(project=written)
    then = {"number": 1, "decided_at": timezone.now(), "submitted_at": timezone.now()}
    factories.RevisionFactory(project=published, status="accepted", **then)
    made = SimpleNamespace(
        region=region,
        theme=theme,
        sector=factories.SectorFactory(),
        condition=factories.ConditionFactory(),
        institute=institute,
        published=published,
        draft=draft,
        registration=factories.RegistrationFactory(),
        membership=factories.MembershipFactory(institute=institute, status=MemberStatus.REQUESTED),
        invitation=factories.InvitationFactory(institute=institute),
        written=written,
        profile=factories.ProfileFactory(),
        resource=factories.ResourceFactory(project=None, institute=institute, with_file=True),
        reaction=factories.ReactionFactory(project=published),
        edition=factories.EditionFactory(sent=True),
        contact=factories.ContactRequestFactory(project=published),
        by_label={},
    )
    factories.HandlingFactory(request=made.contact, user=None, is_editors=True)
    proposal = factories.TermProposalFactory(project=draft)
    made.case = factories.ReviewCaseFactory(
        kind="term", object_id=proposal.pk, title="Geheimtitel", institute=institute
    )
    made.question = factories.QuestionFactory(themes=[theme])
    made.answer = factories.AnswerFactory(question=made.question, accepted_at=timezone.now())
    made.lesson_proposal = factories.LessonProposalFactory(answer=made.answer, project=published)
    made.programme = factories.ProgrammeFactory()
    made.line = factories.ProgrammeLineFactory(programme=made.programme)
    factories.ProjectProgrammeFactory(project=published, programme=made.programme, line=made.line)
    made.milestone = factories.ProgrammeMilestoneFactory(programme=made.programme)
    factories.ProgrammeUpdateFactory(programme=made.programme)
    made.collection = factories.CollectionItemFactory(project=published).collection
    made.shared = factories.CollectionFactory(title="Geheimtitel", of_institute=True, institute=institute)
    for model in admin.site._registry:
        made.by_label[model._meta.label_lower] = _one_of(model, made)
    return made


def _one_of(model: type[Model], made: SimpleNamespace) -> Model:
    there = {type(thing): thing for thing in (made.region, made.theme, made.institute, made.draft)}
    return there.get(model) or FACTORIES[model]()
