"""Sections: what each section of a product asks, and the places in which a team answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.model.product import Column as ColumnOf
from macros.model.product import OutlineItem
from macros.pages.prose import plain
from macros.pages.wording import Words
from macros.publishing.documents.blocks import Blank, Block, Cell, Column, Prompt, Table
from macros.publishing.documents.product_facts import Surroundings

EMPTY_ROWS = 3  # in a table
ROWS_OF_PAGE = 8  # in one that has a page of its own
POINTS = 3  # in a list


class Sections:
    """Draws the sections of one product."""

    def __init__(self, say: Words, it: Surroundings) -> None:
        self._say = say
        self._it = it
        self._t = it.handbook.site.labels
        self._words = it.handbook.site.labels.documents

    def blocks(self, section: OutlineItem) -> Iterator[Block]:
        """Yield what is under the heading of a section."""
        yield from self._prompts(section)
        if section.kind == "table" and section.columns:
            columns = tuple(Column(each.title, each.type, self._choices(each)) for each in section.columns)
            table = Table(section.heading, columns, blanks=EMPTY_ROWS, register=True)
            yield replace(table, blanks=ROWS_OF_PAGE) if table.wide else table
        elif section.kind == "sign-off":
            yield self._sign_off(section)
        else:
            listed = section.kind == "list"
            for _ in range(POINTS if listed else 1):
                yield Blank(self._words.write_here, section.heading, listed)

    def _prompts(self, section: OutlineItem) -> Iterator[Prompt]:
        """Yield the question of a section, and who fills it in."""
        yield Prompt(self._words.to_answer, section.prompt or plain(section.covers))
        if section.kind == "picture":
            yield Prompt("", self._words.picture_here)
        if section.step and not self._it.hiding.step(section.step):
            yield Prompt(self._words.filled_at, self._step(section.step))
        named = (
            (self._words.drafts, section.drafts),
            (self._words.checks, section.checks),
            (self._t.approved_by, section.approves),
        )
        for label, roles in named:
            if roles:
                yield Prompt(f"{label}:", ", ".join(self._it.titles(roles)))

    def _step(self, pointer: str) -> str:
        """Return a step by the title of its activity and its number."""
        activity, step = self._it.handbook.step(pointer)
        if activity is None or step is None:
            return activity.title if activity else ""
        number = self._say.fill(self._t.step_number, number=activity.steps.index(step) + 1)
        return f"{activity.title}, {number.unescape()}"

    def _sign_off(self, section: OutlineItem) -> Table:
        titles = (self._t.kinds["role"], self._words.signature, self._words.date)
        roles = self._it.titles(section.approves) or self._it.approves
        rows = tuple(tuple(map(Cell, (role, "", ""))) for role in roles)
        return Table(section.heading, tuple(map(Column, titles)), rows, 0 if rows else 2)

    def _choices(self, column: ColumnOf) -> tuple[str, ...]:
        """Return what a cell of the column offers."""
        if column.type == "role":
            return self._it.roles
        return (self._words.yes, self._words.no) if column.type == "yes-no" else column.values
