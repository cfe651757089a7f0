"""Hand-written pages: those in `docs/`, and local ones in `docs/local/`, beside them or in their place."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from macros.loading.overlay import LOCAL

NOTES = "README.md"  # notes for authors, as in the folder of records: never a page
# MkDocs leaves out what starts with a dot, and this folder at the top.
LEFT_OUT = "templates"
MAX_PAGE_BYTES = 200_000


def written(docs: Path) -> dict[str, Path]:
    """Return the file of each hand-written page by the path of the page.

    A local page has the path that it would have without its folder. What is no file, or has a name that
    cannot be an address, is no page.
    """
    if not docs.is_dir():
        return {}
    original: dict[str, Path] = {}
    local: dict[str, Path] = {}
    for file in sorted(docs.rglob("*.md")):
        name = file.relative_to(docs).as_posix()
        if is_published(name) and file.name != NOTES and is_file(file):
            inside = name.removeprefix(f"{LOCAL}/")
            (original if inside == name else local)[inside] = file
    return original | local


def is_published(name: str) -> bool:
    """Return whether MkDocs publishes a file with the path `name` under docs/."""
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith(".") for part in parts) or parts[0] == LEFT_OUT
    return not hidden and name.isprintable()


def is_file(path: Path) -> bool:
    """Return whether there is a regular file at `path`, also where the path cannot be one."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long for the disk
        return False
