"""Writing records as JSON Lines and as CSV."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from projects.services.exporting.flat_spool import FlatSpool
from vindplaats.formulas import safe_in_csv

# By this mark Excel knows that a CSV is in UTF-8.
BOM = b"\xef\xbb\xbf"


def write_jsonl(records: Iterable[dict[str, Any]], out: BinaryIO) -> None:
    """Write one record a line."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def write_csv(records: Iterable[dict[str, Any]], out: BinaryIO) -> None:
    """Write a row with names and a row for each record, as RFC 4180 has it, with commas."""
    out.write(BOM)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    rows = csv.writer(text)
    with FlatSpool(records) as spool:
        rows.writerow(spool.columns)
        rows.writerows([safe_in_csv(cell) for cell in row] for row in spool.rows())
    # The file is the caller's to close.
    text.detach()
