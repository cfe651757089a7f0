"""Colours that can be read: how far an accent stands out from what it stands on, and the nearest that stands out enough.

What it stands on is read from the stylesheet, which is the one place where those colours are written.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from coloraide import Color

Scheme = Literal["light", "dark"]

STYLES = Path(__file__).parents[2] / "overrides" / "assets" / "handbook.css"
GROUND = re.compile(r"--(?:paper|[a-z-]*wash):\s*(#[0-9a-fA-F]{3,6})")
NEEDED = 4.5  # what WCAG 2.2 AA asks of text
CLEAR = 5.9  # what this handbook's own colours have
HALVINGS = 10


@cache
def grounds(scheme: Scheme, styles: Path = STYLES) -> tuple[str, ...]:
    """Every colour that links stand on in a scheme."""
    light, _, rest = styles.read_text(encoding="utf-8").partition("@media (prefers-color-scheme: dark)")
    return tuple(dict.fromkeys(GROUND.findall(light if scheme == "light" else rest.partition("\n}")[0])))


def contrast(colour: str, scheme: Scheme) -> tuple[float, str]:
    """The weakest contrast that `colour` has in a scheme, and the ground on which it has it."""
    return min((Color(colour).contrast(ground, method="wcag21"), ground) for ground in grounds(scheme))


def nearest(colour: str, scheme: Scheme, needed: float = NEEDED) -> str:
    """The colour of the same hue, as near as may be in lightness, whose contrast is at least `needed` everywhere in a scheme."""
    if contrast(colour, scheme)[0] >= needed:
        return colour
    tried = Color(colour).convert("oklch")
    weak, clear = float(tried["lightness"]), 1.0 if scheme == "dark" else 0.0
    for _ in range(HALVINGS):
        tried["lightness"] = (weak + clear) / 2
        weak, clear = (
            (weak, tried["lightness"])
            if contrast(_shown(tried), scheme)[0] >= needed
            else (tried["lightness"], clear)
        )
    tried["lightness"] = clear
    return _shown(tried)


def in_the_dark(accent: str) -> str:
    """An accent for the dark scheme, made from that of the light one."""
    return nearest(accent, "dark", CLEAR)


def _shown(colour: Color) -> str:
    return colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)
