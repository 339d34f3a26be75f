"""A text that everybody will read: long enough, not too long, and with nothing that is about a person by mistake."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.forms.writing.fields import TOO_LONG, long_text
from projects.services.review import personal_data
from projects.states import Language
from vindplaats.text import CleanCharField

LONGEST_TITLE = 150
LONGEST_TEXT = 5_000
LONGEST_FOLLOW_UP = 2_000
NOBODYS = "van_niemand"


def found_in(text: str) -> str:
    """Say what a text may tell of a person and what to do; empty when nothing was found."""
    told = {
        personal_data.EMAIL: _("een e-mailadres"),
        personal_data.PHONE: _("een telefoonnummer"),
        personal_data.BSN: _("een nummer dat op een burgerservicenummer lijkt"),
    }
    kinds = [told[kind] for kind in told if kind in personal_data.kinds_in(text)]
    if not kinds:
        return ""
    said = _(" en ").join(kinds)
    return _(
        "Hier staat %(what)s. Iedereen kan dit lezen, dus haal het weg. Hoort het bij een organisatie en niet bij een "
        "persoon? Zet dan hieronder een vinkje."
    ) % {"what": said}


class PublicTextForm(forms.Form):
    """A form whose texts are looked through for what is about a person; who is sure ticks that it is nobody's.

    The box is only there when something was found. A moderator looks at what was ticked.
    """

    looked_through: tuple[str, ...] = ()
    """The fields that are."""

    van_niemand = forms.BooleanField(
        label=gettext_lazy("Dit hoort bij een organisatie, niet bij een persoon."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.asks_whose = False

    def clean(self) -> dict[str, Any]:
        """Point at what may be about a person."""
        data = super().clean() or self.cleaned_data
        for name in self.looked_through:
            if message := found_in(data.get(name) or ""):
                self.asks_whose = True
                if not data.get(NOBODYS):
                    self.add_error(name, message)
        return data


class AskForm(PublicTextForm):
    """A question, as one begins to ask it."""

    looked_through = ("titel", "tekst")

    titel = CleanCharField(
        label=gettext_lazy("Wat wilt u weten?"),
        help_text=gettext_lazy("Eén vraag in één zin. Bijvoorbeeld: Hoe kreeg u de nachtdienst mee met beeldbellen?"),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs={"data-count": str(LONGEST_TITLE), "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Schrijf in één zin wat u wilt weten."), "max_length": TOO_LONG},
    )
    tekst = long_text(
        gettext_lazy("Wat moet iemand weten om u te helpen?"),
        gettext_lazy("Wat doet u al, waar loopt u vast, wat hebt u geprobeerd? Noem geen cliënten of collega’s."),
        limit=LONGEST_TEXT,
    )
    instelling = forms.ChoiceField(
        label=gettext_lazy("Vraagt u dit namens een instelling?"), required=False, widget=forms.RadioSelect
    )
    zonder_naam = forms.BooleanField(
        label=gettext_lazy("Zonder mijn naam"),
        help_text=gettext_lazy(
            "Met dit vinkje staat bij uw vraag ‘Iemand uit de zorg’, zonder instelling. "
            "Alleen de moderatoren kunnen zien wie u bent."
        ),
        required=False,
    )
    taal = forms.ChoiceField(label=gettext_lazy("In welke taal schrijft u?"), choices=Language.choices)

    def __init__(self, *args: Any, institutes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.institutes = {one.slug: one for one in institutes}
        self.fields["titel"].widget.attrs.pop("maxlength", None)
        if institutes:
            names = [(slug, one.name) for slug, one in self.institutes.items()]
            self.fields["instelling"].choices = [("", _("Nee, voor mijzelf")), *names]
        else:
            del self.fields["instelling"]

    def clean_titel(self) -> str:
        """Return the question on one line."""
        return " ".join(self.cleaned_data["titel"].split())

    @property
    def institute(self) -> Any:
        """The institute that was chosen, or None."""
        return self.institutes.get(self.cleaned_data.get("instelling") or "")


class AnswerForm(PublicTextForm):
    """An answer."""

    looked_through = ("tekst",)

    tekst = long_text(
        gettext_lazy("Uw antwoord"),
        gettext_lazy("Wat deed u, wat werkte en wat niet? Noem geen cliënten of collega’s. Iedereen kan dit lezen."),
        limit=LONGEST_TEXT,
        required=True,
        missing=gettext_lazy("Schrijf uw antwoord op."),
    )
    taal = forms.ChoiceField(label=gettext_lazy("In welke taal schrijft u?"), choices=Language.choices)


class FollowUpForm(PublicTextForm):
    """A reaction to an answer."""

    looked_through = ("tekst",)

    tekst = long_text(
        gettext_lazy("Uw reactie"),
        gettext_lazy("Vraag door of vul aan. Iedereen kan dit lezen."),
        rows=4,
        limit=LONGEST_FOLLOW_UP,
        required=True,
        missing=gettext_lazy("Schrijf uw reactie op."),
    )
