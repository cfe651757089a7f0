"""Search texts: the words of a record or of a hand-written page, without ids, dates and marks."""

from __future__ import annotations

import re

from macros.model import Record
from macros.model.partial_date import FORM
from macros.model.references import texts
from macros.model.validators import ID
from macros.pages.prose import plain

# Ids, those with their kind or their step, dates and addresses.
_NO_WORDS = re.compile(rf"{ID}([/#]{ID})?|{FORM.pattern}|https?://\S+")
_MARKED = re.compile(r"[*_`\[\]#>|\\&<]|\n\s*(?:[-+]|\d+[.)])\s|^(?:[-+]|\d+[.)])\s")


def record_text(record: Record) -> str:
    """Join the words of the record beyond its title and summary, without ids, dates and addresses."""
    texts_of_record = (
        text
        for path, text in texts(record)
        if path[0] not in ("id", "title", "summary", "also", "abbreviation") and not _NO_WORDS.fullmatch(text)
    )
    return " ".join(dict.fromkeys(map(_words, texts_of_record)))


def _words(text: str) -> str:
    return plain(text) if _MARKED.search(text) else " ".join(text.split())


def page_text(text: str) -> str:
    """Take the words of a hand-written page, without its front matter, its heading and its macros."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return plain(re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}|<[^>]+>|^# .*$", " ", body, flags=re.MULTILINE))
