"""Fields that several forms share: what people type, cleaned and checked, with a message that says what to do."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vindplaats.text import CleanCharField

WEB_ADDRESS = re.compile(r"://|www\.|\w\.\w{2,}/", re.IGNORECASE)


class NameField(CleanCharField):
    """A name of somebody or something on one line; a web address is no name, so that our mails carry nobody's."""

    def clean(self, value: object) -> str:
        """Return the name with single spaces."""
        name = " ".join(super().clean(value).split())
        if WEB_ADDRESS.search(name):
            raise ValidationError(_("Vul hier alleen een naam in, zonder webadres."))
        return name


class LongTextField(CleanCharField):
    """A text of several lines; its control says how many characters fit."""

    widget = forms.Textarea(attrs={"rows": 5})


class WebAddressField(CleanCharField):
    """The address of a website; who leaves out "https://" means it."""

    default_error_messages = {"invalid": _("Vul een webadres in, zoals https://www.zorg.nl.")}

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"inputmode": "url", "autocomplete": "url", "spellcheck": "false"}
        super().__init__(max_length=500, widget=forms.TextInput(attrs=attributes), **kwargs)

    def clean(self, value: object) -> str:
        """Return the whole address, with http or https."""
        text = super().clean(value)
        if not text:
            return ""
        whole = text if re.match(r"^https?://", text, re.IGNORECASE) else f"https://{text}"
        try:
            return forms.URLField(assume_scheme="https", max_length=500).clean(whole)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class MailField(forms.EmailField):
    """An e-mail address in lower case."""

    default_error_messages = {
        "invalid": _("Vul een e-mailadres in, zoals naam@zorg.nl."),
        "required": _("Vul een e-mailadres in."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"autocomplete": "email", "spellcheck": "false"}
        super().__init__(max_length=254, widget=forms.EmailInput(attrs=attributes), **kwargs)

    def clean(self, value: object) -> str:
        """Return the address, without control characters around it."""
        return super().clean(value).lower()
