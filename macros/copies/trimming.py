"""Slimming: of a built site, what a reader of a folder needs, without the bytes that nobody sees."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import Any

import minify_html

from macros.copies.styles import INDEX, STYLE_ADDRESS
from macros.publishing.exports import BOOK, DATA
from macros.publishing.open_data import as_json
from macros.publishing.servers import FILES

Files = Mapping[str, bytes]
# For servers alone, or for other copies, or the same as another file in a form that a folder cannot use.
SERVERS = {"sitemap.xml", "sitemap.xml.gz", *FILES, "search/search_index.json", BOOK}
_TAG = re.compile(r"<[^>]+>")
_TYPED = re.compile(r"(<(pre|textarea|script|style)\b[^>]*>)(.*?)(?=</\2>)", re.DOTALL)
_SPACE = re.compile(r"\s+")
# Beside these a space is not seen.
_BLOCK = re.compile(
    r" ?(</?(?:article|aside|blockquote|body|caption|circle|d[dlt]|defs|details|div|footer|form|h[1-6]|head|header|html|li|line|link|main|meta|nav|ol|"
    r"option|p|path|pattern|rect|script|section|summary|t[dhr]|table|tbody|thead|title|ul)\b[^>]*>) ?"
)
_BETWEEN_TAGS = re.compile(r"(?<=>) (?=<)")
# Letters of the private use area, which no text holds, for what the minifier must not touch.
_A_SPACE, _AS_TYPED = "\ue000", "\ue001"
_FOR_INDEXING = re.compile(r" data-search-exclude\b(?=[^<]*>)")
_ADDRESS = re.compile(r'\b(?:href|src|data-worker|data-index)="([^"#?]+)')
_SOURCE_MAP = re.compile(r"\s*(?:/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S*)\s*$")


def slim(site: Files) -> dict[str, bytes]:
    """What of the site a reader needs, without white space that nobody sees. Files of the theme stay when a page loads them."""
    wanted = needed(site)
    kept = {
        path: data
        for path, data in site.items()
        if path not in SERVERS
        and not path.endswith(".map")
        and (path in wanted or not path.startswith("assets/"))
    }
    return {path: _slim(path, data) for path, data in kept.items()}


def needed(site: Files) -> set[str]:
    """Every file that pages and their stylesheets name, and what search loads for the languages of the index."""
    found = {
        _beside(page, address)
        for page, data in site.items()
        if page.endswith(".html")
        for address in _ADDRESS.findall(data.decode())
    }
    for path in [path for path in found if path.endswith(".css") and path in site]:
        found |= {_beside(path, address) for address in STYLE_ADDRESS.findall(site[path].decode())}
    languages = _index(site[INDEX])["config"]["lang"] if INDEX in site else []
    if languages in ([], ["en"]):
        return found
    names = {
        "tinyseg.js",
        "wordcut.js",
        *(f"lunr.{name}.min.js" for name in ("stemmer.support", "multi", *languages)),
    }
    return found | {path for path in site if posixpath.basename(path) in names}


def _slim(path: str, data: bytes) -> bytes:
    if path == INDEX:
        index = _index(data)
        return (
            "var __index = "
            + json.dumps(index | {"docs": _merged(index["docs"])}, ensure_ascii=False, separators=(",", ":"))
        ).encode()
    if path == DATA:
        return as_json(_without_what_follows(json.loads(data))).encode()
    if path.endswith(".html"):
        return squeezed(data.decode()).encode()
    return _SOURCE_MAP.sub("\n", data.decode()).encode() if path.endswith((".js", ".css")) else data


def squeezed(page: str) -> str:
    """The same page to a browser, in fewer bytes: without white space that nobody sees, end tags that HTML supplies, and marks for the index.

    The minifier takes a space between two links of one `div` for one that nobody sees, and cuts scripts, whose hash the policy
    names: both pass it as a letter of their own.
    """
    typed: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        typed.append(found[3])
        return found[1] + _AS_TYPED

    text = _SPACE.sub(" ", _FOR_INDEXING.sub("", _TYPED.sub(set_aside, page)))
    small = minify_html.minify(
        _BETWEEN_TAGS.sub(_A_SPACE, _BLOCK.sub(r"\1", text)), keep_html_and_head_opening_tags=True
    )
    aside = iter(typed)
    return re.sub(_AS_TYPED, lambda _: next(aside), small.replace(_A_SPACE, " "))


def _without_what_follows(data: dict[str, Any]) -> dict[str, Any]:
    """The data without links, which follow from the fields, and without files, which follow from kind and id."""
    return {
        name: [
            {key: value for key, value in record.items() if key not in ("links", "file")}
            for record in records
        ]
        if isinstance(records, list)
        else records
        for name, records in data.items()
    }


def _merged(docs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry for a page with the sections that every page of its kind has (their anchors begin with _), without markup."""
    pages: dict[str, dict[str, Any]] = {}
    for doc in docs:
        page, _, anchor = doc["location"].partition("#")
        text = " ".join(_TAG.sub(" ", doc["text"]).split()).removeprefix(doc["title"]).strip()
        if anchor.startswith("_") and page in pages:
            pages[page]["text"] = f"{pages[page]['text']} {text}".strip()
        else:
            pages[doc["location"]] = doc | {"text": text}
    return list(pages.values())


def _index(data: bytes) -> dict[str, Any]:
    return json.loads(data.decode().partition("=")[2])


def _beside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
