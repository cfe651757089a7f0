"""Shelf: the files of products and examples, and for each phase its gate pack and a zip of its templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from macros.authoring.disk.archive import archive
from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, Hiding
from macros.model import Example, Phase, Product
from macros.model.product import DocumentFormat
from macros.pages.views.lists import gate_products
from macros.pages.views.products import life
from macros.publishing.documents.blocks import Description
from macros.publishing.documents.describing import Describer
from macros.publishing.documents.document_packages import IN_COPY, Writer
from macros.publishing.documents.file_places import (
    FORMATS,
    PACKS,
    example_path,
    formats_of,
    pack_path,
    path_of,
    tables_of,
    zip_path,
)
from macros.publishing.documents.filled import FilledDocument
from macros.publishing.documents.gate_document import GateDocument


@dataclass(frozen=True)
class Taken:
    """A file to take: its path on the site, its format, its size in bytes, and the tables that it holds,
    where it holds no more than these.
    """

    path: str
    format: str
    size: int
    tables: tuple[str, ...] = ()


def for_role(handbook: Handbook, role: str) -> list[Product]:
    """Return the products that a role keeps, writes, checks or approves, in the order of the handbook."""
    flow = Flow(handbook)
    return [product for product in handbook.all(Product) if role in _roles_of(handbook, flow, product)]


def _roles_of(handbook: Handbook, flow: Flow, product: Product) -> set[str | None]:
    made = [activity.roles for activity, _ in life(handbook, flow, product).made]
    named = {role for roles in made for role in (roles.lead, *roles.contribute, *roles.approve)}
    sections = product.contents
    parts = {role for each in sections for role in (*each.drafts, *each.checks, *each.approves)}
    return {product.owner, *named, *parts}


class Shelf:
    """The files of one handbook, without what is hidden. `home` is the address of its site, or empty.

    Those `in_copy` travel in one zip. It has no zips, because it holds every template, and no files of
    examples, which it shows as pages.
    """

    def __init__(
        self,
        handbook: Handbook,
        templates: Path,
        home: str,
        *,
        in_copy: bool = False,
        hiding: Hiding = NOTHING,
    ) -> None:
        self._handbook = handbook
        self._home = home
        self._describer = Describer(handbook, home, hiding)
        self._writer = Writer(handbook.site, templates, least=IN_COPY if in_copy else 0)
        self._in_copy = in_copy
        self._made: dict[str, bytes] = {}

    def file(self, product: Product, form: DocumentFormat) -> bytes:
        """Return the file of a product in a format."""
        return self._writer.written(self._description(product, bool(tables_of(product, form))), form)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by its path on the site."""
        return {path: self.made(path) for path in self.paths()}

    def paths(self) -> list[str]:
        """Return the path of every file, without making any."""
        return list(self._makers)

    def made(self, path: str) -> bytes:
        """Return the file at a path, made when somebody first asks for it."""
        if path not in self._made:
            self._made[path] = self._makers[path]()
        return self._made[path]

    @cached_property
    def _makers(self) -> dict[str, Callable[[], bytes]]:
        """What makes each file, by path."""
        handbook = self._handbook
        makers: dict[str, Callable[[], bytes]] = {}
        for product in handbook.all(Product):
            describe = cache(partial(self._description, product))
            for form in formats_of(product):
                described = partial(describe, bool(tables_of(product, form)))
                makers[path_of(product, form)] = partial(self._written, described, form)
        for phase in handbook.all(Phase):
            pack = cache(partial(GateDocument, handbook, phase, self._home))
            for form in PACKS:
                makers[pack_path(phase, form)] = partial(self._pack, pack, form)
        for example in self._examples():
            filled = cache(FilledDocument(handbook, example, self._home).description)
            for form in self._formats_of(example):
                makers[example_path(example, form)] = partial(self._written, filled, form)
        return makers | {zip_path(phase): partial(self._zip, phase) for phase in self._phases()}

    def _description(self, product: Product, registers: bool) -> Description:
        describe = self._describer.registers if registers else self._describer.description
        return describe(product)

    def _written(self, describe: Callable[[], Description], form: DocumentFormat) -> bytes:
        return self._writer.written(describe(), form)

    def _pack(self, pack: Callable[[], GateDocument], form: DocumentFormat) -> bytes:
        return self._writer.written(pack().description(form), form)

    def of(self, product: Product) -> list[Taken]:
        """Return the files of a product."""
        return [
            self._taken(path_of(product, form), form, tables_of(product, form))
            for form in formats_of(product)
        ]

    def of_pack(self, phase: Phase) -> list[Taken]:
        """Return the files of the gate pack of `phase`, which nobody has filled in."""
        return [self._taken(pack_path(phase, form), form) for form in PACKS]

    def of_example(self, example: Example) -> list[Taken]:
        """Return the files of an example: none in a copy, or where it fills in nothing."""
        if example not in self._examples():
            return []
        return [self._taken(example_path(example, form), form) for form in self._formats_of(example)]

    def of_gate(self, phase: Phase) -> Taken | None:
        """Return the zip for the gate of `phase`, if there is one."""
        path = zip_path(phase)
        return self._taken(path, "zip") if path in self._makers else None

    def _taken(self, path: str, form: str, tables: tuple[str, ...] = ()) -> Taken:
        return Taken(path, form, len(self.made(path)), tables)

    def _examples(self) -> list[Example]:
        examples = [] if self._in_copy else self._handbook.all(Example)
        return [example for example in examples if example.product]

    def _formats_of(self, example: Example) -> tuple[DocumentFormat, ...]:
        return FORMATS[self._handbook.get(Product, example.product or "").made_as]

    def _phases(self) -> list[Phase]:
        """Return the phases whose gate asks for a file."""
        phases = [] if self._in_copy else self._handbook.all(Phase)
        return [phase for phase in phases if any(map(formats_of, gate_products(self._handbook, phase)))]

    def _zip(self, phase: Phase) -> bytes:
        """Return a zip with a folder for each format, so that nobody opens the same text twice."""
        inside = {
            f"{form}/{product.id}.{form}": self.made(path_of(product, form))
            for product in gate_products(self._handbook, phase)
            for form in formats_of(product)
        }
        return archive(inside)
