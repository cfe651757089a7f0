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
    ("old", "new", "code", "line"),
    [
        (
            "state: agreed",
            "state: torn",
            "unknown-state",
            "6:8: state: “torn” is no state of this product. The states are: draft, agreed.",
        ),
        (
            'version: "1"\n',
            "",
            "not-filled",
            "1:1: a document that is filled in has “version”. Add “version”.",
        ),
        (
            "date: '[[moving-day]]'\nsections",
            "sections",
            "not-filled",
            "1:1: a document that is filled in has “date”. Add “date”.",
        ),
        (
            "    text: There",
            "    rows: There",
            "wrong-kind",
            "9:5: sections 1: a section of the kind “prose” holds “text” and nothing else. Write “text” here.",
        ),
        (
            "[Mark, Pages,",
            "[Marks, Pages,",
            "unknown-column",
            "12:15: sections 2, columns 1: the table has no column “Marks”. Did you mean “Mark”?",
        ),
        (
            "[Mark, Pages,",
            "[Zzz, Pages,",
            "unknown-column",
            "12:15: sections 2, columns 1: the table has no column “Zzz”. "
            "Its columns are: Mark, Pages, Bought, State, Kept by, Lent.",
        ),
        (
            "[Mark, Pages,",
            "[Mark, Mark,",
            "unknown-column",
            "12:21: sections 2, columns 2: “Mark” is named twice. Keep one of the two.",
        ),
        (
            "| librarian | no",
            "| librarian",
            "wrong-cells",
            "14:9: sections 2, rows 1: this row has 5 cells, and 6 columns are named. "
            "Write “ | ” between two cells.",
        ),
        (
            "| 120 |",
            "| many |",
            "wrong-cell",
            "14:9: sections 2, rows 1: “many” does not belong in the column “Pages”. Write a number.",
        ),
        (
            "| 2020-01-31 |",
            "| 31/01/2020 |",
            "wrong-cell",
            "14:9: sections 2, rows 1: “31/01/2020” does not belong in the column “Bought”. "
            "Write a date as 2032-09-06.",
        ),
        (
            "| whole |",
            "| broken |",
            "wrong-cell",
            "14:9: sections 2, rows 1: “broken” does not belong in the column “State”. "
            "Write one of: whole, torn.",
        ),
        (
            "| librarian | no",
            "| librarien | no",
            "wrong-cell",
            "14:9: sections 2, rows 1: “librarien” does not belong in the column “Kept by”. "
            "Did you mean “librarian”?",
        ),
        (
            "| librarian | no",
            "| zzz | no",
            "wrong-cell",
            "14:9: sections 2, rows 1: “zzz” does not belong in the column “Kept by”. Write the id of a role.",
        ),
        (
            "| librarian | no",
            "| librarian | maybe",
            "wrong-cell",
            "14:9: sections 2, rows 1: “maybe” does not belong in the column “Lent”. Write one of: yes, no.",
        ),
        (
            "date: '[[moving-day]]'\nsections",
            "date: soon\nsections",
            "wrong-cell",
            "7:7: date: “soon” is no date. Write a date as 2032-09-06.",
        ),
        (
            "shelves', date: '[[moving-day]]'",
            "shelves', date: soon",
            "wrong-cell",
            "18:73: sections 3, signatures 1, date: “soon” is no date. Write a date as 2032-09-06.",
        ),
        (
            "There are [[shelves]]",
            "There are [[shelfs]]",
            "unknown-fact",
            "10:11: sections 1, text: there is no shared fact “shelfs”. Did you mean “shelves”?",
        ),
    ],
)
def test_a_document_that_does_not_fit_its_product_is_named(example: World, old, new, code, line):
    example.change(DOCUMENT, old, new)
    assert example.found() == [(code, f"content/{DOCUMENT}:{line}")]


@pytest.mark.parametrize("typed", ["[[ shelves ]]", "[[Shelves]]", "[[[shelves]]]"])
def test_what_only_looks_like_the_name_of_a_fact_is_named(example: World, typed: str):
    example.change(DOCUMENT, "There are [[shelves]]", f"There are {typed}")
    assert example.found() == [
        (
            "unfilled-fact",
            f"content/{DOCUMENT}:10:11: sections 1, text: “{typed}” names no fact, so readers would see it as "
            "it is. Write the id of a fact between two brackets on each side, without spaces.",
        )
    ]


@pytest.mark.parametrize("kind", ["number", "money"])
def test_a_column_of_numbers_or_money_holds_numbers(example: World, kind: str):
    example.change(PRODUCT, "{title: Pages, type: number}", f"{{title: Pages, type: {kind}}}")
    example.change(DOCUMENT, "| 120 |", "| £1,240.50 |")
    assert example.check() == []
    example.change(DOCUMENT, "| £1,240.50 |", "| a lot |")
    assert example.check() == [
        f"content/{DOCUMENT}:14:9: sections 2, rows 1: “a lot” does not belong in the column “Pages”. "
        "Write a number."
    ]


@pytest.mark.parametrize(("name", "value"), [("shelves", "1,500"), ("short", "300")])
def test_the_value_of_a_fact_that_is_typed_by_hand_is_named(example: World, name: str, value: str):
    example.change(DOCUMENT, "There are [[shelves]]", f"There are {value}")
    assert example.found() == [
        (
            "typed-fact",
            f"warning: content/{DOCUMENT}:10:11: sections 1, text: “{value}” is typed by hand here. "
            f"Write [[{name}]] in its place. If it is something else, let it differ.",
        )
    ]


@pytest.mark.parametrize("value", ["12", "Old Town"])
def test_a_short_value_or_one_without_a_digit_may_be_typed(example: World, value: str):
    example.change(ABOUT, "facts:\n", f"facts:\n  - {{id: other, title: Other, value: '{value}'}}\n")
    example.change(ABOUT, "It has", "In [[other]] it has")
    example.change(DOCUMENT, "There are [[shelves]]", f"There are {value}")
    assert example.check() == []


def test_sections_that_are_left_out_are_named_together(example: World):
    start = example.read(DOCUMENT).index("  - heading: Books")
    example.write(DOCUMENT, example.read(DOCUMENT)[:start] + "basis:\n  - {source: practice}\n")
    assert example.found() == [
        (
            "not-filled",
            f"content/{DOCUMENT}:9:3: sections: these sections of the product are not filled in: "
            "“Books”, “Agreed”. Add each of them.",
        )
    ]


def test_a_section_that_the_product_has_not_is_named(example: World):
    example.change(DOCUMENT, "heading: Shelves", "heading: Shelfs")
    assert example.found() == [
        (
            "not-filled",
            f"content/{DOCUMENT}:9:3: sections: these sections of the product are not filled in: “Shelves”. "
            "Add each of them.",
        ),
        (
            "unknown-heading",
            f"content/{DOCUMENT}:9:14: sections 1, heading: the product has no section “Shelfs”. "
            "Did you mean “Shelves”?",
        ),
    ]


def test_a_section_that_is_filled_in_twice_is_named(example: World):
    example.change(DOCUMENT, "basis:", "  - {heading: Shelves, text: Again.}\nbasis:")
    assert example.found() == [
        (
            "filled-twice",
            f"content/{DOCUMENT}:19:15: sections 4, heading: “Shelves” is filled in twice. "
            "Keep one of the two.",
        )
    ]


TYPED = "no fact is filled in here, so readers would see"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (
            '"1,500"',
            '"1,400"',
            "wrong-sum",
            "9:42: facts 4, value: the facts add up to 1,500, not to 1,400. Correct one of them.",
        ),
        (
            "sum_of: [long, short]",
            "sum_of: [long, shirt]",
            "unknown-fact",
            "9:66: facts 4, sum_of 2: there is no shared fact “shirt”. Did you mean “short”?",
        ),
        (
            "sum_of: [long, short]",
            "sum_of: [long, short], less: [shirt]",
            "unknown-fact",
            "9:81: facts 4, less 1: there is no shared fact “shirt”. Did you mean “short”?",
        ),
        (
            '"300"',
            '"a few"',
            "no-number",
            "9:5: facts 4: “a few” is no number, so nothing can be added. Write the fact “short” as a number.",
        ),
        (
            "facts:\n",
            "facts:\n  - {id: long, title: Long again, value: '12'}\n",
            "duplicate-id",
            "8:10: facts 3, id: the shared fact “long” is written twice. Keep one of the two.",
        ),
        (
            "[[long]] long",
            "many long",
            "unused-fact",
            "7:5: facts 2: no text shows the shared fact “long”. "
            "Write [[long]] where it belongs, or take the fact out.",
        ),
        (
            '"1,200"',
            '"[[short]]"',
            "unfilled-fact",
            f"7:44: facts 2, value: {TYPED} “[[short]]”. Write the value itself.",
        ),
        (
            '"1,200"',
            '"[[long]]"',
            "unfilled-fact",
            f"7:44: facts 2, value: {TYPED} “[[long]]”. Write the value itself.",
        ),
        (
            "What it moves.",
            "It moves [[shelves]].",
            "unfilled-fact",
            f"2:10: summary: {TYPED} “[[shelves]]”. Write the value itself.",
        ),
        (
            "sum_of: [long, short]",
            "sum_of: [shelves]",
            "own-sum",
            "9:59: facts 4, sum_of: “shelves” cannot be a part of its own sum. Take it out of the sum.",
        ),
        (
            "sum_of: [long, short]",
            "less: [long]",
            "no-sum",
            "9:57: facts 4, less: there is no sum from which this could be taken away. "
            "Say what adds up, in “sum_of”.",
        ),
        (
            "order: 10",
            "order: 10\nversion: '1'",
            "no-product",
            "4:10: version: this page names no product, so it is no document. "
            "Name the product, or take “version” out.",
        ),
    ],
)
def test_facts_that_do_not_agree_are_named(example: World, old, new, code, line):
    example.change(ABOUT, old, new)
    begin = "warning: " if code == "unused-fact" else ""
    assert (code, f"{begin}content/{ABOUT}:{line}") in example.found()


def test_a_fact_may_be_nought_in_a_sum(example: World):
    example.change(ABOUT, "facts:\n", "facts:\n  - {id: lost, title: Lost, value: '0'}\n")
    example.change(ABOUT, "It has", "Of [[lost]], it has")
    example.change(ABOUT, "sum_of: [long, short]", "sum_of: [long, short, lost], less: [lost]")
    assert example.check() == []


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
    assert (
        "id-in-use",
        "content/products/example.yml:1:1: the pages of the kind “example” are at this address. "
        "Give the file another name.",
    ) in example.found()


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
