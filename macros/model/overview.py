"""Overview: the pages that are read in order."""

from __future__ import annotations

from typing import Annotated, ClassVar

from macros.model.base import Basis, Evidence, Filed
from macros.model.chart import Chart
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, field


class Learning(Model):
    """One key learning: a line, and the lessons behind it."""

    text: Text = field("The learning in one line.")
    lessons: Listed[Annotated[Slug, Ref("lesson")]] = field("The lessons that it is based on.")


class Overview(Filed):
    """One page of the overview, read in order."""

    kind: ClassVar[str] = "overview"
    folder: ClassVar[str] = "overview"
    sorted_by: ClassVar[str] = "order"
    order: int = field("Its place in the reading order, counted in tens.", "10", ge=0)
    body: Markdown = field("The page, in Markdown. Headings start at `##`.")
    charts: tuple[Chart, ...] = field("Drawings over the text, such as who answers to whom.", default=())
    learnings: tuple[Learning, ...] = field(
        "What to remember, one line each with its lessons, on the page that lists them.", default=()
    )
    related: Listed[Annotated[str, Ref("*")]] = field("Records to read with it, as `kind/id`.", default=())
    evidence: tuple[Evidence, ...] = field("What it is based on.", default=())
    basis: tuple[Basis, ...] = field("Where it comes from.")
