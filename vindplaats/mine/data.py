"""All that the site keeps about a person, to take along: one archive with JSON for programs and CSV for people."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from vindplaats import hooks
from vindplaats.accounts.models import User
from vindplaats.formulas import safe_in_csv

Rows = Sequence[Mapping[str, Any]]
"""Each row a mapping of names to values that JSON can hold; dates and times included."""


def collect(user: User) -> dict[str, Rows]:
    """Return the rows by file name, those of every app; a name is brought by one app only."""
    together: dict[str, Rows] = {"account": [_account(user)]}
    for brought in hooks.person_data(user):
        for name, rows in brought.items():
            if name in together:
                raise ValueError(f"Two apps bring {name!r}.")
            together[name] = rows
    return together


def archive(user: User) -> bytes:
    """Return a zip with `gegevens.json`, a CSV for each kind of which there is something, and a text that explains."""
    rows = collect(user)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive_:
        archive_.writestr(_("leesmij.txt"), _explanation(rows))
        archive_.writestr("gegevens.json", json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        for name, some in rows.items():
            if some:
                archive_.writestr(f"{name}.csv", _csv(some))
    return file.getvalue()


def _account(user: User) -> dict[str, Any]:
    names = ("email", "name", "language", "is_active", "is_staff", "date_joined", "last_login")
    return {name: getattr(user, name) for name in names}


def _csv(rows: Rows) -> str:
    """Return the rows with a mark by which Excel knows that they are UTF-8."""
    file = io.StringIO()
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return "\ufeff" + file.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_in_csv(value)
    text = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
    return safe_in_csv(text.strip('"'))


def _explanation(rows: Mapping[str, Rows]) -> str:
    lines = [_("Dit zijn de gegevens die Vindplaats over u bewaart."), ""]
    lines += [f"{name}: {len(some)}" for name, some in rows.items()]
    lines += ["", _("Hetzelfde staat in gegevens.json (voor programma's) en in de CSV-bestanden (voor een rekenblad).")]
    return "\n".join(lines) + "\n"
