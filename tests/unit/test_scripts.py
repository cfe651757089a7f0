"""Scripts and templates agree: what a script reads from a page is written there."""

from __future__ import annotations

import re

from world import ROOT

READ = re.compile(r"dataset\.([a-zA-Z]+)")
WRITTEN = re.compile(r"dataset\.([a-zA-Z]+) (?:\|\|)?= ")


def attribute(name: str) -> str:
    """The attribute that a script reads under a name: data-read-so for readSo."""
    return "data-" + re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def test_every_attribute_that_a_script_reads_is_written_by_a_template_or_a_script():
    scripts = {file: file.read_text("utf-8") for file in (ROOT / "overrides").rglob("*.js")}
    made = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "macros").rglob("*.py")]
    templates = "\n".join(file.read_text("utf-8") for file in made)
    known = set(re.findall(r"\bdata-[a-z]+(?:-[a-z]+)*", templates))
    known |= {attribute(name) for text in scripts.values() for name in WRITTEN.findall(text)}
    missing = {
        f"{file.name} reads {attribute(name)}"
        for file, text in scripts.items()
        for name in READ.findall(text)
        if attribute(name) not in known
    }
    assert not missing
