"""Words for spreadsheets: the headings of logs, what people write in them, and the words of the template."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVarTuple

from macros.model.base import Note
from macros.model.fields import Listed, Model, Text, field, label
from macros.model.lesson import Lesson, LessonKind, LessonState, Sighting, Use
from macros.model.words.groups import GeneratedGroup

Sources = TypeVarTuple("Sources")


class Synonyms(GeneratedGroup):
    """What people write in a spreadsheet, by what it means. Every list may be left out."""

    meaning: ClassVar[str]

    @classmethod
    def field_for(cls, value: str) -> Any:
        """Return a list of texts that may be left out."""
        return Listed[Text], label(cls.meaning.format(value=value), default=())


class ColumnSynonyms(Synonyms, Generic[*Sources]):
    """How people head the column of each field of some models."""

    meaning: ClassVar[str] = "Headings of a column for `{value}`. The first is the one that exports use."


class ValueSynonyms(Synonyms, Generic[*Sources]):
    """What people write for each value of some `Literal`."""

    meaning: ClassVar[str] = "What people write in a log for `{value}`."


class ColumnWords(ColumnSynonyms[Lesson, Note, Sighting, Use]):
    """Column: a list of texts for each."""


class ValueWords(ValueSynonyms[LessonKind, LessonState]):
    """Value: a list of texts for each."""


class SheetWords(Model):
    """Spreadsheets: what import knows, and what exports and the template say."""

    template_title: Text = label("The title of the template for lessons.")
    guidance: Text = label("The name of the sheet that explains the template.")
    lists: Text = label("The name of the sheet with the choices.")
    example: Text = label("Marks the row that shows how it is done. Import leaves it out.")
    how: Listed[Text] = label("What people who fill in the template should know, one sentence in each entry.")
    choose: Text = label("Shown at a cell with choices.")
    columns: ColumnWords = field("Headings by which import knows a column.")
    values: ValueWords = field("Other words that import takes for kinds and states.")
    nothing: Listed[Text] = label("What people write in a cell that holds nothing.")
    filler: Listed[Text] = label("Words in a heading that say nothing about what the column holds.")
    reference: Listed[Text] = label("Headings of a column with the log's own numbers.")
    person: Listed[Text] = label("Headings of columns that name people. They are never imported.")
    foot: Listed[Text] = label("Words of a row that ends a table or a page, such as its total.")
    foot_beside: Listed[Text] = label("Words that say nothing more beside those.")
    notes: Listed[Text] = label("What is before the colon in a note below a table.")
