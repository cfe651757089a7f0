"""The packages under `macros/` are floors of a house: each imports only from the floors below it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from world import ROOT

MACROS = ROOT / "macros"
# From the ground up. A file at the top of `macros/` that knows nothing of the handbook is below them all.
FLOORS = (
    "model",
    "loading",
    "authoring",
    "pages",
    "checks",
    "sheets",
    "publishing",
    "copies",
    "generator",
    "commands",
)
TOOLS = ("archive", "similarity")
ENTRANCES = ("__init__", "__main__")


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(MACROS.rglob("*.py")):
        yield path.relative_to(MACROS).parts[0].removesuffix(".py"), path


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """Each import of our own code in the file `path`: its line, and the room that it names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "macros":
            parts = (node.module or "").split(".")
            yield from ((node.lineno, name) for name in (parts[1:2] or [alias.name for alias in node.names]))


def floor(room: str) -> int:
    return FLOORS.index(room) if room in FLOORS else -1


def test_the_house_has_ten_rooms_and_no_files_but_its_entrances_and_tools():
    assert {room for room, _ in modules()} == {*FLOORS, *TOOLS, *ENTRANCES}


def test_no_room_imports_from_a_room_above_it():
    upward = [
        f"{path.relative_to(ROOT)}:{line} imports from {imported}"
        for room, path in modules()
        if room not in ENTRANCES
        for line, imported in imported_rooms(path)
        if floor(imported) > floor(room)
    ]
    assert upward == []


def test_every_room_says_in_one_sentence_what_it_is():
    for room in FLOORS:
        docstring = ast.get_docstring(ast.parse((MACROS / room / "__init__.py").read_text("utf-8"))) or ""
        assert docstring.endswith(".") and "\n" not in docstring, room


def test_no_two_modules_have_the_same_name():
    names = Counter(path.stem for _, path in modules() if path.stem != "__init__")
    packages = {path.parent.name for _, path in modules()}
    assert [name for name, times in names.items() if times > 1 or name in packages] == []
