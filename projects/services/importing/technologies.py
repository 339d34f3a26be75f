"""Technologies are free tags: one that nobody used before is made, unless it is another word for a known one."""

from projects.models import Technology
from projects.services.slugs import Slugs
from vindplaats.text import fold


class Technologies:
    """All technologies by folded name and alias; grows with the tags that a batch makes."""

    def __init__(self, slugs: Slugs) -> None:
        self._slugs = slugs
        self._ids: dict[str, int] = {}
        self.reload()

    def reload(self) -> None:
        """Read them again; needed after a batch was rolled back."""
        rows = list(Technology.objects.values_list("pk", "name", "aliases"))
        aliases = {fold(alias): pk for pk, _name, words in rows for alias in words}
        self._ids = aliases | {fold(name): pk for pk, name, _words in rows}

    def ids(self, names: list[str]) -> list[int]:
        """Return the ids of names that are all known, each once."""
        return list(dict.fromkeys(self._ids[fold(name)] for name in names))

    def make(self, names: list[str]) -> None:
        """Make the tags that are not known yet; of two spellings the first one counts."""
        missing: dict[str, str] = {}
        for name in names:
            if fold(name) not in self._ids:
                missing.setdefault(fold(name), name)
        if not missing:
            return
        slugs = self._slugs.allocate(list(missing.values()))
        pairs = zip(missing.values(), slugs, strict=True)
        made = Technology.objects.bulk_create(Technology(name=name, slug=slug) for name, slug in pairs)
        self._ids |= {key: tag.pk for key, tag in zip(missing, made, strict=True)}
