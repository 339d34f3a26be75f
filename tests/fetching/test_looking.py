"""Opening addresses that others wrote: never inward, whatever the name, the redirect or the second answer of DNS."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from vindplaats.fetching import connecting
from vindplaats.fetching.addresses import NotPublic, Target, is_public
from vindplaats.fetching.looking import Failure, Looker

PUBLIC = ["8.8.8.8", "145.58.1.1", "2a00:1450:400e:80c::200e"]
ANYWHERE = ".".join("0000")
INWARD = [
    ANYWHERE,
    *("127.0.0.1", "127.8.9.1", "0.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "100.127.255.254", "192.0.0.170", "192.0.2.1", "198.18.0.1", "203.0.113.5"),
    *("224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1"),
    *("2002:7f00:1::", "2001:0:4136:e378::", "fec0::1", "geen adres", ""),
]
AGENT = "Vindplaats-test/1.0"


@pytest.mark.parametrize("address", PUBLIC)
def test_the_internet_at_large_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", INWARD)
def test_nothing_that_leads_inward_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://zorg.example/",
            "file:///etc/passwd",
            "gopher://zorg.example/",
            "javascript:alert(1)",
            "//zorg.example",
        ),
        *("http://jan:geheim@zorg.example/", "http://jan@zorg.example/", "http://zorg.example:22/", "http://:80/"),
        *("https://zorg.example:8443/", "http://zorg.example:x/", "http://[::1/", "zorg.example", ""),
        "http://" + "a" * 70 + ".example/",
        "https://zorg.example/" + "a" * 2000,
    ],
)
def test_only_plain_web_addresses_are_opened(url):
    with pytest.raises(NotPublic):
        Target.of(url, frozenset({80, 443}))


def test_an_address_is_asked_for_as_it_is_written():
    target = Target.of("HTTPS://Zörg.Example./een pad/?q=één&x=1#hier", frozenset({443}))
    assert (target.scheme, target.host, target.port) == ("https", "xn--zrg-sna.example", 443)
    assert target.path == "/een%20pad/?q=%C3%A9%C3%A9n&x=1"


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:10.0.0.1"])
def test_a_name_that_leads_inward_is_not_connected_to(address, monkeypatch):
    def never(*args, **kwargs):
        raise AssertionError("connected")

    monkeypatch.setattr(socket, "create_connection", never)
    seen = Looker(AGENT, resolver=lambda host, port: [address]).look("http://binnen.example/")
    assert seen.failure == Failure.NOT_PUBLIC
    mixed = Looker(AGENT, resolver=lambda host, port: ["8.8.8.8", address]).look("http://binnen.example/")
    assert mixed.failure == Failure.NOT_PUBLIC


def test_numbers_in_disguise_are_judged_by_what_they_become():
    asked = []

    def resolver(host, port):
        asked.append(host)
        return ["127.0.0.1"]

    for host in ("0x7f.1", "2130706433", "127.1", "localhost"):
        assert Looker(AGENT, resolver=resolver).look(f"http://{host}/").failure == Failure.NOT_PUBLIC
    assert asked == ["0x7f.1", "2130706433", "127.1", "localhost"]


def test_the_name_is_looked_up_once_and_that_address_is_connected_to(monkeypatch):
    answers, reached = [["8.8.8.8"], ["127.0.0.1"]], []

    def connect(address, timeout):
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(connecting.socket, "create_connection", connect)
    looker = Looker(AGENT, resolver=lambda host, port: answers.pop(0))
    # The second look, with GET, gets the other answer: it is judged anew.
    assert looker.look("http://wissel.example/").failure == Failure.NOT_PUBLIC
    assert reached == [("8.8.8.8", 80)]


class Handler(BaseHTTPRequestHandler):
    """Answers as the path says: /404, /to?..., /no-head."""

    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, self.headers["Host"], self.headers["User-Agent"]))
        self.answer(405 if self.path == "/no-head" else self.status())

    def do_GET(self):
        self.server.asked.append((self.command, self.path, self.headers["Host"], self.headers["Range"]))
        self.answer(self.status())

    def status(self):
        part = self.path.strip("/").partition("?")[0]
        return int(part) if part.isdecimal() else 302 if part in ("to", "round") else 200

    def answer(self, status):
        self.send_response(status)
        if self.path.startswith("/to?"):
            self.send_header("Location", self.path.partition("?")[2])
        elif self.path == "/round":
            self.send_header("Location", "/round")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def server(socket_enabled):
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.asked = []
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def looker(server):
    """One that may reach the server of the test, under any name, and nothing else."""
    port = server.server_port
    resolver = {"zorg.example": ["127.0.0.1"], "binnen.example": ["10.0.0.1"]}
    made = Looker(
        AGENT,
        resolver=lambda host, port: resolver.get(host) or [host],
        allows=lambda address: address == "127.0.0.1",
        ports=frozenset({port}),
        seconds=2,
        seconds_in_all=3,
    )
    return lambda path: made.look(f"http://zorg.example:{port}{path}")


def test_an_address_that_answers_is_asked_once_by_its_name(looker, server):
    assert looker("/goed").status == 200
    assert server.asked == [("HEAD", "/goed", f"zorg.example:{server.server_port}", AGENT)]


def test_where_head_is_refused_a_few_bytes_are_got(looker, server):
    assert looker("/no-head").status == 200
    assert [one[0] for one in server.asked] == ["HEAD", "GET"]
    assert server.asked[1][3] == "bytes=0-1023"


@pytest.mark.parametrize("status", [404, 410, 500])
def test_what_is_gone_is_told(looker, status):
    assert looker(f"/{status}").status == status


def test_a_redirect_is_followed(looker):
    assert looker("/to?/goed").status == 200
    assert looker("/to?/404").status == 404


@pytest.mark.parametrize(
    "inward", ["http://binnen.example:{port}/", "http://10.0.0.1:{port}/", "http://127.0.0.1:22/", "file:///etc/passwd"]
)
def test_a_redirect_inward_is_not_followed(looker, server, inward):
    seen = looker("/to?" + inward.format(port=server.server_port))
    assert seen.failure == Failure.NOT_PUBLIC
    assert len(server.asked) == 1


def test_going_round_ends(looker, server):
    assert looker("/round").failure == Failure.REDIRECTS
    assert len(server.asked) == 6


def test_a_name_that_does_not_exist_is_told():
    def resolver(host, port):
        raise socket.gaierror

    assert Looker(AGENT, resolver=resolver).look("http://weg.example/").failure == Failure.NAME


def test_nobody_there_is_told(socket_enabled):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    looker = Looker(AGENT, resolver=lambda *_: ["127.0.0.1"], allows=lambda _: True, ports=frozenset({port}))
    assert looker.look(f"http://zorg.example:{port}/").failure == Failure.CONNECTION


def test_a_server_that_never_ends_is_left(socket_enabled):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        looker = Looker(
            AGENT,
            resolver=lambda *_: ["127.0.0.1"],
            allows=lambda _: True,
            ports=frozenset({port}),
            seconds=0.3,
            seconds_in_all=5,
        )
        assert looker.look(f"http://zorg.example:{port}/").failure == Failure.TIMEOUT
        slow = Looker(
            AGENT,
            resolver=lambda *_: ["127.0.0.1"],
            allows=lambda _: True,
            ports=frozenset({port}),
            seconds=30,
            seconds_in_all=0.3,
        )
        assert slow.look(f"http://zorg.example:{port}/").failure in (Failure.CONNECTION, Failure.TIMEOUT)
