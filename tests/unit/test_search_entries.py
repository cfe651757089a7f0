"""What the search knows of each record: its names, where it belongs, and all its words."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from test_rules_binding_rules import ruled
from vendored import HEAD, VENDOR, without_comments
from world import ROOT, World

from macros.publishing.search_entries import HEADS, TEXTS, scripts
from macros.publishing.search_stem import NAMES, STEMMERS, stem_script

# Files that others wrote, as SHA-256. The note in decisions.md says where they come from and what is changed.
VENDORED = {
    "minisearch.js": "f3502b9314062eb9267cbd347732d1707d3b43fd9ebb345481b8afacaddb95bd",
}


def read_heads(world: World) -> dict[str, Any]:
    """What the first file says, with one entry for each record."""
    heads = json.loads(scripts(world.build())[HEADS].partition("heads=")[2].removesuffix(";\n"))
    columns = heads["entries"]
    rows = zip(*columns.values(), strict=True)
    return heads | {"entries": [dict(zip(columns, row, strict=True)) for row in rows]}


@pytest.fixture
def heads(world: World) -> dict[str, Any]:
    return read_heads(world)


def entry(heads: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    return next(
        one for one in heads["entries"] if one["kind"] == kind and one["address"].rstrip("/").endswith(name)
    )


def test_every_record_with_a_page_and_every_term_is_an_entry(heads: dict[str, Any]):
    kinds = {one["kind"] for one in heads["entries"]}
    assert {"activity", "lesson", "migration", "overview", "phase", "product", "role"} <= kinds
    assert {"source", "term", "workstream", "page"} <= kinds
    assert set(heads["kinds"]) >= kinds


def test_a_term_lends_its_names_to_the_record_that_it_points_to(heads: dict[str, Any]):
    assert "SM" in entry(heads, "term", "shelf-mark")["names"]
    assert {"SM", "Shelf mark"} <= set(entry(heads, "product", "book-list")["names"])


def test_a_lesson_belongs_where_it_says_and_to_the_country_of_its_migration(heads: dict[str, Any]):
    lesson = entry(heads, "lesson", "label-every-box")
    assert lesson["in"]["phase"] and lesson["in"]["workstream"]
    assert lesson["in"]["evidence"] == ["verified"] and lesson["in"]["country"] == ["nowhere"]


def test_a_product_belongs_to_the_phase_in_which_it_is_made(heads: dict[str, Any]):
    assert entry(heads, "product", "book-list")["in"]["phase"] == ["plan"]


def test_the_number_of_a_source_is_kept_as_it_is_written(world: World):
    world.add("sources/town-report.yml", "reference: HC 463\n")
    assert entry(read_heads(world), "source", "town-report")["numbers"] == "HC 463"


def test_the_texts_hold_words_and_no_ids_dates_or_marks(world: World):
    made = scripts(world.build())
    texts = json.loads(made[TEXTS].partition("texts=")[2].removesuffix(";\n"))
    heads = read_heads(world)
    assert len(texts) == len(heads["entries"])
    page = texts[heads["entries"].index(entry(heads, "overview", "why"))]
    assert "The house was full. What came next See the plan." in page
    assert "phase/plan" not in page and "##" not in page


def test_an_activity_is_found_by_the_words_of_its_rules(world: World):
    ruled(world)
    texts = json.loads(scripts(world.build())[TEXTS].partition("texts=")[2].removesuffix(";\n"))
    heads = read_heads(world)
    page = texts[heads["entries"].index(entry(heads, "activity", "count-the-books"))]
    assert "Ask the mayor for the key." in page and "Three days before the van" in page
    assert "2021" not in page


def test_a_hand_written_page_is_found_by_its_words_and_not_by_its_macros(world: World):
    world.write_page(
        "more.md", "---\nrender_macros: true\n---\n\n# More\n\nAsk at the desk. {{ cards('x') }}\n"
    )
    made = scripts(world.build())
    texts = json.loads(made[TEXTS].partition("texts=")[2].removesuffix(";\n"))
    number = [one["title"] for one in read_heads(world)["entries"]].index("More")
    assert texts[number] == "Ask at the desk."


@pytest.mark.parametrize("name", VENDORED)
def test_a_file_that_others_wrote_is_as_it_was_when_it_was_looked_at(name: str):
    folder = ROOT / "overrides/assets/search/vendor"
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == VENDORED[name]
    assert (folder / f"{name.removesuffix('.js')}-LICENSE.txt").is_file()


def test_a_script_that_others_wrote_is_kept_without_its_comments():
    script = "// Why.\nconst a = 1; // beside\n  /** What:\n   * an *emphasis*\n   */\nconst b = '// text';\n//# map"
    assert without_comments(script) == "const a = 1; // beside\nconst b = '// text';\n"
    text = (VENDOR / "minisearch.js").read_text("utf-8")
    assert text == HEAD + without_comments(text) and "MIT licence" in HEAD


def test_a_record_is_found_by_what_else_people_call_it(world: World):
    world.add("roles/librarian.yml", "also: [keeper of books]\n")
    assert "keeper of books" in entry(read_heads(world), "role", "librarian")["names"]


def test_a_phase_is_found_by_its_number(heads: dict[str, Any]):
    assert "Phase 1" in entry(heads, "phase", "plan")["names"]


def test_who_asks_where_to_begin_finds_the_first_phase(world: World):
    world.add("site.yml", "labels:\n  search_first_phase: [where to begin]\n")
    heads = read_heads(world)
    assert "where to begin" in entry(heads, "phase", "plan")["names"]
    assert "where to begin" not in entry(heads, "phase", "move")["names"]


def test_a_handbook_gets_the_stemmer_of_its_language_and_no_other():
    assert "new GermanStemmer()" in stem_script("de-AT") and "EnglishStemmer" not in stem_script("de-AT")
    assert "new EnglishStemmer()" in stem_script("en-gb")
    assert stem_script("cy").endswith(".stemmer=null;})();\n")


def test_words_that_a_stemmer_would_mix_up_are_kept_apart_in_their_own_language():
    assert '["accessibility","accessible"]' in stem_script("en-gb")
    assert "kept.get(word)" not in stem_script("de")


def test_a_stemmer_that_changes_how_words_begin_says_so():
    changing = {name for code, name in NAMES.items() if "changesBeginnings:true" in stem_script(code)}
    assert changing == {"dutch", "irish"}


@pytest.mark.parametrize("name", sorted({*NAMES.values()}))
def test_every_stemmer_gives_its_makers_and_their_terms(name: str):
    code = next(language for language, stemmer in NAMES.items() if stemmer == name)
    assert "Redistribution and use" in stem_script(code)


def test_the_stemmers_are_as_they_were_when_they_were_looked_at():
    files = sorted(STEMMERS.glob("*.js"))
    together = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    assert {file.stem for file in files} == {"base", *NAMES.values()}
    assert together == "333fa2ce05017cdb3ba509260c386fef68a90c7295661139a38d02de1015ad79"
