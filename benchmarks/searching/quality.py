"""How good the answers are: on the golden set of the tests, and on a folder of graded questions when one is given.

Such a folder holds corpus.jsonl (`id`, `title`, `text`), queries.jsonl (`qid`, `kind`, `text`), qrels.tsv, and an
eval.py with `load()` and `report(run, split, by_kind, questions, grades)`, which scores in its own way. Never part of
the project.
"""

import importlib.util
import io
import json
from pathlib import Path
from types import ModuleType

from django.core.management import call_command

from projects.models import Project
from projects.search import indexing
from projects.search.engine import Answer, Question
from projects.search.similar import comparable_to_text
from projects.services.importing import import_projects
from tests.projects.golden import report
from tests.projects.golden.reading import NONSENSE, queries

MOST = 50
LONGEST_SUMMARY, LONGEST_TITLE = 400, 200


def golden() -> str:
    """Return the table of the golden set, on the catalogue that ships; the database must hold nothing else."""
    call_command("load_catalogue", verbosity=0, stdout=io.StringIO())
    asked = [query for query in queries() if query.kind != NONSENSE]
    return report.table((report.Outcome(query, _answers(query.kind, query.text)) for query in asked), worst=5)


def of_corpus(folder: Path) -> dict[str, tuple[float, float, float]]:
    """Return nDCG@10, recall@20 and MRR for all questions of a folder, and by kind; the database must be empty."""
    _load(folder / "corpus.jsonl")
    scoring = _module(folder / "eval.py")
    questions, grades = scoring.load()
    run = {question["qid"]: _answers(question["kind"], question["text"]) for question in questions}
    found = scoring.report(run, "all", True, questions, grades)
    return {kind: tuple(figures[:3]) for kind, figures in found.items()}


def _answers(kind: str, text: str) -> list[str]:
    """Return the external ids of what is found, as the page for such a question finds it."""
    if kind == "plan":
        pks = [one.object_id for one in comparable_to_text(text, most=MOST)]
    else:
        pks = Answer("project", Question(text)).ids(0, MOST)
    names = dict(Project.objects.filter(pk__in=pks).values_list("pk", "external_id"))
    return [names[pk] for pk in pks]


def _load(corpus: Path) -> None:
    with corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    given = "\n".join(json.dumps(_record(row)) for row in rows)
    counts = import_projects(io.BytesIO(given.encode()), name="corpus.jsonl").counts
    if counts["created"] != len(rows):
        raise RuntimeError(f"Expected {len(rows)} new projects, got {dict(counts)}")
    # As after some time: the usual length of a text is known.
    indexing.rebuild(lambda _number: None)


def _record(row: dict[str, str]) -> dict[str, str]:
    """Return a text as a project: its beginning, up to the end of a word, is the summary."""
    text = row["text"].strip()
    summary = text[:LONGEST_SUMMARY].rpartition(" ")[0] if len(text) > LONGEST_SUMMARY else text
    rest = text[len(summary) :].strip()
    return {
        "id": row["id"],
        "title": row["title"][:LONGEST_TITLE],
        "summary": summary or row["title"],
        "approach": rest,
    }


def _module(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("given_eval", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
