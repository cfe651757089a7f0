"""Wishes: what a person asked of an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.sheets.cells.typed_dates import Order


@dataclass(frozen=True)
class Wishes:
    """What a person asked for, each with what holds where nothing is said."""

    kind: str = "lesson"
    sheets: tuple[str, ...] = ()
    header: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    dates: Order | None = None
    year_starts: int = 4
    one_a_row: bool = False
    with_hidden: bool = False
    skip_struck: bool = False
    keep_similar: bool = False
    source: str = ""
