"""What a site sends of our stylesheets and scripts: all that browsers read, and no comments."""

from __future__ import annotations

import re

import pytest
import tinycss2
from world import ROOT

from macros.publishing.lean_assets import OF_OTHERS, lean

THEME = ROOT / "overrides"
OURS = [file for file in sorted(THEME.rglob("*.*")) if not OF_OTHERS & set(file.relative_to(THEME).parts)]


@pytest.mark.parametrize(
    ("path", "whole", "sent"),
    [
        ("assets/a.css", "/* One\n   two */\na { b: c } /* why */\n/**/d {}", "\na { b: c }\nd {}"),
        ("assets/a.js", "// One\n  // two\nlet a = 1; // stays\n", "let a = 1; // stays\n"),
        ("assets/icon.svg", "<svg/><!-- /* a */ -->\n// b\n", "<svg/><!-- /* a */ -->\n// b\n"),
        ("assets/theme/a.css", "/* Licence */a {}", "/* Licence */a {}"),
        ("assets/search/vendor/a.js", "// Licence\na()", "// Licence\na()"),
    ],
)
def test_comments_of_ours_are_left_out(path: str, whole: str, sent: str):
    assert lean(path, whole.encode()).decode() == sent


@pytest.mark.parametrize("file", [file for file in OURS if file.suffix == ".css"], ids=lambda file: file.name)
def test_a_stylesheet_says_the_same_without_its_comments(file):
    def said(text: str) -> str:
        nodes = tinycss2.parse_component_value_list(text, skip_comments=True)
        return re.sub(r"\s+", " ", tinycss2.serialize(nodes)).strip()

    whole = file.read_text("utf-8")
    sent = lean(file.relative_to(THEME).as_posix(), whole.encode()).decode()
    assert said(sent) == said(whole) and "/*" not in sent


PATTERN = re.compile(
    r"(?<=[(= ])/(?:\\.|\[(?:\\.|[^\]])*\]|[^/[\\])+/[a-z]*"
)  # a regular expression of JavaScript


@pytest.mark.parametrize("file", [file for file in OURS if file.suffix == ".js"], ids=lambda file: file.name)
def test_no_text_of_a_script_has_several_lines_which_could_look_like_comments(file):
    sent = lean(file.relative_to(THEME).as_posix(), file.read_bytes()).decode()
    lines = [PATTERN.sub("", line) for line in sent.splitlines()]
    assert [line for line in lines if line.count("`") % 2 or line.lstrip().startswith("/*")] == []
