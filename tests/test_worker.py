"""Jobs are put off in a transaction, done by the worker, and done again when a worker was killed."""

import datetime
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from post_office.models import STATUS
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from tests import factories
from tests.jobs import jobs
from vindplaats.jobs import defer
from vindplaats.mail.models import Mail

ROOT = Path(__file__).parent.parent
TASK = "vindplaats.jobs.tasks.clear_sessions"


def job(pk):
    return ProcrastinateJob.objects.get(pk=pk)


@pytest.mark.django_db
def test_deferred_by_name_and_at_a_time():
    at = timezone.now() + datetime.timedelta(days=1)
    pk = defer(TASK, at=at, timestamp=3)
    assert (job(pk).args, job(pk).scheduled_at, job(pk).status) == ({"timestamp": 3}, at, "todo")


@pytest.mark.django_db
def test_rolled_back_is_no_job():
    with transaction.atomic():
        defer(TASK, timestamp=1)
        transaction.set_rollback(True)
    assert jobs(TASK) == []


@pytest.mark.django_db
def test_task_that_does_not_exist():
    with pytest.raises(LookupError, match=r"no task projects\.tasks\.nothing"):
        defer("projects.tasks.nothing")


def test_periodic_tasks():
    periodic = {
        name.rpartition(".tasks.")[2]: task.cron for (name, _), task in app.periodic_registry.periodic_tasks.items()
    }
    assert periodic["rescue_stalled"] == periodic["send_what_was_put_off"] == "* * * * *"
    assert {"remove_old_jobs", "clear_sessions", "remove_old_mail", "remove_old_searches"} <= set(periodic)


def work():
    call_command("run_worker", once=True)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_worker_sends_mail(mailoutbox):
    mail = factories.MailFactory()
    work()
    assert [message.to for message in mailoutbox] == [mail.to]
    assert Mail.objects.get().status == STATUS.sent
    assert jobs("vindplaats.mail.tasks.send") == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("attempts", "expected"), [(0, "succeeded"), (5, "failed")])
def test_what_a_killed_worker_left_is_done_again_but_not_for_ever(attempts, expected):
    pk = defer(TASK, timestamp=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s WHERE id = %s",
            [worker, attempts, pk],
        )
    defer("vindplaats.jobs.tasks.rescue_stalled", timestamp=1)
    work()
    work()
    assert job(pk).status == expected


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_old_jobs_are_forgotten():
    old, recent = defer(TASK, timestamp=1), defer(TASK, timestamp=2)
    work()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_events SET at = now() - interval '4 days' WHERE job_id = %s", [old])
    defer("vindplaats.jobs.tasks.remove_old_jobs", timestamp=1)
    work()
    assert not ProcrastinateJob.objects.filter(pk=old).exists()
    assert ProcrastinateJob.objects.filter(pk=recent).exists()


@pytest.mark.django_db
def test_administrator_reads_what_happened(client):
    client.force_login(factories.UserFactory(administrator=True))
    made = factories.JobFactory()
    assert "clear_sessions" in client.get("/admin/jobs/job/").content.decode()
    assert 'id="result_list"' in client.get("/admin/jobs/job/?stand=todo").content.decode()
    assert 'id="result_list"' not in client.get("/admin/jobs/job/?stand=failed").content.decode()
    assert client.get("/admin/jobs/job/?status__exact=1e400").status_code in (302, 400)
    assert "deferred" in client.get(f"/admin/jobs/job/{made.pk}/change/").content.decode()
    mail = factories.MailFactory()
    mail.logs.create(status=STATUS.failed, exception_type="SMTPDataError", message="vol")
    page = client.get(f"/admin/mail/mail/{mail.pk}/change/").content.decode()
    assert "SMTPDataError: vol" in page
    assert "Deze mail is een proef" not in page
    Mail.objects.update(status=STATUS.failed)
    client.post("/admin/mail/mail/", {"action": "send_again", "_selected_action": [mail.pk]})
    assert Mail.objects.get().status == STATUS.queued


def family(pid):
    """Return a process with all that it started."""
    process = psutil.Process(pid)
    return [process, *process.children(recursive=True)]


def is_worker(process):
    return process.is_running() and process.cmdline()[-1:] == ["worker"]


def wait_for(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not (met := condition()):
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.1)
    return met


HEARS_CTRL_C = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Where the tests run in the background SIGINT is ignored, and a child inherits that."""


@pytest.fixture
def served(transactional_db, tmp_path):
    """`make run`, from the moment at which the database is up to date."""
    known = connection.get_connection_params()
    server = f"host={known.get('host', '')}&port={known.get('port', 5432)}"
    place = f"postgresql://{known.get('user', '')}@/{known['dbname']}?{server}"
    password = {"PGPASSWORD": known["password"]} if known.get("password") else {}
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "RUN_MAIN")
    }
    with (tmp_path / "output").open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", HEARS_CTRL_C, ".ci/serve.py", "0"],
            cwd=ROOT,
            env={**environment, **password, "DATABASE_URL": place},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    process.output = tmp_path / "output"
    yield process
    everyone = family(process.pid) if process.poll() is None else []
    process.kill()
    process.wait()
    psutil.wait_procs(everyone, timeout=15)


@pytest.mark.same_sql
@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda signal: signal.name)
def test_worker_starts_and_ends_with_the_site(served, stop):
    mail = factories.MailFactory()
    wait_for(lambda: Mail.objects.filter(pk=mail.pk, status=STATUS.sent).exists())
    everyone = family(served.pid)
    assert [process for process in everyone if is_worker(process)]
    served.send_signal(stop)
    _gone, left = psutil.wait_procs(everyone, timeout=60)
    assert left == []
    assert "Mail to jan@zorg.example: Proef van Vindplaats" in served.output.read_text()


@pytest.mark.slow
def test_worker_that_ends_is_replaced(served):
    first = wait_for(lambda: [process for process in family(served.pid) if is_worker(process)])[0]
    mail = factories.MailFactory()
    wait_for(lambda: Mail.objects.filter(pk=mail.pk, status=STATUS.sent).exists())
    first.kill()
    again = factories.MailFactory()
    wait_for(lambda: Mail.objects.filter(pk=again.pk, status=STATUS.sent).exists())


@pytest.mark.django_db
@pytest.mark.urls("vindplaats.development_urls")
def test_developer_reads_mail(client):
    mail = factories.MailFactory()
    assert mail.subject in client.get("/dev/mail/").content.decode()
    assert mail.message_id.strip("<>") in client.get(f"/dev/mail/{mail.pk}/").content.decode()
    assert client.get(f"/dev/mail/{mail.pk}/html/").content.decode() == mail.html_message


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/dev/mail/", "/dev/mail/1/", "/dev/mail/1/html/"])
def test_nobody_else_does(client, path):
    factories.MailFactory()
    client.force_login(factories.UserFactory(administrator=True))
    assert client.get(path).status_code == 404
