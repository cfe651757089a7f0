"""What changed between two bundles, in words."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from world import ROOT, THEME, World

from macros.commands.cli import main
from macros.copies.diff import as_text, compare, read
from macros.publishing.exports import changes_page
from macros.refusal import Refusal


def edition(number: str, *lessons: dict) -> dict:
    return {
        "framework": {"title": "F", "edition": number},
        "lessons": [
            {"kind": "lesson", "formerly": [], "backlinks": [number], **lesson} for lesson in lessons
        ],
    }


def lesson(id: str, title: str, **more) -> dict:
    return {"id": id, "title": title, "state": "confirmed", **more}


OLD = edition(
    "1",
    lesson("a", "Stays"),
    lesson("b", "Changes", event="Old."),
    lesson("c", "Goes"),
    lesson("d", "Moves"),
    lesson("e", "No longer holds"),
)
NEW = edition(
    "2",
    lesson("a", "Stays"),
    lesson("b", "Changes", event="New.", what_happened="More."),
    lesson("new", "Comes"),
    lesson("dd", "Has moved", formerly=["d"]),
    lesson("e", "No longer holds", state="retired"),
)


def bundle(folder: Path, name: str, data: object, path: str = "handbook/data/handbook.json") -> Path:
    with zipfile.ZipFile(folder / name, "w") as made:
        made.writestr(path, data if isinstance(data, str) else json.dumps(data))
    return folder / name


def test_records_that_came_changed_and_went_are_named_in_words():
    assert (
        as_text(compare(OLD, NEW))
        == """\
From edition 1 to edition 2: 1 added, 2 changed, 2 retired.

Added
  lesson “Comes”

Changed
  lesson “Changes”: event, what happened
  lesson “Moves”: title (now “Has moved”)

Retired
  lesson “Goes”
  lesson “No longer holds”"""
    )


def test_the_same_twice_has_no_changes():
    assert as_text(compare(OLD, OLD)) == "From edition 1 to edition 1: 0 added, 0 changed, 0 retired."


def test_a_field_that_came_with_the_newer_handbook_and_is_empty_is_no_change():
    assert not compare(
        edition("1", lesson("a", "A")),
        edition(
            "2", lesson("a", "A", tags=[], external=False, notes=[{"date": "2026", "what": "It moved."}])
        ),
    ).changed


def test_links_from_other_records_and_the_number_of_the_edition_are_no_changes():
    assert not compare(edition("1", lesson("a", "A")), edition("2", lesson("a", "A"))).changed


def test_the_command_reads_two_zips_and_needs_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(
        main,
        [
            "diff",
            str(bundle(tmp_path, "old.zip", OLD)),
            str(bundle(tmp_path, "new.zip", NEW, "data/handbook.json")),
        ],
    )
    assert (done.exit_code, done.output) == (0, as_text(compare(OLD, NEW)) + "\n")


def test_the_page_needs_one_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(
        main,
        [
            "diff",
            str(bundle(tmp_path, "old.zip", OLD)),
            str(bundle(tmp_path, "new.zip", NEW)),
            "--html",
            "x.html",
        ],
    )
    assert (
        done.exit_code == 1
        and "run the command in the project's folder" in done.output
        and "Traceback" not in done.output
    )


def test_the_page_says_the_same_and_escapes_what_it_quotes(world: World):
    made = changes_page(world.build(directory=False), compare(OLD, edition("2", lesson("x", "<script>"))))
    assert "&lt;script&gt;" in made and "<script" not in made and "Content-Security-Policy" in made


def test_the_page_names_local_records_whose_originals_have_changed(world: World):
    old = edition("1", lesson("x", "Ours"))
    new = edition("2", lesson("x", "Ours")) | {"overlay": {"outdated": ["lesson/x"]}}
    page = changes_page(world.build(directory=False), compare(old, new))
    assert "has changed since you replaced it (1)" in page and "Nothing changed" not in page


def test_the_command_writes_the_page(tmp_path: Path, the_world: World):
    args = [
        "diff",
        str(bundle(tmp_path, "old.zip", OLD)),
        str(bundle(tmp_path, "new.zip", NEW)),
        "--html",
        str(tmp_path / "changes.html"),
        "--content",
        str(the_world.content),
        "--docs",
        str(the_world.docs),
        "--theme",
        str(THEME),
    ]
    done = CliRunner().invoke(main, args)
    assert done.exit_code == 0 and "Has moved" in (tmp_path / "changes.html").read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    ["", "no json", "[]", "{}", '{"framework": {}}', '{"framework": {"edition": "1"}, "lessons": [1]}'],
)
def test_a_damaged_bundle_is_refused_in_one_sentence(tmp_path: Path, data: str):
    with pytest.raises(Refusal, match="is no bundle of a handbook, or it is damaged"):
        read(bundle(tmp_path, "bad.zip", data))


def test_what_is_no_zip_or_not_there_is_refused_in_one_sentence(tmp_path: Path):
    with pytest.raises(Refusal, match="is no bundle"):
        read(ROOT / "README.md")
    with pytest.raises(Refusal, match="There is no file"):
        read(tmp_path / "none.zip")
