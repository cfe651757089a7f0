"""Each measure that the browser tests lean on sees what it is there to see: here it is shown pages that are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from test_keyboard import FOCUS, NEAR, reacting, stops
from test_resilience import CUT, GONE, MOVING, OUT, SPACED

Open = Callable[..., Page]


@pytest.fixture
def show(open_page: Open) -> Callable[..., Page]:
    """A page with this content, in a window of 320 pixels."""

    def show_(html: str, **how: object) -> Page:
        page = open_page("about:blank", width=320, **how)
        page.set_content(f"<!doctype html><html><body style='margin: 0'>{html}</body></html>")
        return page

    return show_


@pytest.mark.parametrize(
    "box",
    [
        "width: 60px; overflow-x: hidden; white-space: nowrap",
        "height: 10px; overflow-y: clip; font-size: 16px",
    ],
)
def test_text_that_its_box_cuts_off_is_seen(show: Callable[..., Page], box: str) -> None:
    assert len(show(f"<main><p style='{box}'>Quite a few words in one line</p></main>").evaluate(CUT)) == 1


def test_text_that_is_cut_off_only_when_it_has_more_space_is_seen(show: Callable[..., Page]) -> None:
    page = show(
        "<main><p style='width: 100px; overflow-x: clip; font: 16px/1 monospace; white-space: nowrap'>ten chars.</p></main>"
    )
    assert page.evaluate(CUT) == []
    page.add_style_tag(content=SPACED)
    assert len(page.evaluate(CUT)) == 1


def test_text_that_reaches_out_of_the_window_is_seen(show: Callable[..., Page]) -> None:
    page = show(
        "<main><p style='white-space: nowrap'>Words that go on and on and on and on and on and on and on and on</p></main>"
    )
    assert len(page.evaluate(OUT)) == 1
    assert page.evaluate("document.documentElement.scrollWidth") > 320


def test_a_sign_in_the_colour_of_the_page_is_seen(show: Callable[..., Page]) -> None:
    page = show(
        "<style>body { background: Canvas }</style><main style='forced-color-adjust: none'><svg class='shape' style='fill: Canvas'><circle r='5'/></svg></main>",
        forced_colors="active",
    )
    assert len(page.evaluate(GONE)) == 1


@pytest.mark.parametrize("style", ["transition: color 1s", "animation: x 1s infinite"])
def test_what_moves_is_seen(show: Callable[..., Page], style: str) -> None:
    assert show(
        f"<style>@keyframes x {{ to {{ opacity: 0 }} }}</style><main style='{style}'>x</main>"
    ).evaluate(MOVING) == ["MAIN"]


@pytest.mark.parametrize(
    ("style", "wrong"),
    [
        ("outline: 3px solid #16202a", []),
        ("outline: none", ["ring"]),
        ("outline: 3px solid #ddd", ["ring"]),
        ("outline: 1px solid #000", ["ring"]),
        ("outline: 3px solid #16202a; position: absolute; left: -99rem", ["seen"]),
        (
            "outline: 3px solid #16202a; position: absolute; width: 1px; height: 1px; overflow: hidden",
            ["seen"],
        ),
    ],
)
def test_a_stop_without_a_ring_or_out_of_sight_is_seen(
    show: Callable[..., Page], style: str, wrong: list[str]
) -> None:
    page = show(f"<style>a:focus {{ {style} }}</style><main><a href='#x'>A link</a></main>")
    (stop,) = stops(page, 3)
    assert [
        name for name, right in (("ring", stop["ring"] >= 3), ("seen", stop["seen"])) if not right
    ] == wrong


def test_a_stop_that_something_covers_is_seen(show: Callable[..., Page]) -> None:
    page = show(
        "<main><a href='#x'>A link</a></main><div style='position: fixed; inset: 0; background: #fff'></div>"
    )
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["covered"]


def test_a_key_that_does_something_is_seen(show: Callable[..., Page]) -> None:
    page = show("<main><a href='#x'>A link</a></main>")
    page.evaluate(
        "document.addEventListener('keydown', event => { if (event.key === '/') document.querySelector('a').focus(); })"
    )
    assert reacting(page) == ["/"]


def test_an_activity_that_is_far_down_the_map_is_seen(show: Callable[..., Page]) -> None:
    page = show(
        f"<div class='map'>{'<a href=mailto:a@b.org>x</a>' * 30}<p data-item='far'><a href='mailto:a@b.org'>Far</a></p></div>"
    )
    assert page.evaluate(NEAR) == {"far": 31}
