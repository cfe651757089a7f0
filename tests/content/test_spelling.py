"""Every word is spelt as in Britain, or stands in words.txt because it is a name or a term."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from builds import OWN as TEAM
from builds import ROOT

from macros.loading.handbook import Handbook
from macros.loading.overlay import WORDS

NAMES = (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
OWN = TEAM / WORDS  # of a team that follows this handbook
NO_NPM = "npm is not on this machine. Install Node 18 or newer (on Debian: apt-get install npm) to test the spelling."
LIST = (
    f"a line to {OWN.relative_to(ROOT)}"
    if TEAM.is_dir()
    else "it to tests/content/words.txt, in its place by the alphabet"
)
MEND = f"Mend the spelling. If it is a name or a term, add {LIST}."
pytestmark = [pytest.mark.node, pytest.mark.skipif(not shutil.which("npm"), reason=NO_NPM)]

# British too, but in another meaning: to license, a gas meter, and a computer program, which is software here.
AMERICAN = {"program", "programs", "license", "licenses", "meter", "meters"}
NO_WORD = re.compile(r"\S+://\S+|\S*@\S+|[\w/-]+(?:\.[\w/-]+)+|\S*\d\S*|\S*_\S*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Right = Callable[[str], bool]


@pytest.fixture(scope="session")
def right(british: Any) -> Right:
    """Whether the dictionary knows a word, as British."""
    return cache(lambda word: word.lower() not in AMERICAN and british.lookup(word))


@pytest.fixture(scope="session")
def used(said: list[tuple[str, str]]) -> dict[str, str]:
    """Every word of the handbook, parted at hyphens and without its possessive, with the first place where it stands."""
    found: dict[str, str] = {}
    for place, text in said:
        for word in WORD.findall(NO_WORD.sub(" ", text)):
            found.setdefault(word.replace("’", "'").removesuffix("'s"), place)
    return found


def forms(name: str) -> set[str]:
    """A term may begin a sentence; a name is written in one way."""
    return {name, name.capitalize()} if name.islower() else {name}


def own() -> list[str]:
    """The names and terms of a team that follows this handbook, one a line."""
    return [name.strip() for name in OWN.read_text("utf-8-sig").splitlines()] if OWN.is_file() else []


def test_every_word_is_spelt_as_in_britain(handbook: Handbook, used: dict[str, str], right: Right):
    if not handbook.site.language.casefold().startswith("en"):
        pytest.skip(f"The dictionary is British, and this handbook is in “{handbook.site.language}”.")
    allowed = {form for name in (*NAMES, *own()) for form in forms(name)}
    wrong = [f"{place}: {word}" for word, place in used.items() if not right(word) and word not in allowed]
    assert not wrong, "\n".join([*wrong, MEND])


@pytest.mark.ours
def test_every_name_in_the_list_is_used(used: dict[str, str]):
    assert [name for name in NAMES if not forms(name) & set(used)] == []


def test_no_name_in_the_list_stands_in_the_dictionary(right: Right):
    assert [name for name in NAMES if right(name)] == []


def test_the_list_of_names_is_sorted_and_holds_each_name_once():
    assert sorted(set(NAMES), key=lambda name: (name.casefold(), name)) == NAMES


@pytest.mark.parametrize("word", ["organization", "center", "labor", "program", "analyze", "recieve"])
def test_american_and_wrong_spelling_is_found(right: Right, word: str):
    assert not right(word) and word not in NAMES
