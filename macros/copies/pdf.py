"""On paper: the one file, or a part of it, as a tagged PDF (PDF/UA) made by WeasyPrint, which is an optional extra."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from macros.copies.bundle import data_of
from macros.copies.offline_site import NotMade
from macros.copies.pdf_tags import mend
from macros.copies.single import as_text, book
from macros.copies.trimming import Files
from macros.similarity import suggest

MISSING = (
    "A PDF needs WeasyPrint and Pango, which are not both here: run `pip install .[pdf]`, and install Pango "
    "(on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0; on macOS: brew install pango)."
)

# What one page of the site costs on paper, measured with a whole handbook on one core of a small server.
SECONDS, MEGABYTES = 0.3, 4.7


class NothingToPrintWith(NotMade):
    """WeasyPrint or a library under it is missing."""


def printer() -> Any:
    """WeasyPrint, ready to use. Raises NothingToPrintWith when it, or what it needs of the system, is missing."""
    try:
        import weasyprint
    except (ImportError, OSError):
        raise NothingToPrintWith(MISSING) from None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint


def printed(site: Files, kind: str = "", id: str = "") -> bytes:
    """The handbook as PDF/UA, or the part of it that belongs to one phase, route or role. Loads nothing."""
    weasyprint = printer()
    addresses, title = part(data_of(site), kind, id) if kind else (None, "")
    tree = for_paper(book(site, addresses, title))
    titles = {article.get("id"): _words(next(article.iter("h2", "h3"))) for article in tree.iter("article")}
    return weasyprint.HTML(string=as_text(tree), url_fetcher=_refuse).write_pdf(
        finisher=lambda _, pdf: mend(pdf, titles), pdf_variant="pdf/ua-1", pdf_tags=True
    )


def patience(site: Files) -> str:
    """How long the whole handbook takes on paper, and how much memory, for who waits; empty when that is soon over."""
    pages = sum(path.endswith(".html") for path in site)
    minutes, gigabytes = pages * SECONDS / 60, pages * MEGABYTES / 1000
    return (
        f"The whole handbook takes about {minutes:.0f} minutes and {gigabytes:.1f} GB of memory. One phase, route or role takes less."
        if minutes >= 1
        else ""
    )


def for_paper(tree: Any) -> Any:
    """The book without what is folded away on a screen, without signs that only repeat the word beside them, and with a name
    for every other drawing.

    WeasyPrint makes a figure of each drawing, also of one that is marked as decoration, and a figure needs a name: the
    words in the drawing, or else those beside it. Every element costs it time and memory: those that only hold another go.
    """
    for folded in list(tree.iter("details")):
        folded.drop_tree()
    for holder in [*tree.iterfind(".//li/div"), *tree.iterfind(".//li/div/div/div")]:
        if not holder.get("class"):
            holder.drop_tag()
    for facts in [found for found in tree.iter("dl") if found.find("div") is not None]:
        _as_list(facts)
    for heading in [cell for cell in tree.iter("th") if cell.get("rowspan")]:
        _on_each_row(heading)
    for drawing in list(tree.iter("svg")):
        if (drawing.tail or "").strip():
            drawing.drop_tree()
        else:
            name = etree.Element("title")
            name.text = next(filter(None, map(_words, (drawing, *drawing.iterancestors()))), "")
            drawing.insert(0, name)
    return tree


def _as_list(facts: Any) -> None:
    """Facts as a list of points. WeasyPrint tags each term and each meaning as a point of its own, which says less."""
    for tag, name in (("dt", "term"), ("dd", "meaning")):
        for element in facts.iterfind(f"div/{tag}"):
            element.tag = "div"
            element.set("class", name)
    for group in facts.findall("div"):
        group.tag = "li"
    facts.tag = "ul"
    facts.set("class", f"facts {facts.get('class', '')}".strip())


def _on_each_row(heading: Any) -> None:
    """A heading over several rows on each of them: a page may end between two, and the next would not say whose rows it shows."""
    rows = int(heading.attrib.pop("rowspan"))
    heading.set("scope", "row")
    for _, row in zip(range(rows - 1), heading.getparent().itersiblings("tr"), strict=False):
        row.insert(0, deepcopy(heading))


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def part(data: dict[str, Any], kind: str, id: str) -> tuple[set[str], str]:
    """The addresses of the pages about one phase, route or role, and its title: what it does, makes and can learn from.

    Raises NotMade when there is none of that id.
    """
    known = {
        record["id"]: record
        for record in (data["framework"]["routes"] if kind == "route" else _every(data))
        if record.get("kind", kind) == kind
    }
    if id not in known:
        raise NotMade(f"There is no {kind} “{id}”. {suggest(id, known)}")
    chosen = known[id]
    roots = [("phase", phase) for phase in chosen["phases"]] if kind == "route" else [(kind, id)]
    records = {(record["kind"], record["id"]): record for record in _every(data)}
    near = [
        *roots,
        *(
            key
            for key, record in records.items()
            if key[0] in ("activity", "lesson", "product") and set(roots) & set(_linked(record))
        ),
    ]
    made = [
        found
        for key in near
        if key[0] == "activity"
        for found in _linked(records[key], "outputs")
        if found[0] == "product"
    ]
    return {records[key]["address"] for key in [*near, *made]}, str(chosen["title"])


def _every(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (record for records in data.values() if isinstance(records, list) for record in records)


def _linked(record: dict[str, Any], field: str = "") -> Iterator[tuple[str, str]]:
    """What a record points to, by one field or by any."""
    return ((link["kind"], link["id"]) for link in record["links"] if field in ("", link["field"]))


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"nothing is loaded for print: {url}")
