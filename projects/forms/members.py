"""Who belongs to an institute: ask, invite, decide."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import LongTextField, MailField
from projects.states import MemberRole

MOST_CHARACTERS = 1_000


class JoinForm(forms.Form):
    """Ask to join; who has an address of the institute need not say more."""

    note = LongTextField(
        label=_("Wat doet u bij deze instelling?"),
        help_text=_("De beheerder leest dit om u te herkennen."),
        max_length=MOST_CHARACTERS,
        error_messages={"required": _("Schrijf op wat u bij de instelling doet, zodat de beheerder u herkent.")},
    )

    def __init__(self, *args: Any, is_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["note"].required = not is_known


class InviteForm(forms.Form):
    """An address, and what its owner may do."""

    email = MailField(label=_("E-mailadres van uw collega"))
    role = forms.ChoiceField(
        label=_("Rol"),
        choices=[
            (MemberRole.MEMBER, _("Lid: dient projecten in en werkt ze bij")),
            (MemberRole.MANAGER, _("Beheerder: beslist ook wie erbij hoort en werkt de pagina bij")),
        ],
        initial=MemberRole.MEMBER,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)


class ReasonForm(forms.Form):
    """Why, for who it is about; may stay empty."""

    reason = LongTextField(
        label=_("Reden"),
        help_text=_("Dit staat in de mail die hij of zij krijgt."),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
