"""The sections of the site: each a page that lists or draws many records. Every kind with a folder has
one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from macros.model.kinds import FOLDERS, PAGES_OF
from macros.model.shape import labelled_fields


@dataclass(frozen=True)
class Section:
    """One section: its name in labels, macros and menus, and the address of its page without a suffix.

    A section `in_menu` can belong to a layer of the framework.
    """

    name: str
    address: str
    in_menu: bool = True

    @property
    def source(self) -> str:
        """The path of its page under docs/."""
        return f"{self.address}.md"


SECTIONS = (
    *(Section(cls.folder, f"{PAGES_OF[cls.kind]}/index") for cls in FOLDERS),
    Section("navigate", "navigate"),
    Section("timeline", "timeline"),
    Section("how_long", "how-long"),
    Section("learned_again", "learned-again"),
    Section("flow", "flow"),
    Section("gates", "gates/index"),
    Section("plan", "plan"),
    Section("hand_overs", "hand-overs"),
    Section("glossary", "glossary"),
    Section("tailor", "tailor"),
    Section("project", "project"),
    Section("search", "search", in_menu=False),
    Section("a_to_z", "a-to-z", in_menu=False),
    Section("changes", "about/changes", in_menu=False),
)
# The fields of records that pages show under a label of the same name, with what the label is.
FIELD_LABELS = {name: meaning for cls in FOLDERS for name, meaning in labelled_fields(cls).items()}
SOURCES = {section.name: section.source for section in SECTIONS}

# A type checker cannot read a Literal that follows a table, so to it these are texts.
if TYPE_CHECKING:
    SectionName = str
    MenuSection = str
    KindName = str
    FieldLabel = str
else:
    SectionName = Literal[tuple(section.name for section in SECTIONS)]
    MenuSection = Literal[tuple(section.name for section in SECTIONS if section.in_menu)]
    # Kinds of record that pages call by name: those with a page, and those without that point at others.
    KindName = Literal[(*(cls.kind for cls in FOLDERS), "term", "framework", "route")]
    FieldLabel = Literal[tuple(FIELD_LABELS)]
