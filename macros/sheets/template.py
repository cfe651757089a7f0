"""The template to send to colleagues: the fields that they can fill in, the choices of this handbook, and one
real lesson.
"""

from __future__ import annotations

from macros.loading.handbook import Handbook
from macros.model import Record
from macros.model.fields import FieldPath
from macros.sheets.cells.leaves import Leaf, taken_apart
from macros.sheets.exporting import table
from macros.sheets.files.workbook import Page, workbook

KIND = "lesson"
# What somebody knows who was there. The rest is the work of whoever takes the lesson into the handbook.
FIELDS: tuple[FieldPath, ...] = (
    ("title",),
    ("organisation",),
    ("when",),
    ("type",),
    ("event",),
    ("cause",),
    ("lesson",),
    ("action",),
    ("applies_when",),
    ("phases",),
    ("workstreams",),
    ("functions",),
    ("at",),
    ("evidence", 0, "source"),
    ("evidence", 0, "where"),
    ("evidence", 0, "says"),
)


def template(handbook: Handbook) -> bytes:
    """Return the template as a workbook.

    Its example is the lesson of the handbook that fills the most of it in the fewest words.
    """
    words = handbook.site.labels.sheets
    lessons = handbook.all(KIND)
    examples = [min(lessons, key=_length)] if lessons else []
    whole = table(examples, KIND, handbook)
    places = [whole.paths.index(path) for path in FIELDS]
    columns: list[Leaf | None] = [None, *(whole.columns[place] for place in places)]
    headings = [words.reference[0], *(whole.headings[place] for place in places)]
    rows = [[words.example, *(row[place] for place in places)] for row in whole.rows]
    return workbook(words.template_title, [Page(whole.name, headings, rows, columns)], whole.names, words.how)


def _length(lesson: Record) -> tuple[int, int, str]:
    """Return how many of the fields a lesson leaves empty, then how long it is."""
    values = taken_apart(lesson)
    texts = [str(values[path]) for path in FIELDS if path in values]
    return len(FIELDS) - len(texts), len("".join(texts)), lesson.id
