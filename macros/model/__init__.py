"""What may be written: every kind of record, as a class, with its fields."""

from __future__ import annotations

from macros.model.activity import Activity
from macros.model.base import Basis, Evidence, Record
from macros.model.crosswalk import Crosswalk
from macros.model.example import Example
from macros.model.framework import Framework, Function, Layer, Part, Route, Side, Stage
from macros.model.glossary import Glossary, Term
from macros.model.hidden import Hidden
from macros.model.kinds import FOLDER_OF, FOLDERS, KIND_OF, PAGES_OF
from macros.model.lesson import Lesson, Sighting
from macros.model.migration import Migration
from macros.model.overview import Overview
from macros.model.phase import Phase
from macros.model.product import Product
from macros.model.questions import ProjectQuestion, ProjectQuestions
from macros.model.role import Role
from macros.model.shape import inner_models
from macros.model.site import Site
from macros.model.source import Source
from macros.model.words.language import Language
from macros.model.workstream import Workstream

# One file each, at the top of content/.
SINGLES: tuple[type[Record], ...] = (Site, Framework, Glossary, ProjectQuestions)
# Those of them that a handbook may do without.
OPTIONAL: tuple[type[Record], ...] = (ProjectQuestions,)
# Everything that is written in files of its own. A language is no record of the handbook: it has no page, and
# nothing links to it.
FILES: tuple[type[Record], ...] = (*SINGLES, *FOLDERS, Language)
# The kinds of file that a local folder may hold: one more says what it hides.
FileKind = type[Record] | type[Hidden]
LOCAL_FILES: tuple[FileKind, ...] = (*FILES, Hidden)
# Parts of a single file that other records point to.
PARTS: tuple[type[Record], ...] = (Layer, Route, Stage, Side, Function, Term, ProjectQuestion)
# The same: the kind of a part → the kind of the file, and the field of it that holds them.
PART_HOMES: dict[str, tuple[str, str]] = {
    inner.kind: (cls.kind, name)
    for cls in SINGLES
    for name, info in cls.model_fields.items()
    for inner in inner_models(info.annotation)
    if issubclass(inner, Record)
}
KINDS: dict[str, type[Record]] = {cls.kind: cls for cls in (*SINGLES, *FOLDERS, *PARTS)}

__all__ = [
    "FILES",
    "FOLDERS",
    "FOLDER_OF",
    "KINDS",
    "KIND_OF",
    "LOCAL_FILES",
    "OPTIONAL",
    "PAGES_OF",
    "PARTS",
    "PART_HOMES",
    "SINGLES",
    "Activity",
    "Basis",
    "Crosswalk",
    "Evidence",
    "Example",
    "FileKind",
    "Framework",
    "Function",
    "Glossary",
    "Hidden",
    "Language",
    "Layer",
    "Lesson",
    "Migration",
    "Overview",
    "Part",
    "Phase",
    "Product",
    "ProjectQuestion",
    "ProjectQuestions",
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
