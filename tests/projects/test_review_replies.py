"""Standard texts that ship: there once, and the editors' own from then on."""

import pytest

from projects.models import ReplyTemplate
from projects.services.reference.replies import load_replies
from projects.services.review import kinds

pytestmark = pytest.mark.django_db


def test_each_is_for_a_kind_that_there_is_and_says_something():
    assert load_replies().counts["added"] == ReplyTemplate.objects.count() >= 10
    assert {reply.kind for reply in ReplyTemplate.objects.all()} <= {"", *(kind.name for kind in kinds.all_())}
    assert all(len(reply.text) > 40 for reply in ReplyTemplate.objects.all())
    assert load_replies().counts["added"] == 0


def test_what_editors_do_with_them_stays():
    load_replies()
    changed, renamed, gone = ReplyTemplate.objects.order_by("pk")[:3]
    ReplyTemplate.objects.filter(pk=changed.pk).update(text="Onze eigen tekst.")
    ReplyTemplate.objects.filter(pk=renamed.pk).update(title="Onze eigen titel")
    gone.delete()
    before = list(ReplyTemplate.objects.order_by("pk").values())
    load_replies()
    assert list(ReplyTemplate.objects.order_by("pk").values()) == before
