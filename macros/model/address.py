"""Addresses of the web and of e-mail: what may be one, and what a reader would take for another."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv4Address
from urllib.parse import SplitResult, unquote, urlsplit

from macros.model.seen_text import name_of_sign, skeleton

ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")  # whose letters look alike
# One address, with no sign that would end it or add to it in a link or a header.
_MAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"'?&=#%/]+@([^\s@<>()\[\]\\,;:\"'?&=#%/]+)")
_NUMBER = re.compile(r"\d+|0x[\da-f]*", re.IGNORECASE)  # the end of a host that browsers take for numbers
FULL_STOP = "\u3002"  # of East Asia, which browsers take for a dot
# The words of a link that are an address of the web: a scheme or none, a host, and what is behind it.
_SHOWN = re.compile(r"(https?://)?(?:[^\s/@]*@)?((?:[\w-]+\.)+[\w-]{2,})(?::\d+)?(?:[/?#]\S*)?")
# Without a scheme, other words than these are more likely the name of a file.
ENDINGS = {"uk", "com", "org", "net", "gov", "edu", "eu", "int", "ie", "scot", "wales", "cymru", "london"}
ARCHIVES = {"web.archive.org", "webarchive.nationalarchives.gov.uk", "webarchive.org.uk"}
MISLEADING = "Write words that say what is there, or the address that it leads to."
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")


def web_address_wrong(address: str) -> str:
    """Return what is wrong with a web address, in words that go on after a colon; an empty text for a good
    one.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "the host or the port cannot be read"
    if not parts.hostname:
        return "it names no host"
    if "@" in parts.netloc:
        return "what comes before the “@” is not the host, so readers can be misled"
    if port == 0 or parts.netloc.endswith(":"):
        return "what comes after the last “:” is not a port"
    return host_wrong(parts.hostname)


def own_address_wrong(address: str) -> str:
    """Return what is wrong with the address of a site, under which its pages stand."""
    if wrong := web_address_wrong(address):
        return wrong
    parts = urlsplit(address)
    return _after_the_path(parts)


def host_wrong(host: str) -> str:
    """Return what is wrong with the name of a host."""
    if "[" in host or ":" in host:
        return ""  # an address of numbers; urlsplit has read it
    if _NUMBER.fullmatch(host.removesuffix(".").rpartition(".")[2]):
        return _number_wrong(host)
    if others := [sign for sign in host if unicodedata.normalize("NFKC", sign) != sign or sign == FULL_STOP]:
        return f"“{others[0]}” in it is {name_of_sign(others[0])}"
    try:
        plain = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return f"“{host}” is no name of a host"
    if not all(map(_LABEL.fullmatch, plain.removesuffix(".").split("."))):
        return f"“{host}” is no name of a host"
    return mixed(host)


def _number_wrong(host: str) -> str:
    try:
        IPv4Address(host)
    except ValueError:
        return f"“{host}” is no name of a host, nor four numbers with dots between them"
    return ""


def mixed(host: str) -> str:
    """Return which letter of a host name belongs to another alphabet than the rest and looks like one of
    theirs.
    """
    labels = _shown(host).removesuffix(".").split(".")
    for label in labels:
        letters = [sign for sign in label if sign.isalpha()]
        alphabets = [
            next((a for a in ALPHABETS if unicodedata.name(s, "").startswith(a)), "") for s in letters
        ]
        if "LATIN" not in alphabets:
            if not label.isascii() and labels[-1].isascii() and skeleton(label).isascii():
                return f"“{label}” in it looks like “{skeleton(label)}”, and its letters are others"
            continue
        for sign, alphabet in zip(letters, alphabets, strict=True):
            if alphabet not in ("", "LATIN"):
                return f"“{sign}” in it is {name_of_sign(sign)}"
    return ""


def mail_address_wrong(address: str) -> str:
    """Return what is wrong with an e-mail address; an empty text for a good one."""
    match = _MAIL.fullmatch(address)
    if not match:
        return "this is not one e-mail address"
    if not address.isascii():
        sign = next(sign for sign in address if not sign.isascii())
        return f"“{sign}” in it is {name_of_sign(sign)}"
    if "." not in match[1].strip("."):
        return "the part after the “@” has no dot"
    return host_wrong(match[1])


def words_mislead(words: str, address: str) -> str:
    """Return what is wrong with the words of a link that show another address than the one it leads to."""
    shown = words.strip().casefold()
    scheme, _, rest = address.partition(":")
    if scheme.casefold() == "mailto":
        other = _MAIL.fullmatch(shown) and shown != unquote(rest).casefold()
        return f"its words show “{words.strip()}”, and it writes to another address" if other else ""
    match = _SHOWN.fullmatch(shown)
    if not match or not (match[1] or match[2].startswith("www.") or match[2].rpartition(".")[2] in ENDINGS):
        return ""
    there = _bare(urlsplit(address).hostname or "")
    here = _bare(match[2])
    if there == here or there.endswith(f".{here}") or (there in ARCHIVES and here in address.casefold()):
        return ""
    return f"its words show “{match[2]}”, and it leads to another host"


def _bare(host: str) -> str:
    return _shown(host).casefold().removesuffix(".").removeprefix("www.")


def _after_the_path(parts: SplitResult) -> str:
    if parts.query:
        return "it ends with “?…”, and pages cannot be put below that"
    return "it ends with “#…”, and pages cannot be put below that" if parts.fragment else ""


def _shown(host: str) -> str:
    """Return a host name with its letters, where it is written in the ASCII form of browsers."""
    try:
        return host.encode().decode("idna") if "xn--" in host.lower() else host
    except UnicodeError:
        return host
