"""The names that belong to the framework of this project and to no other: what its records are called, and their ids.

Code, templates and language files serve every framework, so none of these may stand there, nor in the site of another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from builds import ROOT

from macros.loading.loader import load

KINDS = (
    "phase",
    "workstream",
    "activity",
    "lesson",
    "product",
    "migration",
    "role",
    "source",
    "overview",
    "layer",
    "route",
    "stage",
    "side",
    "function",
    "term",
)
MORE = ("abbreviation", "organisation", "provider", "publisher", "system")
# Ordinary words, and what the fields and kinds of the model are called, whatever the framework.
COMMON = {
    "it",
    "who",
    "wcag",
    "accessibility statement",
    "accessibility-statement",
    "cc0",
    "background",
    "baseline",
    "transition",
    "environment",
    "freeze",
    "configuration",
    "interface",
    "hr",
    "go-live",
    "gate",
    "planning",
    "products",
    "provider",
    "workstream",
    "not named",
    "navigation tool",
    "what happened",
    "not known",
    "various",
}


@cache
def our_names() -> frozenset[str]:
    """Every title, id, abbreviation and organisation of our content, case aside, but for words that are common."""
    handbook = load(ROOT / "content").handbook
    texts = [
        str(getattr(record, field, None) or "")
        for kind in KINDS
        for record in handbook.all(kind)
        for field in ("title", "id", *MORE)
    ]
    return frozenset(text.casefold() for text in texts if text) - COMMON


def names_in(text: str, more: Iterable[str] = ()) -> set[str]:
    """Those of our names, and of `more`, that stand in `text` as whole words."""
    text = " ".join(text.casefold().replace("&amp;", "&").split())
    words = set(re.findall(r"[\w-]+", text)) | set(re.findall(r"\w+", text))
    names = our_names() | set(more)
    return {name for name in names if parts(name) <= words and stands_in(name, text, words)}


def stands_in(name: str, text: str, words: set[str]) -> bool:
    """Whether a name stands in `text`, whose words are `words`, as it is and with nothing joined to it."""
    if re.fullmatch(r"[\w-]+", name):
        return name in words
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


@cache
def parts(name: str) -> frozenset[str]:
    """The words of a name, all of which stand wherever it stands."""
    return frozenset(re.findall(r"\w+", name))
