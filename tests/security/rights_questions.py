"""Who may do what with questions and answers, and what stands in the addresses.

The question of the registry is somebody else's; an answer that helped is proposed as a lesson of its published project.
"""

from tests.security.rights_mine import LOGGED_IN, OWN
from tests.security.rows import READ, row

NOBODYS = "302 404 404 404 404 302 404 404"
STEERS = "302 404 404 404 404 302 302 302"
GOES_ON = "302"
QUESTIONS = {
    "peers:question_list": READ,
    "peers:question_feed": READ,
    "peers:question_detail": READ,
    # What is empty comes back with what is missing.
    "peers:question_ask": row(OWN, OWN),
    "peers:question_alike": row(OWN, OWN),
    "peers:answer_add": row(LOGGED_IN, OWN),
    "peers:follow_up_add": row(LOGGED_IN, OWN),
    "peers:answer_thank": row(LOGGED_IN, GOES_ON),
    # Only who wrote it.
    "peers:answer_edit": row(NOBODYS, NOBODYS),
    # Who asked, and moderators.
    "peers:question_close": row(LOGGED_IN, STEERS),
    "peers:question_reopen": row(LOGGED_IN, STEERS),
    "peers:answer_accept": row(LOGGED_IN, STEERS),
    "peers:answer_take_back": row(LOGGED_IN, STEERS),
    # Leads to the lesson that was proposed; by now a moderator has said that the answer did not help after all.
    "peers:lesson_propose": row(STEERS, NOBODYS),
    # Who runs the institute of the project decides, and has given no reason here.
    "peers:lesson_proposal": row("302 404 404 200 404 302 200 200", "302 404 404 200 404 302 302 302"),
}
ON_ANSWER = ("answer_edit", "follow_up_add", "answer_thank", "answer_accept", "answer_take_back", "lesson_propose")
QUESTIONS_ARGUMENTS = {
    **{
        f"peers:{name}": lambda registry: {"slug": registry.question.slug}
        for name in ("question_detail", "question_close", "question_reopen", "answer_add")
    },
    **{
        f"peers:{name}": lambda registry: {"slug": registry.question.slug, "pk": registry.answer.pk}
        for name in ON_ANSWER
    },
    "peers:lesson_proposal": lambda registry: {"pk": registry.lesson_proposal.pk},
}
