"""The words of the interface: one file a language under `content/languages/`, laid over each other.

The words of one language lie at the bottom, so that a language in which a new word is not translated yet shows that
word instead of failing. On them lie the words of the language of the site, and on those what `site.yml` says itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import reduce
from typing import Any

from pydantic import ValidationError

from macros.loading.document import Document, laid_over
from macros.loading.explain import explain, is_one_value, name_of
from macros.loading.problem import Problem
from macros.model import Language, Site
from macros.model.fields import FieldPath, is_language

# Whoever adds a word to a template adds it in this language, so that this one is complete.
COMPLETE = "en-gb"
LISTED = 10


class Languages:
    """The languages of a handbook by their codes in lower case. `broken` are those whose file could not be read."""

    def __init__(self, documents: Mapping[str, Document], broken: Collection[str]) -> None:
        self._documents, self._broken = documents, broken

    def under(self, site: Document) -> Document | None:
        """What `site.yml` says over the words of its language; None when there are no words, which is then said elsewhere."""
        code = self._code(site)
        found = [
            self._documents[c].only("labels") for c in dict.fromkeys((COMPLETE, code)) if c in self._documents
        ]
        return None if code in self._broken or not found else _laid(reduce(_laid, found), site)

    def unknown(self, site: Document) -> Iterator[Problem]:
        """A problem when there is no file for the language of the site."""
        language = site.data.get("language")
        if isinstance(language, str) and is_language(language) and self._code(site) is None:
            yield Problem(
                site.place(("language",)),
                "language",
                f"there are no words for the language “{language}”.",
                "no-language",
                f"Copy languages/{COMPLETE}.yml to languages/{language.lower()}.yml and translate it. "
                f"There are: {', '.join(sorted(self._documents))}.",
            )

    def _code(self, site: Document) -> str | None:
        """The file for the language of the site: that of its whole code, else that of its first part (`cy` for `cy-GB`)."""
        language = str(site.data.get("language")).lower()
        return next(
            (
                code
                for code in (language, language.partition("-")[0])
                if code in {*self._documents, *self._broken}
            ),
            None,
        )

    def problems(self) -> Iterator[Problem]:
        """What is wrong in each language, and a warning where words are not translated yet."""
        for code, document in self._documents.items():
            words = _laid(self._documents.get(COMPLETE, document).only("labels"), document)
            try:
                Language.model_validate({**words.data, "id": code})
            except ValidationError as error:
                yield from explain(error, Language, words)
            yield from self._not_translated(document)

    def _not_translated(self, document: Document) -> Iterator[Problem]:
        complete = self._documents.get(COMPLETE, document)
        if missing := [name_of(path[1:]) for path in _missing(complete.data, document.data)]:
            more = f"; and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
            yield Problem(
                document.place(("labels",), key=True),
                "labels",
                f"{len(missing)} words are not translated: {'; '.join(missing[:LISTED])}{more}.",
                "not-translated",
                f"Readers see the words of {COMPLETE}.yml instead. Add them here.",
                "warning",
            )


def _laid(base: Document, over: Document) -> Document:
    return laid_over(base, over, lambda path: is_one_value(Site, path))


def _missing(complete: Any, own: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The path of each word that `own` lacks."""
    if not isinstance(complete, dict) or is_one_value(Language, path):
        return
    for name, value in complete.items():
        if not isinstance(own, dict) or name not in own:
            yield from _words(value, (*path, name))
        else:
            yield from _missing(value, own[name], (*path, name))


def _words(value: Any, path: FieldPath) -> Iterator[FieldPath]:
    if isinstance(value, dict) and not is_one_value(Language, path):
        for name, inner in value.items():
            yield from _words(inner, (*path, name))
    else:
        yield path
