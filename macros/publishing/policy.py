"""The Content-Security-Policy of the site: only what the site itself brings may run, and nothing may come
from elsewhere.

Our pages hold no inline script and no inline style, so no hash is needed. A fork may add some: their hashes
are computed from the finished page, so that `unsafe-inline` is never needed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape

from lxml import html

from macros.publishing.head_tags import head_tags

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self' mailto:",
    "base-uri": "'self'",
}
# Read from a folder, pages fetch nothing and have no fonts of their own. Firefox does not take one file of a
# folder for the "self" of another when a form is sent, so that search would not open.
IN_A_FOLDER = {
    **{name: value for name, value in DIRECTIVES.items() if name not in ("font-src", "connect-src")},
    "form-action": f"{DIRECTIVES['form-action']} file:",
}
# A meta element may not say who may frame the page; a header may.
HEADER_ONLY = {"frame-ancestors": "'self'"}
# The types of scripts that run, beside those of JavaScript. A script of any other type is a block of data.
TYPES_THAT_RUN = {"", "module", "importmap", "speculationrules"}
POLICY = "Content-Security-Policy"
META = f'<meta http-equiv="{POLICY}"'
# Nearly every page is one of ours, and these tell in a moment that it needs no parser. Every other is parsed.
_OPENING = re.compile(r"<(?:script|style)", re.IGNORECASE)
_NOTHING_INLINE = re.compile(r'<script src="[^"<>]*"(?: [a-z-]+(?:="[^"<>]*")?)*></script>')
_CHARSET_FIRST = re.compile(r'<!doctype html>\s*<html[^<>]*>\s*<head>\s*<meta charset="utf-8">')

Hash = tuple[str, str]  # the directive that it belongs to, and the hash


def inline(page: str) -> set[Hash]:
    """Return the hashes of the inline scripts and styles of a page, each with the directive that governs
    it.
    """
    if all(_NOTHING_INLINE.match(page, tag.start()) for tag in _OPENING.finditer(page)):
        return set()
    elements = html.document_fromstring(page).iter("script", "style")
    return {(f"{element.tag}-src", _hash(element.text or "")) for element in elements if _acts(element)}


def policy(hashes: Iterable[Hash] = (), *, header: bool = False, offline: bool = False) -> str:
    """Return the policy as one line, with the hashes of what is inline.

    `header` is for the header of an answer, and `offline` for pages that are read from a folder.
    """
    directives = dict(IN_A_FOLDER if offline else DIRECTIVES)
    if header:
        directives |= HEADER_ONLY
    for directive, value in sorted(hashes):
        directives[directive] += f" '{value}'"
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def sealed(page: str, hashes: Iterable[Hash] | None = None, *, offline: bool = False) -> str:
    """Return the page with its policy early in its head, where it still governs everything that matters.

    `hashes` are of what is inline in it, where the caller knows them. The policy follows the element that
    names the character set. A page without one stays as it is, and so does one with a policy.
    """
    if META in page:
        return page
    head = _CHARSET_FIRST.match(page)
    place = head.end() if head else _after_charset(page)
    if not place:
        return page
    found = inline(page) if hashes is None else hashes
    meta = f'{META} content="{escape(policy(found, offline=offline))}">'
    return f"{page[:place]}\n  {meta}{page[place:]}"


def _after_charset(page: str) -> int:
    """Return where the element ends that names the character set; 0 where none does."""
    tags = head_tags(page)
    return next((tag.end for tag in tags if tag.name == "meta" and "charset" in tag.attributes), 0)


def _acts(element: html.HtmlElement) -> bool:
    """Return whether a script runs or a style applies, and is in the page itself."""
    if element.tag == "style":
        return True
    kind = element.get("type", "").strip().lower()
    return element.get("src") is None and (
        kind in TYPES_THAT_RUN or kind.endswith(("javascript", "ecmascript"))
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
