"""What is there and what is new when matching is measured: projects by the import, questions and people beside them."""

import random
import tempfile
from pathlib import Path

from django.utils import timezone

from benchmarks import words
from benchmarks.synthetic import write
from peers.models import Profile, Question
from peers.states import Offer, ProfileKind
from projects.models import Theme
from projects.search.indexing import index
from projects.services.importing import import_projects
from vindplaats.accounts.models import User

NEW = 500
"""Projects that are new; they bring their lessons and resources."""
OTHERS = {"question": 400, "expert": 100}
"""Of which half is new."""


def make(there: int) -> None:
    """Put projects on the site, `there` old ones and the new ones, and questions and people."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "projects.jsonl"
        write(file, there + NEW)
        with file.open("rb") as stream:
            import_projects(stream, name=file.name)
    themes = list(Theme.objects.all())
    rng = random.Random(8)  # noqa: S311 - nothing secret
    _save(Question, "question", [_question(rng, number) for number in range(OTHERS["question"])], themes, rng)
    _save(Profile, "expert", [_profile(rng, number) for number in range(OTHERS["expert"])], themes, rng)


def _save(model: type, kind: str, made: list, themes: list[Theme], rng: random.Random) -> None:
    for one in model.objects.bulk_create(made):
        one.themes.set(rng.sample(themes, 2))
    index(kind, model.objects.order_by("pk").values_list("pk", flat=True))


def _question(rng: random.Random, number: int) -> Question:
    now = timezone.now()
    thing, doing, people = (rng.choice(some.split()) for some in (words.THINGS, words.DOING, words.PEOPLE))
    title = f"Wie weet hoe {people} met {thing} omgaan bij {doing} ({number})?"
    return Question(slug=f"vraag-{number}", title=title, text=f"Wij zoeken {people}.", created_at=now, updated_at=now)


def _profile(rng: random.Random, number: int) -> Profile:
    thing, doing = rng.choice(words.THINGS.split()), rng.choice(words.DOING.split())
    return Profile(
        user=User.objects.create(email=f"expert{number}@zorg.example"),
        slug=f"expert-{number}",
        kind=rng.choice(ProfileKind.values),
        name=f"Expert {number}",
        role=rng.choice(words.PEOPLE.split()),
        introduction=f"Ik denk mee over {thing} en {doing}.",
        offers=rng.sample(Offer.values, 2),
        languages=["nl"],
        consented_at=timezone.now(),
    )
