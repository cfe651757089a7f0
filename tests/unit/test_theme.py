"""The parts of Material that we replace or lean on are those that we know. A new release that changes one fails here.

What to do then: compare the part with the release before, carry over what matters, and write the new mark below.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import material
import pytest
from theme_rules import KEPT, files, rules
from world import ROOT

THEME = Path(material.__file__).parent / "templates"
# What we replace → where our own stands, and the mark of the part that ours was compared with.
REPLACED = {
    "base.html": ("overrides/base.html", "86496fbfcb89e7e7"),
    "main.html": ("overrides/main.html", "e93386a8a0cdcf37"),
    "404.html": ("overrides/404.html", "af0de11f2e7a2938"),
    "partials/header.html": ("overrides/handbook/shell/top.html", "afc7aabf7f088b92"),
    "partials/nav.html": ("overrides/handbook/shell/side.html", "998ab5df79e7d034"),
    "partials/nav-item.html": ("overrides/handbook/shell/side.html", "b84fdd78c89db144"),
    "partials/path.html": ("overrides/handbook/shell/crumbs.html", "c878dd975db0eb02"),
    "partials/footer.html": ("overrides/handbook/shell/footer.html", "e7fd0624b6eb41bd"),
    "partials/content.html": ("overrides/handbook/shell/foot.html", "b2c3bb896cc1bedd"),
}
# What ours uses as it is, and the names that it relies on.
USED = {
    "partials/language.html": ["partials/languages/", "macro t("],
    "partials/languages/en.html": ['"direction"'],
}


def mark(text: str) -> str:
    """A short mark of a text; white space and the names of built files, which change with every release, aside."""
    plain = re.sub(r"\.[0-9a-f]{8}\.min\.", ".min.", re.sub(r"\s+", " ", text))
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


@pytest.mark.parametrize("part", REPLACED)
def test_a_part_that_we_replace_is_the_one_that_ours_was_compared_with(part: str):
    ours, known = REPLACED[part]
    assert (ROOT / ours).is_file()
    assert mark((THEME / part).read_text("utf-8")) == known, (
        f"Material has changed {part}. Compare it with {ours}, then write the new mark."
    )


def test_no_part_is_replaced_without_being_compared():
    ours = {file.relative_to(ROOT / "overrides").as_posix() for file in (ROOT / "overrides").rglob("*.html")}
    assert {part for part in ours if (THEME / part).exists()} <= set(REPLACED)


@pytest.mark.parametrize("part", USED)
def test_a_part_that_we_use_still_gives_what_we_use(part: str):
    text = (THEME / part).read_text("utf-8")
    assert [name for name in USED[part] if name not in text] == []


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.name)
def test_our_stylesheets_of_material_hold_the_rules_of_the_release_that_is_installed(file: Path):
    changes = _changes(file.read_text("utf-8").splitlines(), files()[file].splitlines())
    changed = [f"{sign} {line[:120]}" for sign, line in changes]
    assert changed == [], (
        "Material has changed these rules. Look at pages before and after you run tests/unit/theme_rules.py:\n"
        + "\n".join(changed)
    )


def _changes(ours: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    """Each line that is only in one of the two: `-` in ours, `+` in theirs."""
    old = [("-", line) for line in ours if line not in theirs]
    return old + [("+", line) for line in theirs if line not in ours]


def test_rules_are_kept_for_what_pages_can_be_marked_with():
    text = """
        :root{--md-used:red;--md-unused:blue;--md-note:green}
        .md-typeset .admonition,.md-typeset details,.md-header{color:var(--md-used)}
        .md-typeset .note{color:var(--md-note);background:var(--md-used)}
        .md-nav a{color:blue}
        .highlight .kc{color:green}
        .tabbed-set .kc{color:green}
        [data-md-color-scheme=slate] a{color:white}
        .md-typeset li:not(.task-list-item){margin:0}
        @media print{.md-search{display:none}}
        @media print{.md-typeset a{color:black}.md-top{color:black}}
        @media print{.md-typeset .footnote{color:black}}
        @page{margin:25mm}
        @keyframes turn{0%{opacity:0}}
    """
    everywhere, written = rules(text, "")
    assert everywhere == [
        ":root{--md-used:red}",
        ".md-typeset details{color:var(--md-used)}",
        ".md-typeset li:not(.task-list-item){margin:0}",
        "@media print{.md-typeset a{color:black}}",
        "@page{margin:25mm}",
    ]
    assert written == [
        ":root{--md-note:green}",
        ".md-typeset .admonition{color:var(--md-used)}",
        ".md-typeset .note{color:var(--md-note);background:var(--md-used)}",
        ".highlight .kc{color:green}",
        "@media print{.md-typeset .footnote{color:black}}",
    ]


def test_a_value_that_our_own_stylesheets_name_is_kept():
    text = ":root{--md-one:red}@keyframes turn{0%{opacity:0}}"
    everywhere, written = rules(text, "a{color:var(--md-one);animation:turn 1s}")
    assert (everywhere, written) == ([":root{--md-one:red}", "@keyframes turn{0%{opacity:0}}"], [])


def test_a_changed_part_is_noticed():
    assert mark("<html> a</html>") == mark("<html>\n  a</html>") != mark("<html>b</html>")
