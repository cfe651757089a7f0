"""A workbook is read as it shows: number formats, what they hide, heads of pages, and what is no workbook at all."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook
from test_import_logs import BOXES, DOORS, log, run, written
from test_sheets_workbooks import changed, one_sheet, opendocument, saved, texts
from world import World

from macros.refusal import Refusal
from macros.sheets.files.number_formats import shown_number
from macros.sheets.files.opening import open_table

ACCOUNTS = '_-"£"* #,##0.00_-;\\-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        ("1200", '"£"#,##0', "£1200"),
        ("1250000.5", "[$£-809]#,##0.00", "£1250000.5"),
        ("-40", '"£"#,##0', "-£40"),
        ("-40", "[$£-809]#,##0;[Red]-[$£-809]#,##0", "-£40"),
        ("99", "[$$-409]#,##0.00", "$99"),
        ("7", "#,##0.00 [$€-407]", "7 €"),
        ("14", '0" days"', "14 days"),
        ("3500000", '#,##0.0,,"m"', "3.5m"),
        ("3500000", "£0.0,\\k", "£3500k"),
        ("7", '"LL-"000', "LL-007"),
        ("7.5", "00.0", "07.5"),
        ("1", '"Yes";;"No"', "Yes"),
        ("0", '"Yes";;"No"', "No"),
        ("-1", '"Yes";;"No"', "-1"),
        ("5", '[>=1]"Yes";"No"', "Yes"),
        ("0", '[=0]"none yet";[=1]"one box";0" boxes"', "none yet"),
        ("1", '[=0]"none yet";[=1]"one box";0" boxes"', "one box"),
        ("17", '[=0]"none yet";[=1]"one box";0" boxes"', "17 boxes"),
        ("-4", '[Blue][<0]0" short";0" over"', "-4 short"),
        ("9", '[<=3]"low";[=4]"fair"', "9"),
        ("1.25", "[h]:mm", "30:00:00"),
        ("1.5", "[mm]:ss", "36:00:00"),
        ("-7", "#,##0_);[Red](#,##0)", "(7)"),
        ("-7", "0;0", "-7"),
        ("1200", ACCOUNTS, "£1200"),
        ("-1200", ACCOUNTS, "-£1200"),
        ("0", ACCOUNTS, "£0"),
        ("0.256", "0%", "25.6%"),
        ("0.5", "# ?/?", "0.5"),
        ("12", "@", "12"),
        ("2", '"a;b" 0', "a;b 2"),
    ],
)
def test_a_number_keeps_the_signs_and_words_that_its_format_shows(number: str, form: str, shown: str):
    assert shown_number(number, form) == shown


@pytest.mark.parametrize("form", [";;;", "[Red];;;", ";;"])
def test_what_a_number_format_hides_is_left_out_and_named(tmp_path: Path, form: str):
    book, sheet = one_sheet(["Event", "Note"], [BOXES, "secret"])
    sheet["B2"].number_format = form
    found = saved(book, tmp_path / "log.xlsx")
    assert texts(found)[1] == {1: BOXES}
    assert ["It says “secret”" in it.message for it in found.problems] == [True]


@pytest.mark.parametrize(
    "form", ["[" * 60_000, "[$" * 30_000, "\\" * 60_001, '"' * 60_001, ";" * 60_000, "0," * 30_000]
)
def test_a_number_format_without_end_costs_nothing(tmp_path: Path, form: str):
    book, sheet = one_sheet(["Event", "Days"], *[[f"{BOXES} {row}", row] for row in range(200)])
    for row in range(2, 202):
        sheet.cell(row, 2).number_format = '0" zz"'
    book.save(tmp_path / "log.xlsx")
    changed(tmp_path / "log.xlsx", "xl/styles.xml", b"0&quot; zz&quot;", form.replace('"', "&quot;").encode())
    begun = time.process_time()
    assert open_table(tmp_path / "log.xlsx")[0].rows[9].cells[2] == "8"
    assert time.process_time() - begun < 5


# Cells and pages


def test_a_cell_that_the_file_holds_twice_is_named(tmp_path: Path):
    book, _ = one_sheet(["Event"], [BOXES])
    book.save(tmp_path / "log.xlsx")
    twice = b'<c r="A2" t="inlineStr"><is><t>the first text</t></is></c><c r="A2"'
    changed(tmp_path / "log.xlsx", SHEET, b'<c r="A2"', twice)
    found = open_table(tmp_path / "log.xlsx")[0]
    assert texts(found)[1] == {1: BOXES}
    assert "The other says “the first text”" in found.problems[0].message


def test_a_picture_in_a_cell_is_no_error(tmp_path: Path):
    book, sheet = one_sheet(["Event", "Screen"], [BOXES, "x"])
    sheet["B2"].value = "#VALUE!"
    sheet["B2"].data_type = "e"
    book.save(tmp_path / "log.xlsx")
    changed(tmp_path / "log.xlsx", SHEET, b'<c r="B2"', b'<c r="B2" vm="1"')
    assert [it.code for it in open_table(tmp_path / "log.xlsx")[0].problems] == ["pictures"]


@pytest.mark.parametrize("size", ['ht="0.75" customHeight="1"', 'ht="0"'])
def test_a_row_that_is_too_small_to_see_is_hidden(tmp_path: Path, size: str):
    book, _ = one_sheet(["Event"], [BOXES], [DOORS])
    book.save(tmp_path / "log.xlsx")
    changed(tmp_path / "log.xlsx", SHEET, b'<row r="2"', f'<row r="2" {size}'.encode())
    assert [row.hidden for row in open_table(tmp_path / "log.xlsx")[0].rows] == [False, True, False]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("&amp;COFFICIAL SENSITIVE", "It says “OFFICIAL SENSITIVE”."),
        ("&amp;LOwner: R&amp;&amp;D&amp;RPage &amp;P of &amp;N", "It says “Owner: R&D”."),
        ('&amp;C&amp;"Arial,Bold"&amp;12&amp;KFF0000Not for sharing &amp;D', "It says “Not for sharing”."),
        ("&amp;CPage &amp;P of &amp;N", ""),
        ("&amp;L&amp;F&amp;R&amp;D", ""),
    ],
)
def test_what_the_head_of_printed_pages_says_is_named_unless_a_program_fills_it_in(
    tmp_path: Path, head: str, said: str
):
    book, _ = one_sheet(["Event"], [BOXES])
    book.save(tmp_path / "log.xlsx")
    ends = f"<headerFooter><oddHeader>{head}</oddHeader></headerFooter></worksheet>"
    changed(tmp_path / "log.xlsx", SHEET, b"</worksheet>", ends.encode())
    messages = [it.message for it in open_table(tmp_path / "log.xlsx")[0].problems]
    assert (said in messages[0]) if said else messages == []


def test_the_head_of_a_word_document_is_named(tmp_path: Path):
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Event", "Lesson", BOXES, "Label"), strict=True):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = "OFFICIAL SENSITIVE"
    document.sections[0].footer.paragraphs[0].text = "Owner: the board"
    document.save(str(tmp_path / "log.docx"))
    found = open_table(tmp_path / "log.docx")[0]
    assert "It says “OFFICIAL SENSITIVE; Owner: the board”" in found.problems[0].message


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("<text:p>OFFICIAL SENSITIVE</text:p>", ["OFFICIAL SENSITIVE"]),
        ("<text:p>Page <text:page-number>1</text:page-number></text:p>", []),
        ("<text:p><text:sheet-name>???</text:sheet-name></text:p>", []),
    ],
)
def test_the_head_of_an_opendocument_is_named(tmp_path: Path, head: str, said: list[str]):
    file = tmp_path / "log.ods"
    opendocument(
        file, "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    )
    spaces = 'xmlns:style="urn:style" xmlns:text="urn:text"'
    with zipfile.ZipFile(file, "a") as zipped:
        zipped.writestr("styles.xml", f"<style:m {spaces}><style:header>{head}</style:header></style:m>")
    messages = [it.message for it in open_table(file)[0].problems]
    assert [part in message for part, message in zip(said, messages, strict=True)] == [True] * len(said)


def test_a_folded_group_of_an_opendocument_is_hidden(tmp_path: Path):
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    rows = (
        row.format("a")
        + f'<table:table-row-group table:display="false">{row.format("b")}</table:table-row-group>'
    )
    found = opendocument(tmp_path / "log.ods", rows + row.format("c"))
    assert [row.hidden for row in found.rows] == [False, True, False]


def test_the_units_of_an_opendocument_are_no_text_outside_its_tables(tmp_path: Path):
    style = '<number:n xmlns:number="urn:n"><number:text>£</number:text></number:n>'
    opendocument(
        tmp_path / "log.ods",
        "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>",
        style,
    )
    assert len(open_table(tmp_path / "log.ods")) == 1


def test_texts_in_the_cells_themselves_count_once(world: World, tmp_path: Path):
    """As many programs write them, up to the same limit as the others."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Event"])
    for number in range(100):
        sheet.append([f"{number} " + "word " * 6_000])
    book.save(tmp_path / "log.xlsx")
    assert len(open_table(tmp_path / "log.xlsx")[0].rows) == 101


# Files that are no logs


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xls", b"<style>td{}</style><table><tr><td>Event</td></tr></table>", "is a web page"),
        ("b.xls", b"<!-- made by a program -->\n<table><tr><td>Event</td></tr></table>", "is a web page"),
        ("c.xls", b"<div><h1>Log</h1><table><tr><td>Event</td></tr></table></div>", "is a web page"),
        ("d.xls", b"<meta charset='utf-8'><table><tr><td>Event, x</td></tr></table>", "is a web page"),
        ("e.xls", "\ufeff<p>Log</p><table>".encode("utf-16-le"), "is a web page"),
        (
            "f.xml",
            b"<?xml version='1.0'?><!--"
            + b"x" * 9_000
            + b"--><w xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
            "is a workbook in an old form of XML",
        ),
        ("~$log.xlsx", b"\x05Jane " + b" " * 40 + b"J\0a\0n\0e\0 \0" * 9, "import “log.xlsx”"),
        ("g.csv", b"", "is empty."),
        ("h.csv", b"\xef\xbb\xbf", "is empty, or damaged"),
        ("i.csv", b"\xff\xfe", "is empty, or damaged"),
        ("j.xlsx", b"\0" * 4_000, "is empty, or damaged"),
        ("k.csv", b" \r\n\t\n", "is empty, or damaged"),
    ],
)
def test_what_is_no_log_is_called_by_what_it_is(tmp_path: Path, name: str, data: bytes, said: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refusal) as refused:
        open_table(tmp_path / name)
    assert said in str(refused.value)


def test_a_log_that_begins_with_a_sign_of_a_web_page_is_read(tmp_path: Path):
    (tmp_path / "log.csv").write_text(f"<Ref>,Event\n1,{BOXES}\n", encoding="utf-8")
    assert open_table(tmp_path / "log.csv")[0].rows[1].cells[2] == BOXES


# Letters and costs


def test_letters_of_old_macs_are_known_and_named(tmp_path: Path):
    text = "Event,Lesson\nBank’s “file” – late… £5 café,Ask\n"
    (tmp_path / "log.csv").write_bytes(text.encode("mac-roman"))
    found = open_table(tmp_path / "log.csv")[0]
    assert found.rows[1].cells[1] == "Bank’s “file” – late… £5 café"
    assert "read as Mac Roman, which is a guess" in found.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "The fees rose by £4,500 and nobody knew",
        "Renée Dupont raised it with the board in March",
        "Le dîner a été annulé: où ça a échoué",
        "Die Löhne wurden verspätet gezahlt, Übergabe fehlte",
        "Lønnen blev udbetalt på forkert konto i Århus, Hændelse",
        "El año pasado la nómina falló: ¿por qué? ¡Nunca más!",
        "A migração não testou os salários, é ótimo em São Paulo",
        "Room at 20°C, m³ and ±3%, § 12",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac-roman"])
def test_letters_of_western_europe_are_read_as_windows_dos_or_old_macs_wrote_them(
    tmp_path: Path, text: str, encoding: str
):
    written = text if encoding != "mac-roman" else text.replace("³", "3")  # which old Macs did not have
    (tmp_path / "log.csv").write_bytes(f"Event;Lesson\n{written};Ask\n".encode(encoding))
    assert open_table(tmp_path / "log.csv")[0].rows[1].cells[1] == written


@pytest.mark.parametrize(
    "text",
    [
        "We don‘t know – it‘s late",
        "“Quoted” and ‘single’ – dash … €5 word† 10¢ „Wort“ œuvre",
        "PÂQUES, ÉTÉ, Ægir, Wait…what? naïve–café",
        "£1.5m — £2m, €3m (50¢)",
    ],
)
def test_odd_typing_in_windows_letters_stays_as_it_is(tmp_path: Path, text: str):
    (tmp_path / "log.csv").write_bytes(f"Event;Lesson\n{text};Ask\n".encode("cp1252"))
    assert open_table(tmp_path / "log.csv")[0].rows[1].cells[1] == text


def test_the_letters_of_dos_are_named_as_excel_names_them(tmp_path: Path):
    (tmp_path / "log.csv").write_bytes("Event,Lesson\nIt cost £5,Ask\n".encode("cp850"))
    found = open_table(tmp_path / "log.csv")[0].problems[0].message
    assert "read as MS-DOS (code page 850), which is a guess" in found


def test_nine_million_quotation_marks_cost_little(tmp_path: Path):
    resource = pytest.importorskip("resource")
    (tmp_path / "log.csv").write_bytes(b"Event,Lesson\n" + b'"' * 9_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refusal):
        open_table(tmp_path / "log.csv")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


def test_a_wide_log_of_short_words_takes_no_long_time(world: World, tmp_path: Path):
    words = [[f"w{row}x{column}y" for column in range(90)] for row in range(400)]
    begun = time.process_time()
    run(world, log(tmp_path, ["Lesson", "Event"], *words))
    assert time.process_time() - begun < 5


def test_units_reach_the_draft(world: World, tmp_path: Path):
    book, sheet = one_sheet(["Event", "Cost", "Ref"], [BOXES, 1200, 7])
    sheet["B2"].number_format = '"£"#,##0'
    sheet["C2"].number_format = '"LL-"000'
    book.save(tmp_path / "log.xlsx")
    _, lessons = written(world, tmp_path / "log.xlsx")
    draft = world.read(f"lessons/{next(iter(lessons))}.yml")
    assert "# Cost: £1200" in draft
    assert "reference LL-007" in draft
