"""The bundle as it is handed on: made by the real command, the same twice, small, whole, and with every link alive."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from builds import ROOT, built, bundle
from forks import make_fork
from pages import first, inner_links, pages, resolve, select

MB = 1_000_000
KB = 1_000


# A space beside these is seen; beside any other element it is not.
INLINE = {
    "a",
    "abbr",
    "b",
    "button",
    "code",
    "em",
    "i",
    "input",
    "label",
    "s",
    "select",
    "span",
    "strong",
    "sub",
    "sup",
    "svg",
    "time",
}
SILENT = {"", "script", "style", "template"}
UNSEEN = ("method", "type", "content")


@pytest.fixture(scope="session")
def inside(bundle_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(bundle_zip, tmp_path_factory.mktemp("unpacked"))


def unpacked(bundle: Path, folder: Path) -> Path:
    with zipfile.ZipFile(bundle) as opened:
        opened.extractall(folder)
    return folder


def lessons(folder: Path) -> int:
    return len(json.loads((folder / "handbook/data/handbook.json").read_text("utf-8"))["lessons"])


def test_the_bundle_is_small(bundle_zip: Path, inside: Path) -> None:
    unpacked = sum(f.stat().st_size for f in inside.rglob("*") if f.is_file())
    n = lessons(inside)
    print(f"{n} lessons: {unpacked / MB:.2f} MB unpacked, {bundle_zip.stat().st_size / MB:.2f} MB as a zip.")
    # The templates of all products, plans and gates come whatever the lessons. In a copy their parts are not packed
    # one by one, so that the zip around them is smaller.
    assert unpacked <= 8 * MB + 40 * KB * n
    assert bundle_zip.stat().st_size <= 3.5 * MB + 10 * KB * n


def test_nothing_stands_in_it_twice_or_for_nobody(inside: Path) -> None:
    names = {f.relative_to(inside).as_posix() for f in inside.rglob("*") if f.is_file()}
    assert [
        name
        for name in names
        if name.endswith((".map", ".htaccess", "_headers", ".gz", "sitemap.xml", "/book.html"))
    ] == []
    assert [name for name in names if "/lunr/" in name or "javascripts/bundle." in name] == []
    assert [
        name
        for name in names
        if "/feeds/" in name or "/schema/" in name or name.endswith((".csv", ".nginx.conf"))
    ] == []
    assert {name for name in names if name.startswith("handbook/data/") and name.endswith(".json")} == {
        "handbook/data/handbook.json"
    }
    assert {"handbook/assets/search-heads.js", "handbook/assets/search-texts.js"} <= names
    assert {
        "handbook/assets/search/suggest.js",
        "handbook/assets/search/vendor/minisearch-LICENSE.txt",
    } <= names


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small project, which tests leave as it is, and its bundle."""
    fork = make_fork(tmp_path_factory.mktemp("small") / "fork")
    return fork, bundle(fork, SOURCE_DATE_EPOCH="1700000000")


def test_a_page_in_it_is_to_a_reader_the_page_of_the_site(small: tuple[Path, Path], tmp_path: Path) -> None:
    fork, copy = small
    flat = built(tmp_path / "flat", config=fork / "mkdocs.yml", OFFLINE="true")
    made = unpacked(copy, tmp_path / "bundle") / "handbook"
    paths = [file.relative_to(made).as_posix() for file in made.rglob("*.html")]
    assert len(paths) > 30
    assert [
        path
        for path in paths
        if seen((flat / path).read_text("utf-8")) != seen((made / path).read_text("utf-8"))
    ] == []


def seen(page: str) -> tuple[list[Any], list[str]]:
    """What a browser makes of a page: its elements with what they say of themselves, and its lines of text. Stylesheets are joined, and tested elsewhere."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    elements = [
        (name(tag), {key: folded(key, value) for key, value in tag.items() if key not in UNSEEN})
        for tag in tree.iter()
        if name(tag) and not (tag.tag == "link" and tag.get("rel") == "stylesheet")
    ]
    return elements, [line for text in "".join(texts(tree)).split("\n") if (line := " ".join(text.split()))]


def name(tag: Element) -> str:
    """What an element is called, without the address of its language. A comment has no name."""
    return tag.tag.rpartition("}")[2] if isinstance(tag.tag, str) else ""


def folded(key: str, value: str) -> str:
    """The value of an attribute. Where it is a list of words, white space between them is nothing."""
    return " ".join(value.split()) if key in ("class", "rel") else value


def texts(tag: Element) -> Iterator[str]:
    """The texts inside an element, and a new line wherever a space would not be seen."""
    edge = "" if name(tag) in INLINE else "\n"
    yield edge
    if name(tag) not in SILENT:
        yield re.sub(r"\s+", " ", tag.text or "")
        for child in tag:
            yield from texts(child)
            yield re.sub(r"\s+", " ", child.tail or "")
    yield edge


def test_the_manifest_holds_the_hash_of_every_other_file(inside: Path) -> None:
    said = json.loads((inside / "manifest.json").read_text("utf-8"))
    found = {
        f.relative_to(inside).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest()
        for f in inside.rglob("*")
        if f.is_file() and f.name != "manifest.json"
    }
    assert said["files"] == found
    assert said["edition"] and said["licence"]


def test_every_link_and_every_anchor_in_it_leads_somewhere(inside: Path) -> None:
    every = pages(inside)
    dead = []
    for page in every.values():
        for link in inner_links(page):
            file, anchor = resolve(inside, page, link)
            if not (inside / file).is_file() or (anchor and file in every and anchor not in every[file].ids):
                dead.append(f"{page.path}: {link}")
    assert dead == []
    assert len(every) > 100


def test_a_form_in_it_may_open_a_file_which_firefox_does_not_take_for_its_own(inside: Path) -> None:
    policies = {
        page.path: first(page.tree, "meta[http-equiv=Content-Security-Policy]").get("content")
        for page in pages(inside).values()
        if page.tree.find(".//form") is not None
    }
    assert len(policies) > 100
    assert [
        path for path, policy in policies.items() if "form-action 'self' mailto: file:" not in policy
    ] == []


def test_no_address_in_it_is_absolute(inside: Path) -> None:
    guilty = [
        f"{page.path}: {link}"
        for page in pages(inside).values()
        for link in inner_links(page)
        if link.startswith("/")
    ]
    guilty += [page.path for page in pages(inside).values() if select(page.tree, "base, link[rel=canonical]")]
    assert guilty == []


def test_the_about_page_inside_says_which_edition_it_is_and_how_to_get_the_next(inside: Path) -> None:
    edition = json.loads((inside / "manifest.json").read_text("utf-8"))["edition"]
    for path in ("handbook/about/index.html", "START-HERE.html"):
        assert f"This is edition {edition}." in pages(inside)[path].text
        assert "newest edition" in pages(inside)[path].text


def test_the_same_content_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    made = [
        made_in(tmp_path / name, **how)
        for name, how in (
            ("here", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "umask": 0o022}),
            (
                "a much longer way from here",
                {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C", "umask": 0o077},
            ),
        )
    ]
    assert made[0].name == made[1].name
    assert made[0].read_bytes() == made[1].read_bytes()


def made_in(folder: Path, umask: int, **environment: str) -> Path:
    """The bundle of the small framework, made in `folder`; with faketime on the machine, in another year."""
    fork = make_fork(folder)
    clock = ["faketime", "2031-02-03 04:05:06"] if umask == 0o077 and shutil.which("faketime") else []
    done = subprocess.run(
        [*clock, sys.executable, "-m", "macros", "bundle"],
        cwd=fork,
        capture_output=True,
        text=True,
        check=False,
        umask=umask,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next((fork / "dist").iterdir())


def test_the_date_inside_is_the_one_that_is_given(small: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(small[1]) as made:
        assert {entry.date_time for entry in made.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_a_bundle_that_cannot_be_made_leaves_the_old_one_and_says_why(small: tuple[Path, Path]) -> None:
    fork, old = small
    before = old.read_bytes()
    lesson = next((fork / "content/lessons").glob("*.yml"))
    text = lesson.read_bytes()
    lesson.write_text("title: broken\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "macros", "bundle"],
        cwd=fork,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    lesson.write_bytes(text)
    assert done.returncode == 1
    assert (
        "nothing was made" in done.stderr
        and "content/lessons/" in done.stderr
        and "Traceback" not in done.stderr
    )
    assert [f.name for f in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == before


def test_when_the_software_crashes_one_sentence_says_so_and_a_file_holds_the_rest(tmp_path: Path) -> None:
    fork = make_fork(tmp_path / "fork")
    hooks = fork / "macros/generator/hooks.py"
    hooks.write_text(
        hooks.read_text("utf-8")
        + "\n\ndef on_env(env: Any, config: MkDocsConfig, files: Files) -> None:\n    raise KeyError('boom')\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "macros", "bundle"],
        cwd=fork,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 1
    assert (
        done.stderr.count("\n") == 1
        and "nothing was made: a part of the software stopped with “KeyError: 'boom'”." in done.stderr
    )
    (log,) = tmp_path.glob("*.log")
    assert str(log) in done.stderr and "Traceback" in log.read_text("utf-8")
    assert not (fork / "dist").exists()


def test_a_stop_half_way_leaves_the_old_one(small: tuple[Path, Path]) -> None:
    fork, old = small
    before = old.read_bytes()
    page = fork / "docs/index.md"
    text = page.read_bytes()
    page.write_text("# Something else\n", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "macros", "bundle"], cwd=fork, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert any(line.startswith("2 of 3") for line in running.stdout)
        running.kill()
    page.write_bytes(text)
    assert old.read_bytes() == before


@pytest.mark.parametrize("command", ["bundle", "pdf"])
def test_outside_a_project_one_sentence_says_what_to_do(tmp_path: Path, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "macros", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 1
    assert (
        done.stderr.strip()
        == "There is no file “mkdocs.yml” here. Run the command in the project's folder, or name the file with --config."
    )


@pytest.fixture(scope="session")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fork = make_fork(tmp_path_factory.mktemp("single") / "fork")
    made = bundle(fork, "--single")
    folder = tmp_path_factory.mktemp("one")
    shutil.copy(made, folder / "one.html")
    return folder


def test_one_file_holds_every_page_with_links_that_work_inside_it(single: Path) -> None:
    (page,) = pages(single).values()
    records = len(list((ROOT / "tests/frameworks/welsh/content").glob("*/*.yml")))
    assert len(page.tree.findall(".//article")) >= records
    links = page.tree.xpath("//a/@href")
    anchors = [href for href in links if href.startswith("#")]
    assert len(anchors) > records
    assert [href for href in anchors if href[1:] not in page.ids] == []
    assert [href for href in links if not re.match(r"#|https?:|mailto:", href)] == []


def test_one_file_names_each_anchor_once_and_skips_no_heading(single: Path) -> None:
    (page,) = pages(single).values()
    every = page.tree.xpath("//@id")
    assert len(every) == len(set(every))
    levels = [int(h.tag[1]) for h in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_one_file_loads_nothing_and_its_policy_lets_its_own_styles_and_scripts_in(single: Path) -> None:
    (page,) = pages(single).values()
    assert select(page.tree, "link, img, iframe, [src]") == []
    policy = first(page.tree, "meta[http-equiv]").get("content")
    assert policy.count("'sha256-") == len(select(page.tree, "style, script")) > 5
    assert "unsafe" not in policy
