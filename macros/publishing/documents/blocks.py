"""Blocks: what a document says, whatever format it is written in.

Every text is plain. A writer shows it as it is, and gives each block the style that its `kind` names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from macros.model.product import ColumnType

NARROW = {"reference": 2, "number": 2, "money": 2, "date": 3, "yes-no": 3, "choice": 3, "role": 3, "text": 4}
UPRIGHT = 28  # the weight of all columns of a table that fits a page that stands upright


@dataclass(frozen=True)
class Cell:
    """A text, and where it leads to, if anywhere."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table, and what its empty cells offer to choose from."""

    title: str
    type: ColumnType = "text"
    choices: tuple[str, ...] = ()
    share: int = 0

    @property
    def weight(self) -> int:
        """How wide it is beside other columns: its `share`, or so that no word of its title is cut."""
        if self.share:
            return self.share
        longest = max(map(len, self.title.split()), default=1)
        return max(NARROW[self.type], (longest + 4) // 3)


@dataclass(frozen=True)
class Heading:
    """A heading with its `number` among all. The `place` of a section of the product is counted from 1.

    What is `wide` begins a page that lies on its side.
    """

    kind: ClassVar[str] = "heading"
    text: str
    number: int
    place: int = 0
    wide: bool = False

    @property
    def numbered(self) -> bool:
        """Whether it is one of the sections of the product."""
        return self.place > 0

    @property
    def shown(self) -> str:
        """The heading as the table of contents shows it."""
        return f"{self.place} {self.text}" if self.place else self.text


@dataclass(frozen=True)
class Fact:
    """A line with a label."""

    kind: ClassVar[str] = "fact"
    label: str
    text: str
    address: str = ""


@dataclass(frozen=True)
class Contents:
    """The table of contents: it lists every heading."""

    kind: ClassVar[str] = "contents"
    title: str


@dataclass(frozen=True)
class Prompt:
    """What the writer is asked. All prompts have one style, so that they can be deleted together."""

    kind: ClassVar[str] = "prompt"
    label: str
    text: str


@dataclass(frozen=True)
class Blank:
    """A place to write in, `about` something; `listed` if it is one of several points."""

    kind: ClassVar[str] = "blank"
    text: str
    about: str
    listed: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Words that stay."""

    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True)
class Question:
    """A lesson as a question, with its evidence, and where to read more. `source` is a line of its own."""

    kind: ClassVar[str] = "question"
    text: str
    evidence: str
    address: str
    shown_address: str
    source: str = ""


@dataclass(frozen=True)
class Table:
    """A table with one row of headings, rows that are filled in, and `blanks` that are empty.

    A `register` grows, so that it has a sheet of its own in a spreadsheet.
    """

    kind: ClassVar[str] = "table"
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    blanks: int = 0
    register: bool = False

    @property
    def wide(self) -> bool:
        """Whether its columns need a page that lies on its side."""
        return sum(column.weight for column in self.columns) > UPRIGHT


Block = Heading | Fact | Contents | Prompt | Blank | Paragraph | Question | Table
Section = tuple[Heading, tuple[Block, ...]]


def has_wide(blocks: tuple[Block, ...]) -> bool:
    """Return whether one of the blocks is a table that needs a wide page."""
    return any(isinstance(block, Table) and block.wide for block in blocks)


@dataclass(frozen=True)
class Description:
    """One product as a file: what it is called and belongs to, and its blocks in order.

    `sections` are the blocks of the product's own sections, each with its heading.
    """

    title: str
    summary: str
    place: str
    foot: str
    language: str
    author: str
    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    back: tuple[Block, ...]
    keyword: str = ""  # among the properties of the file

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in order."""
        sections = (block for heading, blocks in self.sections for block in (heading, *blocks))
        return (*self.front, *sections, *self.back)

    @property
    def weights(self) -> list[int]:
        """Every weight that a column has, each once."""
        columns = (column for block in self.blocks if isinstance(block, Table) for column in block.columns)
        return sorted({column.weight for column in columns})

    @property
    def indent(self) -> int:
        """How far the texts of facts stand from the margin, in millimetres, so that each label has room."""
        longest = max((len(block.label) for block in self.blocks if isinstance(block, Fact)), default=0)
        return min(max(longest * 5 // 2 + 4, 40), 80)

    @property
    def turns(self) -> bool:
        """Whether it has a page that lies on its side."""
        return any(heading.wide for heading in self.headings)

    @property
    def headings(self) -> list[Heading]:
        """Every heading in order."""
        return [block for block in self.blocks if isinstance(block, Heading)]
