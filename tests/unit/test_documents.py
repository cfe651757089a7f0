"""Every product is a file to take: four formats that say the same, and that nothing from content can harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from documents import HOME, SHOWN, file_of, parts, with_sections, words, written
from openpyxl import load_workbook
from world import TEMPLATES, World

from macros.commands.cli import main
from macros.model import Lesson, Phase, Product
from macros.model.product import DocumentFormat
from macros.publishing.documents.lesson_questions import MOST, bearing_on
from macros.publishing.documents.shelf import Shelf, for_role
from macros.publishing.exports import export_paths, exports

LINKS = "//*[local-name() = 'fldSimple'] | //*[local-name() = 'a' and not(ancestor::*[local-name() = 'index-body'])]"
FORMATS: tuple[DocumentFormat, ...] = ("docx", "odt", "xlsx", "ods")
SAID = (
    "Room plan",
    "Where each shelf goes.",
    "Says where it goes.",
    "The driver.",
    "Which room takes which shelf?",
    "Measure the rooms, step 1",
    "List of rooms",
    "Doors",
    "Put the picture here.",
    "Versions and state",
    "0.1",
    "agreed",
    "free",
    "=full",
    "Librarian",
    "edition 1, under CC BY 4.0",
    "Based on Old Town.",
    f"{SHOWN}products/room-plan/",
)


def form_of(form: DocumentFormat) -> str:
    return f"form: {'document' if form in ('docx', 'odt') else 'spreadsheet'}\n"


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_says_all_that_the_model_knows(world: World, form: DocumentFormat):
    found = words(file_of(with_sections(world), form), form)
    assert [text for text in SAID if text not in found] == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_content_makes_the_same_bytes(world: World, form: DocumentFormat):
    assert file_of(with_sections(world), form) == file_of(world, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_runs_nothing_and_loads_nothing(world: World, form: DocumentFormat):
    data = file_of(with_sections(world), form)
    names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert not [
        name for name in names if "vba" in name.lower() or "script" in name.lower() or "media" in name
    ]
    for tree in parts(data).values():
        external = tree.xpath("//*[@TargetMode = 'External']/@Type")
        assert {kind.rpartition("/")[2] for kind in external} <= {"hyperlink"}
        assert tree.xpath("//*[local-name() = 'f' or @*[local-name() = 'formula']]") == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://evil.example","x")',
        "+1",
        "@SUM(A1)",
        "<b>&amp;",
        "'=1",
        'x"}{ DDE cmd',
        "_x0041_",
        "خطة النقل",
        "👩‍👧 plan",
        "]]> <!-- {{ 7 * 7 }}",
        "Donaudampfschifffahrtsgesellschaft" * 2,
    ],
)
def test_a_text_stays_a_text(world: World, form: DocumentFormat, text: str):
    quoted = text.replace("'", "''")
    world.change("products/room-plan.yml", "title: Room plan", f"title: '{quoted}'")
    world.change("products/room-plan.yml", "  - heading: Rooms\n", f"  - heading: '{quoted}'\n")
    data = file_of(world, form)
    assert words(data, form).count(text) >= 2
    for tree in parts(data).values():
        commands = tree.xpath("//*[local-name() = 'instrText']/text() | //@*[local-name() = 'instr']")
        assert {word.split()[0] for word in commands} <= {"TOC", "PAGE", "NUMPAGES", "HYPERLINK"}


def test_excel_marks_a_text_that_looks_like_a_formula_as_text(world: World):
    world.change("products/room-plan.yml", "title: Room plan", "title: =1+1")
    cell = load_workbook(io.BytesIO(file_of(world, "xlsx"))).worksheets[0]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_document_has_headings_a_title_a_language_and_tables_with_a_row_of_headings(world: World):
    data = file_of(with_sections(world), "docx")
    opened = docx.Document(io.BytesIO(data))
    headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    assert headings[-4:] == ["Drawing", "Agreed", "Questions from others", "About this template"]
    assert (opened.core_properties.title, opened.core_properties.language) == ("Room plan", "en-GB")
    heads = opened.element.body.xpath("count(.//w:tbl[.//w:tblHeader and .//w:tblCaption/@w:val != ''])")
    assert heads == len(opened.tables) == 4
    assert parts(data)["word/styles.xml"].xpath("//*[local-name() = 'lang']/@*") == ["en-GB"]
    content = parts(file_of(world, "odt"))["content.xml"]
    assert len(content.xpath("//*[local-name() = 'table-header-rows']")) == 4
    assert content.xpath(
        "count(//*[local-name() = 'h' and @*[local-name() = 'outline-level'] = '1'])"
    ) == len(headings)


def test_a_product_without_a_section_to_sign_has_one_after_the_others(world: World):
    headings = [
        paragraph.text
        for paragraph in docx.Document(io.BytesIO(file_of(world, "docx"))).paragraphs
        if paragraph.style.name == "Heading 1"
    ]
    assert headings[-3:] == ["Questions from others", "Sign-off", "About this template"]


def test_the_contents_lead_to_every_heading(world: World):
    data = parts(file_of(with_sections(world), "docx"))["word/document.xml"]
    marks = data.xpath("//*[local-name() = 'bookmarkStart']/@*[local-name() = 'name']")
    assert data.xpath("//*[local-name() = 'hyperlink']/@*[local-name() = 'anchor']") == marks
    content = parts(file_of(world, "odt"))["content.xml"]
    places = content.xpath("//*[local-name() = 'bookmark']/@*[local-name() = 'name']")
    links = content.xpath("//@*[local-name() = 'href' and starts-with(., '#')]")
    assert links == [f"#{place}" for place in places]


def test_all_prompts_have_one_style_so_that_they_can_be_deleted_in_one_go(world: World):
    opened = docx.Document(io.BytesIO(file_of(with_sections(world), "docx")))
    prompts = [p.text for p in opened.paragraphs if p.style.name == "Prompt"]
    assert prompts == [
        "To answer here: Which room takes which shelf?",
        "Filled in at: Measure the rooms, step 1",
        "Checked by: Driver",
        "To answer here: All rooms.",
        "To answer here: Each door.",
        "To answer here: The house from above.",
        "Put the picture here. Give it alternative text that says what it shows.",
        "To answer here: Who agrees.",
        "Approved by: Librarian",
    ]


def test_a_spreadsheet_offers_choices_and_keeps_its_headings_in_sight(world: World):
    book = load_workbook(io.BytesIO(file_of(with_sections(world, "form: spreadsheet\n"), "xlsx")))
    assert book.sheetnames == ["About and texts", "List of rooms", "Choices"]
    rooms = book["List of rooms"]
    assert rooms.freeze_panes == "A2"
    assert [cell.value for cell in rooms[1]] == ["Room", "State", "Day", "Shelves", "Owner", "Dry"]
    offered = {str(check.sqref): check.formula1 for check in rooms.data_validations.dataValidation}
    assert sorted(offered) == ["B2:B501", "E2:E501", "F2:F501"]
    sheet, _, cells = offered["B2:B501"].rpartition("!")
    assert [cell.value for (cell,) in book[sheet.strip("'")][cells]] == ["free", "=full"]


def test_no_sheet_has_a_name_that_excel_keeps_for_itself(world: World):
    with_sections(world, "form: spreadsheet\n")
    world.change("products/room-plan.yml", "heading: List of rooms", "heading: HISTORY")
    names = load_workbook(io.BytesIO(file_of(world, "xlsx"))).sheetnames
    assert names == ["About and texts", "HISTORY 2", "Choices"]


def with_a_workbook(world: World) -> World:
    """Let a team keep one table of a document as a spreadsheet."""
    with_sections(world)
    world.change("products/room-plan.yml", "    kind: table\n", "    kind: table\n    workbook: true\n")
    return world


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_table_that_a_team_keeps_as_a_spreadsheet_has_a_workbook_beside_the_document(
    world: World, form: DocumentFormat
):
    data = file_of(with_a_workbook(world), form)
    found = words(data, form)
    wanted = ("This workbook holds the tables of the document", "=full", "Librarian", "All rooms.", "0.1")
    assert [text for text in wanted if text not in found] == []
    unwanted = ("Questions from others", "Doors", "Drawing", "Agreed")
    assert [text for text in unwanted if text in found.splitlines()] == []
    if form == "xlsx":
        assert load_workbook(io.BytesIO(data)).sheetnames == ["About and texts", "List of rooms", "Choices"]


def test_a_document_says_the_same_with_a_workbook_beside_it(world: World):
    alone = file_of(with_sections(world), "docx")
    world.change("products/room-plan.yml", "    kind: table\n", "    kind: table\n    workbook: true\n")
    assert file_of(world, "docx") == alone


def test_the_page_names_the_tables_that_a_workbook_holds(world: World):
    build = with_a_workbook(world).build()
    page = build.renderer.render(
        "product_page.html", "products/room-plan.md", record=build.handbook.get(Product, "room-plan")
    )
    assert [path for path in build.shelf.paths() if "room-plan" in path] == [
        f"documents/room-plan.{form}" for form in FORMATS
    ]
    assert 'href="../../documents/room-plan.xlsx">Excel workbook (XLSX, ' in page
    assert page.count("tables only: List of rooms</a>") == 2


def test_lessons_stand_as_questions_with_what_they_rest_on_and_their_address(world: World):
    world.add("lessons/label-every-box.yml", "question: Who labels the boxes?\n")
    for form in FORMATS:
        found = words(file_of(world, form, product="book-list"), form)
        assert "Who labels the boxes?" in found
        assert "Avoid · Old Town library, April 2009 · verified" in found
        assert "Evidence: " in found
        assert f"{SHOWN}lessons/label-every-box/" in found


def test_a_lesson_without_a_question_is_shown_by_its_title(world: World):
    assert "Label every box" in words(file_of(world, "docx", product="book-list"), "docx")


def test_the_lessons_that_most_bodies_have_seen_come_first_and_the_number_of_all_is_given(world: World):
    for number in range(MOST + 3):
        world.copy("lessons/label-every-box.yml", f"lessons/box-{number}.yml", title=f"Box {number} was lost")
    seen = "seen_again:\n  - {source: town-report, says: Again., organisation: New Town}\n"
    world.add("lessons/box-7.yml", seen)
    handbook = world.handbook()
    lessons = bearing_on(handbook, handbook.get(Product, "book-list"))
    assert (lessons[0].id, len(lessons)) == ("box-7", MOST + 4)
    assert f"{MOST + 4} lessons on this document. These {MOST} come first." in words(
        file_of(world, "odt", product="book-list"), "odt"
    )


def test_a_retired_lesson_bears_on_nothing(world: World):
    world.change("lessons/label-every-box.yml", "state: identified", "state: retired")
    handbook = world.handbook()
    assert handbook.get(Lesson, "label-every-box").state == "retired"
    assert bearing_on(handbook, handbook.get(Product, "book-list")) == []


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_no_link_has_its_own_address_as_its_words(world: World, form: DocumentFormat):
    trees = parts(file_of(world, form, product="book-list")).values()
    links = [link for tree in trees for link in tree.xpath(LINKS)]
    found = ["".join(link.itertext()) for link in links]
    assert f"{SHOWN}products/book-list/" in found
    assert [text for text in found if "://" in text] == []


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_no_text_is_set_in_bold_without_a_style_and_no_empty_line_makes_room(
    world: World, form: DocumentFormat
):
    data = parts(file_of(with_sections(world), form))
    body = data["word/document.xml" if form == "docx" else "content.xml"]
    assert body.xpath("//*[local-name() = 'rPr']/*[local-name() = 'b' or local-name() = 'i']") == []
    assert body.xpath("//@*[local-name() = 'font-weight']") == []
    outside = "not(ancestor::*[local-name() = 'tbl' or local-name() = 'table'])"
    assert body.xpath(f"//*[local-name() = 'p' and not(normalize-space()) and {outside}]") == []


def test_where_nobody_knows_the_address_of_the_site_a_file_names_the_page_and_links_nowhere(world: World):
    data = file_of(world, "docx", home="")
    assert "products/room-plan/" in words(data, "docx")
    assert b"HYPERLINK" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def test_a_handbook_of_another_name_has_its_own_words_in_its_files(world: World):
    world.change("site.yml", "title: Moving a library", "title: Our move")
    world.add("site.yml", "labels:\n  documents:\n    sign_off: Who says yes\n")
    found = words(file_of(world, "odt"), "odt")
    assert "Template from “Our move”" in found
    assert "Who says yes" in found


def test_a_thing_has_no_file_and_a_log_is_a_spreadsheet(world: World):
    handbook = world.handbook()
    shelf = Shelf(handbook, TEMPLATES, HOME)
    assert sorted(shelf.paths()) == sorted(shelf.files)
    assert sorted(shelf.files) == [
        "documents/book-list.ods",
        "documents/book-list.xlsx",
        "documents/plan.zip",
        "documents/room-plan.docx",
        "documents/room-plan.odt",
        *(f"gates/{phase}.{form}" for phase in ("move", "plan") for form in sorted(FORMATS)),
    ]


def test_the_zip_of_a_gate_holds_what_its_exit_criteria_name(world: World):
    build = world.build()
    zipped = zipfile.ZipFile(io.BytesIO(build.shelf.files["documents/plan.zip"]))
    assert zipped.namelist() == ["ods/book-list.ods", "xlsx/book-list.xlsx"]
    assert zipped.read("ods/book-list.ods") == build.shelf.files["documents/book-list.ods"]
    assert build.shelf.of_gate(build.handbook.get(Phase, "move")) is None


def test_the_site_has_every_file_and_a_copy_in_a_folder_has_no_zips(world: World):
    online = world.build()
    assert set(online.shelf.paths()) <= set(exports(online)) & set(export_paths(online))
    copy = world.build(directory=False, offline=True)
    assert {path for path in exports(copy) if path.startswith(("documents/", "gates/"))} == {
        path for path in online.shelf.paths() if not path.endswith(".zip")
    }


def test_pages_offer_the_files_with_their_format_and_size(world: World):
    renderer = world.build().renderer
    handbook = world.handbook()
    page = renderer.render(
        "product_page.html", "products/room-plan.md", record=handbook.get(Product, "room-plan")
    )
    assert 'href="../../documents/room-plan.docx">Word document (DOCX, ' in page
    thing = renderer.render("product_page.html", "products/van.md", record=handbook.get(Product, "van"))
    assert "This is not a document, so it has no template." in thing
    gate = renderer.render("phase_page.html", "phases/plan.md", record=handbook.get(Phase, "plan"))
    assert 'href="../../documents/plan.zip"' in gate
    catalogue = renderer.render(
        "products_index.html", "products/index.md", section="products", kind="product"
    )
    assert 'aria-label="Room plan, OpenDocument text (ODT, ' in catalogue


def test_a_role_has_the_products_that_it_writes_keeps_checks_or_approves(world: World):
    handbook = world.handbook()
    assert [product.id for product in for_role(handbook, "librarian")]
    assert for_role(handbook, "nobody") == []


def run(world: World, *options: str) -> tuple[int, str]:
    places = ("--content", str(world.content), "--docs", str(world.docs), "--theme", str(TEMPLATES.parent))
    done = CliRunner().invoke(main, ["documents", *places, *options])
    return done.exit_code, done.output


def test_the_command_writes_what_is_asked_for(world: World, tmp_path: Path):
    assert run(world, "--to", str(tmp_path / "all"))[0] == 0
    assert sorted(file.name for file in (tmp_path / "all").iterdir()) == [
        "book-list.ods",
        "book-list.xlsx",
        "room-plan.docx",
        "room-plan.odt",
    ]
    run(world, "--to", str(tmp_path / "one"), "--phase", "plan", "--format", "ods")
    assert [file.name for file in (tmp_path / "one").iterdir()] == ["book-list.ods"]


def test_the_command_never_replaces_a_file_that_somebody_filled_in(world: World, tmp_path: Path):
    mine = written(tmp_path, "room-plan.odt", b"mine")
    code, output = run(world, "--to", str(tmp_path))
    assert (code, mine.read_bytes()) == (1, b"mine")
    assert "1 of these files are in" in output
    assert [file.name for file in tmp_path.iterdir()] == ["room-plan.odt"]


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (("--phase", "plam"), "There is no phase “plam”. Did you mean “plan”? It is one of: plan, move."),
        (("--role", "cook"), "There is no role “cook”."),
        (("--phase", "move"), "No template fits what you asked for, so nothing was written."),
    ],
)
def test_the_command_says_what_it_cannot_do(
    world: World, tmp_path: Path, options: tuple[str, ...], answer: str
):
    code, output = run(world, "--to", str(tmp_path), *options)
    assert code == 1
    assert answer in output
