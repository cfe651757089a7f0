"""Templates are compiled once, and a changed one is compiled anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from macros.pages.templates import Templates


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one template, and an empty place for what is compiled."""
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    (tmp_path / "page.html").write_text("one {{ name }}", "utf-8")
    return tmp_path


def page(folder: Path) -> str:
    return Templates(folder).get_template("page.html").render(name="<b>")


def test_a_template_is_compiled_once_and_anew_when_it_changes(folder: Path) -> None:
    assert page(folder) == "one &lt;b&gt;"
    (kept,) = (file for file in (folder / "kept").rglob("*") if file.is_file())
    first = kept.read_bytes()
    assert page(folder) == "one &lt;b&gt;"
    assert kept.read_bytes() == first
    (folder / "page.html").write_text("two {{ name }}", "utf-8")
    assert page(folder) == "two &lt;b&gt;"
    assert kept.read_bytes() != first


def test_what_is_kept_and_damaged_is_compiled_anew(folder: Path) -> None:
    page(folder)
    (kept,) = (file for file in (folder / "kept").rglob("*") if file.is_file())
    kept.write_bytes(b"nothing that Python could read")
    assert page(folder) == "one &lt;b&gt;"


def test_without_room_to_keep_anything_pages_are_made_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        tempfile, "tempdir", str(folder / "page.html")
    )  # a file, in which nothing can be kept
    assert page(folder) == "one &lt;b&gt;"
