"""The projects app: what is known and who runs it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """Projects, lessons, institutes, themes, regions and the search over them."""

    name = "projects"
    verbose_name = _("Projecten")

    def ready(self) -> None:
        """Fill in what the site's frame shows of this app."""
        from projects import hooks as own_hooks  # noqa: PLC0415 - needs the loaded apps
        from projects import mine, navigation, permissions, review  # noqa: PLC0415
        from projects.services.demo import demo_people  # noqa: PLC0415
        from projects.services.resources.standing import standing_in  # noqa: PLC0415
        from vindplaats import hooks  # noqa: PLC0415

        hooks.navigation.register(navigation.main_menu)
        hooks.further_lists.register(navigation.in_footer)
        hooks.demo_people.register(demo_people)
        hooks.second_factor_advised.register(permissions.manages_something)
        own_hooks.stands_in.register(standing_in)
        mine.register()
        review.register()
