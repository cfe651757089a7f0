"""Every word is spelt as in Britain, or stands in words.txt because it is a name or a term.

Names as their owners publish them are left alone: the title, publisher and number of a source, and what other
frameworks call their activities.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.handbook import Handbook
from macros.prose import blocks
from macros.references import references, texts

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAMES = (HERE / "words.txt").read_text("utf-8").splitlines()
NO_NPM = "npm is not on this machine. Install Node 18 or newer (on Debian: apt-get install npm) to test the spelling."
pytestmark = [pytest.mark.node, pytest.mark.skipif(not shutil.which("npm"), reason=NO_NPM)]

PUBLISHED = {"source": {"title", "publisher", "reference", "reported_by"}, "activity": {"counterparts"}}
NOT_WORDS = {"id", "formerly", "language"}
# British too, but in another meaning: a computer program, to license, a gas meter.
AMERICAN = {"program", "programs", "license", "licenses", "meter", "meters"}
CODE = re.compile(r"`[^`]*`|\{\{.*?\}\}|\A---\n.*?\n---\n", re.S)
ADDRESS = re.compile(r"\S+://\S+|\S*@\S+|[\w/-]+(?:\.[\w/-]+)+|\S*\d\S*|\S*_\S*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Right = Callable[[str], bool]


@pytest.fixture(scope="session")
def right(british: Any) -> Right:
    """Whether the dictionary knows a word, as British."""
    return cache(lambda word: word.lower() not in AMERICAN and british.lookup(word))


@pytest.fixture(scope="session")
def used(handbook: Handbook) -> dict[str, str]:
    """Every word of the handbook, without hyphens and possessives, with the first place where it stands."""
    found: dict[str, str] = {}
    for place, text in (*_records(handbook), *_pages()):
        for block in blocks(CODE.sub(" ", text)):
            for word in WORD.findall(ADDRESS.sub(" ", block)):
                found.setdefault(word.replace("’", "'").removesuffix("'s"), place)
    return found


def test_every_word_is_spelt_as_in_britain(used: dict[str, str], right: Right):
    assert [f"{place}: {word}" for word, place in used.items() if not right(word) and word not in NAMES] == []


def test_every_name_in_the_list_is_used(used: dict[str, str]):
    assert [name for name in NAMES if name not in used] == []


def test_no_name_in_the_list_stands_in_the_dictionary(right: Right):
    assert [name for name in NAMES if right(name)] == []


def test_the_list_of_names_is_sorted_and_holds_each_name_once():
    assert NAMES == sorted(set(NAMES), key=lambda name: (name.casefold(), name))


@pytest.mark.parametrize("word", ["organization", "center", "labor", "program", "analyze", "recieve"])
def test_american_and_wrong_spelling_is_found(right: Right, word: str):
    assert not right(word) and word not in NAMES


def _records(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for record in handbook:
        names = {reference.path for reference in references(record)}
        for path, text in texts(record):
            if path not in names and not NOT_WORDS & set(path) and path[0] not in PUBLISHED.get(record.kind, ()):
                yield str(handbook.place(record, path)), text


def _pages() -> Iterator[tuple[str, str]]:
    for page in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]):
        yield page.relative_to(ROOT).as_posix(), page.read_text("utf-8")
