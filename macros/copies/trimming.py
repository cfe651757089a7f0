"""Trimming: of a built site, what a reader of a folder needs, without the bytes that nobody sees."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from macros.copies.styles import ADDRESS
from macros.publishing.data_paths import BOOK, DATA
from macros.publishing.json_lines import as_json
from macros.publishing.servers import FILES

Files = Mapping[str, bytes]

# For servers alone, or for other copies, or the same as another file in a form that a folder cannot use.
SERVERS = {"sitemap.xml", "sitemap.xml.gz", *FILES, BOOK}
# Attributes that name a file. What only looks like one keeps a file that nobody needs, and does no other
# harm.
_NAMED = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LATER = re.compile(r'\bdata-(?:loads|later)="([^"]*)"')  # our own attributes, which name several

_SPACE = re.compile(r" \s+|[^\S ]\s*", re.ASCII)  # anything but a single space; others are signs of the text
# Elements in which every blank counts, as they are typed.
_AS_TYPED = re.compile(
    "(" + "|".join(rf"<{name}\b.*?</{name}>" for name in ("pre", "textarea", "script", "style")) + ")",
    re.DOTALL,
)
# A space beside these is not seen. They are the elements that the HTML Standard (section 15.3, Non-replaced
# elements) shows as blocks, lists and tables, what stands in a head, and the parts of a drawing that are no
# text.
_BLOCK = (
    r"</?(?:article|aside|blockquote|body|caption|circle|d[dlt]|defs|details|div|footer|form|h[1-6]|head|"
    r"header|html|li|line|link|main|meta|nav|ol|option|p|path|pattern|rect|script|section|summary|t[dhr]|table|"
    r"tbody|thead|title|ul)\b"
)
_AFTER_BLOCK = re.compile(rf"({_BLOCK}[^>]*>) ")
_BEFORE_BLOCK = re.compile(f" (?={_BLOCK})")
_SOURCE_MAP = re.compile(r"\s*(?:/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S*)\s*$")


def slim(site: Files) -> dict[str, bytes]:
    """Return what of the site a reader needs, without unseen white space. Of the theme, only what pages load
    stays.
    """
    loaded = needed(site)
    return {
        path: _slim(path, data)
        for path, data in site.items()
        if path not in SERVERS
        and not path.endswith(".map")
        and (path in loaded or not path.startswith("assets/"))
    }


def needed(site: Files) -> set[str]:
    """Return every file that pages and their stylesheets name, and perhaps more."""
    named = {
        _beside(path, re.split("[?#]", unescape(address), maxsplit=1)[0])
        for path, data in site.items()
        if path.endswith(".html")
        for address in _addresses(data.decode())
    }
    for path in [path for path in named if path.endswith(".css") and path in site]:
        named |= {_beside(path, address) for address in ADDRESS.findall(site[path].decode())}
    return named


def squeezed(page: str) -> str:
    """Return the page without white space that nobody sees."""
    # Every second part is one that was typed.
    parts = enumerate(_AS_TYPED.split(page))
    return "".join(part if number % 2 else _squeezed(part) for number, part in parts)


def _squeezed(text: str) -> str:
    return _BEFORE_BLOCK.sub("", _AFTER_BLOCK.sub(r"\1", _SPACE.sub(" ", text)))


def _addresses(page: str) -> Iterator[str]:
    yield from ("".join(found) for found in _NAMED.findall(page))
    for several in _LATER.findall(page):
        yield from several.split()


def _slim(path: str, data: bytes) -> bytes:
    if path == DATA:
        return as_json(_without_what_follows(json.loads(data))).encode()
    if path.endswith(".html"):
        return squeezed(data.decode()).encode()
    return _SOURCE_MAP.sub("\n", data.decode()).encode() if path.endswith((".js", ".css")) else data


def _without_what_follows(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data without links, which follow from the fields, and without files, which follow from kind
    and id.
    """
    return {name: _slim_records(part) if isinstance(part, list) else part for name, part in data.items()}


def _slim_records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in record.items() if name not in ("links", "file")} for record in records
    ]


def _beside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
