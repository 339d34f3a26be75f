"""Terms that members miss: proposed once, taken in, put with another or declined, and everyone who asked is told."""

import pytest
from django.core.exceptions import PermissionDenied

from projects.models import Application, Condition, ReviewCase, Technology, TermProposal, Theme
from projects.search.models import Synonym
from projects.services.refusals import AlreadyDecided, ReasonMissing, TermKnown
from projects.services.review import terms
from projects.services.review.vocabulary import LISTS, known_as, nearest, projects_that_say
from projects.states import Outcome, Stage, TermKind
from tests import factories
from tests.searching import keys
from vindplaats.mail.models import Mail
from vindplaats.mail.rendering import render

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague():
    return factories.MembershipFactory()


@pytest.fixture
def project(colleague):
    return factories.ProjectFactory(published=True, institute=colleague.institute, indexed=True)


def proposed(project, by, **more):
    return terms.propose_term(**{"kind": "theme", "name": "Rouwzorg", **more}, project=project, by=by)


def mails():
    return [(mail.to[0], mail.subject) for mail in Mail.objects.order_by("pk")]


def test_proposing_opens_a_case_once(project, colleague):
    first = proposed(project, colleague.user, explanation=" Missen we. ")
    again = proposed(project, colleague.user, name=" rouw zorg ".replace(" z", "z"))
    assert first == again
    case = ReviewCase.objects.get()
    assert (case.kind, case.object_id, case.title, case.institute) == (
        "term",
        first.pk,
        "Thema: Rouwzorg",
        colleague.institute,
    )
    assert (first.explanation, first.proposed_by) == ("Missen we.", colleague.user)


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("theme", lambda: factories.ThemeFactory(name="Rouwzórg")),
        ("theme", lambda: factories.ThemeFactory(name="Rouw", name_en="rouwzorg")),
        ("condition", lambda: factories.ConditionFactory(name="Rouw", synonyms=["Rouwzorg"])),
        ("technology", lambda: factories.TechnologyFactory(name="Rouw", aliases=["ROUWZORG"])),
    ],
)
def test_what_the_list_has_already_is_not_proposed(project, colleague, kind, make):
    term = make()
    with pytest.raises(TermKnown) as told:
        proposed(project, colleague.user, kind=kind)
    assert told.value.term == term
    assert not TermProposal.objects.exists()


def test_not_for_the_project_of_another_institute(project):
    with pytest.raises(PermissionDenied):
        proposed(project, factories.MembershipFactory().user)
    assert proposed(None, factories.MembershipFactory().user)


@pytest.mark.parametrize("kind", TermKind.values)
def test_accepted_into_each_list_and_named_in_the_project(project, colleague, moderator, kind):
    proposal = proposed(project, colleague.user, kind=kind)
    term = terms.accept_term(proposal=proposal, by=moderator, name_en="Grief support")
    proposal.refresh_from_db()
    assert (proposal.status, proposal.accepted_slug) == (Stage.ACCEPTED, term.slug)
    assert (type(term), term.name, term.name_en) == (LISTS[kind].model, "Rouwzorg", "Grief support")
    assert list(getattr(project, LISTS[kind].field).all()) == [term]
    case = ReviewCase.objects.get()
    assert (case.outcome, case.decided_by) == (Outcome.APPROVED, moderator)
    assert mails() == [(colleague.user.email, "De term ‘Rouwzorg’ staat nu in de lijst")]


def test_the_search_follows(project, colleague, moderator):
    term = terms.accept_term(proposal=proposed(project, colleague.user), by=moderator)
    assert f"thema:{term.slug}" in keys(pk=project.pk)


def test_under_a_better_name_and_a_parent(project, colleague, moderator):
    parent = factories.ThemeFactory(name="Zorg rond overlijden")
    proposal = proposed(project, colleague.user)
    term = terms.accept_term(proposal=proposal, by=moderator, name="Rouw en verlies", parent=parent, reason="Beter zo.")
    assert (term.name, term.parent, term.slug) == ("Rouw en verlies", parent, "rouw-en-verlies")
    text = Mail.objects.get().message
    assert "In de lijst heet hij ‘Rouw en verlies’." in text
    assert "Beter zo." in text
    assert moderator.name not in text


def test_a_new_term_stands_behind_the_others(moderator, colleague):
    for position in (1, 2):
        factories.ThemeFactory(position=position)
    assert terms.accept_term(proposal=proposed(None, colleague.user), by=moderator).position == 3


def test_a_text_that_is_being_written_gets_it_and_is_numbered_on(colleague, moderator):
    project = factories.ProjectFactory(institute=colleague.institute)
    revision = factories.RevisionFactory(project=project, content={"title": "A", "themes": ["wijkzorg"]})
    term = terms.accept_term(proposal=proposed(project, colleague.user), by=moderator)
    revision.refresh_from_db()
    assert revision.content["themes"] == ["wijkzorg", term.slug]
    assert revision.version == 2
    assert not project.themes.exists()


def test_a_public_project_with_a_change_under_way_gets_it_in_both(project, colleague, moderator):
    revision = factories.RevisionFactory(project=project, content={"title": "A"})
    proposal = proposed(project, colleague.user, kind="technology", name="Slimme pleister")
    terms.accept_term(proposal=proposal, by=moderator)
    revision.refresh_from_db()
    assert revision.content["technologies"] == revision.base["technologies"] == ["Slimme pleister"]
    assert [one.name for one in project.technologies.all()] == ["Slimme pleister"]


def test_who_asked_for_the_same_gets_the_same_answer(project, colleague, moderator):
    other = factories.MembershipFactory()
    theirs = factories.ProjectFactory(published=True, institute=other.institute)
    first, second = proposed(project, colleague.user), proposed(theirs, other.user, name="rouwZorg")
    of_another_list = proposed(project, colleague.user, kind="sector")
    term = terms.accept_term(proposal=second, by=moderator)
    for one in (first, second):
        one.refresh_from_db()
        assert one.accepted_slug == term.slug
    assert list(theirs.themes.all()) == list(project.themes.all()) == [term]
    assert ReviewCase.objects.waiting().get().object_id == of_another_list.pk
    assert sorted(mails()) == sorted(
        [
            (colleague.user.email, "De term ‘Rouwzorg’ staat nu in de lijst"),
            (other.user.email, "De term ‘rouwZorg’ staat nu in de lijst"),
        ]
    )


def test_accepting_what_came_in_meanwhile_changes_nothing(project, colleague, moderator):
    proposal = proposed(project, colleague.user)
    factories.ThemeFactory(name="Rouwzorg")
    with pytest.raises(TermKnown):
        terms.accept_term(proposal=proposal, by=moderator)
    assert ReviewCase.objects.waiting().count() == 1
    assert not Mail.objects.exists()


def test_merged_with_a_term_of_any_list(project, colleague, moderator):
    there = factories.ConditionFactory(name="Rouw", synonyms=[])
    proposal = proposed(project, colleague.user)
    terms.merge_term(proposal=proposal, by=moderator, into=there, as_other_word=True)
    assert list(project.conditions.all()) == [there]
    assert Condition.objects.get().synonyms == ["Rouwzorg"]
    assert not Theme.objects.exists()
    assert mails() == [(colleague.user.email, "Voor ‘Rouwzorg’ gebruiken we ‘Rouw’")]


def test_other_words_are_found_by_the_search(project, colleague, moderator):
    there = factories.TechnologyFactory(name="Beeldbellen")
    proposal = proposed(project, colleague.user, kind="technology", name="Videobellen")
    terms.merge_term(proposal=proposal, by=moderator, into=there, as_other_word=True)
    assert Technology.objects.get().aliases == ["Videobellen"]
    assert set(Synonym.objects.values_list("term", flat=True)) == {"Videobellen", "Beeldbellen"}


def test_without_other_word_nothing_else_changes(project, colleague, moderator):
    there = factories.ApplicationFactory(name="cVitaal")
    before = Application.objects.values().get()
    proposal = proposed(project, colleague.user, kind="application", name="CVitaal 2")
    terms.merge_term(proposal=proposal, by=moderator, into=there)
    assert Application.objects.values().get() == before
    assert not Synonym.objects.exists()


def test_declined_with_a_reason(project, colleague, moderator):
    proposal = proposed(project, colleague.user)
    with pytest.raises(ReasonMissing):
        terms.decline_term(proposal=proposal, by=moderator, reason=" ")
    terms.decline_term(proposal=proposal, by=moderator, reason="Valt onder palliatieve zorg.")
    proposal.refresh_from_db()
    assert proposal.status == Stage.DECLINED
    assert "Valt onder palliatieve zorg." in Mail.objects.get().message
    event = TermProposal.pgh_event_model.objects.filter(pgh_obj=proposal).latest("pgh_id")
    assert event.pgh_context.metadata["reason"] == "Valt onder palliatieve zorg."


@pytest.mark.parametrize(
    "decide",
    [
        lambda proposal, by: terms.accept_term(proposal=proposal, by=by),
        lambda proposal, by: terms.merge_term(proposal=proposal, by=by, into=factories.ThemeFactory()),
        lambda proposal, by: terms.decline_term(proposal=proposal, by=by, reason="Nee."),
    ],
)
def test_for_moderators_and_once(project, colleague, moderator, decide):
    proposal = proposed(project, colleague.user)
    with pytest.raises(PermissionDenied):
        decide(proposal, colleague.user)
    terms.decline_term(proposal=proposal, by=moderator, reason="Nee.")
    with pytest.raises(AlreadyDecided):
        decide(proposal, moderator)
    assert Mail.objects.count() == 1


def test_nearest_of_all_lists():
    beeld = factories.TechnologyFactory(name="Beeldbellen", aliases=["videobellen"])
    zorg = factories.ThemeFactory(name="Beeldzorg")
    factories.SectorFactory(name="Ziekenhuis")
    assert nearest("beeldbelen") == [beeld]
    assert nearest("Videobellen") == [beeld]
    assert nearest("beeldzorg thuis") == [zorg]
    assert nearest("volstrekt anders") == []
    assert known_as("BEELDBELLEN", "technology") == beeld
    assert known_as("Beeldbellen", "theme") is None


def test_in_english_for_who_reads_english(project, colleague, moderator):
    proposal = proposed(project, colleague.user)
    told = render("term_declined", {"proposal": proposal, "reason": "No.", "project": project, "term": None}, "en")
    assert told.subject == "We will not add the term “Rouwzorg”"
    assert "Kind regards" in told.text


def test_the_best_projects_that_say_a_term_come_first(db):
    plain = factories.ProjectFactory(
        published=True, indexed=True, title="Iets", problem="Hier staat rouwzorg een keer."
    )
    best = factories.ProjectFactory(published=True, indexed=True, title="Rouwzorg", summary="Rouwzorg thuis.")
    assert plain.pk < best.pk
    assert projects_that_say("rouwzorg") == ([best, plain], 2)
