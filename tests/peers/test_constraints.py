"""The database itself refuses what must never be there among people, by name, also for bulk writes around forms."""

import datetime

import pytest
from django.apps import apps

from tests import factories
from tests.projects.test_models_constraints import refused_by

NOW = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
BEFORE = NOW - datetime.timedelta(days=3_000)

# A column set to a value that it may not hold: constraint, factory, what `update()` writes.
CHECKS = [
    ("profile_kind_known", factories.ProfileFactory, {"kind": "guru"}),
    ("profile_visibility_known", factories.ProfileFactory, {"visibility": "some"}),
    ("profile_offers_known", factories.ProfileFactory, {"offers": ["money"]}),
    ("profile_monthly_limit", factories.ProfileFactory, {"monthly_limit": 32}),
    ("profile_health_needs_consent", factories.ProfileFactory, {"health_story": "Ik heb reuma."}),
    ("profile_removed_has_reason", factories.ProfileFactory, {"removed_at": NOW}),
    ("profile_slug_not_reserved", factories.ProfileFactory, {"slug": "nieuw"}),
    ("position_start_is_year_or_month", factories.PositionFactory, {"start": "2024-13"}),
    ("position_end_is_year_or_month", factories.PositionFactory, {"end": "nu", "is_former": True}),
    (
        "position_end_not_before_start",
        factories.PositionFactory,
        {"start": "2024", "end": "2023", "is_former": True},
    ),
    ("position_ended_is_former", factories.PositionFactory, {"end": "2024"}),
    ("position_is_somewhere", factories.PositionFactory, {"institute": None}),
    ("consent_kind_known", factories.ConsentFactory, {"kind": "all"}),
    ("consent_text_kept", factories.ConsentFactory, {"text": ""}),
    ("contact_status_known", factories.ContactRequestFactory, {"status": "lost", "closed_at": NOW}),
    ("contact_plan_changed_known", factories.ContactRequestFactory, {"plan_changed": "maybe"}),
    ("contact_has_text_until_removed", factories.ContactRequestFactory, {"text": ""}),
    ("contact_ended_has_moment", factories.ContactRequestFactory, {"status": "closed"}),
    ("handling_ended_has_reason", factories.HandlingFactory, {"ended_by": "done"}),
    ("handling_ends_after_start", factories.HandlingFactory, {"ended_at": BEFORE, "ended_by": "done"}),
    ("question_status_known", factories.QuestionFactory, {"status": "new"}),
    ("question_slug_not_reserved", factories.QuestionFactory, {"slug": "stellen"}),
    ("answer_without_name", factories.AnswerFactory, {"is_anonymous": True}),
    ("follow_up_without_name", factories.FollowUpFactory, {"is_anonymous": True}),
    ("answer_has_text", factories.AnswerFactory, {"text": ""}),
    ("follow_up_has_text", factories.FollowUpFactory, {"text": ""}),
    ("lesson_proposal_status_known", factories.LessonProposalFactory, {"status": "new"}),
    ("lesson_proposal_kind_known", factories.LessonProposalFactory, {"kind": "joke"}),
    ("lesson_proposal_owner_first", factories.LessonProposalFactory, {"status": "submitted"}),
    ("mark_kind_known", factories.MarkFactory, {"kind": "liked"}),
    ("reaction_has_text", factories.ReactionFactory, {"text": ""}),
    ("adoption_start_is_year_or_month", factories.AdoptionFactory, {"start": "ooit"}),
    ("adoption_end_is_year_or_month", factories.AdoptionFactory, {"end": "ooit"}),
    ("adoption_end_not_before_start", factories.AdoptionFactory, {"end": "2024"}),
    ("adoption_state_known", factories.AdoptionFactory, {"state": "new"}),
    ("adoption_has_start", factories.AdoptionFactory, {"start": ""}),
    ("adoption_stopped_says_why", factories.AdoptionFactory, {"state": "stopped"}),
    ("adoption_stopped_says_why", factories.AdoptionFactory, {"stop_reason": "funding"}),
    ("follow_frequency_known", factories.FollowFactory, {"frequency": "hourly"}),
    ("follow_one_thing", factories.FollowFactory, {"kind": "project", "finder": ""}),
    ("follow_search_has_finder", factories.FollowFactory, {"finder": ""}),
    ("subscriber_email_lower_case", factories.SubscriberFactory, {"email": "A@zorg.example"}),
    ("subscriber_consent_kept", factories.SubscriberFactory, {"consent_text": ""}),
    ("edition_status_known", factories.EditionFactory, {"status": "lost", "sent_at": NOW}),
    ("edition_sent_has_moment", factories.EditionFactory, {"status": "sent"}),
    ("notice_kind_known", factories.NoticeFactory, {"kind": "spam"}),
    ("notice_frequency_known", factories.NoticeFactory, {"frequency": "hourly"}),
    ("notice_setting_kind_known", factories.NoticeSettingFactory, {"kind": "spam"}),
    ("notice_setting_frequency_known", factories.NoticeSettingFactory, {"frequency": "hourly"}),
]


def following_a_project():
    return factories.FollowFactory(kind="project", query="", project=factories.ProjectFactory())


def following_a_programme():
    return factories.FollowFactory(kind="program", query="", programme=factories.ProgrammeFactory())


def following_a_question():
    return factories.FollowFactory(kind="question", query="", question=factories.QuestionFactory())


def accepted_answer():
    return factories.AnswerFactory(accepted_at=NOW)


def mark_that_helped():
    return factories.MarkFactory(kind="helped")


# What may be there once: constraint, what makes the first, and what the second differs in.
TWICE = [
    ("consent_one_in_force", factories.ConsentFactory, {"text": "Anders."}),
    ("handling_one_current", factories.HandlingFactory, {"name": "Een ander"}),
    ("contact_report_one_open", factories.ContactReportFactory, {"text": "Anders."}),
    ("block_once", factories.BlockFactory, {}),
    ("answer_one_accepted", accepted_answer, {"text": "Anders."}),
    ("thanks_once", factories.ThanksFactory, {}),
    ("route_once", factories.QuestionRouteFactory, {}),
    ("mark_met_once", factories.MarkFactory, {"line": "Anders."}),
    ("mark_helped_or_not", mark_that_helped, {"kind": "not_helped"}),
    ("adoption_once", factories.AdoptionFactory, {"state": "successful"}),
    ("follow_search_once", factories.FollowFactory, {"name": "Anders"}),
    ("follow_project_once", following_a_project, {"name": "Anders"}),
    ("follow_question_once", following_a_question, {"name": "Anders"}),
    ("follow_programme_once", following_a_programme, {"name": "Anders"}),
    ("match_once", factories.MatchFactory, {}),
    ("appearance_once", factories.AppearanceFactory, {}),
    ("delivery_once", factories.DeliveryFactory, {}),
    ("notice_setting_once", factories.NoticeSettingFactory, {"frequency": "never"}),
]
OWN = {"contact_one_subject", "block_somebody_else", "question_merged_has_status"}
"""Those with a test of their own below."""


@pytest.mark.parametrize(("name", "factory", "values"), CHECKS)
def test_bulk_update_is_refused(db, name, factory, values):
    made = factory()
    assert refused_by(lambda: type(made).objects.update(**values)) == name


@pytest.mark.parametrize(("name", "make", "differs"), TWICE, ids=[name for name, *_ in TWICE])
def test_bulk_insert_of_a_second_is_refused(db, name, make, differs):
    made = make()
    model = type(made)
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and not field.generated]
    second = model(**{field.attname: getattr(made, field.attname) for field in fields} | differs)
    assert refused_by(lambda: model.objects.bulk_create([second])) == name


def test_request_is_about_one_thing(db):
    request = factories.ContactRequestFactory()
    institute = factories.InstituteFactory()
    assert refused_by(lambda: type(request).objects.update(institute=institute)) == "contact_one_subject"


def test_nobody_blocks_themselves(db):
    block = factories.BlockFactory()
    assert refused_by(lambda: type(block).objects.update(blocked=block.blocker)) == "block_somebody_else"


def test_open_question_is_merged_into_nothing(db):
    question, other = factories.QuestionFactory.create_batch(2)
    merged = type(question).objects.filter(pk=question.pk)
    assert refused_by(lambda: merged.update(merged_into=other)) == "question_merged_has_status"


def test_every_named_constraint_is_tried():
    models = apps.get_app_config("peers").get_models()
    named = {constraint.name for model in models for constraint in model._meta.constraints}
    assert named == {name for name, *_ in CHECKS} | {name for name, *_ in TWICE} | OWN
