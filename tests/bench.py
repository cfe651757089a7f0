"""Builds handbooks of many sizes, and a plain site of the same records with Material alone, in turns.

`make bench` prints CPU seconds, memory and bytes of both, their ratio, and how they grow. The sizes are
numbers of lessons: `SIZES="1000 5000"`. Then it opens both, and times the first answer of their searches and
typing. Lessons beyond ours are copies of ours with other ids and titles, so the activities carry more of them
each.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import yaml
from builds import ROOT
from search_bench import Answer, answers

from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.model import FOLDERS, Lesson
from macros.model.references import prose

MATERIAL = {
    "site_name": "Plain",
    "use_directory_urls": True,
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "plugins": ["search"],
}
MENU = 30


class Run(NamedTuple):
    """What one command cost, and how much it wrote."""

    cpu: float
    memory: float
    size: float


def run(arguments: list[str], folder: Path, site: Path | None = None) -> Run:
    """Run a command and measure it. Raise an error where it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    process = subprocess.Popen([sys.executable, "-m", *arguments], cwd=folder, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed.")
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) if site else 0
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size / 1e6)


def handbook(folder: Path, lessons: int) -> Handbook:
    """Write a copy of the project that has that many lessons into `folder`, and load it."""
    for name in ("content", "docs", "overrides", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "local"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    ours = load(folder / "content").handbook
    for number, lesson in enumerate(
        itertools.islice(itertools.cycle(ours.all(Lesson)), lessons - len(ours.all(Lesson)))
    ):
        data = lesson.model_dump(mode="json", by_alias=True, exclude={"id", "formerly"}, exclude_none=True)
        data["title"] = title(ours, number)
        file = folder / "content/lessons" / f"made-{number}.yml"
        file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf-8")
    return load(folder / "content").handbook


def title(ours: Handbook, number: int) -> str:
    """Return a title of words from the titles of our lessons, another one for each number."""
    words = random.Random(number).sample([word for one in ours.all(Lesson) for word in one.title.split()], 8)
    return " ".join(words).capitalize()


def plain_site(folder: Path, records: Handbook) -> None:
    """Write the same records into `folder` as Markdown pages: their titles, summaries and texts.

    No menu is longer than `MENU`, so that the menus of Material, which stand on every page, stay short.
    """
    for cls in FOLDERS:
        for number, record in enumerate(records.all(cls)):
            file = folder / "docs" / cls.folder / f"{number // MENU}" / f"{record.id}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            texts = [f"# {record.title}", record.summary, *(text for _, text in prose(record))]
            file.write_text(
                "\n\n".join(text.replace("](/", "](http://x/") for text in texts if text), "utf-8"
            )
    (folder / "docs/index.md").write_text("# Plain\n", "utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(MATERIAL), "utf-8")


def measured(ours: Path, plain: Path, lessons: int) -> Iterator[tuple[str, Run]]:
    """Yield what each command costs with that many lessons."""
    ours.mkdir(parents=True)
    plain_site(plain, handbook(ours, lessons))
    yield "handbook check", run(["macros", "check", "--quiet"], ours)
    yield "our build", run(["mkdocs", "build", "--quiet"], ours, ours / "site")
    yield "plain Material", run(["mkdocs", "build", "--quiet"], plain, plain / "site")


def main(sizes: list[int]) -> None:
    """Print one table for all sizes."""
    tools = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "Markdown"))
    print(f"Python {sys.version.split()[0]}, {tools}, {os.cpu_count()} cores\n")
    print("| Lessons | What | CPU s | Peak MB | Site MB | Times plain Material | Times the size before |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    before: dict[str, Run] = {}
    searched: list[str] = []
    for lessons in sizes:
        with tempfile.TemporaryDirectory() as folder:
            ours = Path(folder) / "ours"
            plain = Path(folder) / "plain"
            runs = dict(measured(ours, plain, lessons))
            searched += [row(lessons, answer) for answer in answers(ours / "site", plain / "site")]
        for what, one in runs.items():
            ratio = one.cpu / runs["plain Material"].cpu
            growth = f"{one.cpu / before[what].cpu:.1f}" if what in before else ""
            print(
                f"| {lessons:,} | {what} | {one.cpu:.1f} | {one.memory:.0f} | {one.size:.1f} "
                f"| {ratio:.2f} | {growth} |",
                flush=True,
            )
        before = runs
    print(
        "\n| Lessons | Search | Processor | First answer, s | Typing waits, ms | Loads first, kB compressed |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    print("\n".join(searched))


def row(lessons: int, answer: Answer) -> str:
    """Return one answer of a search as a row of the table."""
    processor = f"{answer.slower} times slower" if answer.slower > 1 else "this machine"
    waits = f"{answer.blocked:.0f}" if answer.blocked else "under 50"
    return (
        f"| {lessons:,} | {answer.what} | {processor} | {answer.seconds:.2f} | {waits} "
        f"| {answer.kilobytes:.0f} |"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000])
