"""The worked example of another field: complete, honest, and without one word of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import ROOT
from forks import make_fork
from names import names_in
from pages import first, pages, select, text_of

from macros.checks.check import checked
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.model import FILES

HOME = ROOT / "tests/frameworks/pool"
OUR_WORDS = (
    "shared service",
    "shared services",
    "whitehall",
    "cabinet office",
    "payroll",
    "procurement",
    "human resources",
    "gov.uk",
)
# What is no word of ours here: tiles have joints.
ITS_OWN = {"joint"}


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with code and languages beside it, as a team would have it."""
    return make_fork(tmp_path_factory.mktemp("example"), "pool")


@pytest.fixture(scope="module")
def example(fork: Path) -> Handbook:
    return load(fork / "content").handbook


@pytest.fixture(scope="module")
def ours() -> Handbook:
    return load(ROOT / "content").handbook


def test_the_example_has_no_problem(fork: Path) -> None:
    assert checked(fork / "content", fork / "docs", fork / "overrides", date(2026, 11, 23)).problems == ()


def test_no_word_of_ours_stands_anywhere_in_its_site(pool: Path) -> None:
    files = [file for file in pool.rglob("*") if file.suffix in (".html", ".json", ".csv", ".xml")]
    found = {
        file.relative_to(pool).as_posix(): names_in(file.read_text("utf-8"), OUR_WORDS) - ITS_OWN
        for file in files
    }
    assert len(files) > 70
    assert {file: names for file, names in found.items() if names} == {}


def test_a_word_of_ours_in_its_site_would_be_found(pool: Path) -> None:
    page = (pool / "index.html").read_text("utf-8")
    assert names_in(page.replace("</h1>", " at the Cabinet Office</h1>")) - ITS_OWN == {"cabinet office"}


@pytest.mark.parametrize("kind", ["layer", "route", "stage", "side", "function", "phase", "workstream"])
def test_its_dimensions_have_other_names_and_most_have_other_numbers(
    example: Handbook, ours: Handbook, kind: str
) -> None:
    assert {r.title for r in example.all(kind)} & {r.title for r in ours.all(kind)} == set()
    assert kind == "route" or len(example.all(kind)) != len(ours.all(kind))


def test_it_uses_every_kind_of_record_and_every_kind_of_lesson(example: Handbook) -> None:
    # Questions about a project, filled documents and other frameworks may be left out.
    optional = {"question", "questions", "example", "crosswalk"}
    assert {kind for kind, records in example.records.items() if not records} <= optional
    assert {lesson.type for lesson in example.all("lesson")} == {"avoid", "repeat", "watch"}


def test_a_kind_of_record_has_another_name_on_its_pages(pool: Path) -> None:
    page = pages(pool)["migrations/index.html"]
    assert page.tree.find(".//h1").text_content() == "Reopenings"
    said = {
        path: re.sub(r"content/\S+", "", text_of(p.tree).casefold())
        for path, p in pages(pool).items()
        if not path.startswith("contribute/fields/")
    }
    assert [path for path, text in said.items() if "migration" in text] == []


def test_every_page_says_that_it_is_invented(pool: Path) -> None:
    every = {path: page for path, page in pages(pool).items() if page.tree.find(".//footer") is not None}
    assert len(every) > 60
    assert [
        path
        for path, page in every.items()
        if "An invented example." not in page.tree.find(".//footer").text_content()
    ] == []


def test_every_source_says_that_it_is_invented_and_every_address_is_nobodys(example: Handbook) -> None:
    assert [source.id for source in example.all("source") if "invented" not in source.title] == []
    text = " ".join(file.read_text("utf-8") for file in HOME.rglob("*.yml"))
    hosts = set(re.findall(r"https?://([\w.-]+)", text)) | set(re.findall(r"[\w.]+@([\w.-]+)", text))
    assert {host for host in hosts if not host.endswith("example.org")} == {"creativecommons.org"}


def test_the_reference_of_fields_shows_its_own_examples(pool: Path) -> None:
    text = "".join(page.text for path, page in pages(pool).items() if path.startswith("contribute/fields/"))
    assert "Thistlecombe" in text and "lifeguard" in text.casefold()


def test_the_timeline_of_a_pool_that_was_shut_for_weeks_has_months_on_its_scale(pool: Path) -> None:
    scale = select(pages(pool)["migrations/thistlecombe-2019/index.html"].tree, ".timeline__axis text")
    assert [tick.text_content() for tick in scale] == ["Jan 2019", "Apr 2019", "Jul 2019", "Oct 2019"]


def test_the_map_has_a_row_for_each_workstream_and_a_shape_for_each_side(pool: Path) -> None:
    framework = yaml.safe_load((HOME / "content/framework.yml").read_text("utf-8"))
    table = first(pages(pool)["navigate/index.html"].tree, ".map__table")
    assert len(select(table, "thead th")) == 1 + len(framework["phases"])
    assert len(select(table, "tbody th[scope=row]")) == len(framework["workstreams"])
    assert {name for body in table.iter("tbody") for name in body.classes} == {
        f"shape-{side['shape']}" for side in framework["sides"]
    }


# The page that shows how

PAGE = (ROOT / "docs/contribute/framework.md").read_text("utf-8")


def test_the_page_that_shows_how_names_every_file_of_content_and_the_example() -> None:
    files = [f"content/{cls.folder}/" if cls.folder else f"content/{cls.kind}.yml" for cls in FILES]
    assert [
        name for name in [*files, f"{HOME.relative_to(ROOT).as_posix()}/"] if f"`{name}`" not in PAGE
    ] == []


def test_the_labels_on_that_page_are_those_of_the_example() -> None:
    shown = yaml.safe_load(re.search(r"```yaml\n(labels:.*?)```", PAGE, re.S)[1])
    real = yaml.safe_load((HOME / "content/site.yml").read_text("utf-8"))
    assert dict(leaves(shown)).items() <= dict(leaves(real)).items()


def leaves(data: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a group of fields with its path."""
    for name, value in data.items():
        yield from leaves(value, f"{path}.{name}") if isinstance(value, dict) else [(f"{path}.{name}", value)]
