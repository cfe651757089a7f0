"""The accent of a site can be read on every background, and one that cannot is refused with the nearest that can."""

from __future__ import annotations

import pytest
from coloraide import Color
from world import THEME, World

from macros.pages.contrast import (
    CLEAR,
    NEEDED,
    Backgrounds,
    accent_for_the_dark,
    backgrounds,
    contrast,
    nearest,
)
from macros.publishing.exports import exports

OURS = backgrounds(THEME)
ANY = ["#ffd84d", "#00aaff", "#ff0000", "#777777", "#ffffff", "#000000", "#0a5a66", "#8a2d5b", "#00ff00"]


def test_backgrounds_are_read_from_the_stylesheet():
    assert (
        {"#fff", "#f3f5f6"} < set(OURS.light)
        and {"#12181e", "#1b232b"} < set(OURS.dark)
        and not set(OURS.light) & set(OURS.dark)
    )


@pytest.mark.parametrize(("colour", "on"), [("#0a5a66", OURS.light), ("#74cbd6", OURS.dark)])
def test_our_own_accents_are_as_clear_as_the_look_asks(colour, on):
    assert contrast(colour, on)[0] >= CLEAR


@pytest.mark.parametrize(("on", "lighter"), [(OURS.light, False), (OURS.dark, True)])
@pytest.mark.parametrize("colour", ANY)
def test_the_nearest_colour_is_clear_enough_and_barely_more(colour, on, lighter):
    better = nearest(colour, on, lighter=lighter)
    assert contrast(better, on)[0] >= NEEDED
    assert better == colour or contrast(better, on)[0] < NEEDED + 0.2


@pytest.mark.parametrize("colour", ["#ffd84d", "#00aaff", "#ff0000", "#8a2d5b"])
def test_the_nearest_colour_keeps_the_hue(colour):
    hues = [
        Color(each).convert("oklch")["hue"]
        for each in (colour, nearest(colour, OURS.light), accent_for_the_dark(colour, OURS))
    ]
    assert max(hues) - min(hues) < 8


def test_a_colour_that_is_clear_enough_is_its_own_nearest():
    assert nearest("#0a5a66", OURS.light) == "#0a5a66"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "accent: '#00aaff'",
            "6:11: colours, accent: #00aaff is hard to read on #eff0fb, a background of the light scheme: its contrast is 2.3, and text needs 4.5. "
            "The nearest colour that is clear enough is {}; put it in quotes.",
        ),
        (
            "accent: '#0a5a66'\n  accent_dark: '#0a5a66'",
            "7:16: colours, accent_dark: #0a5a66 is hard to read on #17271f, a background of the dark scheme: its contrast is 2.0, "
            "and text needs 4.5. The nearest colour that is clear enough is {}; put it in quotes.",
        ),
    ],
)
def test_a_colour_that_is_hard_to_read_is_refused_with_the_nearest(world: World, text, line):
    world.change("site.yml", "accent: '#0a5a66'\n  accent_dark: '#74cbd6'", text)
    name, _, colour = text.splitlines()[-1].strip().partition(": ")
    ((code, line_of_the_check),) = world.found()
    assert code == "contrast"
    dark = name == "accent_dark"
    better = nearest(colour.strip("'"), OURS.dark if dark else OURS.light, lighter=dark)
    assert line_of_the_check == "content/site.yml:" + line.format(better)
    world.change(
        "site.yml",
        text,
        text.replace(colour, f"'{better}'")
        if "\n" not in text
        else f"accent: '#0a5a66'\n  accent_dark: '{better}'",
    )
    assert world.check() == []


def test_the_dark_accent_can_be_left_out(world: World):
    world.change("site.yml", "  accent_dark: '#74cbd6'\n", "")
    assert world.check() == []
    assert (
        exports(world.build())["assets/colours.css"]
        == f":root{{--accent:#0a5a66;--accent-dark:{accent_for_the_dark('#0a5a66', OURS)}}}\n"
    )
    assert contrast(accent_for_the_dark("#0a5a66", OURS), OURS.dark)[0] >= CLEAR


def test_a_theme_of_its_own_is_checked_against_its_own_backgrounds(tmp_path):
    assert backgrounds(tmp_path) == Backgrounds()
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/handbook.css").write_text(
        ":root { --paper: #ffe; --wash: #eee; }\n@media (prefers-color-scheme: dark) {\n  :root { --paper: #112; }\n}\n"
    )
    assert backgrounds(tmp_path) == Backgrounds(light=("#ffe", "#eee"), dark=("#112",))
