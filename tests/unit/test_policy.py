"""The policy of a page names what stands inline in it by its hash, and stands where it governs everything."""

from __future__ import annotations

import pytest

from macros.publishing.policy import inline, policy, sealed

# The SHA-256 of "a()", in the form of a policy; `printf 'a()' | openssl dgst -sha256 -binary | base64` says the same.
HASH = "sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4="


def test_an_inline_script_and_an_inline_style_are_named_by_their_hashes():
    page = "<meta charset='utf-8'><script>a()</script><style media=print>a()</style>"
    assert inline(page) == {("script-src", HASH), ("style-src", HASH)}
    assert f"script-src 'self' '{HASH}'" in policy(inline(page))


@pytest.mark.parametrize(
    "script",
    [
        "<script src='x.js'></script>",
        '<script src="x.js" defer data-root="../"></script>',
        "<script type='application/ld+json'>a()</script>",
        "<script type=application/json>a()</script>",
        "<script type='text/plain'>a()</script>",
    ],
)
def test_a_script_of_its_own_file_and_a_block_of_data_need_no_hash(script):
    assert inline(f"<body>{script}</body>") == set()


@pytest.mark.parametrize("kind", ["module", "text/javascript", "IMPORTMAP", "application/ecmascript"])
def test_every_type_of_script_that_runs_needs_one(kind):
    assert inline(f"<body><SCRIPT async type='{kind}'>a()</SCRIPT></body>") == {("script-src", HASH)}


def test_the_policy_follows_the_character_set_however_that_is_written():
    for charset in (
        '<meta charset="utf-8">',
        "<META\n charset=utf-8 />",
        "<meta data-x='>' charset='utf-8'>",
    ):
        page = f"<!doctype html>\n<!-- <meta charset> -->\n<head>{charset}<script src='x.js'></script></head>"
        before, _, after = sealed(page).partition('\n  <meta http-equiv="Content-Security-Policy"')
        assert before.endswith(f"<head>{charset}") and after.endswith("<script src='x.js'></script></head>")


def test_a_page_with_a_policy_keeps_it_and_one_without_a_character_set_gets_none():
    page = sealed("<meta charset='utf-8'><p>x")
    assert sealed(page) == page and sealed("<p>x") == "<p>x"


def test_only_a_header_says_who_may_frame_a_page():
    assert "frame-ancestors" in policy(header=True)
    assert "frame-ancestors" not in policy()


@pytest.mark.parametrize("ours", ['<script src="x.js"></script>', '<script src="x.js" defer></script>'])
def test_a_script_of_its_own_file_hides_no_other(ours):
    assert inline(f"<body>{ours}<STYLE>a()</STYLE>{ours}") == {("style-src", HASH)}
    assert inline(f"<body>{ours}<script data-x=' src='>a()</script>") == {("script-src", HASH)}
