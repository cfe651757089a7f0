"""Workstreams: the rows of the map."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Basis, Called, Evidence
from macros.model.fields import Listed, Markdown, Ref, Slug, Text, field


class Workstream(Called):
    """A strand of work that runs through the phases."""

    kind: ClassVar[str] = "workstream"
    folder: ClassVar[str] = "workstreams"
    listed_in: ClassVar[str] = "workstreams"
    same_titles: ClassVar[bool] = True
    short: Text | None = field(
        "A shorter name for the map, where two workstreams share a title.", default=None
    )
    led_by: Annotated[Slug, Ref("side")] = field("The side that leads it.")
    purpose: Markdown = field("What it is for.")
    works_with: Listed[Annotated[Slug, Ref("workstream")]] = field(
        "The workstreams that it depends on most.", default=()
    )
    evidence: tuple[Evidence, ...] = field("Facts that it is based on.", default=())
    basis: tuple[Basis, ...] = field("Where the advice comes from.")
