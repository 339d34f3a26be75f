"""What the worker does about questions."""

from procrastinate.contrib.django import app

from peers.services.questions import routing


@app.task(name="peers.tasks.questions.route_question")
def route_question(question: int) -> int:
    """Ask a few people about a new question; return how many."""
    return routing.route(question_pk=question)


@app.periodic(cron="30 7 * * *")
@app.task(name="peers.tasks.questions.route_unanswered", queueing_lock="route_unanswered")
def route_unanswered(timestamp: int) -> int:
    """Ask others about questions that nobody answered for days; return how many people."""
    return routing.route_all_again()
