"""The bundle: what goes in, names that no office could unpack, and bytes that depend on the files alone."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.authoring.disk.whole_files import put
from macros.copies.bundle import LONGEST, bundled, name_of, packed, refused_names
from macros.copies.styles import joined
from macros.copies.trimming import slim, squeezed
from macros.refusal import Refusal

WHEN = datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC)
TITLE = "Symud i’r Tŷ"
FRAMEWORK = {
    "title": "Framework of somebody else",
    "edition": "2026.1",
    "licence": "CC BY 4.0",
    "licence_url": "https://e.org/",
    "credit": "All of us.",
}


def site(**more: bytes) -> dict[str, bytes]:
    return {
        "START-HERE.html": b'<p><a href="index.html">Open</a> <a href="https://e.org/">Out</a> <link rel="icon" href="assets/icon.svg"></p>',
        "index.html": b'<link href="assets/stylesheets/main.1.css"><a href="lessons/x.html">x</a>',
        "lessons/x.html": b'<img src="../assets/picture.png">',
        "search.html": b'<script src="assets/search/start.js" data-loads="assets/search/suggest.js"></script>',
        "assets/stylesheets/main.1.css": b"a{background:url('../images/dot.svg')}\n/*# sourceMappingURL=main.1.css.map */",
        "assets/stylesheets/main.1.css.map": b"{}",
        "assets/images/dot.svg": b"<svg/>",
        "assets/picture.png": b"\x89PNG",
        "assets/icon.svg": b"<svg/>",
        "assets/javascripts/bundle.1.js": b"x",
        "assets/search/start.js": b"y",
        "assets/search/suggest.js": b"z",
        "tool.html": b'<script src="assets/search/start.js" data-later="assets/later/one.js assets/later/two.js"></script>',
        "assets/later/one.js": b"1",
        "assets/later/two.js": b"2",
        "sitemap.xml": b"<x/>",
        ".htaccess": b"",
        "book.html": b"",
        "data/handbook.json": json.dumps({"title": TITLE, "framework": FRAMEWORK}).encode(),
        **more,
    }


def test_what_no_page_loads_is_left_out():
    assert sorted(slim(site())) == [
        "START-HERE.html",
        "assets/icon.svg",
        "assets/images/dot.svg",
        "assets/later/one.js",
        "assets/later/two.js",
        "assets/picture.png",
        "assets/search/start.js",
        "assets/search/suggest.js",
        "assets/stylesheets/main.1.css",
        "data/handbook.json",
        "index.html",
        "lessons/x.html",
        "search.html",
        "tool.html",
    ]


def test_no_stylesheet_names_a_source_map():
    assert b"sourceMappingURL" not in slim(site())["assets/stylesheets/main.1.css"]


def test_white_space_goes_where_nobody_sees_it_and_stays_where_it_counts():
    assert (
        squeezed("<p>\n  a   <b>b</b>\n c\n</p>\n\n  <ul>\n <li>d</li> </ul><pre>\n  e\n</pre>")
        == "<p>a <b>b</b> c</p><ul><li>d</li></ul><pre>\n  e\n</pre>"
    )


def test_a_space_between_two_links_or_buttons_stays_wherever_they_stand():
    for around in ("div", "li", "nav", "td", "header", "p"):
        assert (
            squeezed(f"<{around}>\n <a href='x'>a</a>\n <span>b</span></{around}>")
            == f"<{around}><a href='x'>a</a> <span>b</span></{around}>"
        )


def test_escaped_markup_stays_text():
    page = "<p>provider&#39;s &lt;b&gt; &amp;lt;</p>"
    assert squeezed(page) == page


def test_a_script_in_a_page_keeps_every_letter_because_the_policy_names_its_hash():
    script = "<script>\n  if (a  <  b) {\n }\n</script>"
    assert script in squeezed(f"<body>\n{script}\n<p>a</p></body>")


def test_the_start_page_stands_at_the_top_and_leads_into_the_folder():
    files = bundled(site())
    assert (
        b'href="handbook/index.html"' in files["START-HERE.html"]
        and b'href="https://e.org/"' in files["START-HERE.html"]
    )
    assert {path.partition("/")[0] for path in files} == {"START-HERE.html", "handbook", "manifest.json"}


def test_the_manifest_names_every_file_with_its_hash_the_edition_and_the_licence():
    files = bundled(site())
    said = json.loads(files.pop("manifest.json"))
    assert said["files"] == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert (said["title"], said["edition"], said["licence"]) == (TITLE, "2026.1", "CC BY 4.0")


def test_the_order_in_which_files_are_found_changes_no_byte():
    files = bundled(site())
    assert packed(files, WHEN) == packed(dict(reversed(files.items())), WHEN)


def test_entries_are_sorted_carry_one_date_and_can_be_read_by_everybody():
    with zipfile.ZipFile(io.BytesIO(packed(bundled(site()), WHEN))) as made:
        names = made.namelist()
        assert names[0] == "START-HERE.html" and names[1:] == sorted(names[1:])
        assert {
            (entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in made.infolist()
        } == {((2026, 11, 23, 12, 0, 0), 0o100644, 3)}


def test_a_date_before_zips_were_made_becomes_their_first():
    with zipfile.ZipFile(io.BytesIO(packed({"a": b""}, datetime.fromtimestamp(0, UTC)))) as made:
        assert made.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["a/" + "b" * 99], "is longer than 100 characters"),
        (["Alpha.html", "alpha.html"], "differs from “Alpha.html” by case alone"),
        (["lessons/con.html"], "Windows refuses"),
        (["a/aux"], "Windows refuses"),
        (["a./b"], "Windows refuses"),
        (["a /b"], "Windows refuses"),
        (["a:b"], "Windows refuses"),
        (["a?b"], "Windows refuses"),
        (["a\\b"], "Windows refuses"),
    ],
    ids=str,
)
def test_names_that_some_office_cannot_unpack_are_refused_with_the_reason(paths, said):
    (sentence,) = refused_names(paths)
    assert said in sentence and f"“{paths[-1]}”" in sentence


def test_ordinary_names_are_not():
    assert refused_names(["index.html", "lessons/console.html", "b" * LONGEST, ".htaccess"]) == []


def test_the_name_of_a_copy_is_that_of_the_handbook_in_plain_letters_only():
    assert (
        name_of({"title": TITLE, "framework": FRAMEWORK}) == "symud-ir-ty-2026.1"
        and name_of({"title": "図書館", "framework": {"edition": "7"}}) == "7"
    )


def test_data_in_a_copy_leaves_out_the_links_that_follow_from_its_fields():
    data = {
        "framework": {**FRAMEWORK, "links": "stay"},
        "lessons": [
            {
                "id": "x",
                "migration": "y",
                "file": "content/lessons/x.yml",
                "links": [{"field": "migration", "kind": "migration", "id": "y"}],
            }
        ],
    }
    made = json.loads(slim(site(**{"data/handbook.json": json.dumps(data).encode()}))["data/handbook.json"])
    assert made == data | {"lessons": [{"id": "x", "migration": "y"}]}


@pytest.mark.parametrize(
    "data", [b"", b"a", b"a" * 100_000, bytes(range(256))], ids=["empty", "one letter", "long", "every byte"]
)
def test_any_zip_program_reads_what_was_packed(data, tmp_path):
    (tmp_path / "a.zip").write_bytes(packed({"START-HERE.html": data, "a/\u00e9.html": data * 2}, WHEN))
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        assert made.testzip() is None
        assert {name: made.read(name) for name in made.namelist()} == {
            "START-HERE.html": data,
            "a/\u00e9.html": data * 2,
        }


def test_the_bytes_are_these_whatever_machine_packs_them():
    made = packed({"START-HERE.html": b"<p>Hello, hello, hello, hello</p>" * 9, "b": b"b"}, WHEN)
    assert (
        hashlib.sha256(made).hexdigest() == "2050d0413f66e4d50d2f426d021652a4774cdc8ffeeaff80831d6596f7a786dc"
    )


@contextmanager
def room_for_ten_bytes() -> Iterator[None]:
    """No file of this process grows beyond ten bytes; a report of the tests, sent to a file, is one, so be short."""

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of a file.")
def test_without_room_the_old_copy_stays_and_one_sentence_says_why(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(b"old")
    message = "cannot be written: File too large.*has not changed.*Make room, or name another place"
    with pytest.raises(Refusal, match=message), room_for_ten_bytes():
        put(tmp_path / "a.zip", b"new" * 100)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.zip": b"old"}


def test_where_nothing_can_be_written_one_sentence_says_so(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal, match="cannot be written: Not a directory"):
        put(tmp_path / "file/below/a.zip", b"new")


def test_stylesheets_that_every_page_loads_become_one_in_their_order():
    page = '<link rel="stylesheet" href="{0}assets/stylesheets/main.1.css"><link rel="stylesheet" href="{0}assets/a.css"> <link rel="stylesheet" href="{0}assets/p.css" media="print">{1}'
    site = {
        "index.html": page.format("", "").encode(),
        "x/y.html": page.format("../", "<p>").encode(),
        "alone.html": b'<link rel="stylesheet" href="assets/a.css">',
        "assets/stylesheets/main.1.css": b"m{}",
        "assets/a.css": b"a{}",
        "assets/p.css": b"p{}",
    }
    made = joined(site)
    assert made["assets/styles.css"] == b"m{}\na{}\n@media print{p{}}"
    assert (
        made["x/y.html"].count(b"<link") == 1
        and b'href="../assets/styles.css"' in made["x/y.html"]
        and made["x/y.html"].endswith(b"<p>")
    )
    assert made["alone.html"] == site["alone.html"]
    assert (
        joined(site | {"assets/stylesheets/main.1.css": b"m{background:url(../dot.svg)}"})["index.html"]
        == site["index.html"]
    )


def test_stylesheets_are_found_whatever_else_their_tags_say():
    page = "<link href=assets/a.css rel='stylesheet' title=x>\n <link media='print' rel=stylesheet href='assets/p.css'>"
    site = {"index.html": page.encode(), "assets/a.css": b"a{}", "assets/p.css": b"p{}"}
    made = joined(site)
    assert made["assets/styles.css"] == b"a{}\n@media print{p{}}"
    assert made["index.html"] == b"<link href=assets/styles.css rel='stylesheet' title=x>"


def test_more_files_than_a_zip_holds_are_refused_in_a_sentence():
    files = dict.fromkeys(map(str, range(65_536)), b"")
    with pytest.raises(Refusal, match=re.escape("These are 65,536 files, and a zip holds 65,535 at most.")):
        packed(files, WHEN)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other devices and pipes.")
@pytest.mark.parametrize("kind", ["device", "pipe", "link to a device"])
def test_a_device_or_a_pipe_is_never_replaced(tmp_path: Path, kind: str):
    target = Path("/dev/null")
    if kind == "pipe":
        target = tmp_path / "pipe"
        os.mkfifo(target)
    elif kind == "link to a device":
        target = tmp_path / "link"
        target.symlink_to("/dev/null")
    with pytest.raises(Refusal, match="is a device or a pipe, not a file, so nothing was written"):
        put(target, b"new")
    assert target.exists() and not target.is_file()


def test_a_folder_is_never_replaced_by_a_file(tmp_path: Path):
    with pytest.raises(Refusal, match="is a folder, so nothing was written"):
        put(tmp_path, b"new")


def test_a_link_still_leads_to_its_file_which_is_new(tmp_path: Path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    put(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "real.csv").read_bytes() == b"new"
