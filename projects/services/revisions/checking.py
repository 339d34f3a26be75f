"""Whether a text is complete and right: the checks of the import format, told section by section."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from projects.models import Project
from projects.services.exchange.reading import Reading
from projects.services.importing.known import Known
from projects.services.importing.resolving import ends_before_start, read_record
from projects.services.revisions.labels import ITEM_LABELS, SINGULAR, label_of
from projects.services.revisions.sections import SECTION_OF
from projects.states import Phase, Status

Record = dict[str, Any]
PLACE = re.compile(r"(\w+)\.([0-9]+)(?:\.(\w+))?.*")
MOST_CONTACTS = 5


@dataclass(frozen=True)
class Problem:
    """One thing that is missing or wrong. `place` is as in a record: 'lessons.2.title'."""

    section: str
    place: str
    message: str

    @property
    def field(self) -> str:
        """The name of the field."""
        return self.place.partition(".")[0]


def check(content: Record, *, project: Project, known: Known | None = None) -> list[Problem]:
    """Return all that keeps a text from being submitted, in the order in which it was found."""
    reading = Reading()
    text = {name: value for name, value in content.items() if name != "contact"}
    read_record({"id": project.external_id, **text}, known or Known(), reading)
    # What is missing is told in words for who writes it here, not in those of a file.
    missing = dict(_missing(content, project))
    wrong = [(place, why) for place, why in reading.problems if place not in missing]
    return told([*missing.items(), *wrong, *_contradictions(content)])


def told(problems: Iterable[tuple[str, str]]) -> list[Problem]:
    """Return the (place, reason) of an import as problems of sections; what has no section stands under the first."""
    return [
        Problem(SECTION_OF.get(place.partition(".")[0], "wat"), place, f"{_where(place)}: {reason}")
        for place, reason in dict.fromkeys(problems)
    ]


def _where(place: str) -> str:
    found = PLACE.fullmatch(place)
    if not found:
        return label_of(place)
    name, number, part = found.groups()
    whole = f"{SINGULAR.get(name, label_of(name))} {number}"
    return f"{whole}, {ITEM_LABELS.get(part, part)}" if part and name in SINGULAR else str(whole)


def _missing(content: Record, project: Project) -> list[tuple[str, str]]:
    """Return what a page cannot do without. A page that is public may have been without an approach or a theme."""
    wanted = [
        ("title", _("Geef het project een titel.")),
        ("summary", _("Vat het project samen in een paar zinnen.")),
        ("phase", _("Kies hoe ver het project is.")),
    ]
    if project.status != Status.PUBLISHED:
        wanted.append(("approach", _("Vertel hoe het project is aangepakt.")))
        wanted.append(("themes", _("Kies minstens één thema, anders vindt niemand het project.")))
    wanted.append(("contact", _("Vul in wie vragen beantwoordt.")))
    if content.get("phase") == Phase.STOPPED:
        wanted.append(("stop_reasons", _("Kies waarom het project stopte. Daar leren anderen van.")))
    return [(name, why) for name, why in wanted if not content.get(name)]


def _contradictions(content: Record) -> list[tuple[str, str]]:
    found = []
    if ends_before_start(str(content.get("start") or ""), str(content.get("end") or "")):
        found.append(("end", _("Het einde ligt vóór het begin.")))
    if content.get("phase") != Phase.STOPPED and (content.get("stop_reasons") or content.get("stop_explanation")):
        found.append(("stop_reasons", _("Alleen bij een gestopt project horen redenen om te stoppen.")))
    people = content.get("contact") or []
    for number, person in enumerate(people, 1):
        found += [(f"contact.{number}", why) for why in _wrong_with(person)]
    if len(people) > MOST_CONTACTS:
        found.append(("contact", _("Noem niet meer dan %(most)d mensen.") % {"most": MOST_CONTACTS}))
    return found


def _wrong_with(person: Record) -> list[str]:
    wrong = [] if person.get("name") else [_("Vul een naam in.")]
    if person.get("user"):
        return wrong
    try:
        validate_email(person.get("email") or "")
    except ValidationError:
        wrong.append(_("Vul een e-mailadres in, of kies iemand van uw instelling. Het adres komt niet op de site."))
    return wrong
