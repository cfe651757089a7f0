"""Files in `docs/` that run in the browsers of readers: scripts, pages of HTML, and pictures with scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.loading.problem import Place, Problem
from macros.pages.handwritten import is_file, is_published
from macros.publishing.page_parts import ACTIVE_HINT, parts

SCRIPTS = {".js", ".mjs", ".cjs", ".wasm"}
PAGES = {".html", ".htm", ".xhtml", ".xht", ".shtml", ".xml", ".xsl", ".xslt", ".mht", ".mhtml", ".php"}
PICTURES = {".svg", ".svgz"}
ALLOWED_IN_A_PICTURE = {"<style", "<link"}
UNREAD = "unread"
LARGEST_PICTURE = 5_000_000  # bytes


def active_files(docs: Path) -> Iterator[Problem]:
    """Yield a problem for each file that can run code."""
    for file in sorted(docs.rglob("*")):
        name = file.relative_to(docs).as_posix()
        if is_published(name) and is_file(file) and (message := _wrong(file)):
            yield Problem(Place(f"{docs.name}/{name}"), "", message, "script", ACTIVE_HINT)


def _wrong(file: Path) -> str:
    ending = file.suffix.lower()
    if ending in SCRIPTS:
        return "this is a script, which would run in the browsers of readers."
    if ending in PAGES:
        return "this is a page of its own, which can run code in the browsers of readers."
    if ending in PICTURES:
        active = _in_picture(file)
        if active == UNREAD:
            return "this picture cannot be read, and what is in it can run code in the browsers of readers."
        return f"“{active}” in this picture can run code in the browsers of readers." if active else ""
    return ""


def _in_picture(file: Path) -> str:
    """Return what in a picture can run code, or cannot be looked through."""
    try:
        raw = file.read_bytes() if file.stat().st_size <= LARGEST_PICTURE else b"\xff"
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return UNREAD
    active = [each for each in parts(text).active if each not in ALLOWED_IN_A_PICTURE]
    if "<!ENTITY" in text:
        return "<!ENTITY"
    return active[0].lstrip("<") if active else ""
