"""Which network addresses are public, and which web addresses may be opened at all."""

import ipaddress
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urlsplit

NETWORKS = [
    ipaddress.ip_network(one)
    for one in (
        "100.64.0.0/10",  # addresses that providers share (RFC 6598)
        "192.0.0.0/24",  # assignments of protocols
        "192.88.99.0/24",  # relays of 6to4
        "168.63.129.16/32",  # Azure's own services, a public number
        "64:ff9b::/96",  # IPv4 within IPv6, by translation (RFC 6052)
        "64:ff9b:1::/48",
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
        "fec0::/10",  # local to a site, of old
        "::/96",  # IPv4 within IPv6, of old
    )
]
"""What Python calls global, or might one day, and what leads inward all the same."""
PORTS = {"http": 80, "https": 443}
LONGEST = 2000
SAFE = "/%:@!$&'()*+,;=~-._"


class NotPublic(Exception):
    """The address is not one that everybody can open."""


@dataclass(frozen=True)
class Target:
    """Where a web address leads."""

    scheme: str
    host: str
    """As it is looked up: in ASCII, in lower case."""
    port: int
    path: str
    """With the query; what a server is asked for."""

    @classmethod
    def of(cls, url: str, ports: frozenset[int]) -> Self:
        """Return the parts of `url`; NotPublic when it is none of http or https, names a person or another port."""
        try:
            parts = urlsplit(url.strip())
            host, port = (parts.hostname or "").rstrip("."), parts.port
            if parts.username is not None or parts.password is not None or not host or len(url) > LONGEST:
                raise NotPublic(url)
            host = host if ":" in host else host.encode("idna").decode("ascii")
        except (ValueError, UnicodeError) as error:
            raise NotPublic(url) from error
        if parts.scheme not in PORTS or (port or PORTS[parts.scheme]) not in ports:
            raise NotPublic(url)
        query = f"?{quote(parts.query, safe=SAFE + '?')}" if parts.query else ""
        return cls(parts.scheme, host.lower(), port or PORTS[parts.scheme], quote(parts.path or "/", safe=SAFE) + query)


def is_public(address: str) -> bool:
    """Tell whether a network address is one of the internet at large; false for what is no address."""
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address) and one.ipv4_mapped:
        one = one.ipv4_mapped
    inward = one.is_multicast or one.is_reserved or one.is_loopback or one.is_link_local or one.is_unspecified
    return one.is_global and not inward and not any(one in network for network in NETWORKS)
