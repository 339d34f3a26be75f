"""Whatever is typed where an institute joins: the form again, the next step, a refusal; never an error of ours."""

import pytest
from django.urls import reverse

from projects.forms.registrations import STEPS
from projects.models import Registration
from tests import factories
from tests.projects.joining import draft
from tests.security.nasty import TEXTS

pytestmark = pytest.mark.django_db
CHOSEN = ("NUL", "C0", "ten kilobytes", "huge number", "SQL", "markup", "header", "emoji", "not a character")
"""All of them were tried; these are the ones that differ for a form."""
TYPED = pytest.mark.parametrize("name", CHOSEN)
FIELDS = ("kind", "place", "gemeente", "website", "description", "brings", "seeks", "email", "role", "reason", "logo")


def all_of(form, text):
    return dict.fromkeys(form.base_fields, text)


@TYPED
def test_every_step_with_anything_typed(client, name):
    text = TEXTS[name]
    assert client.post("/instellingen/aanmelden/", all_of(STEPS[0].form, text)).status_code in (200, 302)
    registration = draft()
    for step in STEPS:
        address = reverse("projects:registration_step", args=[registration.token, step.slug])
        right = {one: getattr(registration, one) or "" for one in step.form.base_fields}
        for typed in (all_of(step.form, text), {**right, next(reversed(right)): text}):
            assert client.post(address, typed).status_code in (200, 302), step.slug
    for address in ("bestaat-al", "controleren"):
        way = f"{registration.get_absolute_url()}{address}/"
        assert client.post(way, {"institute": text, "version": text}).status_code in (200, 302)
    assert "\0" not in str(Registration.objects.filter(pk=registration.pk).values().get())


@TYPED
def test_every_form_of_a_manager_with_anything_typed(client, name):
    text = TEXTS[name]
    membership = factories.MembershipFactory(manager=True)
    other = factories.MembershipFactory(institute=membership.institute)
    client.force_login(membership.user)
    own = f"/mijn/instellingen/{membership.institute.slug}/"
    for place in ("bewerken/", "uitnodigen/", "logo/", f"leden/{other.pk}/"):
        assert client.post(own + place, dict.fromkeys(FIELDS, text)).status_code in (200, 302), place
    client.force_login(factories.UserFactory())
    way = f"/instellingen/{membership.institute.slug}/aansluiten/"
    assert client.post(way, {"note": text}).status_code in (200, 302)
