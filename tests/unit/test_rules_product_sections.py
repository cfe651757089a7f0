"""The sections of a product fit together, so that a template can be made from them."""

from __future__ import annotations

import pytest
from world import World

PRODUCT = "products/book-list.yml"
SECTION = "  - heading: Books\n    covers: Every book.\n"


def with_section(world: World, more: str, product: str = "") -> tuple[list[str], list[str]]:
    """Write a section with `more` into a product, and `product` at its end, and return what the check says of it."""
    world.change(PRODUCT, "  - heading: Shelves\n    covers: Each shelf.\n", f"{SECTION}{more}")
    world.add(PRODUCT, product)
    return world.check(), world.codes()


def test_no_columns_a_table_without_columns_is_named(world: World):
    said, codes = with_section(world, "    kind: table\n")
    assert codes == ["no-columns"]
    assert "this table has no columns. List them under “columns”." in said[0]


def test_no_table_columns_of_a_section_that_is_no_table_are_named(world: World):
    said, codes = with_section(world, "    columns: [{title: Mark}]\n")
    assert codes == ["no-table"]
    assert "a section of the kind “prose” has no columns." in said[0]


def test_same_column_two_columns_of_one_name_are_named(world: World):
    said, codes = with_section(world, "    kind: table\n    columns: [{title: Mark}, {title: MARK}]\n")
    assert codes == ["same-column"]
    assert "another column of this table is called “Mark”." in said[0]


@pytest.mark.parametrize(
    ("section", "product"),
    [("", "form: document\n"), ("    kind: table\n    columns: [{title: Mark}]\n", "form: spreadsheet\n")],
)
def test_no_document_only_a_table_of_a_document_has_a_workbook_beside_it(world: World, section, product):
    said, codes = with_section(world, f"{section}    workbook: true\n", product)
    assert codes == ["no-document"]
    assert "only a table of a document has a workbook beside it." in said[0]


def test_no_values_a_choice_without_values_is_named(world: World):
    _, codes = with_section(world, "    kind: table\n    columns: [{title: Mark, type: choice}]\n")
    assert codes == ["no-values"]


def test_no_choice_values_of_a_column_that_is_no_choice_are_named(world: World):
    said, codes = with_section(world, "    kind: table\n    columns: [{title: Mark, values: [A, B]}]\n")
    assert codes == ["no-choice"]
    assert "a column of the type “text” has no values of its own." in said[0]


def test_no_proof_a_thing_without_a_proof_is_named(world: World):
    _, codes = with_section(world, "", "form: thing\n")
    assert codes == ["no-proof"]


@pytest.mark.parametrize("form", ["document", "spreadsheet"])
def test_proof_of_paper_a_proof_of_what_is_written_is_named(world: World, form):
    said, codes = with_section(world, "", f"form: {form}\nproof: It is there.\n")
    assert codes == ["proof-of-paper"]
    assert f"a {form} is its own proof." in said[0]


def test_step_elsewhere_a_step_of_an_activity_that_does_not_make_the_product_is_named(world: World):
    said, codes = with_section(world, "    step: carry-the-books#pack\n")
    assert codes == ["step-elsewhere"]
    assert "Name a step of count-the-books" in said[0]


def test_a_section_that_says_everything_is_right(world: World):
    section = (
        "    kind: table\n    prompt: Which books move?\n    step: count-the-books#count\n    drafts: [librarian]\n"
        "    checks: [librarian]\n    approves: [librarian]\n"
        "    columns: [{title: Mark}, {title: State, type: choice, values: [here, gone]}, {title: Day, type: date}]\n"
    )
    assert with_section(world, section, "form: document\nstates: [draft, signed]\n") == ([], [])


def test_unknown_id_a_role_that_does_not_exist_is_named_in_a_section(world: World):
    _, codes = with_section(world, "    drafts: [nobody]\n")
    assert codes == ["unknown-id"]


def test_question_a_prompt_without_a_question_mark_is_named(world: World):
    said, codes = with_section(world, "    prompt: Which books move\n")
    assert codes == ["question"]
    assert "a question ends in a question mark." in said[0]


@pytest.mark.parametrize("mark", ["?", "؟", "？", "՞", ";"])
def test_a_question_may_end_as_questions_of_its_language_end(world: World, mark):
    assert with_section(world, f'    prompt: "Which books move{mark}"\n') == ([], [])


def test_question_long_a_question_of_more_than_110_characters_is_named(world: World):
    _, codes = with_section(world, f"    prompt: {'w' * 110}?\n")
    assert codes == ["question-long"]
