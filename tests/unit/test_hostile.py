"""Whatever somebody does to a file, it is refused in plain words with its place, or shown so that it can do no harm."""

from __future__ import annotations

import html
import os
import re
import time
from functools import cache
from html.parser import HTMLParser
from types import CodeType
from typing import ClassVar

import html5lib
import pytest
import yaml
from hostile import INPUTS, PAGE, SECTIONS, Input, refused_page
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from world import World

from macros.checks.report import FORMATS
from macros.loading.problem import Problem
from macros.pages.page import Page
from macros.pages.prose import TAGS
from macros.publishing.build import Build
from macros.publishing.page_macros import Macros

PATIENCE = 20  # seconds of work, not of waiting: an input that is refused too late would take minutes, and each needs less than one
REFUSED = [one for one in INPUTS.values() if one.says]
HARMLESS = [one for one in INPUTS.values() if not one.says]
LANDMARKS = ("article", "aside", "footer", "form", "header", "main", "nav", "h1")
HEAD = re.compile(r"---\n(.*?)---\n\n\{\{ \w+\((\"[a-z]+\", )?(\"[a-z0-9-]+\")?\) \}\}\n", re.DOTALL)


def names(inputs: list[Input]) -> list[str]:
    return [one.name for one in inputs]


@pytest.mark.parametrize("one", REFUSED, ids=names(REFUSED))
def test_is_refused_in_these_words(world: World, one: Input):
    one.did(world)
    started = time.process_time()
    said = world.check()
    assert time.process_time() - started < PATIENCE
    assert said == list(one.says)
    assert [wrong for problem in world.last.problems for wrong in faults(world, problem)] == []
    assert_printable(world)


@pytest.mark.slow  # each makes every page
@pytest.mark.parametrize("one", HARMLESS, ids=names(HARMLESS))
def test_does_no_harm(world: World, calm: dict[str, Shape], one: Input):
    one.did(world)
    started = time.process_time()
    assert world.check() == []
    assert time.process_time() - started < PATIENCE
    build = world.build()
    made = finished(build)
    assert folded(one.shows) in folded(Shape(made[one.page]).text)
    for source, page in made.items():
        if page != calm[source].html:
            assert_safe(source, Shape(page), calm[source])
    for page in build.pages.values():
        assert_inert(page)


def test_there_are_enough_of_them_and_each_has_a_name_of_its_own():
    assert len(INPUTS) == sum(map(len, SECTIONS.values())) >= 90


def test_what_is_refused_says_what_to_do():
    assert [one.name for one in REFUSED if not one.to_do.endswith(".")] == []


def test_the_page_of_what_is_refused_is_current():
    assert PAGE.read_text("utf-8") == refused_page(), (
        "Run: python tests/unit/hostile.py > docs/contribute/refused.md"
    )


# What every problem must be


def faults(world: World, problem: Problem) -> list[str]:
    """What is wrong with how a problem is said: its file, its line, its words."""
    found = []
    file = world.folder / problem.place.path
    if "\ufffd" not in problem.place.path and not os.path.lexists(file) and problem.code != "unreadable":
        found.append(f"there is no file {file}")
    lines = (
        file.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        if file.is_file()
        else 1
    )
    if not (1 <= problem.place.line <= lines and problem.place.column >= 1):
        found.append(f"{problem.place} is outside of the file")
    if not str(problem).isprintable():
        found.append(f"{problem!r} has more than one line")
    if not str(problem).endswith((".", "?")):
        found.append(f"{problem} ends without a full stop")
    return found


def assert_printable(world: World) -> None:
    """Every form of the report can be written to a terminal, and holds nothing that acts there."""
    for form in FORMATS.values():
        assert set(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", form(world.last).encode().decode())) <= {"\t"}


# What every page must be


class Shape(HTMLParser):
    """A piece of a page as it is built: its elements with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.html = page
        self.elements = []
        self.words = []
        self.feed(page)
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parseFragment(page)
        self.errors = {code for _, code, _ in parser.errors}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


def assert_safe(source: str, page: Shape, calm: Shape) -> None:
    """The page has the elements and landmarks that it has with a plain text, and what prose may hold."""
    # A long title takes more than one line in a picture, and each line is an element.
    allowed = {name for name, _ in calm.elements} | TAGS | {"tspan"}
    assert {name for name, _ in page.elements} <= allowed, source
    assert page.errors <= calm.errors, source
    assert {tag: page.count(tag) for tag in LANDMARKS} == {tag: calm.count(tag) for tag in LANDMARKS}, source
    assert page.count("script") == calm.count("script"), source
    for name, attributes in page.elements:
        assert not [key for key in attributes if key.startswith("on") or key in ("style", "srcdoc")], (
            source,
            name,
            attributes,
        )
        for key in ("href", "src", "action", "data"):
            assert (
                not (attributes.get(key) or "")
                .strip()
                .lower()
                .startswith(("javascript:", "vbscript:", "data:", "file:", "//"))
            ), (source, attributes)


def assert_inert(page: Page) -> None:
    """The page as MkDocs reads it: front matter in which nothing can act, and one call of a macro."""
    found = HEAD.fullmatch(page.markdown)
    assert found, page.markdown
    meta = yaml.load(found[1], yaml.CSafeLoader)
    assert set(meta) <= {"title", "description", "render_macros", "moved_to"}
    assert not re.search(r"[{}<>\"]", meta["title"] + meta["description"])
    assert html.unescape(meta["title"]) == page.title


class Compiled(BytecodeCache):
    """Templates compiled once for all the worlds of this module."""

    kept: ClassVar[dict[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key + bucket.checksum] = bucket.code


def finished(build: Build) -> dict[str, str]:
    """Every generated page of a build as HTML, by its path under docs/."""
    here = [""]
    build.renderer.env.bytecode_cache = Compiled()
    macros = Macros(build.renderer, lambda: here[0]).table()
    made = {}
    for source, page in build.pages.items():
        here[0] = source
        made[source] = str(macros[page.macro](*page.arguments))
    return made


@pytest.fixture(scope="session")
def calm(the_world: World) -> dict[str, Shape]:
    """The pages before anybody did anything."""
    return {source: Shape(page) for source, page in finished(the_world.build()).items()}


@cache
def folded(text: str) -> str:
    return " ".join(text.split())
