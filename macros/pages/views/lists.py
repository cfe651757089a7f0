"""Lists that pages share: what comes before and after, what is made where, everything by letter."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Activity, Layer, Lesson, Phase, Product, Term


def in_order(handbook: Handbook, record: Any) -> tuple[Any, Any]:
    """The records of the same kind before and after this one."""
    records = handbook.all(record.kind)
    index = records.index(record)
    return (records[index - 1] if index else None), (records[index + 1] if index + 1 < len(records) else None)


def products_of(handbook: Handbook, record: Any) -> list[Any]:
    """Products that the activities of a phase or a workstream make or update."""
    made = {use.product for a in handbook.linked_from(record, Activity, record.kind) for use in a.outputs}
    return [p for p in handbook.all(Product) if p.id in made]


def by_phase(handbook: Handbook, flow: Flow) -> list[tuple[Any, list[Any]]]:
    """Lessons by the phase of the activity where each counts first, in the order of the work; phases without lessons are left out."""
    place = {activity.id: number for number, activity in enumerate(flow.order)}
    first = {lesson.id: handbook.step(lesson.at[0])[0] for lesson in handbook.all(Lesson)}
    ordered = sorted(handbook.all(Lesson), key=lambda lesson: place[first[lesson.id].id])
    groups = [
        (phase, [lesson for lesson in ordered if first[lesson.id].phase == phase.id])
        for phase in handbook.all(Phase)
    ]
    return [group for group in groups if group[1]]


def hand_offs(handbook: Handbook, flow: Flow, phase: Any) -> list[tuple[Any, Any, list[Any]]]:
    """Products that activities of `phase` hand to activities led by another side: product, giver, takers."""
    found = []
    for giver in flow.order:
        for use in giver.outputs if giver.phase == phase.id else ():
            takers = [
                a
                for a in flow.consumers(giver, use.product)
                if a.led_by != giver.led_by and giver in flow.producers(a, use.product, _needed(a, use))
            ]
            if takers:
                found.append((handbook.get(Product, use.product), giver, takers))
    return found


def layer_of(handbook: Handbook, section: str) -> str:
    """The id of the layer that a section belongs to; empty when it belongs to none."""
    return next((layer.id for layer in handbook.all(Layer) if section in layer.sections), "")


def a_to_z(handbook: Handbook) -> list[tuple[str, list[Any]]]:
    """Every record that has an address, by its first letter."""
    records = [r for cls in FOLDERS for r in handbook.all(cls.kind)] + handbook.all(Term)
    ordered = sorted(records, key=lambda r: (_letter(r.title), _folded(r.title)))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda r: _letter(r.title))]


def _letter(title: str) -> str:
    first = next((c for c in _folded(title) if c.isalnum()), "#").upper()
    return "0–9" if first.isdigit() else first


def _folded(title: str) -> str:
    """For sorting: accents after their plain letter, case aside."""
    return unicodedata.normalize("NFD", title.casefold())


def _needed(activity: Any, use: Any) -> str:
    return next((i.state for i in activity.inputs if i.product == use.product), use.state)
