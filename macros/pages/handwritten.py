"""Hand-written pages: those of `docs/`, and a team's own in `docs/local/`, which stand beside them or in their place."""

from __future__ import annotations

from pathlib import Path

from macros.loading.overlay import LOCAL


def written(docs: Path) -> dict[str, Path]:
    """The file of each hand-written page by the page's path. A page of the team's own has the path that it would have without its folder."""
    found = (
        {file.relative_to(docs).as_posix(): file for file in sorted(docs.rglob("*.md"))}
        if docs.is_dir()
        else {}
    )
    own = {
        source.removeprefix(f"{LOCAL}/"): file
        for source, file in found.items()
        if source.startswith(f"{LOCAL}/")
    }
    return {source: file for source, file in found.items() if not source.startswith(f"{LOCAL}/")} | own
