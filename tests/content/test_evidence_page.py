"""The page on evidence explains the words that readers see on lessons and sources."""

from __future__ import annotations

import pytest
from wording import ROOT

from macros.loading.handbook import Handbook

pytestmark = pytest.mark.ours
PAGE = (ROOT / "docs/about/evidence.md").read_text("utf-8")


def test_it_explains_each_way_of_reading_a_source_by_its_label(handbook: Handbook) -> None:
    assert [
        word for word in handbook.site.labels.read_levels.model_dump().values() if f"| {word} |" not in PAGE
    ] == []


def test_it_explains_each_state_of_a_lesson_by_its_label(handbook: Handbook) -> None:
    states = (label.split(":")[0] for label in handbook.site.labels.lesson_states.model_dump().values())
    assert [state for state in states if f"| {state} |" not in PAGE] == []
