"""Phrases that nobody would say aloud, each with a better one, and the rooms that must be free of them.

To ban a phrase, add a line to BANNED. To hold another room to the list, add it to CLEAN.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from wording import CODE, LEFT_OUT, plain_pages

from macros.loading.handbook import Handbook
from macros.model.references import references, texts
from macros.pages.prose import blocks

ROOT = Path(__file__).parents[2]
LANGUAGE = ROOT / "content/languages/en-gb.yml"
SPREADSHEET = "docs/contribute/spreadsheet.md"
CHANGES = "CHANGELOG.md"
SHEET_WORDS = "sheets"  # what other people write in their logs
OF_OTHERS = {"source": {"title", "publisher", "reference", "reported_by", "url", "also_read"}}
Texts = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Phrase:
    """A banned phrase: its pattern, a sentence that contains it, and the same sentence as people say it."""

    pattern: str
    now: str
    better: str


BANNED = [
    Phrase(
        r"\bstands\b|\bstood\b|\bstand (in|at|on|under|above|below|beside|there|for)\b",
        "The name stands at the top.",
        "The name is at the top.",
    ),
    Phrase(r"\bmend(s|ed|ing)?\b", "Mend the path.", "Correct the path."),
    Phrase(r"\bby (itself|themselves)\b", "It starts by itself.", "It starts automatically."),
    Phrase(r"\bthose (that|which|of)\b", "Delete those that fail.", "Delete the ones you do not need."),
    Phrase(
        r"\b(of|from|than) (ours|yours)\b", "Copy a record of ours.", "Copy one of the original's records."
    ),
    Phrase(r"\bframework of (19|20)\d\d\b", "the framework of 2009", "the 2009 framework"),
    Phrase(r"\bwhoever\b", "Whoever publishes it decides.", "The publisher decides."),
    Phrase(r"\bbe it\b", "A record, be it broken, is listed.", "Every record is listed, even a broken one."),
    Phrase(
        r"\bone (\w+ )?an? (row|line|cell|record|field|file|page|language|entry)\b",
        "One lesson a row.",
        "One lesson in each row.",
    ),
    Phrase(r"\brests? on\b", "What this page rests on", "Sources for this page"),
    Phrase(r"\bin another way\b", "What you would do in another way", "What you would do differently"),
    Phrase(r"\bcopy none\b", "Use your own words, and copy none.", "Use your own words. Do not copy text."),
    Phrase(
        r"\b(of|and) no (person|people)\b",
        "Name the organisation, and no person.",
        "Name the organisation, not people.",
    ),
    Phrase(r"\bat (its|the) foot\b", "The source is at its foot.", "The source is at the bottom."),
    Phrase(r"\bhand it in\b", "Hand it in.", "Send it."),
    Phrase(r"\bsurely\b", "surely under way", "dates known"),
    Phrase(r"\bleads? on(?= to\b|[^\w\s]|$)", "The old address leads on.", "The old address still works."),
    Phrase(r"\bend in itself\b", "an end in itself", "a final product"),
    Phrase(r"\bwaits? for itself\b", "No activity waits for itself.", "There are no circular dependencies."),
    Phrase(r"\bthe same as a table\b", "The same as a table", "Timeline as a table"),
    Phrase(r"\bwhere it counts\b", "Where it counts", "Use this lesson in"),
    Phrase(r"\bwhat goes in and what comes out\b", "What goes in and what comes out", "Inputs and outputs"),
    Phrase(r"\b(is|are) said of\b", "All that is said of the framework.", "Everything about the framework."),
    Phrase(r"\bnone any more\b", "There is none any more.", "It no longer exists."),
    Phrase(r"[,;] (and )?else\b", "Keep one, else rename it.", "Keep one. Otherwise rename it."),
    Phrase(r"\bfor who(m)? (waits|wants|likes)\b", "for who waits", "for people who wait"),
    Phrase(r"\bspared its\b", "It is spared its lessons.", "It does not get the lessons."),
]


def docs(_: Handbook) -> Texts:
    """Yield the pages of docs/, except the one on spreadsheets."""
    for place, text in plain_pages():
        if place.startswith("docs/") and place != SPREADSHEET:
            yield place, text


def spreadsheet(_: Handbook) -> Texts:
    """Yield the page on spreadsheets."""
    yield from ((place, text) for place, text in plain_pages() if place == SPREADSHEET)


def project(_: Handbook) -> Texts:
    """Yield the pages at the root of the project, except the list of changes."""
    for place, text in plain_pages():
        if "/" not in place and place != CHANGES:
            yield place, text


def changelog(_: Handbook) -> Texts:
    """Yield the newest section of the list of changes."""
    newest = (ROOT / CHANGES).read_text("utf-8").split("\n## ")[1]
    yield from ((CHANGES, block) for block in blocks(CODE.sub(" ", newest)))


def labels(_: Handbook) -> Texts:
    """Yield every word of the interface in British English."""
    words = yaml.safe_load(LANGUAGE.read_text("utf-8"))["labels"]
    for name, value in words.items():
        if name != SHEET_WORDS:
            yield from ((f"{LANGUAGE.name}: {name}", text) for text in leaves(value))


def code(_: Handbook) -> Texts:
    """Yield the docstrings, messages and explanations in the code: each text of at least three words."""
    for file in sorted((ROOT / "macros").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") > 1:
                yield f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", node.value


def records(handbook: Handbook) -> Texts:
    """Yield every text of the records that people read, except names and addresses that belong to others."""
    for record in handbook:
        if record.kind == "language":
            continue
        ids = {reference.path for reference in references(record)}
        for path, text in texts(record):
            left_out = path in ids or (LEFT_OUT | {SHEET_WORDS}) & set(path)
            if not left_out and path[0] not in OF_OTHERS.get(record.kind, ()):
                yield str(handbook.place(record, path)), text


def leaves(value: object) -> Iterator[str]:
    """Yield every text inside a value of a YAML file."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield str(value)


def stilted(room: Callable[[Handbook], Texts], handbook: Handbook) -> list[str]:
    """List every place of a room that says what nobody would say, with an example of a better wording."""
    return [
        f"{place}: “{match[0]}”. Say it as in “{phrase.better}”."
        for place, text in room(handbook)
        for phrase in BANNED
        if (match := re.search(phrase.pattern, text, re.IGNORECASE))
    ]


CLEAN = [docs, spreadsheet, project, changelog, labels, code, records]
