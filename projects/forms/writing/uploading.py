"""A spreadsheet with projects."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.forms.writing.starting import institute_field, offer
from projects.models import Institute
from projects.services.revisions.uploading import MOST_BYTES

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    """The file, and whose projects they are."""

    institute = institute_field()
    bestand = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("Excel (.xlsx), CSV of JSON Lines, hoogstens 2 MB en 100 projecten."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.jsonl"}),
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Het bestand is leeg. Kies een ander."),
        },
    )

    def __init__(self, *args: Any, institutes: list[Institute], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        offer(self.fields["institute"], institutes)

    def clean_bestand(self) -> Any:
        """Return the file when it is not too large; of a larger one nothing was kept."""
        file = self.cleaned_data["bestand"]
        if file.size > MOST_BYTES:
            known = {"size": round(file.size / MEGABYTE, 1), "most": MOST_BYTES // MEGABYTE}
            raise ValidationError(
                _("Het bestand is te groot: %(size)s MB. Het mag %(most)s MB zijn. Verdeel het."), params=known
            )
        return file
