"""Files in `docs/` have names and forms that a build can read."""

from __future__ import annotations

import os
import sys

import pytest
from world import THEME, TODAY, World

from macros.checks.rules.context import World as Checked
from macros.checks.rules.page_files import check
from macros.pages.contrast import backgrounds
from macros.pages.handwritten import MAX_PAGE_BYTES

RENAME = "Rename it, with letters, digits and hyphens."
UTF_8 = "Save it again with the encoding UTF-8."


def test_symlink_a_link_to_another_place_is_not_published(world: World) -> None:
    world.docs.mkdir(exist_ok=True)
    (world.docs / "passwords.txt").symlink_to("/etc/passwd")
    assert world.found() == [
        (
            "symlink",
            "docs/passwords.txt:1:1: this is a link to another place, not a file. Put the file itself here.",
        )
    ]


@pytest.mark.parametrize("name", ["more.md", "MORE.MD"])
def test_page_folder_a_folder_with_the_name_of_a_page_is_named(world: World, name: str) -> None:
    world.write_page(f"{name}/picture.png", "x")
    assert world.found() == [
        ("page-folder", f"docs/{name}:1:1: this is a folder with the name of a page. Rename the folder.")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_neither_file_nor_folder_is_named(world: World) -> None:
    world.docs.mkdir(exist_ok=True)
    os.mkfifo(world.docs / "pipe.md")
    assert world.found() == [
        ("no-regular-file", "docs/pipe.md:1:1: this is neither a file nor a folder. Delete it.")
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.markdown", "a page ends in .md. Rename it to x.md."),
        ("x.mkd", "a page ends in .md. Rename it to x.md."),
        ("X.MD", "a page ends in .md. Rename it to X.md."),
    ],
)
def test_page_ending_a_page_with_another_ending_is_named(world: World, name: str, message: str) -> None:
    world.write_page(name, "# More\n")
    assert world.found() == [("page-ending", f"docs/{name}:1:1: {message}")]


@pytest.mark.parametrize("name", [".draft.md", ".hidden/x.md", "templates/x.md"])
def test_a_page_that_nobody_would_see_is_named(world: World, name: str) -> None:
    world.write_page(name, "# Draft\n")
    assert world.found() == [
        (
            "unpublished",
            f"docs/{name}:1:1: this page is not published: its name starts with a dot, or it is in "
            "docs/templates/. Rename it or move it, or delete it.",
        )
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".well-known/security.txt", "its name or its folder starts with a dot"),
        ("local/.well-known/change-password.html", "its name or its folder starts with a dot"),
        ("local/.htpasswd", "its name or its folder starts with a dot"),
        (".domains", "its name or its folder starts with a dot"),
        ("templates/letter.docx", "it is in docs/templates/"),
    ],
)
def test_not_published_a_file_that_is_left_out_is_named(world: World, name: str, why: str) -> None:
    world.write_page(name, "x")
    advice = "If readers need it, give it another name, or put it on the server beside the site."
    assert world.found() == [
        ("not-published", f"warning: docs/{name}:1:1: this file is not published: {why}. {advice}")
    ]


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", ".gitkeep", ".nojekyll", "._van.png", ".van.md.swp", ".~lock.van"),
        *(".obsidian/app.json", "local/templates/van.png"),
    ],
)
def test_what_programs_keep_for_themselves_needs_no_line(world: World, name: str) -> None:
    world.write_page(name, "x")
    assert world.check() == []


@pytest.mark.parametrize("name", ["index.md~", "local/van.md.bak", "~$van.docx", "Thumbs.db", "van.ods.tmp"])
def test_left_behind_a_copy_of_a_program_is_named_before_it_is_published(world: World, name: str) -> None:
    world.write_page(name, "x")
    advice = "Delete it. If readers should have it, give it another name."
    said = "a program seems to have left this file behind, and it would be published."
    assert world.found() == [("left-behind", f"warning: docs/{name}:1:1: {said} {advice}")]


def test_file_name_a_name_with_a_character_that_nobody_sees_is_named(world: World) -> None:
    world.write_page("see\u200bme.md", "# See\n")
    assert world.found() == [
        ("file-name", f"docs/see\ufffdme.md:1:1: this name holds characters that cannot be shown. {RENAME}")
    ]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system has no such names")
def test_file_name_a_name_that_is_no_text_is_named(world: World) -> None:
    world.write_page(os.fsdecode(b"caf\xe9.md"), "# Café\n")
    assert world.found() == [
        ("file-name", f"docs/caf\ufffd.md:1:1: this name holds characters that cannot be shown. {RENAME}")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such names")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("why?.md", "this name holds “?”"),
        ("100%#1.md", "this name holds “%”"),
        ("step: one.svg", "this name holds “:”"),
        ('the "plan".pdf', 'this name holds “"”'),
        ("aux.md", "Windows keeps the name “AUX” for itself"),
        ("Com3.notes.pdf", "Windows keeps the name “COM3” for itself"),
        ("nul .txt", "Windows keeps the name “NUL” for itself"),
        (" first.md", "this name begins or ends with a space, or ends with a full stop"),
        ("last.pdf ", "this name begins or ends with a space, or ends with a full stop"),
        ("deep.", "this name begins or ends with a space, or ends with a full stop"),
    ],
)
def test_file_name_a_name_that_some_machines_or_addresses_cannot_hold_is_named(
    world: World, name: str, why: str
) -> None:
    world.write_page(name, "# More\n")
    assert world.found() == [
        ("file-name", f"docs/{name}:1:1: {why}, so it would not work on every machine. {RENAME}")
    ]


@pytest.mark.parametrize("name", ["Xcon.md", "console.md", "aux-list.pdf", "com10.md", "v1.2.pdf", "a b.md"])
def test_a_name_that_only_looks_like_one_of_windows_is_fine(world: World, name: str) -> None:
    world.write_page(name, "# More\n")
    assert world.check() == []


def test_file_name_a_name_may_have_200_bytes_and_no_more(world: World) -> None:
    world.write_page(f"{'x' * 197}.md", "# More\n")
    assert world.check() == []
    longer = f"{'é' * 99}.md"
    world.write_page(longer, "# More\n")
    assert world.found() == [
        ("file-name", f"docs/{longer}:1:1: this name is longer than 200 bytes. Give it a shorter name.")
    ]


@pytest.mark.parametrize(
    ("raw", "code", "said"),
    [
        (b"# Caf\xe9\n", "encoding", f"1:6: this file is not saved as UTF-8. {UTF_8}"),
        (
            "# Café\n".encode("utf-16"),
            "encoding",
            f"1:1: this file is saved as UTF-16, not as UTF-8. {UTF_8}",
        ),
        (
            b"# a\n\nbc\x00\n",
            "unseen-character",
            "3:3: there is an invisible character here (U+0000). Delete it and type the text again.",
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_named_with_its_line_and_column(
    world: World, raw: bytes, code: str, said: str
) -> None:
    world.write_page("deep/x.md", raw)
    assert world.found() == [(code, f"docs/deep/x.md:{said}")]


def test_a_page_may_have_200_kb_and_no_more(world: World) -> None:
    world.write_page("x.md", b"x" * MAX_PAGE_BYTES)
    assert world.check() == []
    world.write_page("x.md", b"x" * (MAX_PAGE_BYTES + 1))
    assert world.found() == [
        ("too-large", "docs/x.md:1:1: this file is larger than 200 kB. Share it among several pages.")
    ]


def test_a_page_that_is_gone_by_the_time_it_is_read_is_named(world: World) -> None:
    world.write_page("a.md", b"\xff")
    second = world.write_page("b.md", "# B\n")
    book = world.report().readable
    problems = check(Checked(book, frozenset(), world.docs, backgrounds(THEME), TODAY))
    assert next(problems).code == "encoding"
    second.unlink()
    (gone,) = problems
    assert (gone.code, gone.severity) == ("unreadable", "error")
    assert str(gone) == "docs/b.md:1:1: this file cannot be opened. Check that you may read it."
