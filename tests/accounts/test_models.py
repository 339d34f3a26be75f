"""A user is an e-mail address in lower case and a name."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import IntegrityError, transaction

from tests.factories import UserFactory
from vindplaats.accounts.models import User

pytestmark = pytest.mark.django_db


def test_address_is_kept_in_lower_case():
    user = User.objects.create_user("  Iemand@Zorg.Example ", "geheim-geheim")
    assert user.email == "iemand@zorg.example"
    assert user.check_password("geheim-geheim")


@pytest.mark.parametrize("typed", ["iemand@zorg.example", "IEMAND@zorg.example"])
def test_capitals_make_no_difference_when_logging_in(typed):
    user = UserFactory(email="iemand@zorg.example")
    assert authenticate(username=typed, password="geheim-geheim") == user
    assert authenticate(username=typed, password="verkeerd") is None


def test_one_account_for_an_address():
    UserFactory(email="iemand@zorg.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("IEMAND@ZORG.EXAMPLE")


def test_without_an_address_or_without_a_password():
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("")
    user = User.objects.create_user("zonder@zorg.example")
    assert not user.has_usable_password()
    assert authenticate(username=user.email, password="") is None


def test_account_that_is_switched_off_cannot_log_in():
    user = UserFactory(is_active=False)
    assert authenticate(username=user.email, password="geheim-geheim") is None


def test_administrator_by_command():
    call_command("createsuperuser", interactive=False, email="Beheer@Zorg.example", verbosity=0)
    user = User.objects.get()
    assert (user.email, user.is_staff, user.is_superuser) == ("beheer@zorg.example", True, True)


@pytest.mark.parametrize(
    ("name", "full", "text"), [("Redactie", "Redactie", "Redactie"), ("", "iemand", "iemand@zorg.example")]
)
def test_names(name, full, text):
    user = UserFactory(email="iemand@zorg.example", name=name)
    assert (user.get_full_name(), user.get_short_name(), str(user)) == (full, full, text)


def test_changes_are_audited_without_secrets():
    user = UserFactory()
    user.is_staff = True
    user.set_password("een-ander-geheim")
    user.save()
    User.objects.filter(pk=user.pk).update(last_login=None, name="Anders")
    events = User.pgh_event_model.objects.filter(pgh_obj=user).order_by("pgh_id")
    assert [(event.pgh_label, event.is_staff, event.name == "Anders") for event in events] == [
        ("insert", False, False),
        ("update", True, False),
        ("update", True, True),
    ]
    assert not hasattr(events[0], "password")
