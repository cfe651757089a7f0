"""How the files of products look: pages on their side, widths of columns, a front page, and the foot of each page."""

from __future__ import annotations

import io

import docx
import odfdo
import pytest
from documents import file_of, parts, with_sections
from openpyxl import load_workbook
from world import World

from macros.model.product import DocumentFormat
from macros.publishing.documents.blocks import UPRIGHT, Column, Table
from macros.publishing.documents.sheet_layout import ACROSS
from macros.publishing.documents.workbooks import printed

WIDE = """\
  - heading: Every book
    covers: Each book on the day.
    kind: table
    columns:
      - {title: No., type: reference}
"""
TITLES = ("Author", "Title", "Room before", "Room after", "Carried by", "Box", "Damage", "Repair", "Remarks")


def with_a_wide_table(world: World) -> World:
    """Put a table that is too wide for an upright page between two sections."""
    with_sections(world)
    columns = "".join(f"      - {{title: {title}}}\n" for title in TITLES)
    world.change("products/room-plan.yml", "  - heading: Doors\n", f"{WIDE}{columns}  - heading: Doors\n")
    return world


def test_no_word_of_a_heading_is_cut_in_a_sheet(world: World):
    with_sections(world, "form: spreadsheet\n")
    world.change(
        "products/room-plan.yml", "{title: Dry, type: yes-no}", "{title: Confirmed by, type: yes-no}"
    )
    sheet = load_workbook(io.BytesIO(file_of(world, "xlsx")))["List of rooms"]
    assert sheet.column_dimensions["F"].width == len("Confirmed") + 3


def test_a_wide_table_has_a_page_on_its_side_in_word_and_the_next_section_an_upright_one(world: World):
    opened = docx.Document(io.BytesIO(file_of(with_a_wide_table(world), "docx")))
    sizes = [(section.orientation, section.page_width > section.page_height) for section in opened.sections]
    assert sizes == [(0, False), (1, True), (0, False)]
    assert {section.footer.paragraphs[0].text[:9] for section in opened.sections} == {"Room plan"}
    turned = opened.element.body.xpath("//w:sectPr[.//w:pgSz/@w:orient]/preceding::w:tbl[1]/*//w:tblCaption")
    assert [caption.values() for caption in turned] == [["Every book"]]


def test_a_wide_table_has_a_page_on_its_side_in_open_document(world: World):
    data = parts(file_of(with_a_wide_table(world), "odt"))
    body = odfdo.Document(io.BytesIO(file_of(world, "odt"))).body
    pages = {
        each.get_attribute("style:name"): each.get_attribute("style:master-page-name")
        for each in odfdo.Document(io.BytesIO(file_of(world, "odt"))).get_styles("paragraph", automatic=True)
    }
    begun = {heading.inner_text: pages.get(heading.style) for heading in body.headers}
    assert {heading: page for heading, page in begun.items() if page} == {
        "Every book": "Side",
        "Doors": "Standard",
    }
    names = data["styles.xml"].xpath("//*[local-name() = 'master-page']/@*[local-name() = 'name']")
    assert names == ["Standard", "Side"]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_document_without_a_wide_table_turns_no_page(world: World, form: DocumentFormat):
    data = parts(file_of(with_sections(world), form))
    assert not any(tree.xpath("//@*[local-name() = 'orient' or . = 'Side']") for tree in data.values())


def test_a_mark_by_which_rows_are_found_takes_less_room_than_a_text():
    assert Column("No.", "reference").weight < Column("No.").weight
    narrow = Table("Books", tuple(Column("No.", "reference") for _ in range(UPRIGHT // 2)))
    assert not narrow.wide
    assert Table("Books", (*narrow.columns, Column("Title"))).wide


def test_texts_share_what_other_columns_of_a_register_leave(world: World):
    world.add("products/room-plan.yml", "form: spreadsheet\n")
    book = load_workbook(io.BytesIO(file_of(with_a_wide_table(world), "xlsx")))

    def widths(name: str) -> list[float]:
        runs = book[name].column_dimensions.values()
        return [
            run.width for run in sorted(runs, key=lambda run: run.min) for _ in range(run.min, run.max + 1)
        ]

    assert widths("Every book") == [12, *[24] * len(TITLES)]
    few = widths("List of rooms")
    assert few[0] == 40
    assert sum(few) < ACROSS


def test_contents_begin_a_page_so_that_the_first_is_a_front_page(world: World):
    styles = parts(file_of(world, "docx"))["word/styles.xml"]
    broken = styles.xpath("//*[local-name() = 'style'][.//*[local-name() = 'pageBreakBefore']]")
    assert [style.xpath("@*[local-name() = 'styleId']") for style in broken] == [["TOCHeading"]]
    opened = parts(file_of(world, "odt"))["styles.xml"]
    broken = opened.xpath("//*[@*[local-name() = 'break-before'] = 'page']/../@*[local-name() = 'name']")
    assert broken == ["Contents_20_Heading"]


def test_a_place_to_write_in_is_inside_a_paragraph_because_libreoffice_reads_no_other(world: World):
    body = parts(file_of(with_sections(world), "docx"))["word/document.xml"]
    asked = body.xpath("//*[local-name() = 'sdt'][.//*[local-name() = 'showingPlcHdr']]")
    assert len(asked) > 5
    assert {each.getparent().tag.rpartition("}")[2] for each in asked} == {"p"}


@pytest.mark.parametrize("form", ["docx", "odt", "xlsx", "ods"])
def test_the_foot_of_each_page_names_file_and_edition_and_counts_pages(world: World, form: DocumentFormat):
    world.change("products/room-plan.yml", "title: Room plan", "title: Rooms & plan")
    data = parts(file_of(with_sections(world), form))
    if form == "xlsx":
        book = load_workbook(io.BytesIO(file_of(world, "xlsx")))
        foot = book.worksheets[0].oddFooter.left.text
        assert foot == "Rooms && plan · Moving a library, 1 · Page &P of &N"
        return
    place = {"docx": "word/footer1.xml", "odt": "styles.xml", "ods": "styles.xml"}[form]
    foot = data[place].xpath("//*[local-name() = 'ftr' or local-name() = 'footer']")[0]
    assert "".join(foot.itertext()).strip() == "Rooms & plan · Moving a library, 1 · Page 1 of 1"


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_register_is_printed_with_lines_between_its_cells(world: World, form: DocumentFormat):
    data = parts(file_of(with_sections(world, "form: spreadsheet\n"), form))
    if form == "xlsx":
        lines = [
            bool(tree.xpath("//*[@gridLines = '1']")) for path, tree in data.items() if "sheets/s" in path
        ]
        assert lines == [False, True, False]
        return
    styled = data["content.xml"].xpath(
        "//*[local-name() = 'table']/@*[local-name() = 'style-name' and namespace-uri() != '']"
    )
    assert styled == ["Sheet", "Register"]
    assert data["styles.xml"].xpath("//@*[local-name() = 'print'][contains(., 'grid')]")


LONG = "Rooms " + "and more & more rooms " * 20


def test_word_and_excel_get_no_more_than_they_take(world: World):
    with_sections(world)
    world.change("products/room-plan.yml", "heading: Doors", f"heading: {LONG[:75].strip()}")
    body = parts(file_of(world, "docx"))["word/document.xml"]
    names = body.xpath("//*[local-name() = 'alias']/@*")
    assert names and max(map(len, names)) <= 64
    assert len("&L" + printed(LONG) + " · Page &P of &N") <= 255
    assert printed("A & B") == "A && B"


def test_a_long_label_has_room_before_its_text(world: World):
    short = parts(file_of(world, "odt"))["styles.xml"]
    world.add("site.yml", "labels:\n  audience: Everybody who reads this document\n")
    long = parts(file_of(world, "odt"))["styles.xml"]

    def indent(styles: object) -> str:
        (fact,) = styles.xpath("//*[local-name() = 'style' and @*[local-name() = 'name'] = 'Fact']/*[1]")
        return fact.xpath("string(@*[local-name() = 'margin-left'])")

    assert (indent(short), indent(long)) == ("40mm", "80mm")
