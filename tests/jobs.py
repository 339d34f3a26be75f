"""What was put off, for a test to look at."""

from procrastinate.contrib.django.models import ProcrastinateJob


def jobs(task: str) -> list[dict]:
    """Return the arguments of the jobs that wait for this task, in the order in which they were deferred."""
    waiting = ProcrastinateJob.objects.filter(task_name=task, status="todo")
    return list(waiting.order_by("id").values_list("args", flat=True))
