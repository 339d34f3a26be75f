"""Is this institute one of those that resemble it?"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from projects.models import Institute

NONE_OF_THEM = "geen"


class TwinForm(forms.Form):
    """One of the institutes whose page can be taken over, or none."""

    institute = forms.ChoiceField(
        label=_("Is uw instelling een van deze?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies uw instelling, of kies dat u een andere bent.")},
    )

    def __init__(self, institutes: Iterable[Institute], *args: Any, chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", initial={"institute": chosen}, **kwargs)
        listed = [(str(one.pk), _described(one)) for one in institutes]
        self.fields["institute"].choices = [*listed, (NONE_OF_THEM, gettext("Nee, wij zijn een andere instelling"))]


def _described(institute: Institute) -> str:
    if institute.place:
        told = {"name": institute.name, "place": institute.place}
        return gettext("Ja, dit zijn wij: %(name)s, %(place)s. Wij nemen de pagina over") % told
    return gettext("Ja, dit zijn wij: %(name)s. Wij nemen de pagina over") % {"name": institute.name}
