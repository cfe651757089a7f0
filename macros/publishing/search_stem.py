"""The stemmer of the search: it cuts the endings of words in the language of the handbook.

The files in `stemmers/` were made by the Snowball project. A language without one is searched by whole words.
"""

from __future__ import annotations

import json
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
# Words of which a stemmer leaves so little that words of another meaning look the same. It leaves “access” of
# “accessible”, so a question about disabled people found the rights of users.
KEPT = {
    "en": {
        "accessible": ["accessible", "accessibly", "accessibility"],
        "active": ["active", "actively"],
        "authority": ["authority", "authorities"],
        "consultant": ["consultant", "consultants", "consultancy", "consultancies"],
        "important": ["important", "importantly", "importance"],
        "positive": ["positive", "positively"],
        "secondment": ["secondment", "secondments", "secondee", "secondees", "seconded"],
    },
}
# Stemmers that change the beginning of a word as well. With any other, words with one stem begin alike,
# and a question needs only the words that begin as its own do.
CHANGE_BEGINNINGS = ("dutch", "irish")


def stem_script(language: str) -> str:
    """Return the script that gives the search the stemmer of `language`, or none."""
    code = language.partition("-")[0].lower()
    name = NAMES.get(code)
    if name is None:
        return _given("null", "")
    maker = f"{name.capitalize()}Stemmer"
    script = "\n".join(
        (STEMMERS / f"{file}.js").read_text(encoding="utf-8").strip() for file in ("base", name)
    )
    made = _keeping(f"new {maker}()", code)
    if name in CHANGE_BEGINNINGS:
        made = f"Object.assign({made},{{changesBeginnings:true}})"
    return _given(made, f"var BaseStemmer,{maker};\n{script}\n")


def _keeping(stemmer: str, code: str) -> str:
    """Give a stemmer that leaves the words of `KEPT` apart from others."""
    kept = {word: stem for stem, words in KEPT.get(code, {}).items() for word in words}
    if not kept:
        return stemmer
    wrapped = "((kept,other)=>({stemWord:word=>kept.get(word)||other.stemWord(word)}))"
    return f"{wrapped}(new Map({json.dumps([*kept.items()], separators=(',', ':'))}),{stemmer})"


def _given(stemmer: str, before: str) -> str:
    licence = (STEMMERS / "LICENSE.txt").read_text(encoding="utf-8").strip() if before else ""
    notice = f"/* Snowball, from snowballstem.org\n{licence} */\n" if licence else ""
    search = "(window.handbookSearch=window.handbookSearch||{})"
    return f"{notice}(()=>{{{before}{search}.stemmer={stemmer};}})();\n"
