"""Texts say things as people say them aloud."""

from __future__ import annotations

import re

import pytest
from phrases import BANNED, CLEAN, Phrase, stilted

from macros.loading.handbook import Handbook

pytestmark = pytest.mark.ours


@pytest.mark.parametrize("room", CLEAN, ids=lambda room: room.__name__)
def test_no_text_says_what_nobody_would_say(handbook: Handbook, room):
    found = stilted(room, handbook)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("phrase", BANNED, ids=lambda phrase: phrase.now)
def test_each_phrase_is_found_and_its_better_wording_is_not(phrase: Phrase):
    assert re.search(phrase.pattern, phrase.now, re.IGNORECASE)
    assert not [one.pattern for one in BANNED if re.search(one.pattern, phrase.better, re.IGNORECASE)]
