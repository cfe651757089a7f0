"""The files under content/ become one handbook; what does not belong there is named; one broken record causes one problem."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from world import THEME, WORDS, World

from macros.loading.loader import forget_files

FOLDERS = "activities, crosswalks, example, languages, lessons, migrations, overview, phases, products, roles, sources, workstreams"
posix = pytest.mark.skipif(sys.platform == "win32", reason="this system has no such names and no pipes")
NO_FIELDS = "A record has fields, each with its name and a colon."


def test_a_new_record_is_one_new_file(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/close-every-box.yml", title="Close the lids")
    assert world.check() == []
    assert world.handbook().get("lesson", "close-every-box").title == "Close the lids"


def test_the_file_name_is_the_id(world: World):
    assert [r.id for r in world.handbook().all("product")] == [
        "book-list",
        "filled-rooms",
        "moved-books",
        "room-plan",
        "van",
    ]


# What does not belong


def test_a_file_of_another_kind_is_named(world: World):
    world.write("lessons/notes.txt", "x")
    assert world.check() == [
        "content/lessons/notes.txt:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/."
    ]


@pytest.mark.parametrize("name", ["x.yaml", "x.YML", "x.yml.bak", "x", "folder/x.yml"])
def test_a_file_that_only_looks_like_a_record_is_named(world: World, name):
    world.write(f"lessons/{name}", "title: X\n")
    shown = name.partition("/")[0]
    assert world.check() == [
        f"content/lessons/{shown}:1:1: only files that end in .yml belong in this folder. Rename it, or move it out of content/."
    ]


def test_a_folder_of_another_name_is_named(world: World):
    world.write("lesons/x.yml", "title: X\n")
    assert world.check() == [
        f"content/lesons:1:1: nothing of this name belongs in content/. The folders are: {FOLDERS}."
    ]


def test_a_file_at_the_top_is_named(world: World):
    world.write("phases.yml", "title: X\n")
    assert world.check() == [
        f"content/phases.yml:1:1: nothing of this name belongs in content/. The folders are: {FOLDERS}."
    ]


@pytest.mark.parametrize(
    "name", ["README.md", ".gitkeep", "lessons/README.md", "lessons/.x.swp", ".git/config"]
)
def test_notes_for_authors_and_hidden_files_may_stay(world: World, name):
    world.write(name, "x")
    assert world.check() == []


def test_a_link_to_a_file_elsewhere_is_refused(world: World):
    secret = world.folder / "secret.yml"
    secret.write_text("title: Secret\n")
    (world.content / "lessons/secret.yml").symlink_to(secret)
    assert world.check() == [
        "content/lessons/secret.yml:1:1: this is a link to another place, not a file. Put the file itself here."
    ]


def test_a_link_in_place_of_a_folder_is_refused(world: World):
    (world.content / "sources").rename(world.folder / "elsewhere")
    (world.content / "sources").symlink_to(world.folder / "elsewhere")
    assert (
        "content/sources:1:1: this is a link to another place, not a file. Put the file itself here."
        in world.check()
    )


def pipe(path: Path) -> None:
    os.mkfifo(path)


@posix
@pytest.mark.parametrize("name", [" a.yml", "a .yml", "\u00a0a.yml", "a\u3000.yml"])
def test_a_name_with_a_space_that_its_id_would_lose_is_named(world: World, name: str):
    world.write(f"lessons/{name}", world.read("lessons/label-every-box.yml"))
    (line,) = world.check()
    assert "this name begins or ends with a space. Rename it. The file name is the id." in line


@posix
@pytest.mark.parametrize("name", ["lessons", "local", "local/lessons"])
@pytest.mark.parametrize("make", [Path.touch, pipe], ids=["file", "pipe"])
def test_a_file_in_place_of_a_folder_is_named(world: World, name: str, make: Callable[[Path], None]):
    folder = world.content / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    make(folder)
    assert world.check()[0] == f"content/{name}:1:1: a folder belongs here, not a file. Move it away."


@posix
@pytest.mark.parametrize("name", ["site.yml", "glossary.yml", "local/framework.yml", "local/hidden.yml"])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.mkdir, "this is a folder, and a file belongs here. Move it away."),
        (pipe, "this is no file that can be read. Move it away."),
    ],
    ids=["folder", "pipe"],
)
def test_what_is_no_file_is_named_and_not_waited_for(
    world: World, name: str, make: Callable[[Path], None], said: str
):
    file = world.content / name
    file.unlink(missing_ok=True)
    file.parent.mkdir(exist_ok=True)
    make(file)
    assert world.check() == [f"content/{name}:1:1: {said}"]


@posix
def test_a_folder_that_is_called_like_a_record_is_named(world: World):
    (world.content / "lessons/a.yml").mkdir()
    os.mkfifo(world.content / "lessons/b.yml")
    assert world.check() == [
        "content/lessons/a.yml:1:1: this is a folder, not a file. Move it out of content/.",
        "content/lessons/b.yml:1:1: this is no file that can be read. Move it out of content/.",
    ]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="for root, every folder is open")
def test_a_folder_that_may_not_be_read_is_named(world: World):
    (world.content / "lessons").chmod(0)
    try:
        said = world.check()
    finally:
        (world.content / "lessons").chmod(0o755)
    assert said[0] == "content/lessons:1:1: this folder cannot be opened. Check that you may read it."


def test_a_language_without_words_puts_no_blame_on_the_site(world: World):
    world.write(WORDS, "title: English\nsummary: Words.\n")
    assert [line.partition(":")[0] for line in world.check()] == [f"content/{WORDS}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title: "\\ud83d"\n', "1:11: this code means no character. Type the character itself."),
        ('title: "\\U00110000"\n', "1:11: this code means no character. Type the character itself."),
        ("title: A\n...\ntype: avoid\n", "3:1: three dots end a file, and more comes after them."),
        ("title: A\n".encode("utf-16-le"), "1:1: this file is saved as UTF-16, not as UTF-8."),
    ],
)
def test_rarer_faults_of_a_file_have_sentences_of_their_own(world: World, text: str | bytes, said: str):
    world.write("lessons/label-every-box.yml", text)
    (line,) = world.check()
    assert line.startswith(f"content/lessons/label-every-box.yml:{said}")


def test_a_link_in_place_of_a_single_file_is_refused(world: World):
    (world.content / "glossary.yml").rename(world.folder / "elsewhere.yml")
    (world.content / "glossary.yml").symlink_to(world.folder / "elsewhere.yml")
    assert (
        "content/glossary.yml:1:1: this is a link to another place, not a file. Put the file itself here."
        in world.check()
    )


@pytest.mark.parametrize("name", ["Alpha", "a_b", "a b", "a.b", "é", "con", "index", "x" * 49])
def test_a_file_name_that_is_no_id_is_named(world: World, name):
    world.write(f"sources/{name}.yml", world.read("sources/town-report.yml"))
    why = {
        "con": "this id is reserved by Windows or by the site.",
        "index": "this id is reserved by Windows or by the site.",
        "x" * 49: "an id has at most 48 characters.",
    }.get(name, "an id has lower-case letters, digits and single hyphens only.")
    assert world.check() == [f"content/sources/{name}.yml:1:1: id: {why}"]


# What is no record


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this file is empty."),
        ("# only a remark\n", "this file is empty."),
        ("---\n", "this file is empty."),
        ("~\n", "this file is empty."),
        ("- title: Van\n", "this file holds no fields."),
        ("Van\n", "this file holds no fields."),
    ],
)
def test_a_file_without_fields_is_no_record(world: World, text, said):
    world.write("sources/extra.yml", text)
    lines = world.check()
    assert [line.partition(": ")[2] for line in lines] == [f"{said} {NO_FIELDS}"]
    assert lines[0].startswith("content/sources/extra.yml:")


def test_a_record_that_is_no_yaml_is_named_once(world: World):
    world.write("sources/extra.yml", "title: [\n")
    assert len(world.check()) == 1


@pytest.mark.parametrize("name", ["site", "framework", "glossary"])
def test_a_single_file_that_is_missing_is_named(world: World, name):
    world.delete(f"{name}.yml")
    assert (
        f"content/{name}.yml:1:1: this file cannot be opened. Check that it exists and that you may read it."
        in world.check()
    )


def test_a_content_folder_that_does_not_exist_is_named(tmp_path):
    from macros.checks.check import checked

    assert [str(p) for p in checked(tmp_path / "content", tmp_path / "docs", THEME).problems] == [
        "content:1:1: this folder does not exist. Run the command in the project's folder."
    ]


# One fault, one problem


@pytest.mark.parametrize(
    "path",
    [
        "site.yml",
        "framework.yml",
        "glossary.yml",
        "overview/why.yml",
        "phases/plan.yml",
        "workstreams/rooms.yml",
        "roles/librarian.yml",
        "activities/count-the-books.yml",
        "activities/carry-the-books.yml",
        "lessons/label-every-box.yml",
        "products/book-list.yml",
        "migrations/old-town.yml",
        "sources/town-report.yml",
        WORDS,
    ],
)
@pytest.mark.parametrize("broken", ["colour: red\n", "title: Again\n"], ids=["field", "yaml"])
def test_a_broken_record_causes_no_follow_up_problem(world: World, path, broken):
    world.add(path, broken)
    (line,) = world.check()
    assert line.startswith(f"content/{path}:")


def test_a_broken_glossary_hides_no_term_from_those_that_point_at_it(world: World):
    world.change("overview/why.yml", "related: [phase/plan]", "related: [term/shelf-mark]")
    world.add("glossary.yml", "colour: red\n")
    (line,) = world.check()
    assert line.startswith("content/glossary.yml:")


def test_two_broken_records_are_both_named(world: World):
    world.add("sources/town-report.yml", "colour: red\n")
    world.add("roles/driver.yml", "colour: red\n")
    assert {
        "content/roles/driver.yml:9:1: colour: this field does not exist. The fields here are: title, summary, formerly, added, notes, replaces, original, draft, also, side, reports_to, "
        "duties, evidence, basis.",
        "content/sources/town-report.yml:8:1: colour: this field does not exist. Did you mean “country”?",
    } <= set(world.check())


# Order


def test_phases_and_workstreams_stand_in_the_order_of_the_framework(world: World):
    book = world.handbook()
    assert ([p.id for p in book.all("phase")], [w.id for w in book.all("workstream")]) == (
        ["plan", "move"],
        ["books", "rooms"],
    )


def test_a_framework_may_put_its_phases_in_another_order(world: World):
    world.change("framework.yml", "workstreams: [books, rooms]", "workstreams: [rooms, books]")
    assert [w.id for w in world.handbook().all("workstream")] == ["rooms", "books"]


def test_overview_pages_stand_in_reading_order(world: World):
    world.copy("overview/why.yml", "overview/after.yml", title="A book", order="5")
    assert [o.id for o in world.handbook().all("overview")] == ["after", "why"]


@pytest.mark.parametrize(
    ("kind", "path", "to"),
    [
        ("lesson", "lessons/label-every-box.yml", "lessons/z.yml"),
        ("source", "sources/town-report.yml", "sources/z.yml"),
        ("migration", "migrations/old-town.yml", "migrations/z.yml"),
        ("role", "roles/librarian.yml", "roles/z.yml"),
    ],
)
def test_other_records_stand_in_the_order_of_their_titles_in_any_case(world: World, kind, path, to):
    world.copy(path, to, title="aardvarks")
    assert world.report().readable.all(kind)[0].title == "aardvarks"


def test_parts_of_the_framework_keep_the_order_that_they_are_written_in(world: World):
    book = world.handbook()
    assert ([x.id for x in book.all("layer")], [x.id for x in book.all("side")]) == (
        ["work", "shelf"],
        ["library", "carrier"],
    )


def test_a_part_that_is_listed_twice_is_named(world: World):
    world.change("framework.yml", "  - id: carrier\n", "  - id: library\n")
    assert (
        "content/framework.yml:29:9: sides 2, id: the id “library” is used here twice. Give one of them another id."
        in world.check()
    )


def test_a_term_that_is_listed_twice_is_named(world: World):
    world.add("glossary.yml", "  - id: shelf-mark\n    title: Mark\n    summary: Again.\n")
    assert world.check() == [
        "content/glossary.yml:9:9: terms 2, id: the id “shelf-mark” is used here twice. Give one of them another id."
    ]


def test_what_files_said_is_kept_until_it_is_forgotten(world: World):
    first = world.handbook()
    assert world.handbook().all("lesson")[0] is first.all("lesson")[0]
    forget_files()
    again = world.handbook().all("lesson")[0]
    assert again == first.all("lesson")[0] and again is not first.all("lesson")[0]
