"""The database itself refuses what must never be there, by name, also for bulk writes that go around forms."""

import datetime
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from projects.models import (
    LessonTheme,
    Project,
    ProjectTechnology,
    ProjectTheme,
    ResourceTheme,
)
from projects.models.projects import RESERVED_SLUGS
from projects.search.models import SearchDocument
from tests import factories

NOW = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)

FAILED_TWICE = {"failures": 2, "problem": "gone", "failed_on": NOW, "broken_since": NOW}

# A column set to a value that it may not hold: constraint, factory, what `update()` writes.
CHECKS = [
    ("project_start_is_year_or_month", factories.ProjectFactory, {"start": "2024-13"}),
    ("project_end_is_year_or_month", factories.ProjectFactory, {"end": "heden"}),
    ("project_end_not_before_start", factories.ProjectFactory, {"start": "2024-05", "end": "2024-04"}),
    ("project_end_not_before_start", factories.ProjectFactory, {"start": "2024-05", "end": "2023"}),
    ("project_language_known", factories.ProjectFactory, {"language": "xx"}),
    ("project_source_http", factories.ProjectFactory, {"source_url": "javascript:alert(1)"}),
    ("project_status_known", factories.ProjectFactory, {"status": "hidden"}),
    ("project_phase_known", factories.ProjectFactory, {"phase": "done"}),
    ("project_scope_known", factories.ProjectFactory, {"scope": "world"}),
    ("project_kept_known", factories.ProjectFactory, {"kept": ""}),
    ("project_stop_reasons_known", factories.ProjectFactory, {"phase": "stopped", "stop_reasons": ["boredom"]}),
    ("project_stop_reasons_only_when_stopped", factories.ProjectFactory, {"stop_reasons": ["funding"]}),
    ("project_stop_reasons_only_when_stopped", factories.ProjectFactory, {"stop_explanation": "Op."}),
    ("project_published_has_date", factories.ProjectFactory, {"status": "published"}),
    ("project_slug_not_reserved", factories.ProjectFactory, {"slug": "vergelijken"}),
    ("project_has_title_and_summary", factories.ProjectFactory, {"title": ""}),
    ("project_has_title_and_summary", factories.ProjectFactory, {"summary": "", "status": "submitted"}),
    ("institute_kind_known", factories.InstituteFactory, {"kind": "shop"}),
    ("institute_status_known", factories.InstituteFactory, {"status": "vip"}),
    ("institute_language_known", factories.InstituteFactory, {"language": ""}),
    ("institute_website_http", factories.InstituteFactory, {"website": "zorg.example"}),
    ("institute_slug_not_reserved", factories.InstituteFactory, {"slug": "aanmelden"}),
    ("institute_kvk", factories.InstituteFactory, {"kvk_number": "1234567"}),
    ("institute_agb", factories.InstituteFactory, {"agb_code": "1234567x"}),
    ("project_confirmed_every_3_to_60_months", factories.ProjectFactory, {"confirm_every": 0}),
    ("registration_kind_known", factories.RegistrationFactory, {"kind": "give"}),
    ("registration_status_known", factories.RegistrationFactory, {"status": "maybe"}),
    ("registration_institute_kind_known", factories.RegistrationFactory, {"institute_kind": "shop"}),
    ("registration_claim_names_institute", factories.RegistrationFactory, {"kind": "claim"}),
    ("registration_kvk", factories.RegistrationFactory, {"kvk_number": "123"}),
    ("registration_agb", factories.RegistrationFactory, {"agb_code": "1"}),
    ("registration_submitted_is_complete", factories.RegistrationFactory, {"manager_email": ""}),
    ("registration_website_http", factories.RegistrationFactory, {"website": "ftp://zorg.example"}),
    ("invitation_email_lower_case", factories.InvitationFactory, {"email": "A@zorg.example"}),
    ("invitation_role_known", factories.InvitationFactory, {"role": "boss"}),
    ("revision_numbered_when_accepted", factories.RevisionFactory, {"number": 3}),
    ("revision_returned_says_why", lambda: factories.RevisionFactory(status="returned", reason="x"), {"reason": ""}),
    (
        "revision_accepted_has_date",
        lambda: factories.RevisionFactory(status="accepted", number=1, decided_at=NOW),
        {"decided_at": None},
    ),
    ("revision_submitted_has_date", factories.RevisionFactory, {"status": "submitted"}),
    ("status_update_has_text", factories.StatusUpdateFactory, {"text": ""}),
    ("review_closed_has_outcome", factories.ReviewCaseFactory, {"outcome": "approved"}),
    ("case_note_has_text", factories.CaseNoteFactory, {"text": ""}),
    ("term_proposal_kind_known", factories.TermProposalFactory, {"kind": "word"}),
    ("term_proposal_status_known", factories.TermProposalFactory, {"status": "maybe"}),
    ("term_proposal_has_name", factories.TermProposalFactory, {"name": ""}),
    ("report_reason_known", factories.ReportFactory, {"reason": "dull"}),
    ("report_of_a_page", factories.ReportFactory, {"path": "https://elders.example/"}),
    ("former_place_of_one_thing", factories.FormerPlaceFactory, {"lesson": None}),
    ("former_slug_of_one_thing", factories.FormerSlugFactory, {"project": None}),
    ("membership_role_known", factories.MembershipFactory, {"role": "boss"}),
    ("membership_status_known", factories.MembershipFactory, {"status": "maybe"}),
    ("contact_person_can_be_reached", factories.ContactPersonFactory, {"email": ""}),
    ("lesson_kind_known", factories.LessonFactory, {"kind": "joke"}),
    ("lesson_phase_known", factories.LessonFactory, {"phase": "done"}),
    ("lesson_language_known", factories.LessonFactory, {"language": "NL"}),
    ("lesson_has_title", factories.LessonFactory, {"title": ""}),
    ("lesson_slug_not_reserved", factories.LessonFactory, {"slug": "vooruit"}),
    ("lesson_help_not_itself", factories.LessonHelpFactory, {"helper": models.F("pitfall")}),
    ("resource_kind_known", factories.ResourceFactory, {"kind": "toy"}),
    ("resource_language_known", factories.ResourceFactory, {"language": "?"}),
    ("resource_url_http", factories.ResourceFactory, {"url": "data:text/html,hoi"}),
    ("resource_licence_known", factories.ResourceFactory, {"licence": "mit"}),
    ("resource_audiences_known", factories.ResourceFactory, {"audiences": ["iedereen"]}),
    ("resource_reading_level_known", factories.ResourceFactory, {"reading_level": "z9"}),
    ("resource_slug_not_reserved", factories.ResourceFactory, {"slug": "aanmelden"}),
    ("resource_follows_its_project", factories.ResourceFactory, {"status": "archived"}),
    ("resource_file_whole", factories.ResourceFactory, {"file": "resources/a.pdf"}),
    ("resource_file_whole", factories.ResourceFactory, {"file_kind": "pdf", "file_size": 3}),
    ("resource_change_file_whole", factories.ResourceChangeFactory, {"file": "resources/a.pdf"}),
    ("link_problem_known", factories.LinkCheckFactory, {**FAILED_TWICE, "problem": "?", "broken_since": None}),
    ("link_failed_says_how", factories.LinkCheckFactory, {"failures": 1}),
    ("link_broken_after_days", factories.LinkCheckFactory, FAILED_TWICE),
    ("programme_start_is_year_or_month", factories.ProgrammeFactory, {"start": "24"}),
    ("programme_end_is_year_or_month", factories.ProgrammeFactory, {"end": "2024-1"}),
    ("programme_end_not_before_start", factories.ProgrammeFactory, {"start": "2024", "end": "2023-12"}),
    ("programme_language_known", factories.ProgrammeFactory, {"language": "xx"}),
    ("programme_source_http", factories.ProgrammeFactory, {"source_url": "ftp://zorg.example"}),
    ("funding_kind_known", factories.ProjectFundingFactory, {"kind": "lottery"}),
    ("funding_start_is_year_or_month", factories.ProjectFundingFactory, {"start": "0999"}),
    ("funding_end_is_year_or_month", factories.ProjectFundingFactory, {"end": "2024-00"}),
    ("funding_end_not_before_start", factories.ProjectFundingFactory, {"start": "2024", "end": "2023"}),
    ("funding_amount_not_negative", factories.ProjectFundingFactory, {"amount_eur": Decimal("-0.01")}),
    ("region_scheme_ends_after_start", factories.RegionSchemeFactory, {"valid_to": datetime.date(2024, 12, 31)}),
    ("theme_not_its_own_parent", factories.ThemeFactory, {"parent": models.F("id")}),
    ("user_email_lower_case", factories.UserFactory, {"email": "Iemand@Zorg.example"}),
]


def link(model):
    """Return a function that makes a link between two new objects."""
    owner = {LessonTheme: factories.LessonFactory, ResourceTheme: factories.ResourceFactory}
    tag = factories.TechnologyFactory if model is ProjectTechnology else factories.ThemeFactory
    return lambda: model.objects.create(content_object=owner.get(model, factories.ProjectFactory)(), tag=tag())


def alone():
    """Make a resource of no project."""
    return factories.ResourceFactory(project=None)


# Two rows that may not both be there: constraint, what makes the first, how the second differs from it.
TWICE = [
    ("institute_name_once_per_place", factories.InstituteFactory, {"slug": "ander", "name": "ZORGGROEP DE LINDE 1"}),
    ("membership_once", factories.MembershipFactory, {"role": "manager"}),
    ("invitation_one_open", factories.InvitationFactory, {"token": "ander"}),
    # A trigger lets no row become what it cannot be, so this one is tried on a new row.
    ("revision_status_known", factories.RevisionFactory, {"status": "hidden"}),
    ("resource_status_known", alone, {"slug": "ander", "status": "hidden"}),
    ("resource_returned_says_why", alone, {"slug": "ander", "status": "returned"}),
    ("revision_one_open", factories.RevisionFactory, {"status": "returned", "reason": "x"}),
    ("revision_number_once", lambda: factories.RevisionFactory(status="accepted", number=1, decided_at=NOW), {}),
    ("review_one_open", factories.ReviewCaseFactory, {"title": "Ander"}),
    ("former_lesson_slug", factories.FormerPlaceFactory, {}),
    (
        "former_resource_slug",
        lambda: factories.FormerPlaceFactory(lesson=None, resource=factories.ResourceFactory()),
        {},
    ),
    ("former_project_slug", factories.FormerSlugFactory, {}),
    ("former_project_external_id", lambda: factories.FormerSlugFactory(external_id="bron-1"), {"slug": "ander"}),
    (
        "former_institute_slug",
        lambda: factories.FormerSlugFactory(project=None, institute=factories.InstituteFactory()),
        {},
    ),
    ("freshness_notice_once", factories.FreshnessNoticeFactory, {}),
    ("gemeente_alias_once", factories.GemeenteAliasFactory, {"name": "DÖRP 1"}),
    ("region_scheme_once_per_date", factories.RegionSchemeFactory, {"name": "Ander"}),
    ("region_code_once_per_scheme", factories.RegionFactory, {"slug": "ander"}),
    ("region_slug_once_per_scheme", factories.RegionFactory, {"code": "ander"}),
    (
        "region_gemeente_once",
        lambda: factories.RegionFactory(gemeenten=[factories.GemeenteFactory()]).gemeente_links.get(),
        {},
    ),
    ("programme_line_once", factories.ProgrammeLineFactory, {"position": 9}),
    ("project_partner_once", factories.ProjectPartnerFactory, {"position": 9}),
    ("project_programme_once", factories.ProjectProgrammeFactory, {}),
    ("project_theme_once", link(ProjectTheme), {}),
    ("project_technology_once", link(ProjectTechnology), {}),
    ("lesson_theme_once", link(LessonTheme), {}),
    ("lesson_help_once", factories.LessonHelpFactory, {}),
    ("resource_theme_once", link(ResourceTheme), {}),
]

MILESTONE, COLLECTION, ITEM = (
    factories.ProgrammeMilestoneFactory,
    factories.CollectionFactory,
    factories.CollectionItemFactory,
)
CHECKS += [
    ("milestone_has_title", MILESTONE, {"title": ""}),
    ("milestone_state_known", MILESTONE, {"state": "late"}),
    ("milestone_moment_is_date", MILESTONE, {"moment": "2026-05-32"}),
    ("milestone_source_http", MILESTONE, {"source_url": "javascript:alert(1)"}),
    ("programme_update_has_text", factories.ProgrammeUpdateFactory, {"text": ""}),
    ("programme_document_link_or_resource", factories.ProgrammeDocumentFactory, {"url": ""}),
    ("programme_document_http", factories.ProgrammeDocumentFactory, {"url": "ftp://zorg.example/plan"}),
    ("collection_language_known", COLLECTION, {"language": "xx"}),
    ("collection_visibility_known", COLLECTION, {"visibility": "friends"}),
    ("collection_has_title", COLLECTION, {"title": ""}),
    ("collection_of_institute_has_one", COLLECTION, {"visibility": "institute"}),
    ("collection_slug_not_reserved", COLLECTION, {"slug": "toevoegen"}),
    ("collection_removed_with_reason", COLLECTION, {"removed_at": NOW}),
    ("collection_editorial_of_no_one", lambda: COLLECTION(of_institute=True), {"is_editorial": True}),
    ("collection_item_one_thing", ITEM, {"project": None}),
]
TWICE += [
    ("programme_editor_once", factories.ProgrammeEditorFactory, {}),
    ("milestone_once", MILESTONE, {}),
    (
        "programme_document_resource_once",
        lambda: factories.ProgrammeDocumentFactory(title="", url="", resource=factories.ResourceFactory()),
        {},
    ),
    ("collection_project_once", ITEM, {}),
    ("collection_lesson_once", lambda: ITEM(project=None, lesson=factories.LessonFactory()), {}),
    ("collection_resource_once", lambda: ITEM(project=None, resource=factories.ResourceFactory()), {}),
]


def refused_by(write):
    """Return the name of the constraint that refuses `write`."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    return caught.value.__cause__.diag.constraint_name


@pytest.mark.parametrize(("name", "factory", "values"), CHECKS)
def test_bulk_update_is_refused(db, name, factory, values):
    made = factory()
    assert refused_by(lambda: type(made).objects.update(**values)) == name


@pytest.mark.parametrize(("name", "factory", "differs"), TWICE, ids=[name for name, *_ in TWICE])
def test_bulk_insert_of_a_second_is_refused(db, name, factory, differs):
    factory_boy = getattr(factory, "reset_sequence", None)
    if factory_boy:
        factory.reset_sequence(1, force=True)
    made = factory()
    model = type(made)
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and not field.generated]
    second = model(**{field.attname: getattr(made, field.attname) for field in fields} | differs)
    assert refused_by(lambda: model.objects.bulk_create([second])) == name


def test_every_named_constraint_is_tried():
    ours = [config for config in apps.get_app_configs() if config.label in ("projects", "accounts")]
    named = {
        constraint.name for config in ours for model in config.get_models() for constraint in model._meta.constraints
    }
    assert named == {name for name, *_ in CHECKS} | {name for name, *_ in TWICE}


def test_search_document_once(db):
    project = factories.ProjectFactory(published=True, indexed=True)
    document = SearchDocument.objects.get(kind="project", object_id=project.pk)
    document.pk = None
    assert refused_by(lambda: SearchDocument.objects.bulk_create([document])) == "search_document_once"


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_words_of_the_site_are_no_slug(db, slug):
    factories.ProjectFactory()
    assert refused_by(lambda: Project.objects.update(slug=slug)) == "project_slug_not_reserved"


@pytest.mark.parametrize(
    ("start", "end"),
    [("2024", "2024-01"), ("2024-12", "2024"), ("2024-05", "2024-05"), ("", "2024"), ("2024", ""), ("", "")],
)
def test_dates_that_are_in_order(db, start, end):
    factories.ProjectFactory()
    Project.objects.update(start=start, end=end)


def test_project_may_run_twice_under_a_programme_in_two_lines(db):
    first = factories.ProjectProgrammeFactory()
    for line in factories.ProgrammeLineFactory.create_batch(2, programme=first.programme):
        factories.ProjectProgrammeFactory(project=first.project, programme=first.programme, line=line)
    assert first.project.programme_links.count() == 3
