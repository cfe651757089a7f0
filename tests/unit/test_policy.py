"""The policy names every inline script and style, so that no other can run."""

from __future__ import annotations

import pytest

from macros.publishing.policy import inline, policy, sealed


@pytest.mark.parametrize(
    ("page", "directives"),
    [
        ("<script>run()</script>", ["script-src"]),
        ("<SCRIPT TYPE=module>run()</SCRIPT>", ["script-src"]),
        ("<style>p{}</style><script>run()</script>", ["script-src", "style-src"]),
        ('<script src="a.js"></script>', []),
        ('<script type="application/ld+json">{"a": 1}</script>', []),
        ("<script type=application/json>{}</script>", []),
        ("<script type='text/plain'>words</script>", []),
    ],
)
def test_what_runs_is_named_and_what_is_data_is_not(page: str, directives: list[str]):
    assert sorted(directive for directive, _ in inline(page)) == directives


def test_a_page_is_sealed_once_and_before_everything_that_could_load():
    page = sealed('<head><meta charset="utf-8"><script>run()</script></head>')
    (hashed,) = inline(page)
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert f"script-src &#x27;self&#x27; &#x27;{hashed[1]}&#x27;" in page
    assert sealed(page) == page


def test_only_a_header_says_who_may_frame_a_page():
    assert "frame-ancestors" in policy(header=True)
    assert "frame-ancestors" not in policy()
