"""What becomes of questions, reactions and people when two projects or institutes become one: they come along."""

from peers.models import (
    Adoption,
    ContactRequest,
    Follow,
    LessonProposal,
    Mark,
    Position,
    Profile,
    Question,
    Reaction,
)
from projects.models import Lesson
from projects.services.merging import institutes, moving, projects
from projects.services.merging.moving import Relation

OF_PROJECT = [
    Relation(ContactRequest, "project"),
    Relation(ContactRequest, "plan"),
    Relation(Reaction, "project"),
    Relation(Adoption, "project", ("institute_id",)),
    Relation(LessonProposal, "project"),
    Relation(Follow, "project", ("user_id",)),
    Relation(Profile.projects.through, "project", ("profile_id",), label="profiles"),
]
OF_INSTITUTE = [
    Relation(ContactRequest, "institute"),
    Relation(ContactRequest, "asker_institute"),
    Relation(Question, "institute"),
    Relation(Position, "institute"),
    Relation(Adoption, "institute", ("project_id",)),
    Relation(Mark, "institute"),
    Relation(Reaction, "institute"),
]
OF_LESSON = [Relation(Mark, "lesson", ("user_id", "kind")), Relation(LessonProposal, "lesson")]


def register() -> None:
    """Add these to what the registry moves; once, however often the app is made ready."""
    of_lesson = moving.INHERITED[Lesson]
    for known, ours in (
        (projects.RELATIONS, OF_PROJECT),
        (institutes.RELATIONS, OF_INSTITUTE),
        (of_lesson, OF_LESSON),
    ):
        known += [relation for relation in ours if relation not in known]
