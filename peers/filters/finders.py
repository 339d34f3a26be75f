"""The finders of this app whose searches can be kept."""

from django.utils.translation import gettext_lazy as _

from peers.filters.experts import ExpertFilterSet
from peers.filters.questions import QuestionFilterSet
from projects.filters.finders import Finder

EXPERTS = Finder(
    "expert",
    "experts",
    ExpertFilterSet,
    "peers:profile_list",
    _("Experts"),
    _("Alle nieuwe experts"),
    _("U hoort alleen van mensen van wie iedereen het profiel mag zien."),
)
"""A kept search is asked without a person, and profiles for members are in no index."""
QUESTIONS = Finder("question", "vragen", QuestionFilterSet, "peers:question_list", _("Vragen"), _("Alle nieuwe vragen"))
