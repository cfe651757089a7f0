"""Describing: what the file of a product says, from the handbook alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.loading.flow import RANK, Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Product, Role
from macros.model.product import Column as ColumnOf
from macros.model.product import OutlineItem
from macros.pages.addresses import Addresses
from macros.pages.prose import plain
from macros.pages.record_pages import source_of
from macros.pages.views.products import Life, life
from macros.pages.wording import Words
from macros.publishing.documents.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    Contents,
    Description,
    Fact,
    Heading,
    Paragraph,
    Prompt,
    Table,
)
from macros.publishing.documents.questions import Questions

EMPTY_ROWS = 5  # in a table of a document
POINTS = 3  # in a list
ADDRESSES = Addresses()  # those of the published site, in copies too


class Describer:
    """Describes the products of one handbook. `home` is the address of its site; empty where nobody knows it."""

    def __init__(self, handbook: Handbook, home: str) -> None:
        self._handbook = handbook
        self._home = home
        self._flow = Flow(handbook)
        self._roles = tuple(role.title for role in handbook.all(Role))
        self._say = Words(handbook.site)
        self._t = handbook.site.labels
        self._words = handbook.site.labels.documents
        self._questions = Questions(handbook, self._address)

    def description(self, product: Product) -> Description:
        """Return what the file of `product` says."""
        site = self._handbook.site
        it = life(self._handbook, self._flow, product)
        edition = self._handbook.framework.edition
        return Description(
            id=product.id,
            title=product.title,
            summary=product.summary,
            place=self._words.place,
            foot=f"{product.title} · {site.title}, {edition}",
            language=site.language,
            author=site.organisation,
            front=tuple(self._front(product, it)),
            sections=tuple(self._sections(product, it)),
            back=tuple(self._back(product, it)),
        )

    def _front(self, product: Product, it: Life) -> Iterator[Block]:
        yield Fact(self._t.purpose, plain(product.purpose))
        yield Fact(self._t.audience, plain(product.audience))
        for phase, criterion in it.criteria:
            yield Fact(self._t.evidence_for, f"{phase.title}: {plain(criterion.text)}")
        for label, roles in zip(
            (self._words.drafts, self._words.checks, self._t.approved_by), self._parts(it), strict=True
        ):
            if roles:
                yield Fact(label, ", ".join(roles))
        if product.owner:
            yield Fact(self._t.kept_by, self._handbook.get(Role, product.owner).title)
        yield Heading(self._words.versions, "versions")
        yield self._versions(product, it)
        if rows := tuple(self._inputs(it)):
            yield Heading(self._words.read_first, "read_first")
            titles = (self._t.kinds.product, self._words.in_state, self._words.made_in)
            yield self._table(self._words.read_first, (Column(title) for title in titles), rows)
        yield Contents(self._t.contents)

    def _sections(self, product: Product, it: Life) -> Iterator[tuple[Heading, tuple[Block, ...]]]:
        for number, section in enumerate(product.contents, 1):
            heading = Heading(section.heading, f"section_{number}", numbered=True)
            yield heading, (*self._prompts(section), *self._places(section, it))

    def _back(self, product: Product, it: Life) -> Iterator[Block]:
        yield Heading(self._words.questions, "questions")
        yield from self._questions.about(product)
        yield Heading(self._words.sign_off, "sign_off")
        titles = (self._t.kinds.role, self._words.part, self._words.signature, self._words.date)
        rows = tuple(
            (Cell(role), Cell(part), Cell(""), Cell(""))
            for part, roles in zip(
                (self._words.drafted, self._words.checked, self._words.approved), self._parts(it), strict=True
            )
            for role in roles
        )
        yield self._table(self._words.sign_off, (Column(title) for title in titles), rows, 0 if rows else 2)
        yield Heading(self._words.about, "about")
        framework = self._handbook.framework
        yield Paragraph(
            self._filled(
                self._words.about_text,
                title=self._handbook.site.title,
                edition=framework.edition,
                licence=framework.licence,
            )
        )
        yield Paragraph(plain(framework.credit))
        yield Fact(self._t.address, *self._address(source_of(product)))

    def _prompts(self, section: OutlineItem) -> Iterator[Prompt]:
        """Yield the question of a section, and who fills it in."""
        asked = " ".join(filter(None, (section.prompt, plain(section.covers))))
        yield Prompt(self._words.to_answer, asked)
        if section.kind == "picture":
            yield Prompt("", self._words.picture_here)
        if section.step:
            activity, step = self._handbook.step(section.step)
            number = activity.steps.index(step) + 1 if activity and step else 0
            where = [activity.title] if activity else []
            where += [self._filled(self._t.step_number, number=number)] if number else []
            yield Prompt(self._words.filled_at, ", ".join(where))
        for label, roles in (
            (self._words.drafts, section.drafts),
            (self._words.checks, section.checks),
            (self._t.approved_by, section.approves),
        ):
            if roles:
                yield Prompt(f"{label}:", ", ".join(self._titles(roles)))

    def _places(self, section: OutlineItem, it: Life) -> Iterator[Block]:
        """Yield the places of a section in which the team writes."""
        if section.kind == "table" and section.columns:
            columns = (Column(each.title, each.type, self._choices(each)) for each in section.columns)
            yield self._table(section.heading, columns, (), EMPTY_ROWS)
        elif section.kind == "sign-off":
            titles = (self._t.kinds.role, self._words.signature, self._words.date)
            roles = tuple(self._titles(section.approves)) or self._parts(it)[2]
            rows = tuple((Cell(role), Cell(""), Cell("")) for role in roles)
            yield self._table(section.heading, (Column(title) for title in titles), rows, 0 if rows else 2)
        else:
            listed = section.kind == "list"
            for _ in range(POINTS if listed else 1):
                yield Blank(self._words.write_here, section.heading, listed)

    def _versions(self, product: Product, it: Life) -> Table:
        states = self.states(product, it)
        first = tuple(Cell(text) for text in ("0.1", "", states[0] if states else "", "", ""))
        columns = (
            Column(self._words.version),
            Column(self._words.date, "date"),
            Column(self._words.state, "choice", states),
            Column(self._words.changed),
            Column(self._words.by_role, "role", self._roles),
        )
        return self._table(self._words.versions, columns, (first,), 2)

    def states(self, product: Product, it: Life) -> tuple[str, ...]:
        """Return the states that `product` goes through: its own, or those in which it is made and used."""
        used = {state for _, state in (*it.made, *it.used)}
        labels = self._t.product_states
        return product.states or tuple(labels[state] for state in sorted(used, key=RANK.__getitem__))

    def _inputs(self, it: Life) -> Iterator[tuple[Cell, ...]]:
        """Yield what the first activity that makes the product needs, and who makes that."""
        makers = [activity for activity, _ in it.made]
        maker = next((activity for activity in makers if activity.inputs), None)
        for use in maker.inputs if maker else ():
            other = self._handbook.get(Product, use.product)
            if maker is None or other.id == it.product.id:
                continue
            by = self._flow.producers(maker, use.product, use.state)
            origin = self._t.from_outside if other.external else ", ".join(each.title for each in by)
            _, address = self._address(source_of(other))
            state = self._t.product_states[use.state]
            yield Cell(other.title, address), Cell(state), Cell(origin)

    def _parts(self, it: Life) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return who writes, checks and agrees to the product: the lead and the contributors of the activity
        that makes it first, and whoever approves one that makes it.
        """
        maker: Activity | None = it.made[0][0] if it.made else None
        drafts = (maker.roles.lead,) if maker else ()
        checks = maker.roles.contribute if maker else ()
        approvers = tuple(role.title for role in it.approvers)
        return tuple(self._titles(drafts)), tuple(self._titles(checks)), approvers

    def _titles(self, roles: Iterable[str]) -> Iterator[str]:
        return (self._handbook.get(Role, role).title for role in roles)

    def _choices(self, column: ColumnOf) -> tuple[str, ...]:
        """Return what a cell of the column offers."""
        if column.type == "role":
            return self._roles
        return (self._words.yes, self._words.no) if column.type == "yes-no" else column.values

    def _table(
        self, title: str, columns: Iterable[Column], rows: tuple[tuple[Cell, ...], ...], blanks: int = 0
    ) -> Table:
        """Return a table with a sentence about it for screen readers."""
        listed = tuple(columns)
        about = self._filled(self._words.table_of, columns=", ".join(column.title for column in listed))
        return Table(title, about, listed, rows, blanks)

    def _address(self, source: str) -> tuple[str, str]:
        """Return the address of a page as it is shown, and the one that a link leads to, if it is known."""
        path = ADDRESSES.of(source)
        return (self._home + path, self._home + path) if self._home else (path, "")

    def _filled(self, label: str, **values: object) -> str:
        return str(self._say.fill(label, **values).unescape())
