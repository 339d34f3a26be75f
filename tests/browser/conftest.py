"""A real browser on a real server: the shipped catalogue, some projects made to be awkward, one browser per worker."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import playwright
import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.awkward import make_awkward_projects
from tests.browser.watching import Watched
from tests.emptying import empty_database

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# The address bar of each new window starts a page of its own, twice, though nobody sees it: half the time of opening
# a page. The last list of features is the one that counts, so it repeats what playwright leaves out for good reason.
LEFT_OUT = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "PreconnectToSearch",
]
ARGUMENTS = [
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--force-color-profile=srgb",
    f"--disable-features={','.join(LEFT_OUT)}",
]
MISSING = "no chromium: install it (apt install chromium), or name one in CHROMIUM"
NO_DRIVER = "no driver for the browser: apt install libatomic1, or name a node in PLAYWRIGHT_NODEJS_PATH"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


def program() -> str | None:
    """Return the path of a chromium, or None."""
    return next(filter(None, map(shutil.which, filter(None, (os.environ.get("CHROMIUM"), *PROGRAMS)))), None)


@cache
def lacking() -> str | None:
    """Return why no browser can be driven on this machine, or None."""
    if program() is None:
        return MISSING
    node = os.environ.get("PLAYWRIGHT_NODEJS_PATH") or Path(playwright.__file__).parent / "driver" / "node"
    return NO_DRIVER if subprocess.run([node, "--version"], capture_output=True, check=False).returncode else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Skip the tests of this package, and say why, where they cannot run."""
    if reason := lacking():
        pytest.skip(reason)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A chromium for all tests of this package in this process."""
    path = program()
    # Playwright runs its event loop in this thread, which Django would take for asynchronous code of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
        # While playwright's loop runs, this thread has connections of its own that Django does not close.
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def live_server(django_db_setup: None) -> Iterator[LiveServer]:
    """A running site that stops, and lets go of the database, before the database of the tests is dropped."""
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(scope="package")
def site(browser: Browser, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """Return the address of a running site; all tests of this package share its data, and none changes it."""
    with django_db_blocker.unblock(), _filled():
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()


@contextmanager
def _filled() -> Iterator[None]:
    try:
        for command in ("load_reference", "load_catalogue"):
            with open(os.devnull, "w") as silence:
                call_command(command, verbosity=0, stdout=silence)
        make_awkward_projects()
        yield
    finally:
        empty_database()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address, as wide and in the way that is asked.

    Afterwards no page may have had an error, a refusal by the security policy, or a request to another site.
    """
    watched: list[Watched] = []

    def open_page(path: str = "/", *, viewport: dict = WIDE, expected: int = 200, **how) -> Page:
        context = browser.new_context(base_url=site, viewport=viewport, locale="nl-NL", **how)
        context.set_default_timeout(10_000)
        watched.append(Watched(context, site))
        page = context.new_page()
        response = page.goto(path, wait_until="load")
        assert response.status == expected, path
        return page

    yield open_page
    wrong = [line for one in watched for line in one.close()]
    assert not wrong, "\n".join(wrong)
