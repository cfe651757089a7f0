"""Finds the rules of Material's stylesheet that our pages can use, and writes them into `overrides/assets/theme/`.

Every page loads `material.css`. What Markdown alone makes, such as notes, footnotes and coloured code, is in `written.css`,
which hand-written pages load. `python tests/unit/theme_rules.py` writes both files. What is left out draws parts of pages
that we replace, such as Material's header and menu, or belongs to extensions of Markdown that `mkdocs.yml` does not name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import material
import tinycss2

ASSETS = Path(__file__).parents[2] / "overrides/assets"
KEPT = (ASSETS / "theme/material.css", ASSETS / "theme/written.css")
HEAD = """\
/* The rules of Material for MkDocs {version} that {which} use. Its licence is beside this file.
   Do not edit: python tests/unit/theme_rules.py writes it anew. */
"""
NOTES = "note abstract info tip success question warning failure danger bug example quote"
# What pages may be marked with: every one, and hand-written ones by the extensions of Markdown that mkdocs.yml names.
CLASSES = {"md-typeset", "focus-visible"}
OF_MARKDOWN = {
    *("grid", "card", "cards", "admonition", "admonition-title", "inline", "end", *NOTES.split()),
    *("footnote", "footnote-ref", "footnote-backref", "highlight"),
}
CODE = re.compile(r"\.highlight .*\.[a-z][a-z0-9]{0,2}\b")  # a word of code by its kind, such as `.kc`
VALUES = ":root"
# Signs that our pages do not show: of sorting after a heading of a table, and before and after the name of what unfolds.
NO_SIGN = re.compile(r"\[role=columnheader\]|summary:before")
NO_ICON = "--md-details-icon"
EMPTY = re.compile(r":(?:not|is|where|has)\([^)]*\)")
COMMA = re.compile(r",(?![^(]*\))")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")

Rule = tuple[str, Any]  # what stands before the braces, and the declarations or rules between them


def rules(text: str, names: str) -> tuple[list[str], list[str]]:
    """Return the rules of a stylesheet that every page can use, and the others that hand-written pages can, one a
    line.

    `names` is a text with every other stylesheet: a value that neither it nor a rule names is left out.
    """
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    everywhere = _used(list(_kept(nodes, _is_everywhere)), names)
    written = _used(list(_kept(nodes, _is_written)), "", "\n".join(everywhere))
    return everywhere, [line for line in written if line not in everywhere]


def _used(kept: list[Rule], names: str, known: str = "") -> list[str]:
    lines = [_line(rule) for rule in kept]
    while (fewer := _lines(kept, "\n".join(lines) + names, known)) != lines:
        lines = fewer
    return [line for line in lines if not _is_unused_motion(line, "\n".join(lines) + names)]


def _lines(kept: list[Rule], used: str, known: str) -> list[str]:
    return list(filter(None, (_line(rule, used, known) for rule in kept)))


def installed() -> str:
    """Return the stylesheet of the Material that is installed."""
    (file,) = (Path(material.__file__).parent / "templates").glob("assets/stylesheets/main.*.min.css")
    return re.sub(r"/\*# sourceMappingURL.*", "", file.read_text("utf-8"))


def ours() -> str:
    """Return all stylesheets of our own as one text."""
    return "\n".join(file.read_text("utf-8") for file in sorted(ASSETS.rglob("*.css")) if file not in KEPT)


def _kept(nodes: list[Any], fits: Callable[[str], bool]) -> Iterator[Rule]:
    for node in nodes:
        before = tinycss2.serialize(node.prelude).strip()
        if node.type == "qualified-rule":
            if selectors := [each for each in COMMA.split(before) if fits(each)]:
                yield ",".join(selectors), node.content
        elif node.lower_at_keyword == "charset":
            continue
        elif node.content is None or node.lower_at_keyword == "keyframes":
            yield node.serialize(), None
        elif node.lower_at_keyword == "page":
            yield f"@{node.at_keyword} {before}".strip(), node.content
        else:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield f"@{node.at_keyword} {before}", list(_kept(inner, fits))


def _is_everywhere(selector: str) -> bool:
    return "data-md" not in selector and not NO_SIGN.search(selector) and _classes(selector) <= CLASSES


def _is_written(selector: str) -> bool:
    """Tell whether Markdown alone makes what a selector is for. Its values stand with those of every page."""
    if selector == VALUES:
        return True
    known = _classes(selector) <= CLASSES | OF_MARKDOWN or CODE.search(selector)
    return bool("data-md" not in selector and known and _classes(selector) - CLASSES)


def _classes(selector: str) -> set[str]:
    return set(CLASS.findall(EMPTY.sub("", selector)))


def _line(rule: Rule, used: str | None = None, known: str = "") -> str:
    """Return a rule as a line, without the values that `used` does not name or `known` has; empty where nothing is
    left.
    """
    before, inside = rule
    if inside is None:
        return before
    if inside and isinstance(inside[0], tuple):
        body = "".join(_line(each, used, known) for each in inside)
    else:
        every = tinycss2.parse_declaration_list(inside, skip_comments=True, skip_whitespace=True)
        kept = (each for each in every if used is None or not _is_unused_value(each, used, known))
        body = ";".join(re.sub(r"\s+", " ", each.serialize()) for each in kept)
    return f"{before}{{{body}}}" if body else ""


def _is_unused_value(declaration: Any, used: str, known: str) -> bool:
    if not declaration.name.startswith("--"):
        return False
    return (
        declaration.name == NO_ICON
        or f"{declaration.name}:" in known
        or not re.search(rf"var\({declaration.name}\b(?!-)", used)
    )


def _is_unused_motion(line: str, used: str) -> bool:
    """Tell whether a line holds the steps of a motion that nothing makes."""
    motion = re.match(r"@keyframes ([\w-]+)", line)
    return motion is not None and not re.search(rf"animation[^;}}]*\b{motion[1]}\b", used)


def files() -> dict[Path, str]:
    """Return each file as it should be."""
    pages = ("our pages", "only our hand-written pages")
    return {
        file: HEAD.format(version=version("mkdocs-material"), which=which) + "\n".join(lines) + "\n"
        for file, which, lines in zip(KEPT, pages, rules(installed(), ours()), strict=True)
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, "utf-8", newline="\n")
