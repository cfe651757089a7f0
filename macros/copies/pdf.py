"""On paper: the one file, or a part of it, as a tagged PDF (PDF/UA) made by WeasyPrint, which is an optional
extra.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import Any

from lxml import etree

from macros.copies.drawing_styles import give_styles
from macros.copies.pdf_part import Part
from macros.copies.pdf_tags import correct
from macros.copies.single import as_text, book, document
from macros.copies.trimming import Files
from macros.refusal import Refusal

KEY = "legend"  # the class of a key, which says what each sign in a drawing means
KEPT = "data-paper"  # a part that is folded away on a screen, and that paper needs
COULD_NOT_PRINT = 2  # the exit code of a command that could not run
MISSING = (
    "A PDF needs WeasyPrint and Pango, which are not both here: run `make pdf-tools` (without make: "
    "`python -m macros pdf-tools`), and install Pango (on Debian: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0; on macOS: brew install pango)."
)


def printer() -> Any:
    """Return WeasyPrint. Raise Refusal when it, or what it needs of the system, is missing."""
    try:
        import weasyprint
    except (ImportError, OSError):
        raise Refusal(MISSING, COULD_NOT_PRINT) from None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint


def printed(site: Files, part: Part | None = None) -> bytes:
    """Return the handbook, or one part of it, as PDF/UA. Nothing is loaded to make it.

    A part is printed in its compact form where the site has that, or else with every page of its own.
    """
    weasyprint = printer()
    tree = for_paper(_tree(site, part))
    titles = {article.get("id"): _words(next(article.iter("h2", "h3"))) for article in tree.iter("article")}
    document = weasyprint.HTML(string=as_text(tree), url_fetcher=_refuse)
    paper: bytes = document.write_pdf(
        finisher=lambda _, pdf: correct(pdf, titles), pdf_variant="pdf/ua-1", pdf_tags=True
    )
    return paper


def _tree(site: Files, part: Part | None) -> Any:
    if part is None:
        return book(site)
    if part.document in site:
        return document(site, part.document, part.title)
    return book(site, part.addresses, part.title)


def for_paper(tree: Any) -> Any:
    """Change the tree of a book for paper, and return it.

    What is folded away on a screen goes, unless it says that paper needs it, and so do signs that only
    repeat the word beside them. Every other drawing gets a name, because WeasyPrint makes a figure of each,
    and a figure needs one: the words in the drawing, or else those around it. Elements that only hold another
    go, because each costs WeasyPrint time and memory.
    """
    for folded in list(tree.iter("details")):
        if folded.get(KEPT) is None:
            folded.drop_tree()
        else:
            folded.find("summary").drop_tag()
            folded.drop_tag()
    for holder in [*tree.iterfind(".//li/div"), *tree.iterfind(".//li/div/div/div")]:
        if not holder.get("class"):
            holder.drop_tag()
    for facts in [facts for facts in tree.iter("dl") if facts.find("div") is not None]:
        _as_list(facts)
    for heading in [cell for cell in tree.iter("th") if cell.get("rowspan")]:
        _on_each_row(heading)
    for drawing in list(tree.iter("svg")):
        if (drawing.tail or "").strip() and not _in_key(drawing):
            drawing.drop_tree()
        else:
            _name(drawing)
    give_styles(tree)
    return tree


def _in_key(drawing: Any) -> bool:
    return any(KEY in (around.get("class") or "").split() for around in drawing.iterancestors("p"))


def _name(drawing: Any) -> None:
    name = etree.Element("title")
    name.text = next(filter(None, map(_words, (drawing, *drawing.iterancestors()))), "")
    drawing.insert(0, name)


def _as_list(facts: Any) -> None:
    """Turn facts into a list of points. WeasyPrint tags each term and each meaning as a point of its own,
    which says less.
    """
    for tag, name in (("dt", "term"), ("dd", "meaning")):
        for element in facts.iterfind(f"div/{tag}"):
            element.tag = "div"
            element.set("class", name)
    for group in facts.findall("div"):
        group.tag = "li"
    facts.tag = "ul"
    facts.set("class", f"facts {facts.get('class', '')}".strip())


def _on_each_row(heading: Any) -> None:
    """Repeat a heading over several rows on each: a page may end between two, and the next would not say
    whose they are.
    """
    rows = int(heading.attrib.pop("rowspan"))
    heading.set("scope", "row")
    for _, row in zip(range(rows - 1), heading.getparent().itersiblings("tr"), strict=False):
        row.insert(0, deepcopy(heading))


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"nothing is loaded for print: {url}")
