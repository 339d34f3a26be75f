"""Why the project came to be, and how it was done."""

from django.utils.translation import gettext_lazy

from projects.forms.writing.base import SectionForm
from projects.forms.writing.fields import long_text


class WhyForm(SectionForm):
    """The section 'waarom'."""

    problem = long_text(
        gettext_lazy("Wat was de aanleiding?"),
        gettext_lazy(
            "Wat ging er niet goed, voor wie, en hoe wist u dat? Lezers willen zien of hun situatie erop lijkt."
        ),
        rows=10,
    )
    examples = {
        "problem": gettext_lazy(
            "Bijvoorbeeld: “Cliënten met hartfalen werden vaak opgenomen omdat klachten te laat opvielen. "
            "In ons team van twaalf was dat elke maand wel twee keer zo.”"
        )
    }


class HowForm(SectionForm):
    """The section 'hoe'."""

    approach = long_text(
        gettext_lazy("Hoe pakte u het aan?"),
        gettext_lazy(
            "Wat deed u eerst en wat daarna? Wie deden er mee? Wat kostte het aan tijd en geld? "
            "Schrijf zo dat een ander het na kan doen."
        ),
        rows=12,
        required=True,
        missing=gettext_lazy("Vertel hoe het project is aangepakt."),
    )
    examples = {
        "approach": gettext_lazy(
            "Bijvoorbeeld: “We begonnen met één team en tien cliënten. Elke cliënt kreeg een tablet en een uur uitleg "
            "thuis. Na drie maanden deden alle teams mee. Het kostte een halve dag per week voor een projectleider.”"
        )
    }
