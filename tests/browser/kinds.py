"""Which pages stand for all: every page that is one of its kind, and of each kind the shortest, the middle and the longest page."""

from __future__ import annotations

from pathlib import Path

from builds import ROOT

FOLDERS = ("overview", "phases", "workstreams", "roles", "activities", "lessons", "products", "migrations", "sources")
INDEXES = ("navigate", "timeline", "flow", *FOLDERS, "glossary", "search", "a-to-z")


def singles(site: Path) -> list[str]:
    """Home, the pages that list or draw, the hand-written ones, and the page for addresses that do not exist."""
    written = [f"{p.relative_to(ROOT / 'docs').with_suffix('').as_posix()}/".removesuffix("index/") for p in sorted((ROOT / "docs").rglob("*.md"))]
    return ["404.html", *written, *(f"{name}/" for name in INDEXES)]


def sample(site: Path, folder: str) -> list[str]:
    """The shortest, the middle and the longest page of a kind."""
    files = sorted((site / folder).glob("*/index.html"), key=lambda file: (file.stat().st_size, file))
    return list(dict.fromkeys(f"{folder}/{file.parent.name}/" for file in (files[0], files[len(files) // 2], files[-1])))


def prints(site: Path) -> list[str]:
    """One print page of each kind that has them."""
    return [sample(site, f"print/{folder.name}")[-1] for folder in sorted((site / "print").glob("*")) if folder.is_dir()]


def chosen(site: Path) -> list[str]:
    """Every page that stands for a kind of page."""
    return [*singles(site), *(path for folder in FOLDERS for path in sample(site, folder)), *prints(site), "search/?q=payroll", "navigate/?side=customer"]
