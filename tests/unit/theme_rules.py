"""Finds the rules of Material's stylesheet that our pages can use: `overrides/assets/theme/material.css`.

`python tests/unit/theme_rules.py` writes the file. What is left out draws parts of pages that we replace, such as
Material's header and menu, or belongs to extensions of Markdown that `mkdocs.yml` does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import material
import tinycss2

ASSETS = Path(__file__).parents[2] / "overrides/assets"
KEPT = ASSETS / "theme/material.css"
HEAD = """\
/* The rules of Material for MkDocs {version} that our pages use. Its licence is beside this file.
   Do not edit: python tests/unit/theme_rules.py writes it anew. */
"""
NOTES = "note abstract info tip success question warning failure danger bug example quote"
# What pages may be marked with: by us, or by the extensions of Markdown that mkdocs.yml names.
CLASSES = {
    *("md-typeset", "focus-visible", "grid", "card", "cards"),
    *("admonition", "admonition-title", "inline", "end", *NOTES.split()),
    *("footnote", "footnote-ref", "footnote-backref", "highlight"),
}
CODE = re.compile(r"\.highlight .*\.[a-z][a-z0-9]{0,2}\b")  # a word of code by its kind, such as `.kc`
EMPTY = re.compile(r":(?:not|is|where|has)\([^)]*\)")
COMMA = re.compile(r",(?![^(]*\))")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")

Rule = tuple[str, Any]  # what stands before the braces, and the declarations or rules between them


def rules(text: str, names: str) -> list[str]:
    """Return the rules of a stylesheet that our pages can use, one a line.

    `names` is a text with every other stylesheet: a value that none of them names is left out.
    """
    kept = list(_kept(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))
    lines = [_line(rule) for rule in kept]
    while (fewer := list(filter(None, (_line(rule, "\n".join(lines) + names) for rule in kept)))) != lines:
        lines = fewer
    return [line for line in lines if not _is_unused_motion(line, "\n".join(lines) + names)]


def installed() -> str:
    """Return the stylesheet of the Material that is installed."""
    (file,) = (Path(material.__file__).parent / "templates").glob("assets/stylesheets/main.*.min.css")
    return re.sub(r"/\*# sourceMappingURL.*", "", file.read_text("utf-8"))


def ours() -> str:
    """Return all stylesheets of our own as one text."""
    return "\n".join(file.read_text("utf-8") for file in sorted(ASSETS.rglob("*.css")) if file != KEPT)


def _kept(nodes: list[Any]) -> Iterator[Rule]:
    for node in nodes:
        before = tinycss2.serialize(node.prelude).strip()
        if node.type == "qualified-rule":
            if selectors := [each for each in COMMA.split(before) if _can_be_met(each)]:
                yield ",".join(selectors), node.content
        elif node.lower_at_keyword == "charset":
            continue
        elif node.content is None or node.lower_at_keyword == "keyframes":
            yield node.serialize(), None
        elif node.lower_at_keyword == "page":
            yield f"@{node.at_keyword} {before}".strip(), node.content
        else:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield f"@{node.at_keyword} {before}", list(_kept(inner))


def _can_be_met(selector: str) -> bool:
    names = set(CLASS.findall(EMPTY.sub("", selector))) - CLASSES
    return "data-md" not in selector and (not names or bool(CODE.search(selector)))


def _line(rule: Rule, used: str | None = None) -> str:
    """Return a rule as a line, without the values that `used` does not name; empty where nothing is left."""
    before, inside = rule
    if inside is None:
        return before
    if inside and isinstance(inside[0], tuple):
        body = "".join(_line(each, used) for each in inside)
    else:
        every = tinycss2.parse_declaration_list(inside, skip_comments=True, skip_whitespace=True)
        kept = (each for each in every if used is None or not _is_unused_value(each, used))
        body = ";".join(re.sub(r"\s+", " ", each.serialize()) for each in kept)
    return f"{before}{{{body}}}" if body else ""


def _is_unused_value(declaration: Any, used: str) -> bool:
    return declaration.name.startswith("--") and not re.search(rf"var\({declaration.name}\b(?!-)", used)


def _is_unused_motion(line: str, used: str) -> bool:
    """Tell whether a line holds the steps of a motion that nothing makes."""
    motion = re.match(r"@keyframes ([\w-]+)", line)
    return motion is not None and not re.search(rf"animation[^;}}]*\b{motion[1]}\b", used)


def written() -> str:
    """Return the file as it should be."""
    head = HEAD.format(version=version("mkdocs-material"))
    return head + "\n".join(rules(installed(), ours())) + "\n"


if __name__ == "__main__":
    KEPT.write_text(written(), "utf-8", newline="\n")
