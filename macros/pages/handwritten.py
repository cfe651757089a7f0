"""Hand-written pages: those in `docs/`, and local ones in `docs/local/`, beside them or in their place."""

from __future__ import annotations

from pathlib import Path

from macros.loading.overlay import LOCAL


def written(docs: Path) -> dict[str, Path]:
    """Return the file of each hand-written page by the path of the page.

    A local page has the path that it would have without its folder.
    """
    if not docs.is_dir():
        return {}
    original: dict[str, Path] = {}
    local: dict[str, Path] = {}
    for file in sorted(docs.rglob("*.md")):
        source = file.relative_to(docs).as_posix()
        inside = source.removeprefix(f"{LOCAL}/")
        (original if inside == source else local)[inside] = file
    return original | local
