"""What goes along with a text that is sent in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from projects.forms.writing.fields import long_text


class SendForm(forms.Form):
    """A message to the moderator."""

    note = long_text(
        gettext_lazy("Bericht aan de moderator"),
        gettext_lazy("Bijvoorbeeld wat u wijzigde, of waar u over twijfelt. Dit komt niet op de site."),
        rows=4,
        limit=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
