"""Fields whose text everybody may read: no addresses or numbers at which somebody could be reached around the site."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from projects.forms.writing.fields import TOO_LONG
from projects.services.review.personal_data import BSN, EMAIL, PHONE, find
from vindplaats.text import CleanCharField

LONGEST_SHOWN = 40


class PublicTextField(CleanCharField):
    """One line or, with `rows`, several, in which no e-mail address, telephone number or BSN may stand."""

    def __init__(self, *, limit: int, rows: int = 0, missing: Any = "", **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
        messages = {"max_length": TOO_LONG, **({"required": missing} if missing else {})}
        super().__init__(max_length=limit, widget=widget, error_messages=messages, **kwargs)
        # A browser would cut off what is pasted, without a word; the counter of a long text tells instead.
        self.widget.attrs.pop("maxlength", None)
        if rows:
            self.widget.attrs["data-count"] = str(limit)

    def clean(self, value: Any) -> str:
        """Return the text; a single line with single spaces."""
        text = super().clean(value)
        text = text if isinstance(self.widget, forms.Textarea) else " ".join(text.split())
        refuse_ways_around(text)
        return text


def refuse_ways_around(text: str) -> None:
    """Raise ValidationError when `text` holds an e-mail address, a telephone number or a BSN, and say which."""
    sentences = {
        EMAIL: _("Haal het e-mailadres “%(found)s” weg. Anderen bereiken u via de site; uw adres blijft geheim."),
        PHONE: _("Haal het telefoonnummer “%(found)s” weg. Anderen bereiken u via de site; uw nummer blijft geheim."),
        BSN: _("Haal “%(found)s” weg: dat lijkt een burgerservicenummer."),
    }
    for span in find(text):
        if span.kind in sentences:
            found = {"found": text[span.start : span.end][:LONGEST_SHOWN]}
            raise ValidationError(sentences[span.kind], params=found)
