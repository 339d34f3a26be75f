"""People helping people."""

from peers.models.contact import Block, ContactMessage, ContactReport, ContactRequest, Handling
from peers.models.following import Appearance, Follow, FollowPause, Match
from peers.models.newsletter import Delivery, Edition, Subscriber
from peers.models.notices import Notice, NoticeSetting
from peers.models.profiles import Consent, Position, Profile
from peers.models.questions import Answer, FollowUp, LessonProposal, Question, QuestionRoute, Thanks
from peers.models.reactions import Adoption, Mark, Reaction

__all__ = [
    "Adoption",
    "Answer",
    "Appearance",
    "Block",
    "Consent",
    "ContactMessage",
    "ContactReport",
    "ContactRequest",
    "Delivery",
    "Edition",
    "Follow",
    "FollowPause",
    "FollowUp",
    "Handling",
    "LessonProposal",
    "Mark",
    "Match",
    "Notice",
    "NoticeSetting",
    "Position",
    "Profile",
    "Question",
    "QuestionRoute",
    "Reaction",
    "Subscriber",
    "Thanks",
]
