"""What the page of a long list does not show at first: a script for each list, with the rest of each group.

It is a script that calls a function, because the policy of the site lets a page run its scripts and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.loading.handbook import Handbook
from macros.model import Record, Term
from macros.model.sections import SOURCES
from macros.pages.record_pages import list_script
from macros.pages.views.long_lists import LISTS, in_parts, list_groups
from macros.pages.views.terms import uses
from macros.publishing.build import Build
from macros.publishing.json_lines import compact


def sections(build: Build) -> list[str]:
    """Return the sections whose lists are in parts."""
    return [section for section in LISTS if in_parts(build.handbook, section)]


def _left_out(handbook: Handbook, section: str) -> Iterator[tuple[str, str, Sequence[Record]]]:
    """Yield what the page of a section leaves out: where it belongs, as which rows, and the entries."""
    for group in list_groups(handbook, section):
        if section == "glossary":
            terms = (term for term in group.entries if isinstance(term, Term))
            yield from ((term.id, "users", [term]) for term in terms if uses(handbook, term))
        elif group.parts:
            yield group.id, section, group.entries[group.first :]


def script(build: Build, section: str) -> dict[str, str]:
    """Return the script of a section, by its path: the entries of each group that its page does not show."""
    rest = {
        name: build.renderer.render("list_rows.html", SOURCES[section], section=rows, entries=entries)
        for name, rows, entries in _left_out(build.handbook, section)
    }
    return {list_script(section): f"window.handbookRest.take({compact(rest)});\n"}
