"""The sections of a product fit together: tables have columns, choices have values, a thing a proof."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Product
from macros.model.fields import FieldPath
from macros.model.product import Column, OutlineItem


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each section that a template could not be made from, with what to write."""
    for product in world.handbook.all(Product):
        if product.form == "thing" and product.proof is None:
            yield world.problem(
                product,
                ("form",),
                "no-proof",
                "this is a thing, and nothing says what proves that it exists.",
                "Write the proof under “proof”, or another form.",
            )
        if product.made_as != "thing" and product.proof is not None:
            yield world.problem(
                product,
                ("proof",),
                "proof-of-paper",
                f"a {product.made_as} is its own proof.",
                "Take this out, or write “form: thing”.",
            )
        for index, section in enumerate(product.contents):
            yield from _section(world, product, section, ("contents", index))


def _section(world: World, product: Product, section: OutlineItem, path: FieldPath) -> Iterator[Problem]:
    if section.kind == "table" and not section.columns:
        message = "this table has no columns."
        yield world.problem(product, (*path, "kind"), "no-columns", message, "List them under “columns”.")
    if section.kind != "table" and section.columns:
        yield world.problem(
            product,
            (*path, "columns"),
            "no-table",
            f"a section of the kind “{section.kind}” has no columns.",
            "Write “kind: table” in this section, or take the columns out.",
        )
    if section.workbook and (section.kind != "table" or product.made_as != "document"):
        yield world.problem(
            product,
            (*path, "workbook"),
            "no-document",
            "only a table of a document has a workbook beside it.",
            "Take this out. In a spreadsheet, each table has a sheet of its own anyway.",
        )
    seen: dict[str, str] = {}
    for number, column in enumerate(section.columns):
        here = (*path, "columns", number)
        if (twin := seen.setdefault(column.title.casefold(), column.title)) is not column.title:
            message = f"another column of this table is called “{twin}”."
            yield world.problem(product, (*here, "title"), "same-column", message, "Give each its own title.")
        yield from _values(world, product, column, here)
    yield from _step(world, product, section, path)


def _values(world: World, product: Product, column: Column, path: FieldPath) -> Iterator[Problem]:
    if column.type == "choice" and not column.values:
        yield world.problem(
            product,
            (*path, "type"),
            "no-values",
            "this column is a choice, and nothing is there to choose from.",
            "List what a cell may hold under “values”.",
        )
    if column.type != "choice" and column.values:
        yield world.problem(
            product,
            (*path, "values"),
            "no-choice",
            f"a column of the type “{column.type}” has no values of its own.",
            "Write “type: choice”, or take the values out.",
        )


def _step(world: World, product: Product, section: OutlineItem, path: FieldPath) -> Iterator[Problem]:
    """Yield a warning where the activity that fills the section does not make the product."""
    activity, _ = world.handbook.step(section.step) if section.step else (None, None)
    makers = dict.fromkeys(maker.id for maker, _ in world.flow.makers[product.id])
    if activity is None or not makers or activity.id in makers:
        return
    yield world.problem(
        product,
        (*path, "step"),
        "step-elsewhere",
        f"the activity “{activity.title}” fills this section, but does not make or update the product.",
        f"Name a step of {', '.join(makers)}, or add the product to the outputs of the activity.",
        "warning",
    )
