"""Each document of a worked example fills every section of its product, with cells that its columns allow."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World, quoted
from macros.checks.rules.example_facts import amount
from macros.loading.problem import Problem
from macros.loading.shared_facts import cells, facts, filled, named
from macros.model import Example, Product, Role
from macros.model.example import FilledSection
from macros.model.fields import FieldPath
from macros.model.partial_date import PartialDate
from macros.model.product import Column, OutlineItem
from macros.similarity import suggest

YES_NO = ("yes", "no")
DATE = "Write a date as 2032-09-06."
DOCUMENT = ("version", "state", "date", "sections")


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each section, column and cell that does not fit the product, with what to write."""
    for example in world.handbook.all(Example):
        if example.product is None:
            yield from _introduction(world, example)
        elif product := world.handbook.find(Product, example.product):
            yield from _document(world, example, product)


def _introduction(world: World, example: Example) -> Iterator[Problem]:
    for name in DOCUMENT:
        if getattr(example, name):
            message = "this page names no product, so it is no document."
            hint = f"Name the product, or take “{name}” out."
            yield world.problem(example, (name,), "no-product", message, hint)


def _document(world: World, example: Example, product: Product) -> Iterator[Problem]:
    for name in DOCUMENT:
        if not getattr(example, name):
            message = f"a document that is filled in has “{name}”."
            yield world.problem(example, (), "not-filled", message, f"Add “{name}”.")
    if example.state and product.states and example.state not in product.states:
        message = f"“{example.state}” is no state of this product."
        hint = f"The states are: {', '.join(product.states)}."
        yield world.problem(example, ("state",), "unknown-state", message, hint)
    sections = {section.heading: section for section in product.contents}
    filled_in = [section.heading for section in example.sections]
    if example.sections and (missing := [one for one in sections if one not in filled_in]):
        message = f"these sections of the product are not filled in: {quoted(missing)}."
        yield world.problem(example, ("sections",), "not-filled", message, "Add each of them.")
    for index, section in enumerate(example.sections):
        path: FieldPath = ("sections", index)
        if section.heading not in sections:
            message = f"the product has no section “{section.heading}”."
            hint = suggest(section.heading, sections)
            yield world.problem(example, (*path, "heading"), "unknown-heading", message, hint)
        elif section.heading in filled_in[:index]:
            message = f"“{section.heading}” is filled in twice."
            yield world.problem(example, (*path, "heading"), "filled-twice", message, "Keep one of the two.")
        else:
            yield from _section(world, example, sections[section.heading], section, path)
    yield from _dates(world, example)


def _dates(world: World, example: Example) -> Iterator[Problem]:
    known = facts(world.handbook)
    dates: list[tuple[FieldPath, str]] = [(("date",), example.date or "")]
    for index, section in enumerate(example.sections):
        for number, signature in enumerate(section.signatures):
            dates.append((("sections", index, "signatures", number, "date"), signature.date))
    for path, text in dates:
        value = filled(text, known)
        if value and not named(value) and not _is_date(value):  # of facts that are missing, a rule says so
            yield world.problem(example, path, "wrong-cell", f"“{value}” is no date.", DATE)


def _section(
    world: World, example: Example, item: OutlineItem, section: FilledSection, path: FieldPath
) -> Iterator[Problem]:
    """Yield a problem where a section holds something else than its kind asks for."""
    needed = {"table": "rows", "sign-off": "signatures"}.get(item.kind, "text")
    held = [name for name in ("text", "rows", "signatures") if getattr(section, name)]
    if held != [needed]:
        message = f"a section of the kind “{item.kind}” holds “{needed}” and nothing else."
        yield world.problem(example, path, "wrong-kind", message, f"Write “{needed}” here.")
    if item.kind != "table":
        return
    columns = {column.title: column for column in item.columns}
    chosen = [columns.get(title) for title in section.columns]
    for index, title in enumerate(section.columns):
        here: FieldPath = (*path, "columns", index)
        if title not in columns:
            message = f"the table has no column “{title}”."
            hint = suggest(title, columns) or f"Its columns are: {', '.join(columns)}."
            yield world.problem(example, here, "unknown-column", message, hint)
        elif title in section.columns[:index]:
            message = f"“{title}” is named twice."
            yield world.problem(example, here, "unknown-column", message, "Keep one of the two.")
    for index, row in enumerate(section.rows):
        yield from _row(world, example, chosen, row, (*path, "rows", index))


def _row(
    world: World, example: Example, columns: list[Column | None], row: str, path: FieldPath
) -> Iterator[Problem]:
    typed = cells(row)
    if len(typed) != len(columns):
        message = f"this row has {len(typed)} cells, and {len(columns)} columns are named."
        yield world.problem(example, path, "wrong-cells", message, "Write “ | ” between two cells.")
        return
    known = facts(world.handbook)
    for column, cell in zip(columns, typed, strict=True):
        value = filled(cell, known)
        if column and value and not named(value) and (wanted := _wanted(world, column, value)):
            message = f"“{value}” does not belong in the column “{column.title}”."
            yield world.problem(example, path, "wrong-cell", message, wanted)


def _wanted(world: World, column: Column, value: str) -> str:
    """Return what to write in a cell instead of `value`; an empty text where the value is good."""
    if column.type == "choice" and value not in column.values:
        return f"Write one of: {', '.join(column.values)}."
    if column.type == "yes-no" and value not in YES_NO:
        return f"Write one of: {', '.join(YES_NO)}."
    if column.type == "role" and not world.knows(Role.kind, value):
        return suggest(value, world.handbook.records[Role.kind]) or "Write the id of a role."
    if column.type == "date" and not _is_date(value):
        return DATE
    if column.type in ("number", "money") and amount(value) is None:
        return "Write a number."
    return ""


def _is_date(value: str) -> bool:
    try:
        PartialDate.parse(value)
    except ValueError:
        return False
    return True
