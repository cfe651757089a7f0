"""The Content-Security-Policy of the site: only what the site itself brings may run, and nothing may come from elsewhere.

Our pages hold no inline script and no inline style, so no hash is needed. A fork may add some: their hashes are
computed from the finished page, so that `unsafe-inline` is never needed.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable

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
# Read from a folder, pages fetch nothing and have no fonts of their own. Firefox does not take one file of a folder for the
# "self" of another when a form is sent, so that search would not open.
IN_A_FOLDER = {
    name: value for name, value in DIRECTIVES.items() if name not in ("font-src", "connect-src")
} | {"form-action": f"{DIRECTIVES['form-action']} file:"}
# A meta element may not say who may frame the page; a header may.
HEADER_ONLY = {"frame-ancestors": "'self'"}

_INLINE = re.compile(r"<(script|style)\b(?![^>]*\bsrc=)([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"type=[\"']?(application/(ld\+)?json|text/plain)", re.IGNORECASE)
MARK = '<meta http-equiv="Content-Security-Policy"'


def inline(page: str) -> set[tuple[str, str]]:
    """The inline scripts and styles of a page, as the directive that governs them and their hash."""
    return {
        (f"{kind.lower()}-src", _hash(body))
        for kind, attributes, body in _INLINE.findall(page)
        if not _DATA.search(attributes)
    }


def policy(hashes: Iterable[tuple[str, str]] = (), *, header: bool = False, offline: bool = False) -> str:
    """The policy as one line, with the hashes of what stands inline. `offline` is for pages that are read from a folder."""
    directives = (IN_A_FOLDER if offline else DIRECTIVES) | (HEADER_ONLY if header else {})
    for directive, value in sorted(hashes):
        directives = directives | {directive: f"{directives[directive]} '{value}'"}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def sealed(page: str, *, offline: bool = False) -> str:
    """The page with its policy as the first thing in its head, where the policy can still govern everything after it."""
    if MARK in page:
        return page
    meta = f'{MARK} content="{html.escape(policy(inline(page), offline=offline), quote=True)}">'
    return re.sub(r"(<meta charset=[^>]*>)", lambda found: f"{found[1]}\n  {meta}", page, count=1)


def _hash(body: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
