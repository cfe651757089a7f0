"""No record is written in the words of another, and no word is there for show."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

import pytest

from macros.loading.handbook import Handbook
from macros.model import FOLDERS
from macros.model.references import prose
from macros.pages.prose import blocks

pytestmark = pytest.mark.ours
RUN = 12
# One fact of one source is told in one way wherever it is cited. What a source leaves open, it leaves open for many activities,
# and where to ask for a document is the same for every document of its kind.
MAY_REPEAT = {"evidence", "seen_again", "used", "what_happened", "contact"}
BANNED = {
    "leverage": r"\bleverag",
    "robust": r"\brobust",
    "holistic": r"\bholistic",
    "utilise": r"\butili[sz]",
    "in order to": r"\bin\s+order\s+to\b",
    "going forward": r"\bgoing\s+forward\b",
    "em dash": "—",
    "exclamation mark": "!",
}


def runs(handbook: Handbook, kind: str) -> dict[tuple[str, ...], set[str]]:
    """Every run of twelve words in the prose of the records of `kind`, with the ids of those that hold it."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for record in handbook.all(kind):
        for block in (
            block for path, text in prose(record) if not MAY_REPEAT & set(path) for block in blocks(text)
        ):
            words = re.findall(r"\w+", block.lower())
            for start in range(len(words) - RUN + 1):
                found[tuple(words[start : start + RUN])].add(record.id)
    return found


@pytest.mark.parametrize("kind", [cls.kind for cls in FOLDERS])
def test_no_two_records_share_twelve_words_in_a_row(handbook: Handbook, kind: str):
    shared = {
        pair: " ".join(run)
        for run, ids in runs(handbook, kind).items()
        for pair in combinations(sorted(ids), 2)
    }
    assert not shared, "\n".join(f"{one} and {other}: …{words}" for (one, other), words in shared.items())


@pytest.mark.parametrize("word", BANNED)
def test_no_text_holds_a_banned_word(said: list[tuple[str, str]], word: str):
    pattern = re.compile(BANNED[word], re.IGNORECASE)
    found = [f"{place}: {text}" for place, text in said if pattern.search(text)]
    assert not found, "\n".join(found)
