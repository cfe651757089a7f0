"""References, prose and texts are read off the types of the fields."""

from __future__ import annotations

from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Overview, Route
from macros.model.fields import Prose, Ref, StepRef
from macros.model.references import prose, references, texts
from macros.model.shape import mark_of


def pointers(record) -> list[tuple[tuple, str, str]]:
    return [(ref.path, getattr(ref.mark, "kind", "step"), ref.id) for ref in references(record)]


def test_every_pointer_of_a_record_is_found_with_its_path_and_kind(book: Handbook):
    assert pointers(book.get("lesson", "label-every-box")) == [
        (("at", 0), "step", "carry-the-books#pack"),
        (("phases", 0), "phase", "move"),
        (("workstreams", 0), "workstream", "books"),
        (("migration",), "migration", "old-town"),
        (("products", 0), "product", "book-list"),
        (("evidence", 0, "source"), "source", "town-report"),
    ]


def test_pointers_inside_groups_and_lists_are_found(book: Handbook):
    found = pointers(book.get("activity", "carry-the-books"))
    assert {
        (("steps", 1, "side"), "side", "carrier"),
        (("inputs", 1, "product"), "product", "van"),
        (("roles", "lead"), "role", "librarian"),
        (("roles", "contribute", 0), "role", "driver"),
        (("what_happened", 0, "migration"), "migration", "old-town"),
    } <= set(found)


def test_pointers_of_parts_are_found_in_the_file_that_holds_them(book: Handbook):
    assert (("routes", 0, "phases", 0), "phase", "plan") in pointers(book.framework)


def test_prose_is_found_and_plain_text_is_not(book: Handbook):
    found = dict(prose(book.get("activity", "count-the-books")))
    assert (
        found[("steps", 0, "text")] == "Count each shelf."
        and found[("tailoring", "shrink", "text")] == "Count a sample."
    )
    assert ("title",) not in found and ("tailoring", "merge", "text") not in found


def test_every_text_is_found_whatever_its_type(book: Handbook):
    found = dict(texts(book.get("lesson", "label-every-box")))
    assert (found[("title",)], found[("type",)], found[("evidence", 0, "where")], found[("phases", 0)]) == (
        "Label every box",
        "avoid",
        "page 3",
        "move",
    )


def test_a_mark_is_found_however_deep_it_stands_in_a_type():
    marks = {
        (cls.__name__, name): mark_of(cls.model_fields[name])
        for cls, name in [
            (Activity, "phase"),
            (Activity, "done_when"),
            (Activity, "title"),
            (Lesson, "at"),
            (Lesson, "migration"),
            (Overview, "related"),
            (Route, "phases"),
        ]
    }
    assert marks == {
        ("Activity", "phase"): Ref("phase"),
        ("Activity", "done_when"): Prose(),
        ("Activity", "title"): None,
        ("Lesson", "at"): StepRef(),
        ("Lesson", "migration"): Ref("migration"),
        ("Overview", "related"): Ref("*"),
        ("Route", "phases"): Ref("phase"),
    }
