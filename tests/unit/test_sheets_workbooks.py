"""What a workbook holds beside plain texts is named: hidden, struck through, covered, or in an old format."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from old_workbooks import xls, xlsb
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from macros.refusal import Refusal
from macros.sheets.files import calamine_child, limits
from macros.sheets.files.opening import open_table
from macros.sheets.files.table import Sheet

STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "drawing")
)


def saved(book: Workbook, file: Path) -> Sheet:
    book.save(file)
    return open_table(file)[0]


def one_sheet(*rows: list) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book, book.active


def changed(file: Path, part: str, old: bytes, new: bytes) -> None:
    """The workbook with other bytes in one of its parts."""
    with zipfile.ZipFile(file) as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)


def opendocument(file: Path, rows: str, styles: str = "") -> Sheet:
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        zipped.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f'<table:table table:name="Log">{rows}</table:table></office:document-content>',
        )
    return open_table(file)[0]


def texts(sheet: Sheet) -> list[dict[int, str]]:
    return [dict(row.cells) for row in sheet.rows]


def test_hidden_rows_and_columns_of_a_workbook_are_known_however_they_were_hidden(tmp_path: Path):
    book, sheet = one_sheet(["Title", "Note", "Zero"], ["a", "b", "c"], ["d", "e", "f"])
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["C"].width = 7
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[3].height = 9
    book.save(tmp_path / "log.xlsx")
    changed(tmp_path / "log.xlsx", "xl/worksheets/sheet1.xml", b'width="7"', b'width="0"')
    changed(tmp_path / "log.xlsx", "xl/worksheets/sheet1.xml", b'ht="9"', b'ht="0"')
    log = open_table(tmp_path / "log.xlsx")[0]
    assert log.hidden_columns == {2, 3}
    assert [row.hidden for row in log.rows] == [False, True, True]


def test_text_that_is_struck_through_is_known_in_whole_cells_and_in_parts(tmp_path: Path):
    book, sheet = one_sheet(["Title", "Lesson"], ["Old", "kept"])
    sheet["A2"].font = Font(strike=True)
    sheet["B2"].value = CellRichText("Count ", TextBlock(InlineFont(strike=True), "twice"), " the boxes")
    row = saved(book, tmp_path / "log.xlsx").rows[1]
    assert (dict(row.cells), dict(row.struck)) == (
        {1: "Old", 2: "Count twice the boxes"},
        {1: "Old", 2: "twice"},
    )


def test_an_opendocument_says_what_is_struck_through_hidden_commented_and_drawn(tmp_path: Path):
    log = opendocument(
        tmp_path / "log.ods",
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-row><table:table-cell table:style-name="gone"><text:p>Old</text:p></table:table-cell>'
        "<table:table-cell><office:annotation><text:p>Who?</text:p></office:annotation><text:p>Keep <text:span "
        'text:style-name="gone">two</text:span> keys</text:p><drawing:frame><text:p>x</text:p></drawing:frame>'
        "</table:table-cell></table:table-row>",
        '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>',
    )
    assert (texts(log), dict(log.rows[0].struck)) == ([{1: "Old", 2: "Keep two keys"}], {1: "Old", 2: "two"})
    assert log.hidden_columns == {2, 3}
    assert [problem.code for problem in log.problems] == ["comment", "pictures"]


def test_lists_and_headings_in_a_cell_of_an_opendocument_are_read_line_by_line(tmp_path: Path):
    points = "".join(
        f"<text:list-item><text:p>{words}</text:p></text:list-item>" for words in ("boxes", "keys")
    )
    log = opendocument(
        tmp_path / "log.ods",
        "<table:table-row><table:table-cell><text:h>Count</text:h><text:list><text:list-header><text:p>both:</text:p>"
        f"</text:list-header>{points}</text:list></table:table-cell><table:table-cell><text:list>{points}"
        "</text:list></table:table-cell></table:table-row>",
    )
    assert texts(log) == [{1: "Count\nboth:\nboxes\nkeys", 2: "boxes\nkeys"}]
    assert log.problems == []


@pytest.mark.parametrize("drawn", ["image", "object"])
def test_a_picture_in_the_words_of_a_cell_is_named(tmp_path: Path, drawn: str):
    log = opendocument(
        tmp_path / "log.ods",
        "<table:table-row><table:table-cell><text:p>See <drawing:frame>"
        f"<drawing:{drawn}/></drawing:frame>there</text:p></table:table-cell></table:table-row>",
    )
    assert texts(log) == [{1: "See there"}]
    assert [problem.code for problem in log.problems] == ["pictures"]


def test_what_was_deleted_from_a_cell_of_an_opendocument_is_said(tmp_path: Path):
    log = opendocument(
        tmp_path / "log.ods",
        '<table:table-row><table:table-cell><text:p>Keep<text:change text:change-id="c1"/> this</text:p>'
        "</table:table-cell></table:table-row>",
        '<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:date xmlns:dc="urn:x">1970</dc:date>'
        "</office:change-info><text:p>not that</text:p></text:deletion></text:changed-region>",
    )
    assert texts(log) == [{1: "Keep this"}]
    (problem,) = log.problems
    assert problem.message.startswith("this cell holds text that somebody deleted as a tracked change")
    assert problem.message.endswith("It says “not that”.")


@pytest.mark.parametrize("seconds", [108_000, 90, 93_784])
def test_a_stretch_of_time_of_an_old_workbook_is_in_hours(seconds: int):
    said = calamine_child._text(timedelta(seconds=seconds))
    assert said == {108_000: "30:00:00", 90: "0:01:30", 93_784: "26:03:04"}[seconds]


def test_a_strict_workbook_is_read_like_any_other(tmp_path: Path):
    file = tmp_path / "log.xlsx"
    book, sheet = one_sheet(["Title", "When"], ["Count the keys", datetime(2019, 3, 12)])
    sheet["A2"].font = Font(strike=True)
    book.save(file)
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
        changed(file, name, *STRICT[0])
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        changed(file, name, *STRICT[1])
    log = open_table(file)[0]
    assert texts(log) == [{1: "Title", 2: "When"}, {1: "Count the keys", 2: "2019-03-12"}]
    assert dict(log.rows[1].struck) == {1: "Count the keys"}


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        (b'<c r="A2" t="str"><f>IF(1,"","x")</f><v></v></c>', []),
        (b'<c r="A2" t="str"><f>T(B2)</f></c>', []),
        (b'<c r="A2"><f>B2+1</f><v/></c>', ["no-value"]),
        (b'<c r="A2"><f>B2+1</f></c>', ["no-value"]),
        (b'<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ["cell-error"]),
        (b'<c r="A2"><f>1+1</f><v>2</v></c>', []),
    ],
)
def test_only_a_formula_that_nobody_computed_is_said_to_have_no_result(
    tmp_path: Path, cell: bytes, codes: list[str]
):
    book, sheet = one_sheet(["Title"], ["marker"])
    sheet["A2"].value = 4711
    book.save(tmp_path / "log.xlsx")
    changed(tmp_path / "log.xlsx", "xl/worksheets/sheet1.xml", b'<c r="A2" t="n"><v>4711</v></c>', cell)
    assert [problem.code for problem in open_table(tmp_path / "log.xlsx")[0].problems] == codes


def test_a_formula_of_an_opendocument_with_an_empty_text_is_an_empty_cell(tmp_path: Path):
    cell = '<table:table-cell table:formula="of:=T(1)" office:value-type="string" office:string-value=""/>'
    other = '<table:table-cell table:formula="of:=1+1"/>'
    log = opendocument(tmp_path / "log.ods", f"<table:table-row>{cell}{other}</table:table-row>")
    assert [str(problem.place) for problem in log.problems] == ["log.ods: Log!B1"]


def test_what_lies_under_a_merged_cell_is_named(tmp_path: Path):
    book, sheet = one_sheet(["Phase", "Lesson"], ["Plan", "one"], ["Move", "two"], ["Plan", "three"])
    sheet.merge_cells("A3:A4")
    book.save(tmp_path / "log.xlsx")
    covered = b'<row r="4"><c r="A4" t="inlineStr"><is><t>Later</t></is></c>'
    changed(tmp_path / "log.xlsx", "xl/worksheets/sheet1.xml", b'<row r="4">', covered)
    log = open_table(tmp_path / "log.xlsx")[0]
    assert [row.cells[1] for row in log.rows] == ["Phase", "Plan", "Move", "Move"]
    assert [str(problem) for problem in log.problems] == [
        "log.xlsx: Sheet!A4: this cell lies under the merged cell A3, so nobody sees it, and it was left out. "
        "It says “Later”. To keep it, split the merged cell."
    ]


def test_numbers_keep_all_that_is_shown_of_them(tmp_path: Path):
    book, sheet = one_sheet([1234567890.125, 0.1 + 0.2, 42, datetime(2019, 3, 12, 14, 30)])
    sheet["C1"].number_format = "0000"
    sheet["D1"].number_format = "dd/mm/yyyy hh:mm"
    assert list(saved(book, tmp_path / "log.xlsx").rows[0].cells.values()) == [
        "1234567890.125",
        "0.3",
        "0042",
        "2019-03-12 14:30:00",
    ]


def test_pictures_over_the_cells_are_named(tmp_path: Path):
    from openpyxl.chart import BarChart

    book, sheet = one_sheet(["Title"], ["a"])
    sheet.add_chart(BarChart(), "C3")
    assert [problem.code for problem in saved(book, tmp_path / "log.xlsx").problems] == ["pictures"]


@pytest.mark.parametrize(("name", "written"), [("log.xls", xls), ("log.xlsb", xlsb)])
def test_old_and_binary_workbooks_are_read_and_say_what_cannot_be_seen_in_them(
    tmp_path: Path, name: str, written
):
    (tmp_path / name).write_bytes(
        written([["Titel", "Lehre"], ["", ""], ["Zählen", "Zähle zweimal – 数える"]])
    )
    log = open_table(tmp_path / name)[0]
    assert [(row.number, dict(row.cells)) for row in log.rows] == [
        (1, {1: "Titel", 2: "Lehre"}),
        (3, {1: "Zählen", 2: "Zähle zweimal – 数える"}),
    ]
    assert [problem.code for problem in log.problems] == ["old-format"]


@pytest.mark.parametrize("written", [xls, xlsb])
def test_an_old_workbook_that_is_damaged_is_refused_in_a_sentence(tmp_path: Path, written):
    data = written([["Title"], ["x"]])
    (tmp_path / "log.xls").write_bytes(data[: len(data) // 2] + bytes(200) + b"\xff" * 40)
    with pytest.raises(Refusal, match="is damaged"):
        open_table(tmp_path / "log.xls")


def test_an_old_workbook_with_a_cell_far_down_is_read(tmp_path: Path):
    (tmp_path / "log.xls").write_bytes(xls([["x"], *[[""]] * 60_000, ["y"]]))
    assert [row.number for row in open_table(tmp_path / "log.xls")[0].rows] == [1, 60_002]


def test_a_workbook_whose_parts_lie_elsewhere_is_found_by_its_relations(tmp_path: Path):
    book, _ = one_sheet(["Title"], ["a"])
    book.save(tmp_path / "log.xlsx")
    with zipfile.ZipFile(tmp_path / "log.xlsx") as zipped:
        parts = {name: zipped.read(name) for name in zipped.namelist()}
    parts["xl/other.xml"] = parts.pop("xl/workbook.xml")
    parts["xl/_rels/other.xml.rels"] = parts.pop("xl/_rels/workbook.xml.rels")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/other.xml")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    (tmp_path / "log.xlsx").write_bytes(out.getvalue())
    assert texts(open_table(tmp_path / "log.xlsx")[0]) == [{1: "Title"}, {1: "a"}]


# Limits


def sheet_of(tmp_path: Path, markup: str, **parts: str) -> Path:
    """A workbook whose sheet is this XML."""
    book, _ = one_sheet(["Title", "Lesson"])
    file = tmp_path / "log.xlsx"
    book.save(file)
    with zipfile.ZipFile(file) as zipped:
        old = {name: zipped.read(name) for name in zipped.namelist()}
    new = old | {"xl/worksheets/sheet1.xml": markup.encode()} | {n: t.encode() for n, t in parts.items()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in new.items():
            zipped.writestr(name, data)
    return file


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cells(count: int, text: str = "x") -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>' * count


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        (f"<row>{cells(2)}</row>" * (limits.MAX_FILLED_ROWS + 1), "more than 2,000 filled rows"),
        ("<row/>" * (limits.MAX_ROWS + 1), "more than 100,000 rows"),
        (f"<row>{cells(limits.MAX_COLUMNS + 1)}</row>", "1,001 columns that hold something"),
        (
            f"<row>{cells(1, 'x' * (limits.LONGEST_CELL + 1))}</row>",
            "a cell with more than 100,000 characters",
        ),
        (f"<row>{cells(45, 'x' * 90_000)}</row>", "more than 4,000,000 characters"),
        pytest.param(
            f"<row>{'<c/>' * limits.MAX_ELEMENTS}</row>", "more than 1,200,000 parts", marks=pytest.mark.slow
        ),
        ("<a>" * 300, "is damaged"),
    ],
)
def test_a_sheet_with_too_much_of_anything_is_refused_with_the_reason(tmp_path: Path, inside: str, why: str):
    file = sheet_of(tmp_path, f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>')
    with pytest.raises(Refusal, match=why):
        open_table(file)


def test_a_merged_range_over_the_whole_sheet_costs_no_more_than_the_rows_that_there_are(tmp_path: Path):
    rows = f"<row>{cells(2)}</row>" * 3
    merged = '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    file = sheet_of(tmp_path, f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merged}</worksheet>')
    assert texts(open_table(file)[0]) == [{1: "x", 2: "x"}, {1: "x"}, {1: "x"}]


def test_very_many_merged_ranges_are_refused(tmp_path: Path):
    rows = f"<row>{cells(2)}</row>" * 1000
    ranges = '<mergeCell ref="A1:B1048576"/>' * 2000
    file = sheet_of(
        tmp_path, f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><m>{ranges}</m></worksheet>'
    )
    with pytest.raises(Refusal, match="No log of lessons needs that"):
        open_table(file)


def test_very_many_comments_are_refused(tmp_path: Path):
    ref = "".join(f'<comment ref="A{row}"/>' for row in range(1, limits.MAX_COMMENTS + 3))
    relation = '<Relationships><Relationship Id="c" Type="x/comments" Target="../c.xml"/></Relationships>'
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relation, "xl/c.xml": f"<comments>{ref}</comments>"}
    with pytest.raises(Refusal, match="more than 2,000 comments"):
        open_table(sheet_of(tmp_path, f'<worksheet xmlns="{MAIN}"/>', **parts))


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ('<text:p>a<text:s text:c="9999999999"/></text:p>', "a cell with more than 100,000 characters"),
        ('<text:p><text:s text:c="-9"/></text:p>', "is damaged"),
    ],
)
def test_a_number_in_an_opendocument_is_looked_at_before_it_is_used(tmp_path: Path, rows: str, why: str):
    row = f"<table:table-row><table:table-cell>{rows}</table:table-cell></table:table-row>"
    with pytest.raises(Refusal, match=why):
        opendocument(tmp_path / "log.ods", row)


@pytest.mark.parametrize(
    ("times", "why"),
    [("99999", "filled rows"), ("1900", "more than 200,000 filled cells"), ("-3", "damaged")],
)
def test_repeats_of_an_opendocument_count_before_they_are_made(tmp_path: Path, times: str, why: str):
    cell = '<table:table-cell table:number-columns-repeated="400"><text:p>a</text:p></table:table-cell>'
    with pytest.raises(Refusal, match=why):
        opendocument(
            tmp_path / "log.ods",
            f'<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>',
        )


def test_a_damaged_workbook_is_refused_wherever_it_is_damaged(tmp_path: Path):
    import random

    book, _ = one_sheet(["Title", "Lesson"], ["a", "b"])
    book.save(tmp_path / "log.xlsx")
    good = (tmp_path / "log.xlsx").read_bytes()
    picked = random.Random(7)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(picked.choice([1, 20, 60])):
            data[picked.randrange(len(data))] = picked.randrange(256)
        (tmp_path / "bad.xlsx").write_bytes(bytes(data))
        try:
            open_table(tmp_path / "bad.xlsx")
        except Refusal as why:
            assert str(why).count("\n") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such device.")
def test_what_is_no_ordinary_file_is_not_opened():
    with pytest.raises(Refusal, match="is not an ordinary file"):
        open_table(Path("/dev/zero"))
