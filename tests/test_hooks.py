"""A hook is a place where a higher app fills in what a lower one shows."""

import pytest

from projects.navigation import main_menu
from vindplaats import hooks
from vindplaats.hooks import Hook


@pytest.fixture
def hook():
    return Hook("people")


def test_nobody_fills_it_in(hook):
    assert hook() == []


def test_all_answers_in_order_of_registration(hook):
    hook.register(lambda number: number + 1)
    hook.register(lambda number: number * 10)
    assert hook(2) == [3, 20]


def test_same_function_counts_once(hook):
    def answer():
        return "hier"

    assert hook.register(answer) is answer
    hook.register(answer)
    assert hook() == ["hier"]
    assert repr(hook) == "<Hook people: 1 functions>"


def test_hooks_are_apart(hook):
    other = Hook("people")
    hook.register(lambda: 1)
    assert other() == []


def test_error_of_one_is_not_hidden(hook):
    def broken():
        raise LookupError("niet gevonden")

    hook.register(broken)
    with pytest.raises(LookupError, match="niet gevonden"):
        hook()


def test_registry_fills_in_the_menu():
    assert main_menu() in hooks.navigation()
