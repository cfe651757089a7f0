"""Links inside prose lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.checks.rules.context import World
from macros.loading.problem import Place, Problem
from macros.model import KINDS
from macros.model.fields import FieldPath
from macros.model.references import prose
from macros.pages.catalogue import anchors, page_sources, redirects, source_of
from macros.pages.prose import links
from macros.similarity import suggest

HIDDEN = ("this links to a page that you hide.", "Take the link out, or hide the page no more.")
OUTSIDE = re.compile(r"https?://[^\s]+|mailto:[^\s]+")


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each link in a Markdown field that leads nowhere or is not allowed."""
    pages = page_sources(world.handbook, world.docs) | {
        f"{KINDS[kind].folder}/{id}.md": "" for kind, id in world.broken if KINDS[kind].folder
    }
    moved = {page.source: source_of(page.moved_to) for page in redirects(world.handbook) if page.moved_to}
    hidden = {source_of(left.record) for left in world.handbook.hidden.values()}
    for record in world.handbook:
        for path, text in prose(record):
            for target, line in links(text) if "[" in text or "<" in text else ():
                own, page = world.handbook.is_own(record, path), target.partition("#")[0].removeprefix("/")
                if page in hidden and not own:
                    continue  # shown as words
                if wrong := (HIDDEN if page in hidden else _wrong(world, pages, moved, target)):
                    # What the handbook that is followed renames leads on, so the team has time to follow.
                    found = world.problem(
                        record, path, "dead-link", *wrong, "warning" if own and page in moved else "error"
                    )
                    yield replace(found, place=_line(world, record, path, line))


def _wrong(world: World, pages: dict[str, str], moved: dict[str, str], target: str) -> tuple[str, str] | None:
    if OUTSIDE.fullmatch(target):
        return None
    page, _, anchor = target.partition("#")
    if not page.startswith("/") or not page.endswith(".md"):
        return (
            f"the link “{target}” is not allowed here.",
            "Link to a page as /lessons/its-id.md, or to a web address.",
        )
    if page[1:] in moved:
        return f"the page “{page}” has another address now.", f"Link to /{moved[page[1:]]}."
    if page[1:] not in pages:
        return f"the link “{target}” leads to no page.", suggest(page[1:], pages).replace("“", "“/")
    if anchor and (known := anchors(world.handbook, page[1:])) is not None and anchor not in known:
        return f"the page “{page}” has no place called “{anchor}”.", suggest(anchor, known)
    return None


def _line(world: World, record: object, path: FieldPath, line: int) -> Place:
    """The line of a link inside a block of text. A block (`|`) starts one line below its field."""
    place = world.handbook.place(record, path)  # type: ignore[arg-type]
    return Place(place.path, place.line + line + 1, 1) if line else place
