"""The peers app: people helping people. Its rooms are built on the registry."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeersConfig(AppConfig):
    """Experts, contact requests, questions, reactions, what people follow and what they are told."""

    name = "peers"
    verbose_name = _("Mensen")

    def ready(self) -> None:
        """Fill in what the site and the registry show of this app."""
        from peers import mine, registering, review  # noqa: PLC0415 - needs the loaded apps
        from peers.parts import contact, following, reactions  # noqa: PLC0415
        from peers.services import merging, notice_stopping, unsubscribing  # noqa: PLC0415
        from projects import hooks  # noqa: PLC0415

        mine.register()
        merging.register()
        review.register()
        hooks.project_page.register(contact.of_project)
        hooks.project_page.register(reactions.of_project)
        hooks.institute_page.register(contact.of_institute)
        hooks.ways_to_ask.register(contact.ways_to_ask)
        hooks.lesson_marks.register(reactions.of_lessons)
        hooks.lesson_counts.register(reactions.counts)
        unsubscribing.register("notice", notice_stopping.STOPPER)
        following.register()
        registering.profiles()
        registering.questions()
