"""Nothing is lost for those who read differently: without scripts, in forced colours, with less motion, large, with more space."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kinds import chosen
from playwright.sync_api import Page, expect
from test_walks import PAGES

Open = Callable[..., Page]
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
# Text whose box cuts it off. What is hidden from the eye on purpose, and boxes that can be scrolled, are no loss.
CUT = """() => [...document.querySelectorAll('body *')].filter(e => {
  if (e.closest('.unseen, .skip, svg, option, noscript, table[role] thead') || !e.checkVisibility()) return false;
  const style = getComputedStyle(e);
  const wide = style.overflowX === 'hidden' || style.overflowX === 'clip', high = style.overflowY === 'hidden' || style.overflowY === 'clip';
  return (wide && e.scrollWidth > e.clientWidth + 1) || (high && e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 100))"""
# Text that reaches out of the window at the side, outside of boxes that can be scrolled.
OUT = """() => { const range = document.createRange(), out = node => { range.selectNodeContents(node); const box = range.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; };
  return [...document.querySelectorAll('main *, header *, footer *')].filter(e => !e.closest('.scroller, .unseen, .skip, svg, select') && e.checkVisibility()
    && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim() && out(n))).map(e => e.outerHTML.slice(0, 100)); }"""
# Signs and drawings in the colour of the page behind them.
GONE = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor, lost = colour => colour === canvas || colour === 'none';
  return [...document.querySelectorAll('.shape, .track path, .icon *, .timeline .solid, .timeline .live, .timeline .stone, .timeline .unsure')]
    .filter(e => e.checkVisibility() && lost(getComputedStyle(e).fill) && lost(getComputedStyle(e).stroke))
    .concat([...document.querySelectorAll('.proof, .stream')].filter(e => { const sign = getComputedStyle(e, '::before'); return sign.borderTopStyle === 'none' || lost(sign.borderTopColor); }))
    .map(e => e.outerHTML.slice(0, 90));
}"""
# Links to a part of the page that nobody can see.
NOWHERE = """() => [...document.querySelectorAll('.on-page a, .jump a')].filter(a => a.checkVisibility()
  && !document.getElementById(decodeURIComponent(a.hash.slice(1)))?.checkVisibility()).map(a => a.textContent)"""
# What moves or fades.
MOVING = """() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
  return s.animationName !== 'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0) && s.transitionProperty !== 'none'; }).map(e => e.tagName)"""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_at_400_per_cent_and_with_more_space_nothing_is_cut_off(
    open_page: Open, served: str, path: str
) -> None:
    page = open_page(served + path, width=320, bypass_csp=True)
    assert page.evaluate(CUT) == []
    page.add_style_tag(content=SPACED)
    assert page.evaluate(CUT) == []
    assert page.evaluate(OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "path",
    ["", "navigate/", "timeline/", "lessons/", "activities/rehearse-the-load/"],
    ids=lambda path: path or "home",
)
def test_in_forced_colours_signs_and_drawings_are_visible(open_page: Open, served: str, path: str) -> None:
    page = open_page(served + path, forced_colors="active")
    assert page.evaluate(GONE) == []


def test_in_forced_colours_the_page_one_is_on_is_marked(open_page: Open, served: str) -> None:
    page = open_page(f"{served}phases/mobilise/", forced_colors="active")
    here = page.locator(".siblings a[aria-current=page]").evaluate("e => getComputedStyle(e).outlineStyle")
    there = page.locator(".siblings a:not([aria-current])").first.evaluate(
        "e => getComputedStyle(e).outlineStyle"
    )
    assert (here, there) == ("solid", "none")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    lines = [
        entry.evaluate("e => [e.hasAttribute('aria-current'), getComputedStyle(e).borderBottomColor]")
        for entry in page.locator(".top__nav a").all()
    ]
    assert {current for current, colour in lines if colour != ground} == {True}


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves(open_page: Open, served: str, motion: str) -> None:
    page = open_page(f"{served}navigate/", reduced_motion=motion)
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize(
    "path", ["", "lessons/", "navigate/", "timeline/", "search/"], ids=lambda path: path or "home"
)
def test_without_scripts_the_menu_is_open_and_the_dark_scheme_stays(
    open_page: Open, served: str, path: str
) -> None:
    page = open_page(served + path, scripts=False, width=320, scheme="dark")
    expect(page.locator(".top__nav a").last).to_be_visible()
    expect(page.locator(".top__menu")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 30)"


def test_without_scripts_what_is_on_the_page_names_only_what_is_there(
    open_page: Open, served: str, site: Path
) -> None:
    page = open_page(served, scripts=False)
    wrong = {}
    for path in chosen(site, 1):
        page.goto(served + path)
        wrong[path] = page.evaluate(NOWHERE)
    assert {path: lost for path, lost in wrong.items() if lost} == {}
