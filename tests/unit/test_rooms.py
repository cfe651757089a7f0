"""The packages under `macros/` are floors of a house: each imports only from the floors below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rooms_drawing import FLOORS, MACROS, PICTURE, about, drawing, imported, sentence
from world import ROOT

TOOLS = ("refusal", "similarity", "windows_names")
ENTRANCES = ("__init__", "__main__")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(MACROS.rglob("*.py")):
        yield path.relative_to(MACROS).parts[0].removesuffix(".py"), path


def floor(room: str) -> int:
    return FLOORS.index(room) if room in FLOORS else -1


def test_the_house_has_ten_rooms_and_no_files_but_its_entrances_and_tools():
    assert {room for room, _ in modules()} == {*FLOORS, *TOOLS, *ENTRANCES}


def test_no_room_imports_from_a_room_above_it():
    upward = [
        f"{path.relative_to(ROOT)}:{line} imports from {other}"
        for room, path in modules()
        if room not in ENTRANCES
        for line, other in imported(path)
        if floor(other) > floor(room)
    ]
    assert upward == []


def test_every_room_says_in_one_sentence_what_it_is():
    for room in FLOORS:
        assert sentence(room).endswith(".") and "\n" not in sentence(room), room


def test_no_two_modules_have_the_same_name():
    names = Counter(path.stem for _, path in modules() if path.stem != "__init__")
    packages = {path.parent.name for _, path in modules()}
    assert [name for name, times in names.items() if times > 1 or name in packages] == []


def test_the_picture_of_the_rooms_shows_the_code_as_it_is():
    """`python tests/unit/rooms_drawing.py` draws it again."""
    assert PICTURE.read_text("utf-8") == drawing()


def test_the_page_of_the_architecture_says_what_each_room_says_of_itself():
    page = (ROOT / "docs/contribute/architecture.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert [row.split(" | ")[:2] for row in rows] == [
        [f"| `{room}`", about(room)] for room in reversed(FLOORS)
    ]


def test_every_module_that_the_page_of_the_architecture_names_is_there():
    page = (ROOT / "docs/contribute/architecture.md").read_text("utf-8")
    named = re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)`", page)
    assert len(named) > 12
    assert [
        name
        for name in named
        if not (MACROS / name.removeprefix("macros/")).exists() and not (ROOT / name).exists()
    ] == []
