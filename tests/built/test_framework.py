"""Nothing about one framework stands in code or templates: a second framework, in another language, shows none of our words."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from builds import ROOT
from pages import pages, select

WORD = re.compile(r"[^\W\d_]{3,}(?:['\u2019][^\W\d_]+)*")
# Attributes that people hear or see.
SPOKEN = (
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "data-none",
    "data-one",
    "data-many",
    "data-more",
    "data-wait",
    "data-failed",
    "data-count",
    "label",
)

# What is read, and not typed into a machine.
READ = "//*[not(ancestor-or-self::*[self::script or self::style or self::code or self::pre])]"
TEXTS = f"{READ}/text()"


def words(text: str) -> set[str]:
    """The words of a text, case aside."""
    return {word.casefold() for word in WORD.findall(text)}


def values(data: object) -> str:
    """Every text of a YAML file, names of fields aside."""
    if isinstance(data, dict):
        return " ".join(map(values, data.values()))
    return " ".join(map(values, data)) if isinstance(data, list) else str(data)


def shown(site: Path) -> set[str]:
    """Every word that a page of the site shows or speaks, but for its examples of code."""
    found: set[str] = set()
    for page in pages(site).values():
        for said in (page.tree.xpath(TEXTS), *(page.tree.xpath(f"{READ}/@{name}") for name in SPOKEN)):
            found |= words(" ".join(said))
    return found


def test_a_second_framework_shows_no_word_that_does_not_come_from_its_own_files(welsh: Path) -> None:
    home = ROOT / "tests/frameworks/welsh"
    own = words(" ".join(f.read_text(encoding="utf-8") for f in home.rglob("*.md")))
    for file in (*home.rglob("*.yml"), ROOT / "content/languages/cy.yml"):
        own |= (
            words(values(yaml.safe_load(file.read_text(encoding="utf-8"))))
            | words(file.stem.replace("-", " "))
            | words(file.name)
        )
    folders = {
        "content",
        "yml",
        "overview",
        "phases",
        "workstreams",
        "roles",
        "activities",
        "lessons",
        "products",
        "migrations",
        "sources",
        "glossary",
        "site",
        "framework",
    }
    months = {
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    }
    months |= {
        "ion",
        "chwef",
        "maw",
        "ebr",
        "meh",
        "gorff",
        "hyd",
        "tach",
        "rhag",
    }  # on the scale of a timeline
    formats = {"docx", "odt", "ods", "xlsx"}
    assert sorted(shown(welsh) - own - folders - months - formats) == []


def test_the_language_of_the_page_is_the_language_of_the_content(welsh: Path) -> None:
    assert {page.tree.get("lang") for page in pages(welsh).values()} == {"cy"}


def test_the_menu_comes_from_the_framework(welsh: Path) -> None:
    framework = yaml.safe_load(
        (ROOT / "tests/frameworks/welsh/content/framework.yml").read_text(encoding="utf-8")
    )
    menu = select(pages(welsh)["index.html"].tree, "nav.top__nav a")
    assert [a.text_content() for a in menu] == [layer["title"] for layer in framework["layers"]]
