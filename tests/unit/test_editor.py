"""What people see who write a record in an editor: the real language server, with the committed schemas and settings."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from language_server import NO_NODE, LanguageServer, install
from world import ROOT

from macros.authoring.editor_schema import names_of, write
from macros.authoring.scaffold import draft
from macros.loading.loader import load
from macros.model import FILES, KINDS

pytestmark = [pytest.mark.slow, pytest.mark.node, pytest.mark.skipif(not shutil.which("npm"), reason=NO_NODE)]
NEW = draft(KINDS["lesson"], "A title", date(2021, 6, 1), {})


@pytest.fixture(scope="module")
def editor() -> Iterator[LanguageServer]:
    """An editor without any settings of this project: only the first line of a file tells it the schema."""
    install()
    with LanguageServer(ROOT, {}) as server:
        yield server


@pytest.fixture(scope="module")
def settled() -> Iterator[LanguageServer]:
    """An editor with the settings that are committed with this project."""
    install()
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    with LanguageServer(ROOT, {"schemas": settings["yaml.schemas"]}) as server:
        yield server


def place(text: str, line: str) -> int:
    """The number of a line that stands once in `text`, counted from 0."""
    assert text.splitlines().count(line) == 1
    return text.splitlines().index(line)


def marked(found: list) -> list[tuple[int, str]]:
    return [(mark["range"]["start"]["line"], mark["message"].splitlines()[0]) for mark in found]


def file(name: str) -> Path:
    """A place in the real content folder for a file that exists in the editor only."""
    return ROOT / "content" / "lessons" / f"{name}.yml"


def test_a_new_lesson_is_completed_from_the_schema_in_its_first_line(editor: LanguageServer):
    text = NEW.replace("\norganisation:\n", "\norg\n")
    editor.open(file("one"), text)
    assert "organisation" in editor.complete(file("one"), place(text, "org"), 3)


def test_the_words_that_a_field_may_hold_are_offered(editor: LanguageServer):
    text = NEW.replace("\ntype:\n", "\ntype: \n")
    editor.open(file("two"), text)
    assert set(editor.complete(file("two"), place(text, "type: "), 6)) >= {"avoid", "repeat", "watch"}


def test_a_misspelt_word_is_marked_on_its_line_with_those_that_are_allowed(editor: LanguageServer):
    text = NEW.replace("\ntype:\n", "\ntype: avoidd\n")
    found = marked(editor.open(file("three"), text))
    assert (
        place(text, "type: avoidd"),
        'Value is not accepted. Valid values: "avoid", "repeat", "watch".',
    ) in found


@pytest.mark.parametrize(
    ("day", "wrong"),
    [("2021-Q2", False), ("2021", False), ("2021-06-01", False), ("soon", True), ("2021-Q5", True)],
)
def test_a_date_is_marked_unless_it_has_one_of_the_forms(editor: LanguageServer, day: str, wrong: bool):
    text = NEW.replace('added: "2021-06-01"', f"added: {day}")
    found = [line for line, _ in marked(editor.open(file(f"day-{day}".lower()), text))]
    assert (place(text, f"added: {day}") in found) is wrong


def test_a_misspelt_field_is_marked_on_its_line(editor: LanguageServer):
    text = NEW.replace("\naction:\n", "\nacton: x\n")
    assert (place(text, "acton: x"), "Property acton is not allowed.") in marked(
        editor.open(file("four"), text)
    )


def test_a_field_is_explained(editor: LanguageServer):
    editor.open(file("five"), NEW)
    assert "one instruction" in editor.hover(file("five"), place(NEW, "action:"), 2)


def test_a_new_lesson_is_marked_where_something_is_to_be_filled_in_and_nowhere_else(editor: LanguageServer):
    lines = {line for line, _ in marked(editor.open(file("six"), NEW))}
    assert lines and all(NEW.splitlines()[line].endswith((":", "-")) for line in lines)


def test_with_the_committed_settings_a_record_needs_no_first_line(settled: LanguageServer):
    text = "title: A title\ntype: avoidd\nor\n"
    found = marked(settled.open(file("seven"), text))
    assert (1, 'Value is not accepted. Valid values: "avoid", "repeat", "watch".') in found
    assert "organisation" in settled.complete(file("seven"), 2, 2)


FIRST = {
    cls.kind: record
    for cls in FILES
    for record in sorted((ROOT / "content").glob(f"{cls.folder}/*.yml" if cls.folder else f"{cls.kind}.yml"))[
        :1
    ]
}


@pytest.mark.parametrize("record", FIRST.values(), ids=FIRST)
def test_a_record_of_the_handbook_is_marked_nowhere(settled: LanguageServer, record: Path):
    assert marked(settled.open(record, record.read_text("utf-8"))) == []


def test_a_copy_with_ids_completes_them(tmp_path: Path):
    install()
    handbook = load(ROOT / "content").handbook
    write(tmp_path, names_of(handbook))
    text = "related:\n  - \nevidence:\n  - source: \n"
    with LanguageServer(
        ROOT, {"schemas": {str(tmp_path / "lesson.json"): "content/lessons/*.yml"}}
    ) as server:
        server.open(file("eight"), text)
        assert {lesson.id for lesson in handbook.all("lesson")} <= set(server.complete(file("eight"), 1, 4))
        assert {source.id for source in handbook.all("source")} <= set(server.complete(file("eight"), 3, 12))
