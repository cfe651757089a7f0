"""Slimming: of a built site, what a reader of a folder needs, without the bytes that nobody sees."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import Any

from macros.export import BOOK
from macros.servers import FILES

Files = Mapping[str, bytes]

INDEX = "search/search_index.js"
# For servers alone, or for other copies, or the same as another file in a form that a folder cannot use.
SERVERS = {"sitemap.xml", "sitemap.xml.gz", *FILES, "search/search_index.json", BOOK}
_TAG = re.compile(r"<[^>]+>")
_KEPT_AS_TYPED = re.compile(r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)>)", re.DOTALL)
# White space that HTML shows as one space, or, before a block, as none.
_SPACE = re.compile(r"\s+(?=(</?(?:article|aside|body|d[dlt]|div|footer|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|section|t[dhr]|table|tbody|thead|title|ul)\b)?)")
_APOSTROPHE = re.compile("&#39;|&#x27;")  # attributes stand in double quotes, so that nothing needs these
_FOR_INDEXING = re.compile(r" data-search-exclude\b(?=[^<]*>)")
_ADDRESS = re.compile(r'\b(?:href|src|data-worker|data-index)="([^"#?]+)')
_STYLE_ADDRESS = re.compile(r"url\([\"']?([^\"')#?]+)")
_SOURCE_MAP = re.compile(r"\s*(?:/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S*)\s*$")


def slim(site: Files) -> dict[str, bytes]:
    """What of the site a reader needs, without white space that nobody sees. Files of the theme stay when a page loads them."""
    wanted = needed(site)
    kept = {path: data for path, data in site.items()
            if path not in SERVERS and not path.endswith(".map") and (path in wanted or not path.startswith("assets/"))}
    return {path: _slim(path, data) for path, data in kept.items()}


def needed(site: Files) -> set[str]:
    """Every file that pages and their stylesheets name, and what search loads for the languages of the index."""
    found = {_beside(page, address) for page, data in site.items() if page.endswith(".html") for address in _ADDRESS.findall(data.decode())}
    for path in [path for path in found if path.endswith(".css") and path in site]:
        found |= {_beside(path, address) for address in _STYLE_ADDRESS.findall(site[path].decode())}
    languages = _index(site[INDEX])["config"]["lang"] if INDEX in site else []
    if languages in ([], ["en"]):
        return found
    names = {"tinyseg.js", "wordcut.js", *(f"lunr.{name}.min.js" for name in ("stemmer.support", "multi", *languages))}
    return found | {path for path in site if posixpath.basename(path) in names}


def _slim(path: str, data: bytes) -> bytes:
    if path == INDEX:
        index = _index(data)
        return ("var __index = " + json.dumps(index | {"docs": _merged(index["docs"])}, ensure_ascii=False, separators=(",", ":"))).encode()
    if path.endswith(".html"):
        return squeezed(data.decode()).encode()
    return _SOURCE_MAP.sub("\n", data.decode()).encode() if path.endswith((".js", ".css")) else data


def squeezed(page: str) -> str:
    """The page without white space that nobody sees, and without marks that only the making of the index needs."""
    return "".join(piece if n % 2 else _slim_markup(piece) for n, piece in enumerate(_KEPT_AS_TYPED.split(page)))


def _slim_markup(piece: str) -> str:
    piece = _APOSTROPHE.sub("'", _FOR_INDEXING.sub("", piece))
    return _SPACE.sub(lambda found: "" if found[1] else " ", piece)


def _merged(docs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry for a page with the sections that every page of its kind has (their anchors begin with _), without markup."""
    pages: dict[str, dict[str, Any]] = {}
    for doc in docs:
        page, _, anchor = doc["location"].partition("#")
        text = " ".join(_TAG.sub(" ", doc["text"]).split())
        if anchor.startswith("_") and page in pages:
            pages[page]["text"] = f"{pages[page]['text']} {text}".strip()
        else:
            pages[doc["location"]] = doc | {"text": text}
    return list(pages.values())


def _index(data: bytes) -> dict[str, Any]:
    return json.loads(data.decode().partition("=")[2])


def _beside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
