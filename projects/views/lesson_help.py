"""What helped against pitfalls, from their own projects and from others, and how often that worked elsewhere."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from projects.hooks import Heard, heard_of
from projects.models import Lesson, LessonHelp
from projects.querysets.lessons import LONG_TEXTS
from projects.views.lesson_company import with_company

Groups = Mapping[Hashable, Sequence[Lesson]]


@dataclass
class Help:
    """Something that helped: what a pitfall tells itself, or a success factor or tip that answers it."""

    lesson: Lesson
    is_own: bool
    """Whether it is the advice of a pitfall itself."""
    heard: Heard | None
    """What people say who tried it; None when nobody did."""

    @property
    def text(self) -> str:
        """What to do, in Markdown."""
        return self.lesson.advice or self.lesson.situation


def helps_for(groups: Groups) -> dict[Hashable, list[Help]]:
    """Return what helped for each group of pitfalls that are the same one; their lessons come with their project.

    Three questions, however many groups there are.
    """
    owner = {lesson.pk: key for key, lessons in groups.items() for lesson in lessons}
    helpers = _helpers(groups, owner)
    own = {key: [one for one in lessons if one.advice] for key, lessons in groups.items()}
    asked = {one.pk: [one.pk] for lessons in own.values() for one in lessons}
    asked |= {one.pk: one.company.same for lessons in helpers.values() for one in lessons}
    heard = heard_of(asked)
    return {
        key: [
            *(Help(one, is_own=True, heard=heard.get(one.pk)) for one in own[key]),
            *(Help(one, is_own=False, heard=heard.get(one.pk)) for one in helpers[key]),
        ]
        for key in groups
    }


def _helpers(groups: Groups, owner: Mapping[int, Hashable]) -> dict[Hashable, list[Lesson]]:
    """Return the lessons that help against each group; one that several projects learned is named once."""
    pairs = LessonHelp.objects.published().filter(pitfall__in=[*owner, *_same(groups)])
    with_project = pairs.select_related("helper__project__institute")
    found = list(with_project.defer(*(f"helper__project__{name}" for name in LONG_TEXTS)))
    key_of = {**dict(_keys_of_same(groups)), **owner}
    company = {one.pk: one for one in with_company({pair.helper_id: pair.helper for pair in found}.values())}
    helpers: dict[Hashable, dict[int, Lesson]] = {key: {} for key in groups}
    for pair in found:
        helper = company[pair.helper_id]
        helpers[key_of[pair.pitfall_id]].setdefault(min(helper.company.same), helper)
    return {key: list(some.values()) for key, some in helpers.items()}


def _same(groups: Groups) -> list[int]:
    return [pk for pk, _key in _keys_of_same(groups)]


def _keys_of_same(groups: Groups) -> Iterable[tuple[int, Hashable]]:
    """Give the ids of all lessons that are the same as one of a group, where its company is known."""
    for key, lessons in groups.items():
        for lesson in lessons:
            company = getattr(lesson, "company", None)
            yield from ((pk, key) for pk in (company.same if company else ()))
