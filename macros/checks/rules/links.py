"""Links inside prose lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from macros.checks.rules.context import World
from macros.loading.handbook import Handbook
from macros.loading.problem import Place, Problem, Severity
from macros.model import PAGES_OF, Record
from macros.model.address import MISLEADING, mail_address_wrong, web_address_wrong, words_mislead
from macros.model.fields import FieldPath
from macros.model.references import prose
from macros.pages.catalogue import page_sources, redirects
from macros.pages.prose import links
from macros.pages.record_pages import anchors, source_of
from macros.similarity import suggest

HIDDEN = ("this links to a page that you hide.", "Take the link out, or hide the page no more.")
NOT_ALLOWED = "Link to a page as /lessons/its-id.md, or to a web address."

_OUTSIDE = re.compile(r"https?://[^\s]+|mailto:[^\s]+")


@dataclass(frozen=True)
class Pages:
    """What a link may lead to.

    `titles` holds every page with its title, `moved` the new path of pages by their former one, and `hidden`
    the pages that are left out; all by path under docs/.
    """

    handbook: Handbook
    titles: dict[str, str]
    moved: dict[str, str]
    hidden: frozenset[str]

    def wrong(self, target: str, words: str) -> tuple[str, str] | None:
        """Return what is wrong with a link to `target`, and what to do; None when it is good.

        `words` are what readers see of it.
        """
        if _OUTSIDE.fullmatch(target):
            return _outside(target, words)
        page, _, anchor = target.partition("#")
        if not page.startswith("/") or not page.endswith(".md"):
            return f"the link “{target}” is not allowed here.", NOT_ALLOWED
        source = page[1:]
        if source in self.hidden:
            return HIDDEN
        if source in self.moved:
            return f"the page “{page}” has another address now.", f"Link to /{self.moved[source]}."
        if source not in self.titles:
            near = suggest(source, self.titles).replace("“", "“/")
            return f"the link “{target}” leads to no page.", near
        places = anchors(self.handbook, source) if anchor else None
        if places is not None and unquote(anchor) not in places:
            return f"the page “{page}” has no place called “{anchor}”.", suggest(unquote(anchor), places)
        return None


def _outside(target: str, words: str) -> tuple[str, str] | None:
    """Return what is wrong with a link to somewhere outside the handbook."""
    scheme, _, rest = target.partition(":")
    if misled := words_mislead(words, target):
        return f"“{target}”: {misled}.", MISLEADING
    if scheme != "mailto":
        wrong = web_address_wrong(target)
        return (f"“{target}”: {wrong}.", "Write the address as the browser shows it.") if wrong else None
    wrong = mail_address_wrong(unquote(rest))
    return (f"“{target}”: {wrong}.", "Write mailto: and one address.") if wrong else None


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each link in a Markdown field that leads nowhere or is not allowed."""
    pages = _pages(world)
    for record in world.handbook:
        for path, text in prose(record):
            if "[" in text or "<" in text:
                yield from _problems(world, pages, record, path, text)
    yield from _routes(world)


def _routes(world: World) -> Iterator[Problem]:
    """Yield a problem for each place of a route that leads nowhere, because it holds no link."""
    framework = world.handbook.framework
    for index, route in enumerate(framework.routes):
        places: list[tuple[FieldPath, str]] = [(("start",), route.start)]
        places += [(("steps", number), step) for number, step in enumerate(route.steps)]
        for path, text in places:
            if not links(text):
                message = "there is no link here, so readers cannot go on."
                hint = "Write one, such as [The map](/navigate.md)."
                yield world.problem(framework, ("routes", index, *path), "no-link", message, hint)


def _pages(world: World) -> Pages:
    broken = {f"{PAGES_OF[kind]}/{name}.md": "" for kind, name in world.broken if kind in PAGES_OF}
    return Pages(
        world.handbook,
        page_sources(world.handbook, world.docs) | broken,
        {page.source: source_of(page.moved_to) for page in redirects(world.handbook) if page.moved_to},
        frozenset(source_of(left.record) for left in world.handbook.hidden.values()),
    )


def _problems(world: World, pages: Pages, record: Record, path: FieldPath, text: str) -> Iterator[Problem]:
    own = world.handbook.is_own(record, path)
    for target, line, words in links(text):
        page = target.partition("#")[0].removeprefix("/")
        if page in pages.hidden and not own:
            continue  # shown as words
        if wrong := pages.wrong(target, words):
            # A page that the original handbook renames leads on, so that a local one has time to follow.
            severity: Severity = "warning" if own and page in pages.moved else "error"
            problem = world.problem(record, path, "dead-link", *wrong, severity)
            yield replace(problem, place=_below(problem.place, line))


def _below(place: Place, line: int) -> Place:
    """Return the place of a link in line `line` of a text. A block (`|`) starts one line below its field."""
    return Place(place.path, place.line + line + 1) if line else place
