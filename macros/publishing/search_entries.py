"""Search entries: what the search knows of each record and page. The browser makes the index from them.

There are two files of words, and the stemmer of the language. The first holds titles, other names, summaries
and what results can be narrowed by, and answers at once. It is kept small: an id is the last part of its
address, and summaries of sources come with the rest. The second holds the rest of the text and is read
afterwards. All are scripts that assign data, because a page that is opened from a folder may fetch nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.shared_facts import facts, filled
from macros.model import FOLDERS, Activity, Example, Glossary, Lesson, Phase, Record, Source, Term
from macros.model.references import references
from macros.model.sections import SECTIONS
from macros.pages.handwritten import written
from macros.pages.record_pages import FIELDS, source_of
from macros.pages.views.evidence import strength
from macros.pages.views.facets import country_ids
from macros.publishing.build import Build
from macros.publishing.json_lines import compact
from macros.publishing.search_stem import SCRIPT as STEM
from macros.publishing.search_stem import stem_script
from macros.publishing.search_texts import page_text, record_text

HEADS = "assets/search-heads.js"
TEXTS = "assets/search-texts.js"
PAGE = "page"
# Results are narrowed by these, in this order: kinds of record that others point to, and two more facts.
BY_REFERENCE = ("phase", "workstream", "function")
EVIDENCE = "evidence"
COUNTRY = "country"
# What a reader can use comes before where it was read. A kind that is not named here counts 1.
WEIGHTS = {
    Activity.kind: 1.15,
    "product": 1.1,
    "role": 1.1,
    Phase.kind: 1.1,
    "workstream": 1.1,
    Example.kind: 0.7,
    Source.kind: 0.6,
    PAGE: 0.85,
}
Entry = dict[str, Any]


def scripts(build: Build) -> dict[str, str]:
    """Make the files of the search for `build`, by path."""
    handbook = build.handbook
    entries = [*_records(build), *_pages(build)]
    bodies = [entry.pop("body") for entry in entries]
    heads = {
        "language": handbook.site.language,
        "kinds": _kinds(handbook),
        "stop": list(handbook.site.labels.search_stop_words),
        "same": [[word.strip() for word in group.split(",")] for group in _same_words(handbook)],
        "entries": _columns(entries),
    }
    return {
        STEM: stem_script(handbook.site.language),
        HEADS: _script("heads", heads),
        TEXTS: _script("texts", bodies),
    }


def _same_words(handbook: Handbook) -> list[str]:
    """Return groups of words that mean the same, in the language and in the trade."""
    return [*handbook.site.labels.search_same_words, *handbook.get(Glossary, "glossary").same_words]


def _columns(entries: list[Entry]) -> dict[str, list[Any]]:
    """Turn the entries into one list for each field: alike beside alike compresses better."""
    return {name: [entry.get(name) or "" for entry in entries] for name in entries[0]}


def _script(name: str, value: Any) -> str:
    return f"(window.handbookSearch=window.handbookSearch||{{}}).{name}={compact(value)};\n"


def _kinds(handbook: Handbook) -> dict[str, Any]:
    """Give each kind of result its word, for one and for many, and how much it counts."""
    labels = handbook.site.labels
    kinds = {
        kind: [labels.kinds[kind], labels.kinds_many[kind], WEIGHTS.get(kind, 1)]
        for kind in (*(cls.kind for cls in FOLDERS), Term.kind)
    }
    return kinds | {PAGE: [labels.search_page, labels.search_pages, WEIGHTS[PAGE]]}


def _records(build: Build) -> Iterator[Entry]:
    handbook = build.handbook
    names = _other_names(handbook)
    shared = facts(handbook)
    kinds: tuple[type[Record], ...] = (*FOLDERS, Term)
    for cls in kinds:
        for record in handbook.all(cls.kind):
            yield {
                "kind": record.kind,
                "title": record.title,
                "address": build.addresses.of(source_of(record)),
                "summary": "" if isinstance(record, Source) else record.summary,
                "names": sorted({*names[record.kind, record.id], *getattr(record, "also", ())}),
                "numbers": getattr(record, "reference", None) or "",
                "language": getattr(record, "language", None) if record.kind == Source.kind else None,
                "in": _places(handbook, record),
                "body": filled(_body(record), shared),
            }


def _body(record: Record) -> str:
    words = record_text(record)
    return f"{record.summary} {words}" if isinstance(record, Source) and record.summary else words


def _other_names(handbook: Handbook) -> Mapping[tuple[str, str], set[str]]:
    """Collect what else each record is called. A phase has its number, and the first has what people ask who
    do not know where to begin. A term lends its names to the records that it points to.
    """
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for number, phase in enumerate(handbook.all(Phase), 1):
        names[Phase.kind, phase.id].add(f"{handbook.site.labels.kinds[Phase.kind]} {number}")
        if number == 1:
            names[Phase.kind, phase.id].update(handbook.site.labels.search_first_phase)
    for term in handbook.all(Term):
        own = {*term.also, *([term.abbreviation] if term.abbreviation else [])}
        names[term.kind, term.id] |= own
        for reference in references(term):
            if reference.path[0] == "see" and reference.key[0] != Source.kind:
                names[reference.key] |= own | {term.title}
    return names


def _places(handbook: Handbook, record: Record) -> dict[str, list[str]]:
    """Where the record belongs, by facet."""
    near = list(dict.fromkeys(_near(handbook, record)))
    places = {kind: [one for other, one in near if other == kind] for kind in BY_REFERENCE}
    if isinstance(record, Lesson):
        places[EVIDENCE] = [strength(handbook, record)]
    places[COUNTRY] = country_ids(handbook, record)
    return {name: found for name, found in places.items() if found}


def _near(handbook: Handbook, record: Record) -> Iterator[tuple[str, str]]:
    """Find the kinds and ids of the records that `record` is, names, or is made in."""
    yield record.kind, record.id
    yield from (reference.key for reference in references(record) if len(reference.path) <= 2)
    for link in handbook.links_to(record):
        if link.field == "outputs":
            yield from _near(handbook, link.origin)


def _pages(build: Build) -> Iterator[Entry]:
    """Pages that list records, and hand-written ones."""
    labels = build.handbook.site.labels.pages
    for section in SECTIONS:
        label = labels[section.name]
        yield _page(build, section.source, label.title, label.summary, "")
    for page in build.pages.values():
        if page.source.startswith(FIELDS.removesuffix(".md")):
            yield _page(build, page.source, page.title, page.description, "")
    files = written(build.folders.docs)
    listed = {section.source for section in SECTIONS}
    for source, title in build.written.items():
        if source not in listed:
            yield _page(build, source, title, "", page_text(files[source].read_text(encoding="utf-8")))


def _page(build: Build, source: str, title: str, summary: str, body: str) -> Entry:
    address = build.addresses.of(source)
    return {"kind": PAGE, "title": title, "address": address, "summary": summary, "body": body}
