"""The part of an e-mail address that tells where somebody works, and the parts that tell nothing."""

import re

LONGEST = 253
LABEL = re.compile(r"^(?!-)[a-z0-9-]{1,63}(?<!-)$")
BEFORE = re.compile(r"^(?:https?://)?(?:www\.)?(?:[^@/\s]*@)?", re.IGNORECASE)

# Where anyone can get an address: the providers that are common in the Netherlands, and what they were called before.
PROVIDERS = """
    aol.com caiway.net caiway.nl casema.nl chello.nl duck.com fastmail.com freedom.nl gmail.com gmx.com
    gmx.de gmx.net googlemail.com hetnet.nl hey.com home.nl hotmail.be hotmail.com hotmail.nl icloud.com
    kliksafe.nl kpnmail.nl kpnplanet.nl live.be live.com live.nl mac.com mail.com mail.ru me.com msn.com
    multiweb.nl online.nl onsbrabantnet.nl onsnet.nu outlook.be outlook.com outlook.nl planet.nl pm.me
    proton.me protonmail.com quicknet.nl skynet.be solcon.nl t-online.de tele2.nl telenet.be telfort.nl
    tuta.com tuta.io tutanota.com tweak.nl upcmail.nl versatel.nl wanadoo.nl web.de wxs.nl xs4all.nl
    yahoo.com yahoo.nl yandex.com zeelandnet.nl ziggo.nl zoho.com zonnet.nl
"""
PUBLIC = frozenset(PROVIDERS.split())


def domain_in(text: str) -> str:
    """Return the domain that somebody means by "@zorg.nl", "www.zorg.nl" or "jan@zorg.nl"; empty when it is none.

    Names with other letters than a to z are returned as they travel (IDNA): "café.nl" as "xn--caf-dma.nl".
    """
    bare = BEFORE.sub("", text.strip()).partition("/")[0].rstrip(".").lower()
    try:
        name = bare.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = name.split(".")
    well_formed = len(labels) > 1 and all(map(LABEL.match, labels)) and not labels[-1].isdigit()
    return name if well_formed and len(name) <= LONGEST else ""


def domain_of(email: str) -> str:
    """Return the domain of an address."""
    return domain_in(email.rpartition("@")[2])


def is_public(domain: str) -> bool:
    """Tell whether anyone can get an address there, so that it says nothing about where somebody works."""
    return domain in PUBLIC


def fits(email: str, domain: str) -> bool:
    """Tell whether an address is one of this domain, or of a part of it (jan@west.zorg.nl fits zorg.nl)."""
    own = domain_of(email)
    return bool(domain) and (own == domain or own.endswith(f".{domain}"))
