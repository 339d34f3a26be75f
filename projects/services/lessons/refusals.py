"""Why lessons cannot be put together, or be a pair."""

from typing import Any

from django.utils.translation import gettext as _

from projects.services.refusals import Refused


class TooFew(Refused):
    """One lesson is not the same as anything."""

    def __init__(self) -> None:
        super().__init__(_("Kies minstens twee lessen."))


class AnotherKind(Refused):
    """A pitfall is not the same as what helps."""

    def __init__(self, lesson: Any) -> None:
        said = {"title": lesson.title, "kind": lesson.get_kind_display()}
        super().__init__(_("‘%(title)s’ is een andere soort les (%(kind)s). Kies lessen van één soort.") % said)


class NoPair(Refused):
    """Only a success factor or a tip helps against a pitfall."""

    def __init__(self) -> None:
        super().__init__(_("Kies een valkuil, en een succesfactor of tip die ertegen helpt."))


class LessonGone(Refused):
    """A text of the project was changed meanwhile, or the project was removed."""

    def __init__(self) -> None:
        super().__init__(_("Een van de lessen is er intussen niet meer. Begin opnieuw bij de lijst."))
