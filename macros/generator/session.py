"""What the events of MkDocs and the macros share during one build: the one object that they find in the
settings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # while serving, the hooks load edited modules anew
    from macros.checks.check import Report
    from macros.publishing.build import Build, Folders

SLOT = "handbook"


@dataclass(
    frozen=True, repr=False
)  # the macros plugin writes out every setting, and this one holds everything
class Session:
    """One build. `build` is None when the content has errors, which only serving survives.

    `inline` gathers what is inline in pages, for the settings of web servers (see
    `macros.publishing.policy.inline`).
    """

    folders: Folders
    report: Report
    build: Build | None
    offline: bool
    inline: set[tuple[str, str]] = field(default_factory=set)
