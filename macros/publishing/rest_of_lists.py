"""What the page of a long list does not show at first: a script for each list, with the rest of each group.

It is a script that calls a function, because the policy of the site lets a page run its scripts and no more.
"""

from __future__ import annotations

import json

from macros.model.sections import SOURCES
from macros.pages.record_pages import list_script
from macros.pages.views.long_lists import LISTS, in_parts, list_groups
from macros.publishing.build import Build


def sections(build: Build) -> list[str]:
    """Return the sections whose lists are in parts."""
    return [section for section in LISTS if in_parts(build.handbook, section)]


def script(build: Build, section: str) -> dict[str, str]:
    """Return the script of a section, by its path: the entries of each group that its page does not show."""
    rest = {
        group.id: build.renderer.render(
            "list_rows.html", SOURCES[section], section=section, entries=group.entries[group.first :]
        )
        for group in list_groups(build.handbook, section)
        if group.parts
    }
    data = json.dumps(rest, ensure_ascii=False, separators=(",", ":"))
    return {list_script(section): f"window.handbookRest.take({data});\n"}
