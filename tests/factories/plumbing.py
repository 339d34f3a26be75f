"""What the site writes by itself: jobs and mail."""

from tests.factories.base import Factory
from vindplaats import jobs
from vindplaats.jobs.models import Job
from vindplaats.mail import queue
from vindplaats.mail.models import Mail


class JobFactory(Factory):
    """A job that waits."""

    class Meta:
        model = Job

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return Job.objects.get(pk=jobs.defer("vindplaats.jobs.tasks.clear_sessions", timestamp=0))


class MailFactory(Factory):
    """A mail that waits."""

    class Meta:
        model = Mail

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return Mail.objects.get(pk=queue(to="jan@zorg.example", template="trial", context={"name": "Vindplaats"}).pk)
