"""Registrations: what the sender does, what a moderator decides, and what is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from post_office.models import Email

from projects.models import Institute, Invitation, ReviewCase
from projects.search.models import SearchDocument
from projects.services import registrations
from projects.services.refusals import AlreadyDecided, ReasonMissing
from projects.services.registrations.refusals import (
    ChangedMeanwhile,
    Incomplete,
    InstituteExists,
    InstituteTaken,
    NotOpen,
    StageRefused,
)
from projects.states import STAGES, InstituteStatus, MemberRole, Outcome, RegistrationKind, Stage
from tests import factories
from tests.projects.joining import FILLED, mails, sent_in


@pytest.fixture
def moderator(db):
    return factories.UserFactory(moderator=True)


def test_the_way_in(moderator):
    registration = sent_in()
    case = ReviewCase.objects.get()
    assert (case.kind, case.object_id, case.title, case.flags) == ("registration", registration.pk, FILLED["name"], [])
    assert mails() == [("demi@debeuk.example", "Wij hebben de aanmelding van Zorgcentrum De Beuk ontvangen")]

    institute = registrations.accept(registration=registration, by=moderator)

    registration.refresh_from_db()
    case.refresh_from_db()
    assert (registration.status, registration.institute) == (Stage.ACCEPTED, institute)
    assert (case.outcome, case.decided_by) == (Outcome.APPROVED, moderator)
    assert (institute.status, institute.slug) == (InstituteStatus.VERIFIED, "zorgcentrum-de-beuk")
    assert (institute.kvk_number, institute.email_domains) == ("12345678", ["debeuk.example"])
    assert institute.brings == FILLED["brings"]
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role) == ("demi@debeuk.example", MemberRole.MANAGER)
    assert mails()[1:] == [("demi@debeuk.example", "Zorgcentrum De Beuk is aangesloten bij Vindplaats")]
    assert invitation.token in Email.objects.last().message


def test_the_mail_holds_reference_and_secret_address(db):
    registration = sent_in()
    text = Email.objects.get().message
    assert registration.reference in text
    assert f"/instellingen/aanmelden/{registration.token}/" in text


def test_who_worked_in_english_is_mailed_in_english(moderator):
    draft = registrations.begin(language="en", changes=FILLED)
    registrations.accept(registration=registrations.submit(registration=draft), by=moderator)
    first, second = Email.objects.order_by("pk")
    assert "/en/instellingen/aanmelden/" in first.message
    assert "/en/uitnodiging/" in second.message


def test_a_claim_verifies_what_was_named_and_keeps_its_address(moderator):
    institute = factories.InstituteFactory(name="Zorgcentrum De Beuk", place="", slug="beuk", website="")
    project = factories.ProjectFactory(published=True, institute=institute, indexed=True)
    draft = registrations.begin(institute=institute)
    assert (draft.kind, draft.name, draft.institute_kind) == (RegistrationKind.CLAIM, institute.name, institute.kind)
    draft = registrations.save_step(registration=draft, changes={**FILLED, "seeks": ""})
    accepted = registrations.accept(registration=registrations.submit(registration=draft), by=moderator)
    assert accepted.pk == institute.pk
    assert (accepted.slug, accepted.status, accepted.place) == ("beuk", InstituteStatus.VERIFIED, "Beukendorp")
    assert project.institute_id == accepted.pk
    assert SearchDocument.objects.filter(kind="institute", object_id=institute.pk).count() in (0, 1)
    assert Institute.objects.count() == 1


def test_a_moderator_recognises_an_institute(moderator):
    known = factories.InstituteFactory(name="De Beuk", place="Beukendorp")
    assert registrations.accept(registration=sent_in(), by=moderator, institute=known).pk == known.pk
    assert Institute.objects.get().name == FILLED["name"]


def test_two_of_one_name_in_one_place_are_refused(moderator):
    twin = factories.InstituteFactory(name="ZORGCENTRUM de Beuk", place="Beukendorp")
    registration = sent_in()
    with pytest.raises(InstituteExists) as refusal:
        registrations.accept(registration=registration, by=moderator)
    assert refusal.value.institute == twin
    registration.refresh_from_db()
    assert registration.status == Stage.SUBMITTED
    assert ReviewCase.objects.get().closed_at is None


def test_what_takes_part_is_not_taken_over(moderator):
    verified = factories.InstituteFactory(verified=True)
    with pytest.raises(InstituteTaken):
        registrations.begin(institute=verified)
    named = factories.InstituteFactory()
    first, second = registrations.begin(institute=named), registrations.begin(institute=named)
    for draft in (first, second):
        registrations.save_step(registration=draft, changes=FILLED)
        registrations.submit(registration=draft)
    registrations.accept(registration=first, by=moderator)
    with pytest.raises(InstituteTaken):
        registrations.accept(registration=second, by=moderator)
    assert Invitation.objects.count() == 1


def test_asked_back_and_sent_again(moderator):
    registration = sent_in()
    registrations.return_with_reason(registration=registration, by=moderator, reason=" Welke vestiging? ")
    registration.refresh_from_db()
    assert (registration.status, registration.reason) == (Stage.RETURNED, "Welke vestiging?")
    assert "Welke vestiging?" in Email.objects.last().message
    assert registration.token in Email.objects.last().message
    registrations.save_step(registration=registration, changes={"note": "Die in Beukendorp."})
    registrations.submit(registration=registration)
    assert ReviewCase.objects.filter(closed_at=None).count() == 1
    registrations.accept(registration=registration, by=moderator)


def test_declined_with_a_reason(moderator):
    registration = sent_in()
    registrations.decline(registration=registration, by=moderator, reason="Geen zorginstelling.")
    registration.refresh_from_db()
    assert registration.status == Stage.DECLINED
    assert "Geen zorginstelling." in Email.objects.last().message
    assert not Institute.objects.exists()


@pytest.mark.parametrize("decide", [registrations.return_with_reason, registrations.decline])
def test_without_a_reason_nothing_is_refused(moderator, decide):
    registration = sent_in()
    with pytest.raises(ReasonMissing):
        decide(registration=registration, by=moderator, reason="  ")
    assert ReviewCase.objects.get().closed_at is None


@pytest.mark.parametrize("act", ["accept", "return_with_reason", "decline"])
def test_only_moderators_decide(db, act):
    registration = sent_in()
    manager = factories.MembershipFactory(manager=True).user
    with pytest.raises(PermissionDenied):
        getattr(registrations, act)(registration=registration, by=manager, reason="Daarom.")


# What may be done with a registration, to which stage it leads, and what it needs.
ACTS = {
    "submit": Stage.SUBMITTED,
    "withdraw": Stage.WITHDRAWN,
    "accept": Stage.ACCEPTED,
    "return_with_reason": Stage.RETURNED,
    "decline": Stage.DECLINED,
}


@pytest.mark.parametrize("stage", Stage.values)
@pytest.mark.parametrize("act", ACTS)
def test_every_transition(moderator, act, stage):
    """What STAGES allows happens, all else is refused and changes nothing."""
    registration = factories.RegistrationFactory(**FILLED, status=stage)
    if stage == Stage.SUBMITTED:
        factories.ReviewCaseFactory(kind="registration", object_id=registration.pk)
    decides = act in ("accept", "return_with_reason", "decline")
    given = {"by": moderator, "reason": "Daarom."} if decides else {}
    if ACTS[act] in STAGES[stage]:
        getattr(registrations, act)(registration=registration, **given)
        registration.refresh_from_db()
        assert registration.status == ACTS[act]
    else:
        with pytest.raises((StageRefused, AlreadyDecided)):
            getattr(registrations, act)(registration=registration, **given)
        registration.refresh_from_db()
        assert registration.status == stage
        assert not Email.objects.exists()


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.ACCEPTED, Stage.DECLINED, Stage.WITHDRAWN])
def test_what_was_sent_is_not_changed(db, stage):
    registration = factories.RegistrationFactory(status=stage)
    institute = factories.InstituteFactory()
    acts = [
        lambda: registrations.save_step(registration=registration, changes={"name": "Ander"}),
        lambda: registrations.take_for(registration=registration, institute=institute),
        lambda: registrations.tell_apart(registration=registration, institutes=[institute]),
    ]
    for act in acts:
        with pytest.raises(NotOpen):
            act()


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"name": ""}, ["name"]),
        ({"institute_kind": "", "place": ""}, ["institute_kind", "place"]),
        ({"kvk_number": ""}, ["kvk_number"]),
        ({"kvk_number": "", "numbers_note": "Wij zijn een netwerk."}, []),
        ({"kvk_number": "", "agb_code": "41000001"}, []),
        ({"manager_email": "demi@gmail.com"}, ["email_note"]),
        ({"manager_email": "demi@gmail.com", "email_note": "Wij hebben geen eigen mail."}, []),
        ({"manager_email": "demi@west.debeuk.example"}, []),
        ({"manager_email": "demi@nepdebeuk.example"}, ["email_note"]),
        ({"email_domain": ""}, ["email_note"]),
        ({"email_domain": "gmail.com", "manager_email": "demi@gmail.com"}, ["email_domain"]),
        (
            {"manager_name": "", "manager_role": "", "manager_email": ""},
            ["manager_name", "manager_role", "manager_email"],
        ),
    ],
)
def test_what_is_needed(db, changes, missing):
    draft = registrations.begin(changes={**FILLED, **changes})
    if missing:
        with pytest.raises(Incomplete) as refusal:
            registrations.submit(registration=draft)
        assert refusal.value.fields == missing
        assert not ReviewCase.objects.exists()
    else:
        assert registrations.submit(registration=draft).status == Stage.SUBMITTED


def test_what_the_sender_did_not_see_is_not_sent(db):
    draft = registrations.begin(changes=FILLED)
    seen = draft.version
    registrations.save_step(registration=draft, changes={"manager_email": "ander@debeuk.example"})
    with pytest.raises(ChangedMeanwhile):
        registrations.submit(registration=draft, version=seen)
    assert not Email.objects.exists()


def test_the_sender_writes_nothing_else(db):
    with pytest.raises(ValueError, match="status"):
        registrations.begin(changes={"status": Stage.ACCEPTED})


def test_the_moderator_sees_what_is_strange(db):
    twin = factories.InstituteFactory()
    draft = registrations.begin(changes={**FILLED, "manager_email": "demi@gmail.com", "email_note": "Geen eigen mail."})
    draft = registrations.tell_apart(registration=draft, institutes=[twin])
    registrations.submit(registration=draft)
    assert ReviewCase.objects.get().flags == ["address", "duplicate"]


def test_audit_tells_who_decided_and_keeps_no_secret(moderator):
    registration = sent_in()
    registrations.decline(registration=registration, by=moderator, reason="Nee.")
    event = registration.events.order_by("-pgh_id").first()
    assert (event.status, event.pgh_context.metadata["user"]) == (Stage.DECLINED, moderator.pk)
    assert not hasattr(event, "token")
