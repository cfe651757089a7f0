"""The parts of Material that we replace or lean on are those that we know. A new release that changes one fails here.

What to do then: compare the part with the release before, carry over what matters, and write the new mark below.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import material
import pytest
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


def test_the_stylesheet_whose_name_changes_is_there_once():
    assert len(list(THEME.glob("assets/stylesheets/main.*.min.css"))) == 1


def test_a_changed_part_is_noticed():
    assert mark("<html> a</html>") == mark("<html>\n  a</html>") != mark("<html>b</html>")
