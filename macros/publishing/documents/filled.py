"""Filled: what the file of a worked example says. It is marked as invented at its top, on every page, and
in its properties.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.handbook import Handbook
from macros.model import Example, Role
from macros.model.product import Column as ColumnOf
from macros.pages import prose
from macros.pages.prose import plain
from macros.pages.record_pages import source_of
from macros.pages.views.filled_examples import FilledPart, filled_parts, with_facts
from macros.pages.wording import Words
from macros.publishing.documents.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Description,
    Fact,
    Heading,
    Paragraph,
    Section,
    Table,
    has_wide,
)
from macros.publishing.documents.file_places import page_address
from macros.sheets.files.invented import MARK


class FilledDocument:
    """One product as an example fills it in. `home` is the address of the site, or empty."""

    def __init__(self, handbook: Handbook, example: Example, home: str) -> None:
        self._handbook = handbook
        self._example = example
        self._home = home
        self._t = handbook.site.labels
        self._parts = filled_parts(handbook, example)

    def description(self) -> Description:
        """Return what the file says."""
        site = self._handbook.site
        sections = tuple(self._sections())
        invented = self._t.examples.invented
        return Description(
            title=self._example.title,
            summary=self._example.summary,
            place=f"{invented} {self._t.examples.invented_text}",
            foot=f"{invented} {site.title}, {self._handbook.framework.edition}",
            language=site.language,
            author=site.organisation,
            front=tuple(self._front()),
            sections=sections,
            back=tuple(self._back(len(sections) + 1)),
            keyword=MARK,
        )

    def _front(self) -> Iterator[Block]:
        example = self._example
        words = self._t.examples
        if example.about:
            yield Paragraph(self._filled(example.about))
        named = ((words.version, example.version), (words.state, example.state), (words.date, example.date))
        for label, text in named:
            yield Fact(label, self._filled(text or ""))
        yield Contents(self._t.contents)

    def _sections(self) -> Iterator[Section]:
        for number, part in enumerate(self._parts, 1):
            blocks = tuple(self._blocks(part))
            wide = has_wide(blocks)
            yield Heading(part.item.heading, number, number, wide), blocks

    def _blocks(self, part: FilledPart) -> Iterator[Block]:
        for text in prose.blocks(part.text):
            yield Paragraph(text)
        if part.rows:
            columns = tuple(Column(each.title, each.type) for each in part.columns)
            rows = tuple(tuple(map(self._cell, part.columns, row)) for row in part.rows)
            yield Table(part.item.heading, columns, rows, register=True)
        if part.signatures:
            words = self._t.documents
            titles = (self._t.kinds["role"], words.signature, words.date)
            signed = tuple((self._role(one.role), Cell(one.says), Cell(one.date)) for one in part.signatures)
            yield Table(part.item.heading, tuple(map(Column, titles)), signed)

    def _cell(self, column: ColumnOf, value: str) -> Cell:
        if value and column.type == "role":
            return self._role(value)
        if value and column.type == "yes-no":
            return Cell(self._t.examples.yes if value == "yes" else self._t.examples.no)
        return Cell(value)

    def _role(self, role: str) -> Cell:
        return Cell(self._handbook.get(Role, role).title)

    def _back(self, number: int) -> Iterator[Block]:
        framework = self._handbook.framework
        words = self._t.examples
        values = {"edition": framework.edition, "licence": framework.licence}
        about = Words(self._handbook.site).fill(words.about_text, title=self._handbook.site.title, **values)
        yield Heading(words.about, number)
        yield Paragraph(str(about.unescape()))
        yield Paragraph(plain(framework.credit))
        yield Fact(self._t.address, *page_address(self._home, source_of(self._example)))

    def _filled(self, text: str) -> str:
        return plain(with_facts(self._handbook, text))
