"""Work that is done after the request, by the worker: `defer` says what, `<app>/tasks.py` holds how."""

import datetime
from functools import cache
from typing import Any


def defer(task: str, /, *, at: datetime.datetime | None = None, **arguments: Any) -> int:
    """Have the worker run the task of this name ("projects.tasks.reindex"), not before `at`; returns the job's number.

    The job is a row in the running transaction: when that is rolled back there is no job, and no worker sees it before
    the commit. `arguments` are plain values as JSON holds them. LookupError when there is no such task.

    Services name a task instead of importing it, for tasks call services. A task's own `.defer` is not for us: inside
    the worker it has a connection of its own, outside of the transaction.
    """
    from procrastinate.contrib.django import app  # noqa: PLC0415 - this package is imported before the apps are ready
    from procrastinate.tasks import configure_task  # noqa: PLC0415

    known = app.tasks.get(task)
    if known is None:
        raise LookupError(f"There is no task {task}; those of an app stand in its tasks.py.")
    options: Any = {"lock": known.lock, "queue": known.queue, "priority": known.priority, "schedule_at": at}
    return configure_task(name=task, job_manager=_manager(), **options).defer(**arguments)


@cache
def _manager() -> Any:
    from procrastinate.contrib.django.django_connector import DjangoConnector  # noqa: PLC0415 - as above
    from procrastinate.manager import JobManager  # noqa: PLC0415

    return JobManager(DjangoConnector())
