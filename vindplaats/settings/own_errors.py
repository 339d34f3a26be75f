"""Where the site's own error pages come in while DEBUG is on. Apart, for loading the settings starts a database."""

OUTSIDE = "vindplaats.api.middleware.for_programs"


def with_own_errors(middleware: list[str]) -> list[str]:
    """Return the middleware with the site's own error pages, inside of what compresses: they look at the answer."""
    place = middleware.index(OUTSIDE)
    return [*middleware[:place], "vindplaats.own_errors.own_error_pages", *middleware[place:]]
