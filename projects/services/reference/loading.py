"""Bring one table up to date with the rows of a file: what is missing is added, what differs is changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from projects.services.reference.files import Table
from projects.services.reference.ownership import changed_by_editors, deleted_by_editors


@dataclass
class Loaded:
    """What happened to the rows of one table."""

    counts: Counter = field(default_factory=lambda: Counter(added=0, changed=0, kept=0))
    """`kept` are rows that an editor changed or deleted, and that stay so."""

    @property
    def touched(self) -> bool:
        """Whether anything was written."""
        return bool(self.counts["added"] or self.counts["changed"])


@dataclass(frozen=True)
class Loader:
    """How to load: `overwrite` gives the files the last word, also over editors."""

    overwrite: bool = False

    def load(self, model: type[models.Model], key: Sequence[str], rows: Table) -> Loaded:
        """Bring `model` up to date; `key` are the columns by which a row of the file is found."""
        loaded = Loaded()
        there = {tuple(getattr(obj, name) for name in key): obj for obj in model._base_manager.all()}
        missing, differing = [], []
        for row in rows:
            obj = there.get(tuple(row[name] for name in key))
            if obj is None:
                missing.append(row)
            elif different := {name for name, value in row.items() if getattr(obj, name) != value}:
                differing.append((obj, row, different))
        self._add(model, key, missing, loaded)
        self._change(model, differing, loaded)
        return loaded

    def _add(self, model: type[models.Model], key: Sequence[str], rows: Table, loaded: Loaded) -> None:
        if rows and not self.overwrite:
            deleted = deleted_by_editors(model, key)
            wanted = [row for row in rows if tuple(row[name] for name in key) not in deleted]
            loaded.counts["kept"] += len(rows) - len(wanted)
            rows = wanted
        if not rows:
            return
        before = model._base_manager.count()
        # An editor may have made the same thing under another slug or code: theirs stays.
        model._base_manager.bulk_create([model(**row) for row in rows], ignore_conflicts=True)
        added = model._base_manager.count() - before
        loaded.counts += Counter(added=added, kept=len(rows) - added)

    def _change(
        self, model: type[models.Model], differing: list[tuple[Any, dict[str, Any], set[str]]], loaded: Loaded
    ) -> None:
        if not differing:
            return
        kept = set() if self.overwrite else changed_by_editors(model, [obj.pk for obj, _row, _names in differing])
        mine = [(obj, row, names) for obj, row, names in differing if obj.pk not in kept]
        for obj, row, names in mine:
            for name in names:
                setattr(obj, name, row[name])
        columns = {name.removesuffix("_id") for _obj, _row, names in mine for name in names}
        if mine:
            model._base_manager.bulk_update([obj for obj, _row, _names in mine], sorted(columns), batch_size=500)
        loaded.counts += Counter(changed=len(mine), kept=len(differing) - len(mine))
