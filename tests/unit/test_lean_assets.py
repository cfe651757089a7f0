"""What a site sends of our stylesheets and scripts: all that browsers read, and no comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from world import ROOT

from macros.publishing.lean_assets import OF_OTHERS, lean

THEME = ROOT / "overrides"
OURS = [file for file in sorted(THEME.rglob("*.*")) if not OF_OTHERS & set(file.relative_to(THEME).parts)]


@pytest.mark.parametrize(
    ("path", "whole", "sent"),
    [
        (
            "assets/a.css",
            "/* One\n   two */\na :b, c { d: e  f } /* why */\n@media (g) {\n  /**/h {}\n}\n",
            "\na :b,c{d: e  f}@media (g){h{}}",
        ),
        ("assets/a.css", "a { content: \"/* b */ ; \" , '{ }' }", "a{content: \"/* b */ ; \",'{ }'}"),
        ("assets/a.js", "// One\n  // two\nlet a = 1; // stays\n", "let a = 1; // stays\n"),
        ("assets/icon.svg", "<svg/><!-- /* a */ -->\n// b\n", "<svg/><!-- /* a */ -->\n// b\n"),
        ("assets/theme/a.css", "/* Licence */a {}", "/* Licence */a {}"),
        ("assets/search/vendor/a.js", "// Licence\na()", "// Licence\na()"),
    ],
)
def test_only_our_own_stylesheets_and_scripts_are_shortened(path: str, whole: str, sent: str):
    assert lean(path, whole.encode()).decode() == sent


def said(text: str) -> list[Any]:
    """Every selector and every declaration of a stylesheet, in order."""

    def plain(tokens: list[Any]) -> str:
        return re.sub(r"\s*,\s*", ", ", re.sub(r"\s+", " ", tinycss2.serialize(tokens).strip()))

    def read(nodes: list[Any]) -> Iterator[Any]:
        for node in nodes:
            if node.type == "declaration":
                yield node.name, plain(node.value), node.important
            elif node.type == "at-rule" and node.lower_at_keyword == "media":
                inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield "@media", plain(node.prelude), list(read(inside))
            else:
                options = {"skip_comments": True, "skip_whitespace": True}
                yield (
                    node.type,
                    plain(node.prelude),
                    list(read(tinycss2.parse_blocks_contents(node.content, **options))),
                )

    return list(read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


@pytest.mark.parametrize("file", [file for file in OURS if file.suffix == ".css"], ids=lambda file: file.name)
def test_a_stylesheet_says_the_same_when_it_is_shortened(file: Path):
    whole = file.read_text("utf-8")
    sent = lean(file.relative_to(THEME).as_posix(), whole.encode()).decode()
    assert said(sent) == said(whole) != [] and "/*" not in sent


PATTERN = re.compile(
    r"(?<=[(= ])/(?:\\.|\[(?:\\.|[^\]])*\]|[^/[\\])+/[a-z]*"
)  # a regular expression of JavaScript


@pytest.mark.parametrize("file", [file for file in OURS if file.suffix == ".js"], ids=lambda file: file.name)
def test_no_text_of_a_script_has_several_lines_which_could_look_like_comments(file):
    sent = lean(file.relative_to(THEME).as_posix(), file.read_bytes()).decode()
    lines = [PATTERN.sub("", line) for line in sent.splitlines()]
    assert [line for line in lines if line.count("`") % 2 or line.lstrip().startswith("/*")] == []
