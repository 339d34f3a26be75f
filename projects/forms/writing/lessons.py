"""What others can learn: pitfalls with what helped, what went well, tips."""

from django.utils.translation import gettext_lazy

from projects.forms.writing.base import SectionForm
from projects.forms.writing.fields import choice, long_text, text
from projects.forms.writing.groups import GroupForm
from projects.states import LessonKind, Phase


class LessonForm(GroupForm):
    """One lesson."""

    list_name = "lessons"
    kept = ("themes", "language")
    one_more = gettext_lazy("Nog een les")
    take_away = gettext_lazy("Haal deze les weg")
    heading = gettext_lazy("Les")

    kind = choice(
        gettext_lazy("Wat voor les is het?"),
        LessonKind.choices,
        radios=True,
        error_messages={"required": gettext_lazy("Kies of het een valkuil, een succesfactor of een tip is.")},
    )
    title = text(
        gettext_lazy("De les in één zin"),
        gettext_lazy("Bijvoorbeeld: “Zonder de huisarts erbij liep het vast”."),
        required=True,
        missing=gettext_lazy("Schrijf de les in één zin op."),
    )
    situation = long_text(
        gettext_lazy("Wat speelde er?"), gettext_lazy("Waar en wanneer, en wie had er last van?"), rows=4
    )
    outcome = long_text(gettext_lazy("Wat gebeurde er toen?"), rows=4)
    advice = long_text(
        gettext_lazy("Wat hielp, of wat zou u nu anders doen?"),
        gettext_lazy("Dit is waar lezers voor komen. Wat kan een ander morgen doen?"),
        rows=4,
    )
    phase = choice(gettext_lazy("In welke fase speelde dit?"), Phase.choices, required=False)


class LessonsForm(SectionForm):
    """The section 'lessen'."""

    group_kinds = (LessonForm,)
