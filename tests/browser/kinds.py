"""Which pages stand for all: every page that is one of its kind, and of each kind the longest, the shortest and one between."""

from __future__ import annotations

from pathlib import Path

from builds import ROOT

FOLDERS = (
    "overview",
    "phases",
    "workstreams",
    "roles",
    "activities",
    "lessons",
    "products",
    "products/example",
    "migrations",
    "sources",
)
MOVED = 'http-equiv="refresh"'  # in pages that only send readers on
INDEXES = (
    "navigate",
    "timeline",
    "flow",
    "gates",
    "plan",
    "hand-overs",
    "how-long",
    "project",
    "tailor",
    *FOLDERS,
    "glossary",
    "search",
    "a-to-z",
    "about/changes",
)


def singles(docs: Path = ROOT / "docs") -> list[str]:
    """Home, the pages that list or draw, the hand-written ones, and the page for addresses that do not exist."""
    written = [
        f"{p.relative_to(docs).with_suffix('').as_posix()}/".removesuffix("index/")
        for p in sorted(docs.rglob("*.md"))
    ]
    return ["404.html", *written, *(f"{name}/" for name in INDEXES)]


def sample(site: Path, folder: str, size: int = 2) -> list[str]:
    """The longest, the shortest and the middle page of a kind, as many as asked for. None where it has none."""
    files = sorted(
        (file for file in (site / folder).glob("*/index.html") if MOVED not in file.read_text("utf-8")),
        key=lambda file: (file.stat().st_size, file),
    )
    chosen = (files[-1], files[0], files[len(files) // 2])[:size] if files else ()
    return list(dict.fromkeys(f"{folder}/{file.parent.name}/" for file in chosen))


def prints(site: Path) -> list[str]:
    """One print page of each kind that has them."""
    return [
        sample(site, f"print/{folder.name}")[0]
        for folder in sorted((site / "print").glob("*"))
        if folder.is_dir()
    ]


def chosen(site: Path, size: int = 2) -> list[str]:
    """Every page that stands for a kind of page."""
    return [
        *singles(),
        *(path for folder in FOLDERS for path in sample(site, folder, size)),
        *sample(site, "gates", size),
        *prints(site),
        "search/?q=payroll",
        "navigate/?side=customer",
    ]
