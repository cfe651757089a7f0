"""Words for spreadsheets: how people head the columns of a log, what they write in them, and what stands in the template."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import create_model

from macros.model.base import Note
from macros.model.fields import Model, Text, field, listed
from macros.model.lesson import Lesson, LessonKind, LessonState, Sighting


def _synonyms(name: str, said: str, names: list[str]) -> Any:
    """A list of texts for each name; all but the first are other ways to say it."""
    fields = {
        each: (listed(Text), field(said.format(each), [each.replace("_", " ").capitalize()], ()))
        for each in dict.fromkeys(names)
    }
    return create_model(
        name, __base__=Model, __doc__=f"{name.removesuffix('Words')}: a list of texts for each.", **fields
    )  # type: ignore[call-overload]


ColumnWords = _synonyms(
    "ColumnWords",
    "Headings of a column for `{0}`. The first is the one that exports use.",
    ["id", *Lesson.model_fields, *Note.model_fields, *Sighting.model_fields],
)
ValueWords = _synonyms(
    "ValueWords", "What people write in a log for `{0}`.", [*get_args(LessonKind), *get_args(LessonState)]
)


class SheetWords(Model):
    """Spreadsheets: what import knows, and what stands in exports and in the template."""

    template_title: Text = field("The title of the template for lessons.", "Lessons to share")
    guidance: Text = field("The name of the sheet that explains the template.", "Guidance")
    lists: Text = field("The name of the sheet with the choices.", "Lists")
    example: Text = field("Marks the row that shows how it is done. Import leaves it out.", "Example")
    how: listed(Text) = field(
        "What whoever fills in the template should know, one sentence an entry.",
        ["Write one lesson in each row."],
    )
    choose: Text = field(
        "Shown at a cell with choices.", "Choose from the list, or write several, one in each line."
    )
    columns: ColumnWords = field("Headings by which import knows a column.")  # type: ignore[valid-type]
    values: ValueWords = field("Other words that import takes for kinds and states.")  # type: ignore[valid-type]
    nothing: listed(Text) = field(
        "What people write in a cell that holds nothing.", ["n/a", "to be confirmed"]
    )
    filler: listed(Text) = field(
        "Words in a heading that say nothing about what the column holds.", ["please", "describe", "or"]
    )
    reference: listed(Text) = field("Headings of a column with the log's own numbers.", ["Ref", "No."])
    person: listed(Text) = field(
        "Headings of columns that name people. They are never imported.", ["Owner", "Raised by"]
    )
