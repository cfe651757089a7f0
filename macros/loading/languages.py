"""The words of the interface: one file for each language under `content/languages/`, laid over each other.

The words of one language are at the bottom, so that a language in which a new word is not translated yet
shows that word instead of failing. Over them come the words of the language of the site, and over those what
`site.yml` says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache, partial, reduce
from typing import Any

from pydantic import ValidationError

from macros.loading.document import Document, laid_over
from macros.loading.explain import explain
from macros.loading.overlay import Key
from macros.loading.problem import Problem, name_of
from macros.model import Language, Site
from macros.model.fields import FieldPath
from macros.model.shape import is_one_value
from macros.model.validators import is_language

# A word that is added to a template is added in this language, so that this one is complete.
COMPLETE = "en-gb"
LISTED = 10  # words named in one message; the rest are counted
SITE = (Site.kind, Site.kind)
KEPT = 20  # languages, and sites in their words: while somebody edits, all but one are as they were

Languages = Mapping[str, Document]
_laid = partial(laid_over, is_whole=partial(is_one_value, Site))


def with_words(
    documents: Mapping[Key, Document], broken: Collection[Key]
) -> tuple[dict[Key, Document], frozenset[Key], list[Problem]]:
    """Lay what `site.yml` says over the words of its language.

    Return the files without languages, the keys that can no longer be used, and what is wrong with any
    language. A site without words cannot be used.
    """
    languages = {code: document for (kind, code), document in documents.items() if kind == Language.kind}
    others = {key: document for key, document in documents.items() if key[0] != Language.kind}
    problems = [problem for code in languages for problem in _problems_of(code, languages)]
    site = others.pop(SITE, None)
    if site is None:
        return others, frozenset(), problems
    unreadable = {code for kind, code in broken if kind == Language.kind}
    code = _code(site, {*languages, *unreadable})
    if code is None:
        problems += _unknown(site, languages)
    codes = dict.fromkeys((COMPLETE, code or COMPLETE))
    words = tuple(languages[each] for each in codes if each in languages)
    if any(not isinstance(each.data.get("labels"), dict) for each in words):  # a problem of that language
        return others, frozenset({SITE}), problems
    if code in unreadable or not words:
        return others, frozenset({SITE}), problems
    return {SITE: _in_words(words, site), **others}, frozenset(), problems


@lru_cache(maxsize=KEPT)
def _in_words(words: tuple[Document, ...], site: Document) -> Document:
    """Return `site` over the words of its languages."""
    return reduce(_laid, [*(language.only("labels") for language in words), site])


def _code(site: Document, known: Collection[str]) -> str | None:
    """Return the file for the language of the site: by its whole code, or else by its first part (`cy`
    for `cy-GB`).
    """
    language = str(site.data.get("language")).lower()
    return next((code for code in (language, language.partition("-")[0]) if code in known), None)


def _unknown(site: Document, languages: Languages) -> Iterator[Problem]:
    language = site.data.get("language")
    if isinstance(language, str) and is_language(language):
        hint = (
            f"Put languages/{COMPLETE}.yml back."
            if language.lower() == COMPLETE
            else (
                f"Copy languages/{COMPLETE}.yml to languages/{language.lower()}.yml and translate it. "
                f"There are: {', '.join(sorted(languages))}."
            )
        )
        message = f"there are no words for the language “{language}”."
        yield site.problem(("language",), "no-language", message, hint)


def _problems_of(code: str, languages: Languages) -> tuple[Problem, ...]:
    document = languages[code]
    return _all_problems(code, document, languages.get(COMPLETE, document))


@lru_cache(maxsize=KEPT)
def _all_problems(code: str, document: Document, complete: Document) -> tuple[Problem, ...]:
    return tuple(_problems(code, document, complete))


def _problems(code: str, document: Document, complete: Document) -> Iterator[Problem]:
    """Yield what is wrong in one language, and a warning where words are not translated yet."""
    words = _laid(complete.only("labels"), document)
    try:
        Language.model_validate({**words.data, "id": code})
    except ValidationError as error:
        yield from explain(error, Language, words)
    yield from _not_translated(document, complete)


def _not_translated(document: Document, complete: Document) -> Iterator[Problem]:
    missing = [name_of(path[1:]) for path in _missing(complete.data, document.data) if path[0] == "labels"]
    if missing:
        more = f"; and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
        yield Problem(
            document.place(("labels",), key=True),
            "labels",
            f"{len(missing)} words are not translated: {'; '.join(missing[:LISTED])}{more}.",
            "not-translated",
            f"Readers see the words of {COMPLETE}.yml instead. Add them here.",
            "warning",
        )


def _missing(complete: Any, translated: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the path of each word that `translated` lacks."""
    if not isinstance(complete, dict) or is_one_value(Language, path):
        return
    for name, value in complete.items():
        if not isinstance(translated, dict) or name not in translated:
            yield from _words(value, (*path, name))
        else:
            yield from _missing(value, translated[name], (*path, name))


def _words(value: Any, path: FieldPath) -> Iterator[FieldPath]:
    if isinstance(value, dict) and not is_one_value(Language, path):
        for name, inner in value.items():
            yield from _words(inner, (*path, name))
    else:
        yield path
