"""The accent of a site can be read on every background, and one that cannot is refused with the nearest that can."""

from __future__ import annotations

import pytest
from coloraide import Color
from world import World

from macros.pages.contrast import CLEAR, NEEDED, contrast, grounds, in_the_dark, nearest
from macros.publishing.exports import exports

ANY = ["#ffd84d", "#00aaff", "#ff0000", "#777777", "#ffffff", "#000000", "#0a5a66", "#8a2d5b", "#00ff00"]


def test_backgrounds_are_read_from_the_stylesheet():
    assert (
        {"#fff", "#f3f5f6"} < set(grounds("light"))
        and {"#12181e", "#1b232b"} < set(grounds("dark"))
        and not set(grounds("light")) & set(grounds("dark"))
    )


@pytest.mark.parametrize(("colour", "scheme"), [("#0a5a66", "light"), ("#74cbd6", "dark")])
def test_our_own_accents_are_as_clear_as_the_look_asks(colour, scheme):
    assert contrast(colour, scheme)[0] >= CLEAR


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ANY)
def test_the_nearest_colour_is_clear_enough_and_barely_more(colour, scheme):
    found = nearest(colour, scheme)
    assert contrast(found, scheme)[0] >= NEEDED
    assert found == colour or contrast(found, scheme)[0] < NEEDED + 0.2


@pytest.mark.parametrize("colour", ["#ffd84d", "#00aaff", "#ff0000", "#8a2d5b"])
def test_the_nearest_colour_keeps_the_hue(colour):
    hues = [
        Color(each).convert("oklch")["hue"]
        for each in (colour, nearest(colour, "light"), in_the_dark(colour))
    ]
    assert max(hues) - min(hues) < 8


def test_a_colour_that_is_clear_enough_is_its_own_nearest():
    assert nearest("#0a5a66", "light") == "#0a5a66"


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
    (said,) = world.check()
    better = nearest(colour.strip("'"), "dark" if name == "accent_dark" else "light")
    assert said == "content/site.yml:" + line.format(better)
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
        == f":root{{--accent:#0a5a66;--accent-dark:{in_the_dark('#0a5a66')}}}\n"
    )
    assert contrast(in_the_dark("#0a5a66"), "dark")[0] >= CLEAR
