"""Named places where a higher app fills in what a lower app shows: the one way to point upward.

The lower app makes a hook and calls it; the higher app registers a function in `AppConfig.ready()`:

    navigation = Hook("navigation")            # lower: vindplaats
    navigation.register(project_navigation)    # higher: projects/apps.py
    items = navigation(request)                # lower: all that was registered, in order of registration
"""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Hook(Generic[P, R]):
    """A named list of functions with one signature; calling the hook calls them all."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._functions: list[Callable[P, R]] = []

    def register(self, function: Callable[P, R]) -> Callable[P, R]:
        """Add `function`, once however often it is registered; returns it, so that this works as a decorator."""
        if function not in self._functions:
            self._functions.append(function)
        return function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        """Return what each registered function returns, in order of registration."""
        return [function(*args, **kwargs) for function in self._functions]

    def __repr__(self) -> str:
        return f"<Hook {self.name}: {len(self._functions)} functions>"


navigation: Hook = Hook("navigation")
"""Called without arguments; each function returns a list of (label, URL name) for the main menu."""

further_lists: Hook = Hook("further_lists")
"""Called without arguments; each function returns a list of (label, URL name) of lists that only the footer names."""

footer: Hook = Hook("footer")
"""Called without arguments; each function returns a list of (label, URL name) for the pages about the site."""

mine: Hook = Hook("mine")
"""Called with the user; each function returns the `vindplaats.mine.Panel`s of `/mijn/` that it has for this user."""

person_data: Hook = Hook("person_data")
"""Called with the user; each function returns {file name: rows} of what the site keeps about the person."""

forget_person: Hook = Hook("forget_person")
"""Called with the user, in the transaction that removes the account: removes or loosens what is about the person."""

mail_failed: Hook = Hook("mail_failed")
"""Called with an address, in lower case, in the transaction that notes that a mail server refuses it for good."""

second_factor_advised: Hook = Hook("second_factor_advised")
"""Called with a user; each function returns whether what the user may do asks for a second step when logging in."""

demo_people: Hook = Hook("demo_people")
"""Called with `make(address, name, **fields)`, which returns a user; each function makes people of its app's roles.

Development only: see `manage.py load_demo_people`.
"""
