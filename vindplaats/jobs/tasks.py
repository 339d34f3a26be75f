"""What the worker does for itself and for the site as a whole."""

import logging

from django.core.management import call_command
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

KEEP_DONE_HOURS = 3 * 24
KEEP_FAILED_HOURS = 30 * 24
MOST_ATTEMPTS = 5
"""A job that took its worker down so often is what takes it down."""

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="rescue_stalled", pass_context=True)
async def rescue_stalled(context: JobContext, timestamp: int) -> None:
    """Start again what a worker was doing when it was killed, which shows in that worker giving no sign of life."""
    for job in await context.app.job_manager.get_stalled_jobs():
        await _rescue(context, job)


async def _rescue(context: JobContext, job: Job) -> None:
    logger.warning("Job %s of task %s was left by its worker", job.id, job.task_name)
    if job.attempts >= MOST_ATTEMPTS:
        await context.app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
    else:
        await context.app.job_manager.retry_job(job)


@app.periodic(cron="20 * * * *")
@app.task(queueing_lock="remove_old_jobs", pass_context=True)
async def remove_old_jobs(context: JobContext, timestamp: int) -> None:
    """Forget jobs that are done after three days, and those that failed after thirty."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(nb_hours=KEEP_DONE_HOURS)
    await manager.delete_old_jobs(
        nb_hours=KEEP_FAILED_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


@app.periodic(cron="10 4 * * *")
@app.task(queueing_lock="clear_sessions")
def clear_sessions(timestamp: int) -> None:
    """Throw away sessions that have ended."""
    call_command("clearsessions")
