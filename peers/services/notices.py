"""Tell somebody something: on the site always, by mail as they chose for that kind."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from peers.models import Notice, NoticeSetting
from peers.services.sentences import SENTENCES
from peers.services.unsubscribing import unsubscribe_headers, unsubscribe_page
from peers.states import Frequency, NoticeKind
from projects.services.letters import page
from vindplaats.accounts.models import User
from vindplaats.mail import queue
from vindplaats.mail.failing import is_failing

USUAL: dict[str, Frequency] = {
    NoticeKind.CONTACT: Frequency.AT_ONCE,
    NoticeKind.QUESTION: Frequency.AT_ONCE,
    NoticeKind.ANSWER: Frequency.AT_ONCE,
    NoticeKind.REACTION: Frequency.WEEKLY,
    NoticeKind.FOLLOW: Frequency.WEEKLY,
}
"""How often each kind is mailed to who chose nothing."""


@transaction.atomic
def tell(
    *, user: User, code: str, title: str, path: str, template: str = "", context: Mapping[str, Any] | None = None
) -> Notice:
    """Leave a notice for `user`: the sentence `code` about `title`, which leads to `path` (Dutch, without a host).

    Who wants this kind at once is mailed in the same transaction: with templates/mail/<template>.txt when one is
    given, which gets `context`, else with the sentence itself. Who wants a digest gets it with the next one.
    KeyError for a code that has no sentence.
    """
    sentence = SENTENCES[code]
    frequency = frequency_of(user, sentence.kind)
    notice = Notice.objects.create(
        user=user,
        kind=sentence.kind,
        code=code,
        title=title[:300],
        path=path,
        created_at=timezone.now(),
        frequency=frequency,
    )
    if frequency == Frequency.AT_ONCE and user.is_active and not is_failing(user.email):
        _mail(notice, template or "notice", context or {})
    return notice


def frequency_of(user: User, kind: str) -> Frequency:
    """Return how often `user` is mailed about a kind of notice."""
    chosen = NoticeSetting.objects.filter(user=user, kind=kind).values_list("frequency", flat=True).first()
    return Frequency(chosen) if chosen else USUAL[kind]


def chosen_frequencies(user: User) -> dict[str, Frequency]:
    """Return how often `user` is mailed about each kind."""
    chosen = dict(NoticeSetting.objects.filter(user=user).values_list("kind", "frequency"))
    return {kind: Frequency(chosen.get(kind, USUAL[kind])) for kind in NoticeKind.values}


@transaction.atomic
def choose_frequencies(*, user: User, chosen: Mapping[str, str]) -> None:
    """Set how often `user` is mailed about each kind of `chosen`; what waits for a digest follows."""
    for kind, frequency in chosen.items():
        NoticeSetting.objects.update_or_create(user=user, kind=kind, defaults={"frequency": frequency})
        waiting = Notice.objects.filter(user=user, kind=kind, mailed_at=None)
        # What was only shown on the site until now is not mailed afterwards.
        waiting.filter(frequency__in=[Frequency.DAILY, Frequency.WEEKLY]).update(frequency=frequency)


@transaction.atomic
def read(*, notices: Iterable[Notice], user: User) -> None:
    """Note that `user` has seen these notices."""
    pks = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=pks, user=user, read_at=None).update(read_at=timezone.now())


def _mail(notice: Notice, template: str, context: Mapping[str, Any]) -> None:
    what = f"notice:{notice.kind}:{notice.user_id}"
    # In the language of who reads it, which need not be that of who caused it.
    with override(notice.user.language):
        sentence = SENTENCES[notice.code].text % {"title": notice.title}
    queue(
        to=notice.user.email,
        template=template,
        context={
            "name": notice.user.get_full_name(),
            "notice": notice,
            "sentence": sentence,
            "notice_url": page("peers:notice", notice.pk),
            "settings_url": page("peers:notice_settings"),
            "unsubscribe_url": unsubscribe_page(what),
            **context,
        },
        language=notice.user.language,
        key=f"notice-{notice.pk}",
        headers=unsubscribe_headers(what),
    )
    notice.mailed_at = timezone.now()
    notice.save(update_fields=["mailed_at"])
