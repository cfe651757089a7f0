"""The pages of other frameworks: theirs to ours, ours to theirs, and what has no pair."""

from __future__ import annotations

from macros.loading.other_frameworks import elsewhere, from_ours, from_theirs
from macros.model import Crosswalk
from macros.pages.views.registry import view

view(from_theirs)
view(from_ours)
view(elsewhere)


@view
def crosswalk_files(walk: Crosswalk) -> tuple[str, str]:
    """Return where a site publishes one crosswalk as CSV and as JSON, from the root of the site."""
    return f"data/crosswalk/{walk.id}.csv", f"data/crosswalk/{walk.id}.json"
