"""The sections of a product fit together, so that a template can be made from them."""

from __future__ import annotations

import pytest
from world import World

PRODUCT = "products/book-list.yml"
SECTION = "  - heading: Books\n    covers: Every book.\n"


HERE = f"content/{PRODUCT}"


def with_section(world: World, more: str, product: str = "") -> list[tuple[str, str]]:
    """Write a section with `more` into a product, and `product` at its end, and return what the check finds."""
    world.change(PRODUCT, "  - heading: Shelves\n    covers: Each shelf.\n", f"{SECTION}{more}")
    world.add(PRODUCT, product)
    return world.found()


def test_no_columns_a_table_without_columns_is_named(world: World):
    assert with_section(world, "    kind: table\n") == [
        (
            "no-columns",
            f"{HERE}:9:11: contents 1, kind: this table has no columns. List them under “columns”.",
        )
    ]


def test_no_table_columns_of_a_section_that_is_no_table_are_named(world: World):
    assert with_section(world, "    columns: [{title: Mark}]\n") == [
        (
            "no-table",
            f"{HERE}:9:14: contents 1, columns: a section of the kind “prose” has no columns. "
            "Write “kind: table” in this section, or take the columns out.",
        )
    ]


def test_same_column_two_columns_of_one_name_are_named(world: World):
    columns = "    kind: table\n    columns: [{title: Mark}, {title: MARK}]\n"
    assert with_section(world, columns) == [
        (
            "same-column",
            f"{HERE}:10:38: contents 1, columns 2, title: another column of this table is called “Mark”. "
            "Give each its own title.",
        )
    ]


TABLE = "    kind: table\n    columns: [{title: Mark}]\n"


@pytest.mark.parametrize(
    ("section", "product", "place"),
    [("", "form: document\n", "9:15"), (TABLE, "form: spreadsheet\n", "11:15")],
)
def test_no_document_only_a_table_of_a_document_has_a_workbook_beside_it(
    world: World, section: str, product: str, place: str
):
    assert with_section(world, f"{section}    workbook: true\n", product) == [
        (
            "no-document",
            f"{HERE}:{place}: contents 1, workbook: only a table of a document has a workbook beside it. "
            "Take this out. In a spreadsheet, each table has a sheet of its own anyway.",
        )
    ]


def test_a_table_of_a_document_may_have_a_workbook_beside_it(world: World):
    assert with_section(world, f"{TABLE}    workbook: true\n", "form: document\n") == []


def test_no_values_a_choice_without_values_is_named(world: World):
    assert with_section(world, "    kind: table\n    columns: [{title: Mark, type: choice}]\n") == [
        (
            "no-values",
            f"{HERE}:10:35: contents 1, columns 1, type: this column is a choice, and nothing is there to "
            "choose from. List what a cell may hold under “values”.",
        )
    ]


def test_no_choice_values_of_a_column_that_is_no_choice_are_named(world: World):
    assert with_section(world, "    kind: table\n    columns: [{title: Mark, values: [A, B]}]\n") == [
        (
            "no-choice",
            f"{HERE}:10:37: contents 1, columns 1, values: a column of the type “text” has no values of its "
            "own. Write “type: choice”, or take the values out.",
        )
    ]


def test_no_proof_a_thing_without_a_proof_is_named(world: World):
    assert with_section(world, "", "form: thing\n") == [
        (
            "no-proof",
            f"{HERE}:12:7: form: this is a thing, and nothing says what proves that it exists. "
            "Write the proof under “proof”, or another form.",
        )
    ]


def test_a_thing_may_have_a_proof(world: World):
    assert with_section(world, "", "form: thing\nproof: It is there.\n") == []


@pytest.mark.parametrize("form", ["document", "spreadsheet"])
def test_proof_of_paper_a_proof_of_what_is_written_is_named(world: World, form: str):
    assert with_section(world, "", f"form: {form}\nproof: It is there.\n") == [
        (
            "proof-of-paper",
            f"{HERE}:13:8: proof: a {form} is its own proof. Take this out, or write “form: thing”.",
        )
    ]


def test_step_elsewhere_a_step_of_an_activity_that_does_not_make_the_product_is_named(world: World):
    assert with_section(world, "    step: carry-the-books#pack\n") == [
        (
            "step-elsewhere",
            f"warning: {HERE}:9:11: contents 1, step: the activity “Carry the books” fills this section, but "
            "does not make or update the product. Name a step of count-the-books, or add the product to the "
            "outputs of the activity.",
        )
    ]


def test_step_elsewhere_every_activity_that_makes_the_product_is_offered(world: World):
    output = "outputs:\n  - product: room-plan\n"
    world.change(
        "activities/measure-the-rooms.yml", output, f"{output}    state: draft\n  - product: book-list\n"
    )
    ((code, line),) = with_section(world, "    step: carry-the-books#pack\n")
    assert code == "step-elsewhere"
    assert "Name a step of count-the-books, measure-the-rooms, or add the product" in line


@pytest.mark.parametrize("step", ["count-the-books#count", "count-the-books"])
def test_a_section_may_name_a_step_of_an_activity_that_makes_the_product(world: World, step: str):
    assert with_section(world, f"    step: {step}\n") == []


def test_a_section_that_says_everything_is_right(world: World):
    section = (
        "    kind: table\n    prompt: Which books move?\n    step: count-the-books#count\n    drafts: [librarian]\n"
        "    checks: [librarian]\n    approves: [librarian]\n"
        "    columns: [{title: Mark}, {title: State, type: choice, values: [here, gone]}, {title: Day, type: date}]\n"
    )
    assert with_section(world, section, "form: document\nstates: [draft, signed]\n") == []


def test_unknown_id_a_role_that_does_not_exist_is_named_in_a_section(world: World):
    ((code, line),) = with_section(world, "    drafts: [nobody]\n")
    assert code == "unknown-id"
    assert line.startswith(f"{HERE}:9:14: contents 1, drafts 1: there is no role “nobody”.")


def test_question_a_prompt_without_a_question_mark_is_named(world: World):
    ((code, line),) = with_section(world, "    prompt: Which books move\n")
    assert code == "question"
    assert "a question ends in a question mark." in line


@pytest.mark.parametrize("mark", ["?", "؟", "？", "՞", ";"])
def test_a_question_may_end_as_questions_of_its_language_end(world: World, mark):
    assert with_section(world, f'    prompt: "Which books move{mark}"\n') == []


def test_question_long_a_question_of_more_than_110_characters_is_named(world: World):
    assert [code for code, _ in with_section(world, f"    prompt: {'w' * 110}?\n")] == ["question-long"]
