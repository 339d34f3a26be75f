"""What the project is about, for whom, with what and with whom."""

from django.utils.translation import gettext_lazy, pgettext_lazy

from projects.forms.writing import choices
from projects.forms.writing.base import Record, SectionForm
from projects.forms.writing.fields import ChecksField, LinesField, OptionGroup
from projects.models import Application, Condition, Sector, TargetGroup
from vindplaats.text import fold


class WhoForm(SectionForm):
    """The section 'wie'."""

    themes = ChecksField(
        gettext_lazy("Thema's"),
        gettext_lazy("Waar gaat het project over? Kies er een paar; te veel zegt niets meer."),
        required=True,
        missing=gettext_lazy("Kies minstens één thema, anders vindt niemand het project."),
    )
    target_groups = ChecksField(gettext_lazy("Doelgroepen"), gettext_lazy("Voor wie is het?"))
    sectors = ChecksField(gettext_lazy("Sectoren"), gettext_lazy("In welk deel van de zorg?"))
    conditions = ChecksField(pgettext_lazy("ziekte", "Aandoeningen"))
    technologies = ChecksField(gettext_lazy("Technologie"), gettext_lazy("Wat voor techniek gebruikt u?"))
    other_technologies = LinesField(
        gettext_lazy("Andere technologie"),
        gettext_lazy("Staat het er niet bij? Eén naam per regel."),
        limit=100,
        most=50,
    )
    applications = ChecksField(
        gettext_lazy("Toepassingen"), gettext_lazy("Welk digitaal product gebruikt u? Noem het ook als het tegenviel.")
    )
    partners = LinesField(
        gettext_lazy("Partners"),
        gettext_lazy("Met wie deed u het? Eén organisatie per regel. Heeft die hier een pagina, dan komt er een link."),
    )
    programmes = ChecksField(
        gettext_lazy("Programma's"),
        gettext_lazy("Hoort het project bij een landelijk of regionaal programma?"),
        most=20,
    )

    def initial_of(self, content: Record) -> Record:
        """Return the fields of the record; names of technologies that nobody used yet stand apart."""
        used = content.get("technologies") or []
        known = {fold(one.value): one.value for group in self._technologies() for one in group.options}
        links = content.get("programmes") or []
        return {
            **{name: content.get(name) or [] for name in ("themes", "target_groups", "sectors", "conditions")},
            "applications": content.get("applications") or [],
            "technologies": [known[fold(name)] for name in used if fold(name) in known],
            "other_technologies": [name for name in used if fold(name) not in known],
            "partners": [_name(one) for one in content.get("partners") or []],
            "programmes": [_key(link) for link in links],
        }

    def offered(self) -> dict[str, list[OptionGroup]]:
        """Return all lists of terms."""
        return {
            "themes": choices.themes(),
            "target_groups": choices.terms(TargetGroup),
            "sectors": choices.terms(Sector),
            "conditions": choices.terms(Condition),
            "technologies": self._technologies(),
            "applications": choices.terms(Application),
            "programmes": choices.programmes(),
        }

    def to_record(self, found: Record) -> Record:
        """Return the record; a partner that was linked to a page stays linked."""
        there = {_name(one): one for one in self.content.get("partners") or []}
        other = _lines(found.pop("other_technologies", []))
        if "technologies" in found:
            found["technologies"] = list(dict.fromkeys([*found["technologies"], *other]))
        if "partners" in found:
            found["partners"] = [there.get(name, name) for name in _lines(found["partners"])]
        if "programmes" in found:
            found["programmes"] = [_link(key) for key in found["programmes"]]
        return found

    def _technologies(self) -> list[OptionGroup]:
        if not hasattr(self, "_known_technologies"):
            self._known_technologies = choices.technologies()
        return self._known_technologies


def _name(partner: str | Record) -> str:
    return partner if isinstance(partner, str) else str(partner.get("name", ""))


def _lines(value: str | list[str]) -> list[str]:
    """Return names as a list; as text they are not right yet."""
    return [line.strip() for line in value.splitlines() if line.strip()] if isinstance(value, str) else value


def _key(link: str | Record) -> str:
    if isinstance(link, str):
        return link
    return f"{link['id']}|{link['line']}" if link.get("line") else str(link.get("id", ""))


def _link(key: str) -> str | Record:
    id_, _line, line = key.partition("|")
    return {"id": id_, "line": line} if line else id_
