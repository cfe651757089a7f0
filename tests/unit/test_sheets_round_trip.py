"""What goes out as a spreadsheet comes back the same, however hostile it is, and no spreadsheet runs any of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic import TypeAdapter, ValidationError

from macros.authoring.yaml_text import as_yaml
from macros.loading.handbook import Handbook
from macros.loading.unreadable import UNSEEN
from macros.loading.yaml_file import read
from macros.model import Lesson
from macros.model.fields import Markdown, Text, Title
from macros.sheets.exporting import FORMATS, as_csv, as_ods, as_xlsx, table
from macros.sheets.files.delimited import harmless, made_plain
from macros.sheets.files.opening import open_table
from macros.sheets.plan import Wishes, plan

TODAY = date(2021, 6, 1)
# Every letter that a file of content may hold. XML knows no \r of its own, and YAML no half letters.
letters = st.characters(exclude_categories=("Cs", "Cn", "Cc"), include_characters="\n\t").filter(
    lambda sign: not UNSEEN.search(sign)
)
RUNS = ["=1+1", '=HYPERLINK("https://e.org")', "+44 20", "-", "@SUM(A1)", "'=1", "''", "- one", "\t=1"]


def fits(kind: Any) -> Callable[[str], bool]:
    """Whether the model takes a text for one of this kind: it refuses signs that nobody sees."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def accepted(text: str) -> bool:
        try:
            adapter.validate_python(text)
        except ValidationError:
            return False
        return True

    return accepted


prose = (
    st.text(letters, min_size=1, max_size=60).map(str.strip).filter(bool) | st.sampled_from(RUNS)
).filter(fits(Markdown))
prose |= st.sampled_from(
    [
        "1. one\n2. two",
        "a\n\nb",
        "_x0041_",
        "#REF!",
        "n/a",
        "none",
        "2008",
        "007",
        "true",
        "a: b # c",
        "'quoted'",
        '"quoted"',
        "😀",
        "--- |\n  x",
        "EXAMPLE",
    ]
)
line = (prose.map(lambda text: " ".join(text.split())).filter(bool)).filter(fits(Text))
slug = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){1,2}", fullmatch=True)
when = st.sampled_from(["2008", "2008-03", "2008-03-07", "2008-Q3"])


ids = st.lists(slug, max_size=3, unique=True).map(tuple)
evidence = st.fixed_dictionaries(
    {"source": slug, "says": prose},
    optional={"where": line, "read": st.sampled_from(["whole", "part", "secondary"])},
)
again = st.fixed_dictionaries({"source": slug, "says": prose}, optional={"organisation": line, "when": when})
use = st.fixed_dictionaries(
    {"source": slug, "says": prose, "organisation": line}, optional={"when": when, "result": prose}
)
lessons = st.fixed_dictionaries(
    {
        "title": line.filter(fits(Title)),
        "summary": line,
        "type": st.sampled_from(["avoid", "repeat", "watch"]),
        "organisation": line,
        "event": prose,
        "cause": prose,
        "lesson": prose,
        "action": prose,
        "applies_when": prose,
        "at": st.lists(
            slug | st.just("carry-the-books#pack") | st.just("count-the-books"),
            min_size=1,
            max_size=3,
            unique=True,
        ),
        "phases": st.lists(st.sampled_from(["plan", "move"]) | slug, min_size=1, max_size=2, unique=True),
        "workstreams": st.lists(st.sampled_from(["books", "rooms"]), min_size=1, max_size=2, unique=True),
        "evidence": st.lists(evidence, min_size=1, max_size=3),
        "state": st.sampled_from(["observation", "retired"]),
        "contributed_by": line,
        "added": when,
        "reviewed": when,
    },
    optional={
        "when": when,
        "functions": ids,
        "products": ids,
        "related": ids,
        "formerly": ids,
        "applies_to": st.dictionaries(slug, st.lists(slug, min_size=1, max_size=2), min_size=1, max_size=2),
        "migration": slug,
        "seen_again": st.lists(again, max_size=2),
        "used": st.lists(use, max_size=2),
    },
)


def back(data: bytes, form: str, book: Handbook, folder: Path) -> dict[str, Lesson]:
    """The lessons that a spreadsheet gives, read from the text of their files."""
    file = folder / f"sent.{form}"
    file.write_bytes(data)
    made = plan(open_table(file), book, [folder / "nothing"], TODAY, Wishes())
    assert [str(problem) for problem in made.problems if problem.code != "address"] == []
    found = {}
    for draft in made.drafts:
        (folder / "one.yml").write_text(draft.text(Lesson, {}), encoding="utf-8", newline="\n")
        document, problems = read(folder / "one.yml", "one.yml")
        assert problems == []
        found[draft.id] = Lesson.model_validate({"id": draft.id, **document.data})
    return found


@pytest.mark.slow  # twenty logs in each form
@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=20, phases=[Phase.generate])
@given(data=st.lists(lessons, min_size=1, max_size=2))
def test_hostile_lessons_come_back_as_they_went(form: str, data: list[dict], book: Handbook, tmp_path: Path):
    sent = {
        f"record-{number}": Lesson.model_validate({"id": f"record-{number}", **fields})
        for number, fields in enumerate(data)
    }
    assert back(FORMATS[form](table(list(sent.values()), "lesson", book)), form, book, tmp_path) == sent


@given(st.dictionaries(slug, prose, min_size=1, max_size=3))
@example({"a": "x  \n y\n"})
def test_every_text_is_the_same_when_its_yaml_is_read_again(value: dict[str, str]):
    assert yaml.load(as_yaml("field", value), yaml.CBaseLoader) == {"field": value}


@given(prose | st.sampled_from(["'=1", "''=1", "'Twas", "'"]))
def test_a_mark_that_makes_text_of_a_formula_is_taken_off_again(text: str):
    assert made_plain(harmless(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1"])
def test_a_csv_file_holds_no_cell_that_a_spreadsheet_runs(text: str, book: Handbook):
    lesson = book.get("lesson", "label-every-box").model_copy(update={"event": text})
    rows = list(
        csv.reader(io.StringIO(as_csv(table([lesson], "lesson", book)).decode("utf-8-sig"), newline=""))
    )
    assert f"'{text}" in rows[1]
    assert not any(cell[:1] in set("=+-@\t\r") for cell in rows[1] if cell)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1"])
def test_a_cell_of_a_workbook_that_looks_like_a_formula_is_text_and_marked_as_such(text: str, book: Handbook):
    lesson = book.get("lesson", "label-every-box").model_copy(update={"event": text})
    made = table([lesson], "lesson", book)
    cell = load_workbook(io.BytesIO(as_xlsx(made))).worksheets[0].cell(2, made.paths.index(("event",)) + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_an_ods_file_holds_no_formula(book: Handbook):
    lesson = book.get("lesson", "label-every-box").model_copy(update={"event": "=1+1"})
    assert b"formula" not in as_ods(table([lesson], "lesson", book))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_records_give_the_same_bytes(form: str, book: Handbook):
    made = table(book.all("lesson"), "lesson", book)
    assert FORMATS[form](made) == FORMATS[form](made)
