"""The stemmer of the search: it cuts the endings of words in the language of the handbook.

The files in `stemmers/` were made by the Snowball project. A language without one is searched by whole words.
"""

from __future__ import annotations

from pathlib import Path

SCRIPT = "assets/search-stem.js"
STEMMERS = Path(__file__).with_name("stemmers")
# The name of the stemmer of each language, by its code.
NAMES = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "sv": "swedish",
}


def stem_script(language: str) -> str:
    """Return the script that gives the search the stemmer of `language`, or none."""
    name = NAMES.get(language.partition("-")[0].lower())
    if name is None:
        return _given("null", "")
    maker = f"{name.capitalize()}Stemmer"
    code = "\n".join((STEMMERS / f"{file}.js").read_text(encoding="utf-8").strip() for file in ("base", name))
    return _given(f"new {maker}()", f"var BaseStemmer,{maker};\n{code}\n")


def _given(stemmer: str, before: str) -> str:
    licence = (STEMMERS / "LICENSE.txt").read_text(encoding="utf-8").strip() if before else ""
    notice = f"/* Snowball, from snowballstem.org\n{licence} */\n" if licence else ""
    search = "(window.handbookSearch=window.handbookSearch||{})"
    return f"{notice}(()=>{{{before}{search}.stemmer={stemmer};}})();\n"
