"""A plan that a visitor pastes or sends as a file, to find what is comparable. Nothing of it is kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vindplaats.documents.kinds import SUFFIXES
from vindplaats.documents.limits import MOST_CHARACTERS
from vindplaats.documents.messages import message
from vindplaats.documents.reading import read_text
from vindplaats.documents.refusals import Unreadable
from vindplaats.text import CleanCharField

TOO_LONG = _("Uw tekst is te lang: %(length)s tekens. Er passen er %(most)s. Laat bijlagen weg.")
FAR_TOO_LONG = _(
    "Uw tekst is veel te lang om te lezen. Er passen %(most)s tekens. Plak alleen het plan, zonder bijlagen."
)


class PlanForm(forms.Form):
    """A text, a file, or both; `plan` is all of it together and `cut` tells that a part of it was left unread."""

    tekst = CleanCharField(
        label=_("Tekst van uw plan"),
        help_text=_("Een paar zinnen is genoeg, een heel projectplan mag ook. Noem geen namen van cliënten."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    bestand = forms.FileField(
        label=_("Of kies een bestand"),
        help_text=_("Word (.docx), PDF of tekst (.txt), niet groter dan 5 MB en niet langer dan 100 pagina's."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )

    def __init__(self, *args: Any, far_too_long: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.far_too_long, self.cut = far_too_long, False

    def clean_tekst(self) -> str:
        """Return the pasted text when it is not too long to read."""
        text, most = self.cleaned_data["tekst"], number_format(MOST_CHARACTERS)
        if self.far_too_long:
            raise ValidationError(FAR_TOO_LONG, params={"most": most})
        if len(text) > MOST_CHARACTERS:
            raise ValidationError(TOO_LONG, params={"length": number_format(len(text)), "most": most})
        return text

    def clean_bestand(self) -> str:
        """Return the text of the file."""
        file = self.cleaned_data["bestand"]
        if not file:
            return ""
        try:
            # What was too large to take has its true size and no content.
            read = read_text(file.read(), file.name, size=file.size)
        except Unreadable as error:
            raise ValidationError(message(error.refusal)) from None
        self.cut = read.cut
        return read.text

    def clean(self) -> dict[str, Any]:
        """Join what was pasted and what the file says; one of the two is needed."""
        data = self.cleaned_data
        plan = "\n\n".join(filter(None, (data.get("tekst"), data.get("bestand"))))
        if not plan and not self.errors:
            self.add_error("tekst", gettext("Plak de tekst van uw plan, of kies een bestand."))
        self.cut = self.cut or len(plan) > MOST_CHARACTERS
        return {**data, "plan": plan[:MOST_CHARACTERS]}
