"""Describing: what the file of a product says, from the handbook alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, Hiding
from macros.model import Product, Role
from macros.model.product import OutlineItem
from macros.pages.prose import plain
from macros.pages.record_pages import source_of
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
from macros.publishing.documents.left_out import left_out
from macros.publishing.documents.lesson_questions import Questions
from macros.publishing.documents.product_facts import Surroundings
from macros.publishing.documents.section_blocks import Sections


class Describer:
    """Describes the products of one handbook, without what is hidden. `home` is the address of its site, or
    empty.
    """

    def __init__(self, handbook: Handbook, home: str, hiding: Hiding = NOTHING) -> None:
        self.handbook = handbook
        self.hiding = hiding
        self.flow = Flow(handbook)
        self.say = Words(handbook.site)
        self.questions = Questions(handbook, self.address, hiding)
        self._home = home

    def description(self, product: Product) -> Description:
        """Return what the file of `product` says."""
        drawn = self._drawn(product)
        return self._described(product, drawn.front(), drawn.sections(product.contents), drawn.back())

    def registers(self, product: Product) -> Description:
        """Return what the workbook beside a document says: the tables that a team keeps as a spreadsheet."""
        drawn = self._drawn(product)
        note = Paragraph(self.handbook.site.labels.documents.registers)
        front = chain((note,), drawn.front())
        return self._described(product, front, drawn.sections(product.registers), drawn.origin())

    def _drawn(self, product: Product) -> _Drawing:
        return _Drawing(self, Surroundings(self.handbook, self.flow, product, self.hiding))

    def _described(
        self, product: Product, front: Iterable[Block], sections: Iterable[Section], back: Iterable[Block]
    ) -> Description:
        site = self.handbook.site
        return Description(
            title=product.title,
            summary=product.summary,
            place=site.labels.documents.place,
            foot=f"{product.title} · {site.title}, {self.handbook.framework.edition}",
            language=site.language,
            author=site.organisation,
            front=tuple(front),
            sections=tuple(sections),
            back=tuple(back),
        )

    def address(self, source: str) -> tuple[str, str]:
        """Return the address of a page as it is shown, and the one that a link leads to, if it is known."""
        return page_address(self._home, source)


@dataclass
class _Drawing:
    """One product on its way to a description. Its headings are counted as they come."""

    by: Describer
    it: Surroundings
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def front(self) -> Iterator[Block]:
        """Yield what comes before the sections."""
        product = self.it.product
        t = self.by.handbook.site.labels
        yield from left_out(self.by.say, self.it.left_out())
        yield Fact(t.purpose, plain(product.purpose))
        yield Fact(t.audience, plain(product.audience))
        for phase, criterion in self.it.life.criteria:
            yield Fact(t.evidence_for, f"{phase.title}: {plain(criterion.text)}")
        named = (
            (t.documents.drafts, self.it.drafts),
            (t.documents.checks, self.it.checks),
            (t.approved_by, self.it.approves),
        )
        for label, roles in named:
            if roles:
                yield Fact(label, ", ".join(roles))
        if product.owner:
            yield Fact(t.kept_by, self.by.handbook.get(Role, product.owner).title)
        yield self._heading(t.documents.versions)
        yield self._versions()
        if rows := tuple(self._inputs()):
            yield self._heading(t.documents.read_first)
            columns = (
                Column(t.kinds["product"], share=6),
                Column(t.documents.in_state, share=3),
                Column(t.documents.made_in, share=8),
            )
            yield Table(t.documents.read_first, columns, rows)
        yield Contents(t.contents)

    def sections(self, chosen: Iterable[OutlineItem]) -> Iterator[Section]:
        """Yield the `chosen` sections of the product, each with its heading."""
        drawn = Sections(self.by.say, self.it)
        for place, section in enumerate(chosen, 1):
            blocks = tuple(drawn.blocks(section))
            wide = has_wide(blocks)
            yield self._heading(section.heading, place, wide), blocks

    def back(self) -> Iterator[Block]:
        """Yield what comes after the sections. A product with a section to sign gets no second one."""
        words = self.by.handbook.site.labels.documents
        yield self._heading(words.questions)
        yield from self.by.questions.about(self.it.product)
        if all(section.kind != "sign-off" for section in self.it.product.contents):
            yield self._heading(words.sign_off)
            yield self._sign_off()
        yield from self.origin()

    def origin(self) -> Iterator[Block]:
        """Yield where the template comes from."""
        yield self._heading(self.by.handbook.site.labels.documents.about)
        yield from self._about()

    def _heading(self, text: str, place: int = 0, wide: bool = False) -> Heading:
        return Heading(text, next(self.numbers), place, wide)

    def _versions(self) -> Table:
        words = self.by.handbook.site.labels.documents
        states = self.it.states
        first = tuple(map(Cell, ("0.1", "", states[0] if states else "", "", "")))
        columns = (
            Column(words.version),
            Column(words.date, "date"),
            Column(words.state, "choice", states),
            Column(words.changed),
            Column(words.by_role, "role", self.it.roles),
        )
        return Table(words.versions, columns, (first,), 2)

    def _inputs(self) -> Iterator[tuple[Cell, ...]]:
        t = self.by.handbook.site.labels
        for other, use, makers in self.it.inputs():
            origin = t.from_outside if other.external else ", ".join(maker.title for maker in makers)
            _, address = self.by.address(source_of(other))
            yield Cell(other.title, address), Cell(t.product_states[use.state]), Cell(origin)

    def _sign_off(self) -> Table:
        t = self.by.handbook.site.labels
        words = t.documents
        titles = (t.kinds["role"], words.part, words.signature, words.date)
        parts: Iterable[tuple[str, tuple[str, ...]]] = (
            (words.drafted, self.it.drafts),
            (words.checked, self.it.checks),
            (words.approved, self.it.approves),
        )
        rows = tuple(tuple(map(Cell, (role, part, "", ""))) for part, roles in parts for role in roles)
        return Table(words.sign_off, tuple(map(Column, titles)), rows, 0 if rows else 2)

    def _about(self) -> Iterator[Block]:
        framework = self.by.handbook.framework
        site = self.by.handbook.site
        label = site.labels.documents.about_text
        values = {"title": site.title, "edition": framework.edition, "licence": framework.licence}
        yield Paragraph(str(self.by.say.fill(label, **values).unescape()))
        yield Paragraph(plain(framework.credit))
        yield Fact(site.labels.address, *self.by.address(source_of(self.it.product)))
