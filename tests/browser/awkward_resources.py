"""Resources that a designer hopes never to meet."""

import datetime

from projects.search.indexing import index
from tests import factories

AUDIENCES = ["zorgprofessionals", "patienten", "bestuur", "ict", "beleid", "onderwijs", "projectleiders"]
TOO_MANY = 9


def make_awkward_resources(word: str) -> None:
    """Make a decision aid with far too much of everything, broken and old, and one with the least."""
    much = factories.ResourceFactory(
        project=None,
        slug="te-veel",
        kind="decision_aid",
        title=f"Keuzehulp {word}",
        summary=f"{word} " * 30,
        url=f"https://zorg.example/{'pad/' * 60}",
        **dict.fromkeys(("owner", "keeper", "decision_moment"), word),
        quality=f"{word} " * 9,
        revised_on=datetime.date(2011, 1, 1),
        reading_level="c1",
        licence="cc-by-nc-nd",
        audiences=AUDIENCES,
        conditions=factories.ConditionFactory.create_batch(TOO_MANY),
        target_groups=factories.TargetGroupFactory.create_batch(TOO_MANY),
        with_file=True,
    )
    day = datetime.date(2026, 3, 3)
    broken = {"failures": 3, "failed_on": day, "broken_since": day, "problem": "gone"}
    factories.LinkCheckFactory(resource=much, **broken)
    least = factories.ResourceFactory(project=None, slug="weinig", kind="decision_aid", title="Kaal", url="")
    index("resource", [much.pk, least.pk])
