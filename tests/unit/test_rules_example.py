"""A worked example fills every section of its products, and its documents agree with one another."""

from __future__ import annotations

import pytest
from documents import parts, words
from world import World

from macros.model import Example
from macros.model.product import DocumentFormat
from macros.pages.views.filled_examples import example_of, filled_parts, with_facts
from macros.publishing.search_entries import TEXTS, scripts

PRODUCT = "products/book-list.yml"
DOCUMENT = "example/book-list.yml"
ABOUT = "example/about.yml"
SECTIONS = """\
  - heading: Shelves
    covers: Each shelf.
  - heading: Books
    covers: Each book.
    kind: table
    columns:
      - {title: Mark}
      - {title: Pages, type: number}
      - {title: Bought, type: date}
      - {title: State, type: choice, values: [whole, torn]}
      - {title: Kept by, type: role}
      - {title: Lent, type: yes-no}
  - heading: Agreed
    covers: Who agrees.
    kind: sign-off
"""
FILLED = """\
title: 'Example: book list'
summary: The list of an invented library.
order: 20
product: book-list
version: "1"
state: agreed
date: '[[moving-day]]'
sections:
  - heading: Shelves
    text: There are [[shelves]].
  - heading: Books
    columns: [Mark, Pages, Bought, State, Kept by, Lent]
    rows:
      - A1 | 120 | 2020-01-31 | whole | librarian | no
      - A2 | | [[moving-day]] | | |
  - heading: Agreed
    signatures:
      - {role: librarian, says: 'agreed for [[shelves]] shelves', date: '[[moving-day]]'}
basis:
  - {source: practice}
"""
FACTS = """\
title: 'Example: about the invented library'
summary: What it moves.
order: 10
about: It has [[shelves]] shelves, [[long]] long and [[short]] short.
facts:
  - {id: moving-day, title: The day, value: "2021-03-01"}
  - {id: long, title: Long shelves, value: "1,200"}
  - {id: short, title: Short shelves, value: "300"}
  - {id: shelves, title: Shelves, value: "1,500", sum_of: [long, short]}
basis:
  - {source: practice}
"""


@pytest.fixture
def example(world: World) -> World:
    """A world with a product of three sections that an example fills."""
    world.change(PRODUCT, "  - heading: Shelves\n    covers: Each shelf.\n", SECTIONS)
    world.change(PRODUCT, "availability:", "states: [draft, agreed]\navailability:")
    world.write(DOCUMENT, FILLED)
    world.write(ABOUT, FACTS)
    return world


def test_an_example_that_fills_its_product_has_no_problems(example: World):
    assert example.check() == []


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("state: agreed", "state: torn", "unknown-state", "The states are: draft, agreed."),
        ('version: "1"\n', "", "not-filled", "a document that is filled in has “version”."),
        ("heading: Shelves", "heading: Shelfs", "unknown-heading", "Did you mean “Shelves”?"),
        ("heading: Agreed", "heading: Books", "filled-twice", "“Books” is filled in twice."),
        (
            "    text: There",
            "    rows: There",
            "wrong-kind",
            "of the kind “prose” holds “text” and nothing else.",
        ),
        ("[Mark, Pages,", "[Marks, Pages,", "unknown-column", "the table has no column “Marks”."),
        ("[Mark, Pages,", "[Pages, Pages,", "unknown-column", "“Pages” is named twice."),
        ("| librarian | no", "| librarian", "wrong-cells", "this row has 5 cells, and 6 columns are named."),
        ("| 120 |", "| many |", "wrong-cell", "“many” does not belong in the column “Pages”."),
        ("| 2020-01-31 |", "| 31/01/2020 |", "wrong-cell", "Write a date as"),
        ("| whole |", "| broken |", "wrong-cell", "Write one of: whole, torn."),
        ("| librarian | no", "| librarien | no", "wrong-cell", "Did you mean “librarian”?"),
        ("| librarian | no", "| librarian | maybe", "wrong-cell", "Write one of: yes, no."),
        (
            "shelves', date: '[[moving-day]]'",
            "shelves', date: soon",
            "wrong-cell",
            "“soon” is no date.",
        ),
        ("There are [[shelves]]", "There are [[shelfs]]", "unknown-fact", "Did you mean “shelves”?"),
        (
            "There are [[shelves]]",
            "There are [[ shelves ]]",
            "unfilled-fact",
            "“[[ shelves ]]” names no fact",
        ),
        ("There are [[shelves]]", "There are [[Shelves]]", "unfilled-fact", "“[[Shelves]]” names no fact"),
        (
            "There are [[shelves]]",
            "There are [[[shelves]]]",
            "unfilled-fact",
            "“[[[shelves]]]” names no fact",
        ),
        ("There are [[shelves]]", "There are 1,500", "typed-fact", "Write [[shelves]] in its place."),
    ],
)
def test_a_document_that_does_not_fit_its_product_is_named(example: World, old, new, code, says):
    example.change(DOCUMENT, old, new)
    said = example.check()
    assert code in example.codes()
    assert says in "\n".join(said)


def test_a_section_that_is_left_out_is_named(example: World):
    example.change(DOCUMENT, "  - heading: Shelves\n    text: There are [[shelves]].\n", "")
    assert "these sections of the product are not filled in: “Shelves”." in example.check()[0]


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ('"1,500"', '"1,400"', "wrong-sum", "the facts add up to 1,500, not to 1,400."),
        ("sum_of: [long, short]", "sum_of: [long, shirt]", "unknown-fact", "Did you mean “short”?"),
        ('"300"', '"a few"', "no-number", "“a few” is no number, so nothing can be added."),
        ("id: short", "id: long", "duplicate-id", "the shared fact “long” is written twice."),
        ("[[long]] long", "many long", "unused-fact", "no text shows the shared fact “long”."),
        (
            '"1,200"',
            '"[[short]]"',
            "unfilled-fact",
            "so readers would see “[[short]]”. Write the value itself.",
        ),
        ('"1,200"', '"[[long]]"', "unfilled-fact", "facts 2, value: no fact is filled in here"),
        ("What it moves.", "It moves [[shelves]].", "unfilled-fact", "so readers would see “[[shelves]]”."),
        ("sum_of: [long, short]", "sum_of: [shelves]", "own-sum", "cannot be a part of its own sum."),
        ("sum_of: [long, short]", "less: [long]", "no-sum", "there is no sum from which this could be taken"),
        ("order: 10", "order: 10\nversion: '1'", "no-product", "this page names no product"),
    ],
)
def test_facts_that_do_not_agree_are_named(example: World, old, new, code, says):
    example.change(ABOUT, old, new)
    said = example.check()
    assert code in example.codes()
    assert says in "\n".join(said)


def test_what_is_taken_away_from_a_sum_is_taken_away(example: World):
    example.change(ABOUT, "sum_of: [long, short]", "sum_of: [long, short, short], less: short")
    assert example.check() == []


def test_a_number_that_only_holds_the_value_of_a_fact_is_no_fact(example: World):
    example.change(DOCUMENT, "There are [[shelves]]", "There are 11,500 and 1,500.50")
    assert example.check() == []


@pytest.mark.parametrize("path", [ABOUT, DOCUMENT])
@pytest.mark.parametrize("wrong", ["colour: red\n", "title: Again\n"], ids=["field", "yaml"])
def test_a_document_that_cannot_be_read_puts_no_blame_on_the_others(example: World, path: str, wrong: str):
    example.add(path, wrong)
    assert [line.partition(":")[0] for line in example.check()] == [f"content/{path}"]


def test_a_fact_that_is_missing_is_named_once(example: World):
    example.change(DOCUMENT, "date: '[[moving-day]]'\nsections", "date: '[[movng-day]]'\nsections")
    assert [line.partition(": ")[2] for line in example.check() if "movng" in line] == [
        "date: there is no shared fact “movng-day”. Did you mean “moving-day”?"
    ]


def test_facts_are_shown_and_dates_are_written_out(example: World):
    book = example.handbook()
    shelves, books, agreed = filled_parts(book, book.get("example", "book-list"))
    assert shelves.text == "There are 1,500."
    assert books.rows[0] == ("A1", "120", "31 January 2020", "whole", "librarian", "no")
    assert books.rows[1][2] == "1 March 2021"
    assert (agreed.signatures[0].says, agreed.signatures[0].date) == (
        "agreed for 1,500 shelves",
        "1 March 2021",
    )
    assert with_facts(book, "[[moving-day]]") == "1 March 2021"


def test_a_product_knows_the_example_that_fills_it(example: World):
    book = example.handbook()
    assert example_of(book, book.get("product", "book-list")).id == "book-list"
    assert example_of(book, book.get("product", "van")) is None
    assert filled_parts(book, book.get("example", "about")) == []


def test_every_page_of_an_example_says_first_and_last_that_it_is_invented(example: World):
    build = example.build()
    for page in ("products/example/about.md", "products/example/book-list.md"):
        html = str(
            build.renderer.render(
                "example_page.html", page, record=build.handbook.get("example", page[17:-3])
            )
        )
        assert html.count("This example is invented.") == 2
    index = build.renderer.render(
        "example_index.html", "products/example/index.md", section="example", kind="example"
    )
    assert "This example is invented." in index


def test_the_search_knows_facts_by_their_value(example: World):
    words = scripts(example.build())[TEXTS]
    assert "There are 1,500." in words
    assert "[[" not in words


def test_a_handbook_without_an_example_has_a_page_that_says_so(world: World):
    build = world.build()
    index = build.renderer.render(
        "example_index.html", "products/example/index.md", section="example", kind="example"
    )
    assert "This handbook has no worked example." in index


def test_a_record_cannot_take_the_address_of_another_kind(example: World):
    example.copy("products/van.yml", "products/example.yml", title="A list of its own")
    assert "the pages of the kind “example” are at this address." in "\n".join(example.check())


@pytest.mark.parametrize("form", ["docx", "odt", "xlsx", "ods"])
def test_an_example_is_a_file_of_its_kind_that_says_it_is_invented_on_every_page(
    example: World, form: DocumentFormat
):
    example.add(PRODUCT, f"form: {'document' if form in ('docx', 'odt') else 'spreadsheet'}\n")
    data = example.build().shelf.made(f"products/example/book-list.{form}")
    found = words(data, form)
    wanted = (
        "Example: book list",
        "This example is invented.",
        "There are 1,500.",
        "1 March 2021",
        "Librarian",
        "agreed for 1,500 shelves",
        "About this example",
    )
    assert [text for text in wanted if text not in found] == []
    assert "[[" not in found
    feet = [
        tree
        for name, tree in parts(data).items()
        if "foot" in name or "sheet2" in name or name == "styles.xml"
    ]
    assert feet and all("This example is invented." in "".join(foot.itertext()) for foot in feet)


def test_the_page_of_an_example_offers_its_files_but_not_in_a_copy_or_where_nothing_is_filled_in(
    example: World,
):
    def page(name: str, *, offline: bool = False) -> str:
        build = example.build(directory=not offline, offline=offline)
        record = build.handbook.get(Example, name)
        return build.renderer.render("example_page.html", f"products/example/{name}.md", record=record)

    assert "Take this example as a file" in page("book-list")
    assert 'book-list.xlsx">Excel workbook (XLSX, ' in page("book-list")
    assert "Take this example as a file" not in page("about")
    assert "Take this example as a file" not in page("book-list", offline=True)
    assert not [
        path for path in example.build(directory=False, offline=True).shelf.paths() if "example" in path
    ]
