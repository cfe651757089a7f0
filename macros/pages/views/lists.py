"""Lists that pages share: what comes before and after, what is made where, everything by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Activity, Layer, Lesson, Phase, Product, Record, Term, Workstream
from macros.model.activity import ProductUse
from macros.pages.views.registry import view

DIGITS = "0–9"
LONG = 10  # entries that a list shows in full


@view
def is_long(entries: Sequence[object]) -> bool:
    """Return whether a list shows its first entries only, and a button for the rest."""
    return len(entries) > LONG


@view
def in_order(handbook: Handbook, record: Record) -> tuple[Record | None, Record | None]:
    """Return the records of the same kind before and after this one."""
    records = handbook.all(record.kind)
    index = handbook.position(record)
    before = records[index - 1] if index else None
    after = records[index + 1] if index + 1 < len(records) else None
    return before, after


@view
def products_of(handbook: Handbook, record: Phase | Workstream) -> list[Product]:
    """Return the products that the activities of a phase or a workstream make or update."""
    activities = handbook.linked_from(record, Activity, record.kind)
    outputs = {use.product for activity in activities for use in activity.outputs}
    return [product for product in handbook.all(Product) if product.id in outputs]


@view
def gate_products(handbook: Handbook, phase: Phase) -> list[Product]:
    """Return the products that the exit criteria of `phase` name, in the order of the handbook."""
    ids = {product for criterion in phase.exit_criteria for product in criterion.products}
    return handbook.chosen(Product.kind, ids)


@view
def by_phase(handbook: Handbook, flow: Flow) -> list[tuple[Phase, list[Lesson]]]:
    """Return lessons by the phase of the activity where each counts most, in the order of the work.

    Phases without lessons are left out, and so are lessons whose activity does not exist.
    """
    lessons_of: dict[str, list[Lesson]] = {activity.id: [] for activity in flow.order}
    for lesson in handbook.all(Lesson):
        for activity in lesson.activities[:1]:
            lessons_of.get(activity, []).append(lesson)
    groups = [
        (phase, [lesson for one in flow.order if one.phase == phase.id for lesson in lessons_of[one.id]])
        for phase in handbook.all(Phase)
    ]
    return [(phase, lessons) for phase, lessons in groups if lessons]


@view
def hand_offs(handbook: Handbook, flow: Flow, phase: Phase) -> list[tuple[Product, Activity, list[Activity]]]:
    """Return the products that activities of `phase` give to activities led by another side: product, giver,
    takers.
    """
    return [
        (handbook.get(Product, use.product), giver, takers)
        for giver in flow.order
        if giver.phase == phase.id
        for use in giver.outputs
        if (takers := _takers(flow, giver, use))
    ]


@view
def layer_of(handbook: Handbook, section: str) -> str:
    """Return the id of the layer that a section belongs to; an empty text when it belongs to none."""
    return next((layer.id for layer in handbook.all(Layer) if section in layer.sections), "")


@view
def a_to_z(handbook: Handbook) -> list[tuple[str, list[Record]]]:
    """Return every record that has an address, by its first letter."""
    records: list[Record] = [record for cls in FOLDERS for record in handbook.all(cls)]
    return _by_letter([*records, *handbook.all(Term)])


@view
def terms_by_letter(handbook: Handbook) -> list[tuple[str, list[Record]]]:
    """Return every term, by its first letter."""
    return _by_letter(handbook.all(Term))


def _by_letter(records: Sequence[Record]) -> list[tuple[str, list[Record]]]:
    ordered = sorted(records, key=lambda record: (_letter(record.title), _folded(record.title)))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda one: _letter(one.title))]


def _takers(flow: Flow, giver: Activity, use: ProductUse) -> list[Activity]:
    """Return the activities led by another side that get the product from `giver`."""
    return [
        taker
        for taker in flow.consumers(giver, use.product)
        if taker.led_by != giver.led_by and giver in flow.producers(taker, use.product, _needed(taker, use))
    ]


def _needed(activity: Activity, use: ProductUse) -> str:
    """Return the state in which `activity` needs the product."""
    states: list[str] = [other.state for other in activity.inputs if other.product == use.product]
    return states[0] if states else use.state


def _letter(title: str) -> str:
    first = next((character for character in _folded(title) if character.isalnum()), "#").upper()
    return DIGITS if first.isdigit() else first


def _folded(title: str) -> str:
    """Return a title for sorting: accents after their plain letter, case aside."""
    return unicodedata.normalize("NFD", title.casefold())
