"""The private PostgreSQL: starts for many at once, survives being killed, stops when nobody is left, trusts no trap."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vindplaats.database import Cluster, DatabaseUnavailable, cluster
from vindplaats.database.copies import copied
from vindplaats.database.places import ROOT, require_own, short_path
from vindplaats.database.programs import Programs
from vindplaats.database.stale import serves

pytestmark = pytest.mark.postgres
USER = """
import sys
from pathlib import Path
import psycopg
from vindplaats import database
address = database.url("care", durable=sys.argv[2] == "durable", var=Path(sys.argv[1]))
with psycopg.connect(address, autocommit=True) as connection:
    for query in sys.argv[3].split(";"):
        answer = connection.execute(query)
    print(answer.fetchone()[0], flush=True)
sys.stdin.read()
"""
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root lends an account to PostgreSQL")


class Person:
    """A process that uses the database until it is told to go, or killed."""

    def __init__(self, var, query="SELECT 1", *, keeps="forgets", **environment):
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(var), keeps, query],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def answer(self):
        """Return what the query gave, and go on using the database; what went wrong if there is no answer."""
        if line := self.process.stdout.readline().strip():
            return line
        return self.process.communicate()[1].strip()

    def kill(self):
        """Have it die without a word; harmless when it is gone."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def var(tmp_path):
    """A data folder of its own, with everything in it stopped afterwards."""
    folder = tmp_path / "var"
    yield folder
    for data in folder.glob("postgres*/data"):
        Cluster(data.parent, durable=True).stop()


@pytest.fixture
def person(var):
    """Let persons come; all are gone afterwards."""
    people = []

    def come(*arguments, **options):
        people.append(Person(var, *arguments, **options))
        return people[-1]

    yield come
    for each in people:
        each.kill()


@pytest.fixture
def data(var):
    """The data folder of the cluster for tests in `var`: it does not wait for the disk."""
    return cluster(durable=False, var=var).data


def server(data):
    return int((data / "postmaster.pid").read_text().split()[0])


def wait_for(condition, seconds=15):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


def test_many_start_at_once_and_share_one_server(person):
    people = [person("SELECT pg_postmaster_start_time()") for _ in range(5)]
    started = {each.answer() for each in people}
    assert len(started) == 1
    assert started.pop()[:2] == "20"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("ps"), reason="needs ps to find the watcher")
def test_server_stops_when_its_last_user_is_killed_even_after_the_watcher_was(person, var, data):
    first, second = person(), person()
    assert (first.answer(), second.answer()) == ("1", "1")
    pid = server(data)
    for watcher in watchers(var):
        os.kill(watcher, signal.SIGKILL)
    third = person()
    assert third.answer() == "1"
    first.kill()
    second.kill()
    assert serves(pid, data)
    third.kill()
    wait_for(lambda: not (data / "postmaster.pid").exists())
    wait_for(lambda: not watchers(var))


def watchers(var):
    """Return the numbers of the processes that watch over the clusters in `var`."""
    listing = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return [int(line.split()[0]) for line in listing.splitlines() if f"vindplaats.database watch {var}/" in line]


@pytest.mark.parametrize("left_behind", ["as it was", "number of another process"])
def test_data_survives_kill_of_the_server(person, var, left_behind):
    data = cluster(durable=True, var=var).data
    person("CREATE TABLE kept AS SELECT 42 AS value; SELECT 1", keeps="durable").answer()
    pid = server(data)
    os.kill(pid, signal.SIGKILL)
    if left_behind == "number of another process":
        for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            path = data / name
            path.write_text(path.read_text().replace(str(pid), str(os.getpid()), 1))
    assert person("SELECT value FROM kept", keeps="durable").answer() == "42"
    assert server(data) != pid


def test_making_data_half_way_leaves_no_trace(person, data):
    half = data.parent / "new-half/base"
    half.mkdir(parents=True)
    visitor = person()
    assert visitor.answer() == "1"
    assert not half.exists()


def test_settings_are_those_that_the_site_counts_on(person):
    shown = ", ".join(f"current_setting('{name}')" for name in ("fsync", "jit", "listen_addresses"))
    query = f"SELECT concat_ws('|', {shown}, datcollate, encoding) FROM pg_database WHERE datname = 'care'"  # noqa: S608 - names from above
    keeps = person(query, keeps="durable", LC_ALL="C")
    forgets = person(query, LANG="nl_NL.ISO-8859-1")
    assert keeps.answer() == "on|off||C.UTF-8|6"
    assert forgets.answer() == "off|off||C.UTF-8|6"


@as_root
def test_root_needs_no_way_through_the_folders_above(person, var, data):
    var.mkdir()
    var.chmod(0o700)
    visitor = person()
    assert visitor.answer() == "1"
    assert data.stat().st_uid != 0
    assert var.stat().st_mode & 0o777 == 0o700
    assert data.parent.stat().st_uid == 0


def test_long_path_gets_a_short_link(tmp_path):
    deep = tmp_path / ("d" * 80) / "é è" / "var"
    visitor = Person(deep)
    made = cluster(durable=False, var=deep)
    assert visitor.answer() == "1"
    link = made.socket_folder
    assert link.readlink() == made.data
    made.stop()
    visitor.kill()
    assert not link.parent.exists()


@pytest.mark.parametrize("trap", ["open to all", pytest.param("of another", marks=as_root), "a link"])
def test_short_folder_that_someone_prepared_is_refused(tmp_path, trap):
    long = tmp_path / ("d" * 80) / "data"
    folder = short_path(long).parent
    try:
        if trap == "open to all":
            folder.chmod(0o777)
        elif trap == "of another":
            os.chown(folder, 65534, 65534)
        else:
            shutil.rmtree(folder)
            folder.symlink_to(tmp_path)
        with pytest.raises(DatabaseUnavailable, match="Remove it, or set DATABASE_URL"):
            short_path(long)
    finally:
        folder.unlink() if folder.is_symlink() else shutil.rmtree(folder)


def test_data_of_another_version_says_what_to_do(person, data):
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9\n")
    told = person().answer()
    assert "was made by PostgreSQL 9, and only version" in told
    assert f"mv {data.parent} {data.parent}-9" in told
    assert "Traceback" not in told


def test_wrong_pg_bindir_says_what_to_do(person, tmp_path):
    told = person(PG_BINDIR=str(tmp_path)).answer()
    assert told == f"PG_BINDIR={tmp_path} holds no PostgreSQL 15 or newer. Correct it, or unset it."


def test_name_must_be_a_plain_word(var):
    from vindplaats import database

    with pytest.raises(ValueError, match="not a name"):
        database.url("care; DROP", durable=False, var=var)
    assert not var.exists()


@pytest.fixture
def programs(tmp_path):
    """Something shaped like the wheel, installed by somebody with a strict umask."""
    folder = tmp_path / "site/embedded/pginstall/bin"
    for place in (folder, folder.parent / "lib", folder.parent / "share", tmp_path / "site/embedded.libs"):
        place.mkdir(parents=True, mode=0o700)
        for name in ("postgres", "initdb", "pg_ctl"):
            (place / name).write_text(name)
            (place / name).chmod(0o700)
    return Programs(folder, "18.6")


def test_copied_programs_are_readable_and_made_again_when_incomplete(programs, tmp_path):
    first = copied(programs, tmp_path / "cache")
    target = first.parents[2]
    assert (first / "postgres").stat().st_mode & 0o777 == 0o755
    assert (target / "embedded.libs").stat().st_mode & 0o777 == 0o755
    (first / "initdb").unlink()
    (tmp_path / "cache/new-killed").mkdir()
    assert copied(programs, tmp_path / "cache") == first
    assert (first / "initdb").exists()
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == ["lock", target.name]


def test_cache_of_another_or_open_to_all_is_refused(tmp_path):
    tmp_path.chmod(0o777)
    with pytest.raises(DatabaseUnavailable):
        require_own(tmp_path, 0o755)


SLOT = """
import sys
from pathlib import Path
from vindplaats.database import own_name
print(own_name("test", Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


def test_each_test_run_has_a_database_of_its_own(person, monkeypatch):
    monkeypatch.delenv("VINDPLAATS_TEST_DATABASE", raising=False)
    monkeypatch.setattr(sys.modules[__name__], "USER", SLOT)
    first = person()
    assert first.answer() == "test_1"
    second = person()
    assert second.answer() == "test_2"
    first.kill()
    third = person()
    assert third.answer() == "test_1"


def test_command_line_says_where_things_stand():
    told = subprocess.run(
        [sys.executable, "-m", "vindplaats.database", "status"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert str(Path("var")) in told.stdout
