"""A whole site of hostile texts: every text of a small framework is made nasty, and the built pages still only show it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, get_args
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from builds import ROOT, built
from forks import make_fork
from hostile import HTML, INPUTS, JINJA, MARKUP, refused_page
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model import FILES, FOLDERS
from macros.model.conditions import Conditions
from macros.model.fields import Form, Prose
from macros.model.shape import mark_of

SETTING = '</title></head><script>alert(1)</script>" onload="x" {{ config }} {% raw %} {# x'
SECRET = "the-secret-of-the-machine"
SHORT = cycle(
    [
        "<script>alert(1)</script>",
        "{{ config }}",
        "</title></main><img src=x onerror=alert(1)>",
        "{% raw %}{# x",
        '" onclick="alert(1)',
        "&lt;i&gt; &amp;",
        "' & \" < >",
        "{{ environment.HOSTILE }}",
        "<!-- x",
        "[x](javascript:alert(1))",
        "--- template: x",
        "</script><base href=//example.org>",
        "${x} %s {0} {n}",
    ]
)
LONG = cycle(
    [
        "{{ env.HOSTILE }} {{ config.extra }}",
        *(text for text in MARKUP.values() if "\n" not in text),
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,x)",
        "<vbscript:x>",
        "![x](https://example.org/x.png)",
        "[x](https://example.org 'a\" onclick=\"b')",
        "`{{ config }} <script>`",
        JINJA,
        HTML,
    ]
)
BLOCKS = "\n\n".join(
    [text for text in MARKUP.values() if "\n" in text]
    + [
        "# Big",
        "    <script>alert(1)</script> {{ config }}",
        "```html onclick=x\n<script>\n```",
        "| <b> | {{ x }} |\n|---|---|\n| <script> | `|` |",
        "</div></article></main>",
        "> <iframe src=//example.org>",
    ]
)
LEAVE = {"language", "logo", "file", "email"}  # texts with a form of their own
NOT_SHOWN = {
    "content/site.yml",
    "content/languages/en-gb.yml",
    "content/languages/cy.yml",
    "content/framework.yml: title",
    "content/framework.yml: summary",
    "content/framework.yml: layers: summary",
    "content/framework.yml: routes: reader",
    "content/glossary.yml: title",
    "content/glossary.yml: summary",
    "content/questions.yml: title",
    "content/questions.yml: summary",
    "content/questions.yml: questions: line",  # shown with the answers in it
    "content/questions.yml: questions: rule_line",
}
HOSTS = re.compile(r"https?://(([a-z]+\.)?example\.org|creativecommons\.org)(/|$)")


@dataclass
class Typed:
    """What was typed: titles by the path of the record's page, and every other text."""

    titles: dict[str, str] = field(default_factory=dict)
    texts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Built:
    """The site that came of it."""

    folder: Path
    project: Path
    typed: Typed


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One build of a fork in which every text is nasty."""
    fork = make_fork(tmp_path_factory.mktemp("nasty") / "fork")
    typed = Typed()
    (fork / "docs/contribute/refused.md").write_text(refused_page(), encoding="utf-8")
    page = fork / "docs/about/index.md"
    settings = {"title": f"A {SETTING}", "description": f"B {SETTING}", "render_macros": True}
    page.write_text(f"---\n{yaml.safe_dump(settings, width=10_000)}---\n\n{page.read_text('utf-8')}", "utf-8")
    for cls in FILES:
        for file in sorted(
            (fork / "content").glob(f"{cls.folder}/*.yml" if cls.folder else f"{cls.kind}.yml")
        ):
            plain = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
            data = nastier(plain, cls, typed, file.relative_to(fork).as_posix())
            if "edition" in data:  # one of the editions, so by the same name
                typed.texts = [(where, text) for where, text in typed.texts if text != data["edition"]]
                data["edition"] = next(
                    edition["id"]
                    for edition in data["editions"]
                    if edition["id"].startswith(plain["edition"])
                )
            if cls in FOLDERS:
                typed.titles[f"{cls.folder}/{file.stem}/index.html"] = data["title"]
            file.write_text(
                yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8"
            )
    return Built(built(fork / "site", config=fork / "mkdocs.yml", HOSTILE=SECRET), fork, typed)


def nastier(data: dict[str, Any], cls: type[BaseModel], typed: Typed, where: str) -> dict[str, Any]:
    """`data` with something nasty at the end of every text."""
    fields = {info.alias or name: info for name, info in cls.model_fields.items()}
    return {
        name: _nastier(value, fields[name], typed, f"{where}: {name}") if name not in LEAVE else value
        for name, value in data.items()
    }


def _nastier(value: Any, info: FieldInfo, typed: Typed, where: str) -> Any:
    inner = next(
        (part for part in parts(info.annotation) if isinstance(part, type) and issubclass(part, BaseModel)),
        None,
    )
    if inner is Conditions:
        return value
    if isinstance(value, list):
        return [_nastier(item, info, typed, where) for item in value]
    if isinstance(value, dict):
        return nastier(value, inner, typed, where)
    if isinstance(mark_of(info), Prose):
        return f"{value}\n\n{BLOCKS}" if where.endswith(": body") else f"{value} {next(LONG)}"
    if longest(info) not in (120, 600):
        return value
    made = f"{value} {next(SHORT)}"
    if len(made) > longest(info):
        return value
    typed.texts.append((where, made))
    return made


@cache
def parts(annotation: Any) -> tuple[Any, ...]:
    """An annotation and everything inside it."""
    return (
        annotation,
        *getattr(annotation, "__metadata__", ()),
        *(part for inner in get_args(annotation) for part in parts_of(inner)),
    )


def parts_of(annotation: Any) -> tuple[Any, ...]:
    try:
        return parts(annotation)
    except TypeError:  # a list of arguments, which nobody can keep
        return ()


def longest(info: FieldInfo) -> int:
    """How long a text in this field may be, or 0 where a text has a form of its own."""
    marks = [*info.metadata, *parts(info.annotation)]
    if mark_of(info) is not None or any(isinstance(mark, Form) for mark in marks):
        return 0
    return min(
        (mark.max_length for mark in marks if isinstance(getattr(mark, "max_length", None), int)), default=0
    )


def parsed(folder: Path) -> dict[str, Element]:
    """Every page of a site as a browser reads it."""
    return {
        file.relative_to(folder).as_posix(): html5lib.parse(
            file.read_text("utf-8"), namespaceHTMLElements=False
        )
        for file in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def trees(nasty: Built) -> dict[str, Element]:
    """The pages of hostile texts."""
    return parsed(nasty.folder)


@pytest.fixture(scope="session")
def calm(welsh: Path) -> dict[str, Element]:
    """The same pages with texts as people write them."""
    return parsed(welsh)


def elements(trees: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    return (
        (path, element)
        for path, tree in trees.items()
        for element in tree.iter()
        if isinstance(element.tag, str)
    )


def words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def test_the_site_is_nasty_enough(nasty: Built):
    assert len(nasty.typed.texts) > 400
    assert len(nasty.typed.titles) > 20


def test_nothing_runs_on_any_page(trees: dict[str, Element]):
    guilty = []
    for path, element in elements(trees):
        guilty += [
            f"{path}: {element.tag} {name}"
            for name in element.attrib
            if name.startswith("on") or name in ("style", "srcdoc", "formaction")
        ]
        guilty += [
            f"{path}: {element.tag} {name}={value}"
            for name, value in element.attrib.items()
            if name in ("href", "src", "action", "data")
            and re.sub(r"[\x00-\x20]", "", value)
            .lower()
            .startswith(("javascript:", "vbscript:", "data:", "file:", "//"))
        ]
        if element.tag == "script" and (
            not re.fullmatch(r"(\.\./|\./|/)*assets/([a-z-]+/)*[a-z-]+\.js", element.get("src", ""))
            or words(element)
        ):
            guilty.append(f"{path}: script {element.attrib}")
        if element.tag in (
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "style",
            "plaintext",
            "marquee",
            "math",
            "foreignObject",
        ):
            guilty.append(f"{path}: {element.tag}")
    assert guilty == []


def test_nothing_that_steers_the_page_is_not_ours(trees: dict[str, Element]):
    for path, element in elements(trees):
        if element.tag == "base":
            assert path == "404.html"
        if element.tag == "meta":
            assert element.get("http-equiv") in (None, "Content-Security-Policy"), path
        if element.tag == "form":
            assert not element.get("action") or re.fullmatch(
                r"\./|/?(\.\./)*search/", element.get("action")
            ), (
                path,
                element.attrib,
            )
        if element.tag == "link":
            assert element.get("rel") in ("stylesheet", "icon", "canonical", "alternate"), (
                path,
                element.attrib,
            )


def test_nothing_is_asked_of_another_host(trees: dict[str, Element]):
    for path, element in elements(trees):
        for name in ("src", "srcset", "poster", "background", "data", "action"):
            assert "//" not in element.get(name, ""), (path, element.tag, element.attrib)
        if element.tag == "link" and element.get("rel") != "canonical":
            assert "//" not in element.get("href"), path
        if element.tag == "a" and "://" in element.get("href", ""):
            assert HOSTS.match(element.get("href")), (path, element.get("href"))


def test_every_page_keeps_its_landmarks_and_its_fields(trees: dict[str, Element], calm: dict[str, Element]):
    for path, tree in trees.items():
        assert [(tag, sum(1 for _ in tree.iter(tag))) for tag in ("main", "h1", "title", "body", "head")] == [
            ("main", 1),
            ("h1", 1),
            ("title", 1),
            ("body", 1),
            ("head", 1),
        ], path
    for path, tree in calm.items():
        for tag in ("main", "header", "footer", "nav", "aside", "form", "textarea", "template"):
            assert count_of(trees[path], tag) == count_of(tree, tag), (path, tag)


def count_of(tree: Element, tag: str) -> int:
    """How many parts of the page are of this kind. A text with headings of its own also gets a list of them."""
    return sum(1 for element in tree.iter(tag) if element.get("class") != "on-page")


def test_no_page_is_broken_html(nasty: Built, trees: dict[str, Element]):
    for path in trees:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse((nasty.folder / path).read_text("utf-8"))
        assert [error for _, error, _ in parser.errors] == [], path


def test_titles_are_shown_as_typed(nasty: Built, trees: dict[str, Element]):
    for path, title in nasty.typed.titles.items():
        typed = " ".join(title.split())
        assert words(trees[path].find(".//h1")) == typed
        assert words(trees[path].find("./head/title")).startswith(f"{typed} · ")


def test_what_a_page_says_of_itself_is_shown_as_typed(trees: dict[str, Element]):
    head = trees["about/index.html"].find("./head")
    assert head is not None
    assert words(head.find("./title")).startswith(f"A {SETTING} · ")
    descriptions = [meta.get("content") for meta in head.iter("meta") if meta.get("name") == "description"]
    assert descriptions == [f"B {SETTING}"]


def test_the_search_finds_titles_as_typed(nasty: Built):
    script = (nasty.folder / "assets/search-heads.js").read_text("utf-8")
    heads = json.loads(script.partition("heads=")[2].removesuffix(";\n"))
    entries = heads["entries"]
    found = dict(zip(entries["address"], entries["title"], strict=True))
    for path, title in nasty.typed.titles.items():
        shown = found[path.removesuffix("index.html")]
        assert " ".join(shown.split()) == " ".join(title.split())


def test_the_data_file_holds_what_was_typed(nasty: Built):
    data = json.loads((nasty.folder / "data/handbook.json").read_text("utf-8"))
    held = set(leaves(data))
    missing = [
        where
        for where, text in nasty.typed.texts
        if not where.startswith(
            (
                "content/site.yml",
                "content/languages/",
                "content/glossary.yml: title",
                "content/glossary.yml: summary",
            )
        )
        and text not in held
    ]
    assert missing == []
    assert {
        f"{record['address']}index.html": record["title"] for cls in FOLDERS for record in data[cls.folder]
    } == nasty.typed.titles


def test_every_text_of_a_record_is_on_some_page_as_typed(nasty: Built, trees: dict[str, Element]):
    shown = {words(tree.find("body")) for tree in trees.values()} | {
        " ".join(value.split()) for _, element in elements(trees) for value in element.attrib.values()
    }
    everything = "\n".join(shown)
    missing = [
        where
        for where, text in nasty.typed.texts
        if not {where, where.partition(":")[0]} & NOT_SHOWN and " ".join(text.split()) not in everything
    ]
    assert missing == [], "\n".join(missing)


def test_braces_survive_and_are_never_run(nasty: Built, trees: dict[str, Element]):
    everything = " ".join(words(tree) for tree in trees.values())
    for typed in (
        "{{ config }}",
        "{% raw %}{# x",
        "{{ environment.HOSTILE }}",
        "{{ env.HOSTILE }} {{ config.extra }}",
        "${x} %s {0} {n}",
    ):
        assert typed in everything


def test_nothing_of_the_machine_is_published(nasty: Built):
    for file in nasty.folder.rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            assert SECRET.encode() not in raw, file
            assert str(nasty.project).encode() not in raw, file
            assert str(ROOT).encode() not in raw, file


def test_the_page_of_what_is_refused_shows_each_message_as_it_is(trees: dict[str, Element]):
    page = trees["contribute/refused/index.html"].find(".//main")
    cells = {words(cell) for cell in page.iter("td")}
    for one in INPUTS.values():
        for said in one.says:
            if not re.search(r"(.)\1{60,}", said):
                assert any(" ".join(said.split()) in cell for cell in cells), said


def leaves(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from leaves(item)
    elif isinstance(data, str):
        yield data
