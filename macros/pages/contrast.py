"""Colours that can be read: how clearly one is seen on its backgrounds, and the nearest that is clear
enough.

The backgrounds are read from the stylesheet, which is the one place where they are written. So a handbook
with a theme of its own is checked against its own backgrounds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coloraide import Color

STYLESHEET = "assets/handbook.css"  # in the folder of the theme
NEEDED = 4.5  # the least contrast that WCAG 2.2 AA asks of text (success criterion 1.4.3)
CLEAR = 5.9  # the contrast that our own colours have
HIGHEST = 21.0  # black on white; there is no higher contrast
HALVINGS = 10  # after these, the lightness is known to a thousandth

_BACKGROUND = re.compile(r"--(?:paper|[a-z-]*wash):\s*(#[0-9a-fA-F]{3,6})")
_DARK = "@media (prefers-color-scheme: dark)"


@dataclass(frozen=True)
class Backgrounds:
    """Every colour behind a link, in the light and in the dark scheme."""

    light: tuple[str, ...] = ()
    dark: tuple[str, ...] = ()


def backgrounds(theme: Path) -> Backgrounds:
    """Read the backgrounds from the stylesheet in the folder `theme`. There are none where it has no such
    file.
    """
    file = theme / STYLESHEET
    if not file.is_file():
        return Backgrounds()
    light, _, rest = file.read_text(encoding="utf-8").partition(_DARK)
    dark = rest.partition("\n}")[0]
    return Backgrounds(_unique(_BACKGROUND.findall(light)), _unique(_BACKGROUND.findall(dark)))


def contrast(colour: str, on: Sequence[str]) -> tuple[float, str]:
    """Return the weakest contrast of `colour` with the backgrounds in `on`, and the background with which it
    has it.
    """
    contrasts = ((Color(colour).contrast(background, method="wcag21"), background) for background in on)
    return min(contrasts, default=(HIGHEST, ""))


def nearest(colour: str, on: Sequence[str], needed: float = NEEDED, *, lighter: bool = False) -> str:
    """Return the colour of the same hue whose contrast with every background in `on` is at least `needed`.

    It is as near to `colour` as possible in lightness: darker, or with `lighter`, as the dark scheme needs,
    lighter.
    """
    if contrast(colour, on)[0] >= needed:
        return colour
    candidate = Color(colour).convert("oklch")
    weak = float(candidate["lightness"])
    clear = 1.0 if lighter else 0.0
    for _ in range(HALVINGS):
        middle = (weak + clear) / 2
        candidate["lightness"] = middle
        if contrast(_hex(candidate), on)[0] >= needed:
            clear = middle
        else:
            weak = middle
    candidate["lightness"] = clear
    return _hex(candidate)


def accent_for_the_dark(accent: str, theme: Backgrounds) -> str:
    """Return an accent for the dark scheme, made from the accent of the light one."""
    return nearest(accent, theme.dark, CLEAR, lighter=True)


def _unique(colours: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(colours))


def _hex(colour: Color) -> str:
    return colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)
