"""The kinds of record. This table is the only list of them."""

from __future__ import annotations

from macros.model.activity import Activity
from macros.model.base import Basis, Evidence, Record
from macros.model.framework import Framework, Function, Layer, Part, Route, Side, Stage
from macros.model.glossary import Glossary, Term
from macros.model.lesson import Lesson, Sighting
from macros.model.migration import Migration
from macros.model.overview import Overview
from macros.model.phase import Phase
from macros.model.product import Product
from macros.model.role import Role
from macros.model.site import Site
from macros.model.source import Source
from macros.model.words.language import Language
from macros.model.workstream import Workstream

# One file each, at the top of content/.
SINGLES: tuple[type[Record], ...] = (Site, Framework, Glossary)
# One folder each, one file a record.
FOLDERS: tuple[type[Record], ...] = (
    Overview,
    Phase,
    Workstream,
    Role,
    Activity,
    Lesson,
    Product,
    Migration,
    Source,
)
# Everything that is written in files of its own. A language is no record of the handbook: it has no page, and nothing links to it.
FILES: tuple[type[Record], ...] = (*SINGLES, *FOLDERS, Language)
# Parts of a single file that other records point to.
PARTS: tuple[type[Record], ...] = (Layer, Route, Stage, Side, Function, Term)
KINDS: dict[str, type[Record]] = {cls.kind: cls for cls in (*SINGLES, *FOLDERS, *PARTS)}

__all__ = [
    "FILES",
    "FOLDERS",
    "KINDS",
    "PARTS",
    "SINGLES",
    "Activity",
    "Basis",
    "Evidence",
    "Framework",
    "Function",
    "Glossary",
    "Language",
    "Layer",
    "Lesson",
    "Migration",
    "Overview",
    "Part",
    "Phase",
    "Product",
    "Record",
    "Role",
    "Route",
    "Side",
    "Sighting",
    "Site",
    "Source",
    "Stage",
    "Term",
    "Workstream",
]
