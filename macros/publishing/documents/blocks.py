"""Blocks: what a document says, whatever format it is written in.

Every text is plain. A writer shows it as it is, and gives each block the style that its `kind` names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from macros.model.product import ColumnType

NARROW = {"number": 2, "money": 2, "date": 2, "yes-no": 2, "choice": 3, "role": 3, "text": 4}


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

    @property
    def weight(self) -> int:
        """How wide it is beside other columns."""
        return NARROW[self.type]


@dataclass(frozen=True)
class Heading:
    """A heading. The sections of the product itself are `numbered`, and `name` is an anchor in the file."""

    kind: ClassVar[str] = "heading"
    text: str
    name: str
    numbered: bool = False


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
    """A lesson as a question, with what it rests on, and where to read more."""

    kind: ClassVar[str] = "question"
    text: str
    source: str
    evidence: str
    address: str
    shown_address: str


@dataclass(frozen=True)
class Table:
    """A table with one row of headings, rows that are filled in, and `blanks` that are empty."""

    kind: ClassVar[str] = "table"
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    blanks: int = 0

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each column is, in thousandths of the page."""
        whole = sum(column.weight for column in self.columns)
        return tuple(1000 * column.weight // whole for column in self.columns)


Block = Heading | Fact | Contents | Prompt | Blank | Paragraph | Question | Table


@dataclass(frozen=True)
class Description:
    """One product as a file: what it is called and belongs to, and its blocks in order.

    `sections` are the blocks of the product's own sections, by their headings: spreadsheets have a sheet for each table.
    """

    id: str
    title: str
    summary: str
    place: str
    foot: str
    language: str
    author: str
    front: tuple[Block, ...]
    sections: tuple[tuple[Heading, tuple[Block, ...]], ...]
    back: tuple[Block, ...]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in order."""
        sections = (block for heading, blocks in self.sections for block in (heading, *blocks))
        return (*self.front, *sections, *self.back)

    @property
    def tables(self) -> list[Table]:
        """Every table in order."""
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def widths(self) -> list[int]:
        """Every width that a column has, each once."""
        return sorted({width for table in self.tables for width in table.widths})

    @property
    def addresses(self) -> list[str]:
        """Every address that the file leads to, each once."""
        return list(dict.fromkeys(filter(None, self._addresses())))

    def _addresses(self) -> Iterator[str]:
        for block in self.blocks:
            if isinstance(block, (Fact, Question)):
                yield block.address
            elif isinstance(block, Table):
                yield from (cell.address for row in block.rows for cell in row)

    @property
    def headings(self) -> list[Heading]:
        """Every heading in order."""
        return [block for block in self.blocks if isinstance(block, Heading)]
