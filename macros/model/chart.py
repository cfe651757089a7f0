"""Charts: boxes above each other, joined by lines, such as who answers to whom."""

from __future__ import annotations

from typing import Annotated

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from macros.model.fields import Listed, Model, Ref, Slug, Text, Title, field


class ChartItem(Model):
    """One line in a box."""

    text: Title = field("The words.")
    record: Annotated[str, Ref("*")] | None = field("The record that says more, as `kind/id`.", default=None)


class ChartBox(Model):
    """One box of a chart."""

    id: Slug = field("An id that is unique in its chart. Boxes below point to it.")
    title: Title = field("Its heading.")
    side: Annotated[Slug, Ref("side")] | None = field("The side that it belongs to.", default=None)
    about: Text | None = field("What it is or does, in a few words under the heading.", default=None)
    record: Annotated[str, Ref("*")] | None = field("The record that says more, as `kind/id`.", default=None)
    items: tuple[ChartItem, ...] = field("What belongs in it, each on its own line.", default=())
    under: Listed[Slug] = field("The boxes above that it hangs on, by id.", default=())


class Chart(Model):
    """A chart: boxes in order, from the top down."""

    title: Title = field("What the chart shows.")
    boxes: tuple[ChartBox, ...] = field("The boxes, those above first.", min_length=1)

    @field_validator("boxes")
    @classmethod
    def _in_order(cls, boxes: tuple[ChartBox, ...]) -> tuple[ChartBox, ...]:
        """Refuse a box that hangs on itself, on one below or on none, and an id that is used twice."""
        above: set[str] = set()
        for box in boxes:
            if box.id in above:
                raise PydanticCustomError("chart_twice", "two boxes have the id “{id}”", {"id": box.id})
            for other in box.under:
                if other not in above:
                    wrong = {"box": box.id, "id": other}
                    raise PydanticCustomError("chart_above", "no box above “{box}” has the id “{id}”", wrong)
            above.add(box.id)
        return boxes
