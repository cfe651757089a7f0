"""Files that are no log, or a dangerous one, are refused in one plain sentence; odd encodings and separators are not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from macros.refusal import Refusal
from macros.sheets.files import limits
from macros.sheets.files.opening import open_table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def workbook(**changed: bytes) -> bytes:
    """A real workbook in which some parts are replaced."""
    book = Workbook()
    out = io.BytesIO()
    book.active.append(["Lesson", "Phase"])
    book.save(out)
    with zipfile.ZipFile(out) as made:
        return zipped(
            **{name: made.read(name) for name in made.namelist()}
            | {name.replace("__", "/"): data for name, data in changed.items()}
        )


def entities(inner: str, root: str) -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{levels}]><{root}>{inner}</{root}>'.encode()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("log.xlsx", b"", "“log.xlsx” is empty."),
        (
            "log.xlsx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password. Save a copy without the password",
        ),
        (
            "log.xls",
            OLE + b"Workbook",
            "is damaged, or no workbook of Excel, and cannot be opened. Open it in your spreadsheet application",
        ),
        (
            "log.xls",
            b"<html><table><tr><td>x</td></tr></table></html>",
            "is a web page, whatever its name says.",
        ),
        ("log.xlsx", b"\xef\xbb\xbf<!DOCTYPE html>", "is a web page"),
        ("log.xlsx", b"<table border=1>", "is a web page"),
        ("log.pdf", b"%PDF-1.7", "is a PDF, not a spreadsheet."),
        ("log.xls", b'<?xml version="1.0"?><html><table/></html>', "is a web page"),
        (
            "log.xls",
            b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "is a workbook in an old form of XML. Open it in your spreadsheet application",
        ),
        ("log.xml", b'<?xml version="1.0"?><rss><item/></rss>', "is XML, and no table. Export the lessons"),
        (
            "log.doc",
            b"Date: 1 May\r\nSubject: Export\r\nMIME-Version: 1.0\r\nContent-Type: a;\r\n\tb=c\r\n\r\n<html>",
            "is an e-mail, or a web page that was saved as one file, whatever its name says.",
        ),
        (
            "log.csv",
            b'{"cards": [{"name": "Boxes"}]}\n',
            "is JSON, which is for programs. Export the lessons",
        ),
        ("log.json", b'[\n {"name": "Boxes"}]', "is JSON"),
        ("log.gsheet", b'{"url": "https://docs.example.org/1"}', "is JSON"),
        ("log.doc", OLE + "WordDocument".encode("utf-16-le"), "is an old Word document."),
        ("log.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "is a presentation."),
        ("log.msg", OLE + "__properties_version1.0".encode("utf-16-le"), "is an e-mail."),
        ("log.xlsx", b"PK\x03\x04 and then nothing", "is damaged and cannot be opened."),
        (
            "log.docx",
            zipped(word__document=b""),
            "is not a spreadsheet that can be read here. Those are .xlsx, .xls, .xlsb, .ods and .csv, and the tables of .docx and .odt.",
        ),
        ("log.xlsb", zipped(**{"xl__workbook.bin": b""}), "is damaged, or no workbook of Excel"),
        ("log.xlsx", workbook(**{"xl__workbook.xml": b"<oh"}), "is damaged"),
        ("log.xlsx", workbook(**{"xl__worksheets__sheet1.xml": b"<oh"}), "is damaged"),
        (
            "log.xlsx",
            workbook(**{"xl__workbook.xml": entities("&e8;", "workbook")}),
            "holds instructions that a spreadsheet never has",
        ),
        (
            "log.xlsx",
            workbook(**{"xl__worksheets__sheet1.xml": entities("&e8;", "worksheet")}),
            "holds instructions that a spreadsheet never has",
        ),
        (
            "log.ods",
            zipped(
                mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
                **{"content.xml": entities("&e8;", "x")},
            ),
            "holds instructions that a spreadsheet never has",
        ),
        (
            "log.ods",
            zipped(
                mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": b"\x12\x34"}
            ),
            "is damaged and cannot be opened, or it is protected",
        ),
        ("log.csv", bytes(range(256)) * 20, "is not a spreadsheet and not text."),
    ],
    ids=lambda value: "bytes" if isinstance(value, bytes) else None,  # in a zip they hold the time
)
def test_what_is_no_log_is_refused_with_what_to_do(tmp_path: Path, name: str, data: bytes, said: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refusal) as refused:
        open_table(tmp_path / name)
    assert said in str(refused.value)


def test_a_file_that_is_not_there_and_a_folder_are_named(tmp_path: Path):
    for path, said in ((tmp_path / "none.xlsx", "There is no file"), (tmp_path, "is a folder")):
        with pytest.raises(Refusal, match=said):
            open_table(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path):
    with (tmp_path / "log.csv").open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(Refusal, match="is larger than 20 MB"):
        open_table(tmp_path / "log.csv")


def test_a_zip_that_grows_without_end_is_refused_before_it_is_unpacked(tmp_path: Path):
    (tmp_path / "log.xlsx").write_bytes(workbook(xl__media__x=b"\0" * (limits.MAX_UNPACKED + 1)))
    with pytest.raises(Refusal, match="would fill 150 MB when it is opened"):
        open_table(tmp_path / "log.xlsx")


def test_a_zip_of_very_many_files_is_refused(tmp_path: Path):
    for count, refused in ((limits.MAX_PARTS - 12, False), (limits.MAX_PARTS + 1, True)):
        (tmp_path / "log.xlsx").write_bytes(workbook(**{f"xl__x{n}": b"" for n in range(count)}))
        if not refused:
            assert open_table(tmp_path / "log.xlsx")
            continue
        with pytest.raises(Refusal, match="so it was not opened"):
            open_table(tmp_path / "log.xlsx")


def test_a_zip_packed_in_an_unusual_way_is_refused(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "log.xlsx", "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(Refusal, match="is packed in a way that no spreadsheet is"):
        open_table(tmp_path / "log.xlsx")


def test_a_zip_that_lies_about_a_size_is_called_damaged(tmp_path: Path):
    data = workbook()
    size = data.rindex(b"PK\x01\x02") + 24
    (tmp_path / "log.xlsx").write_bytes(data[:size] + (7).to_bytes(4, "little") + data[size + 4 :])
    try:
        open_table(tmp_path / "log.xlsx")
    except Refusal as why:
        assert "is damaged and cannot be opened" in str(why)


def test_a_million_empty_rows_are_refused_before_they_are_read(tmp_path: Path):
    (tmp_path / "log.xlsx").write_bytes(
        workbook(
            **{
                "xl__worksheets__sheet1.xml": b"<worksheet><sheetData>"
                + b'<row r="1"/>' * 1_000_000
                + b"</sheetData></worksheet>"
            }
        )
    )
    with pytest.raises(Refusal, match="has more than 100,000 rows, most of which must be empty"):
        open_table(tmp_path / "log.xlsx")


def test_a_cell_in_the_farthest_corner_costs_nothing(tmp_path: Path):
    book = Workbook()
    book.active["A1"] = "Lesson"
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "log.xlsx")
    assert [dict(row.cells) for row in open_table(tmp_path / "log.xlsx")[0].rows] == [
        {1: "Lesson"},
        {16384: "x"},
    ]


@pytest.mark.parametrize(
    ("data", "cells"),
    [
        ("Lesson,Phase\nCafé – “ok”,Plan\n".encode(), ["Café – “ok”", "Plan"]),
        ("\ufeffLesson;Phase\r\nCafé;Plan\r\n".encode(), ["Café", "Plan"]),
        ("Lesson\tPhase\nCafé – “ok”\tPlan\n".encode("cp1252"), ["Café – “ok”", "Plan"]),
        ("Lesson\tPhase\nCafé\tPlan\n".encode("utf-16"), ["Café", "Plan"]),
        ("Lesson\tPhase\nCafe, too\tPlan\n".encode("utf-16-le"), ["Cafe, too", "Plan"]),
        ("sep=|\nLesson|Phase\nCafé|Plan\n".encode(), ["Café", "Plan"]),
        (
            b'Lesson;Phase\n"one; two\nthree, four, five, six";Plan\n',
            ["one; two\nthree, four, five, six", "Plan"],
        ),
    ],
)
def test_text_is_read_whatever_its_encoding_and_separator(tmp_path: Path, data: bytes, cells: list[str]):
    (tmp_path / "log.csv").write_bytes(data)
    (sheet,) = open_table(tmp_path / "log.csv")
    assert list(sheet.rows[1].cells.values()) == cells


def test_rows_of_text_keep_their_numbers(tmp_path: Path):
    (tmp_path / "log.csv").write_bytes(b"Lesson,Phase\n\n,\nx,y\n")
    assert [row.number for row in open_table(tmp_path / "log.csv")[0].rows] == [1, 4]


def test_dates_and_numbers_of_a_workbook_are_read_as_they_are_shown(tmp_path: Path):
    from datetime import datetime

    book = Workbook()
    for column, (value, form) in enumerate(
        [
            (datetime(2019, 3, 12), "dd/mm/yyyy"),
            (datetime(2019, 3, 1), "mmm-yy"),
            (datetime(2019, 3, 1, 14, 30), 'yyyy "year"'),
            (12.0, "0"),
            (0.25, "0%"),
            (True, "General"),
            (1.5, "General"),
        ],
        1,
    ):
        book.active.cell(1, column, value).number_format = form
    book.save(tmp_path / "log.xlsx")
    assert list(open_table(tmp_path / "log.xlsx")[0].rows[0].cells.values()) == [
        "2019-03-12",
        "2019-03",
        "2019",
        "12",
        "25%",
        "true",
        "1.5",
    ]


def test_an_opendocument_says_what_is_hidden_merged_repeated_and_wrong(tmp_path: Path):
    spaces = {
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for name in ("office", "table", "text", "style")
    }
    declared = " ".join(f'xmlns:{name}="{address}"' for name, address in spaces.items())
    content = f"""<office:document-content {declared}><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
    <office:body><office:spreadsheet><table:table table:name="Log">
    <table:table-row><table:table-cell><text:p>Lesson</text:p></table:table-cell><table:table-cell><text:p>Phase</text:p></table:table-cell></table:table-row>
    <table:table-row table:number-rows-repeated="1000000"/>
    <table:table-row table:visibility="filter"><table:table-cell><text:p>One<text:s text:c="2"/>two</text:p><text:p>three</text:p></table:table-cell>
      <table:table-cell table:number-rows-spanned="2"><text:p>Plan</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell><table:covered-table-cell/>
      <table:table-cell office:value-type="date" office:date-value="2019-03-12T00:00:00"><text:p>12.3.19</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
    </table:table><table:table table:name="Away" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>"""
    (tmp_path / "log.ods").write_bytes(
        zipped(
            mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": content.encode()}
        )
    )
    log, away = open_table(tmp_path / "log.ods")
    assert [(row.number, dict(row.cells), row.hidden) for row in log.rows] == [
        (1, {1: "Lesson", 2: "Phase"}, False),
        (1_000_002, {1: "One  two\nthree", 2: "Plan"}, True),
        (1_000_003, {2: "Plan", 3: "2019-03-12"}, False),
    ]
    assert [str(problem.place) for problem in log.problems] == ["log.ods: Log!A1000003"]
    assert away.hidden


@pytest.mark.parametrize(
    "row",
    [
        '<table:table-row table:number-rows-repeated="many"/>',
        '<table:table-row><table:table-cell table:number-columns-repeated="x"/></table:table-row>',
        f"<table:table-row><table:table-cell><text:p>{'<text:span>' * 5000}{'</text:span>' * 5000}</text:p></table:table-cell></table:table-row>",
    ],
)
def test_an_opendocument_that_makes_no_sense_is_called_damaged(tmp_path: Path, row: str):
    (tmp_path / "log.ods").write_bytes(opendocument(row))
    with pytest.raises(Refusal, match="is damaged and cannot be opened"):
        open_table(tmp_path / "log.ods")


def test_a_row_that_is_repeated_a_million_times_is_refused(tmp_path: Path):
    (tmp_path / "log.ods").write_bytes(
        opendocument(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>'
        )
    )
    with pytest.raises(Refusal, match="has more than 100,000 rows"):
        open_table(tmp_path / "log.ods")


def test_a_link_whose_address_no_cell_shows_is_pointed_out(tmp_path: Path):
    book = Workbook()
    for row, (text, address) in enumerate(
        [
            ("the report", "https://example.org/report"),
            ("https://example.org/a", "https://example.org/a/"),
            ("team@example.org", "mailto:team@example.org"),
        ],
        1,
    ):
        book.active.cell(row, 1).value = text
        book.active.cell(row, 1).hyperlink = address
    book.save(tmp_path / "log.xlsx")
    said = (
        "this cell is a link to “https://example.org/report”, which is not imported. "
        "If the address matters, put it into a cell."
    )
    assert [str(problem) for problem in open_table(tmp_path / "log.xlsx")[0].problems] == [
        f"log.xlsx: Sheet!A1: {said}"
    ]
    cells = "".join(
        f'<table:table-cell><text:p><text:a xlink:href="{address}">{text}</text:a></text:p></table:table-cell>'
        for text, address in [("the report", "https://example.org/report"), ("example.org", "example.org")]
    )
    (tmp_path / "log.ods").write_bytes(opendocument(f"<table:table-row>{cells}</table:table-row>"))
    (problem,) = open_table(tmp_path / "log.ods")[0].problems
    assert str(problem).endswith(f"A1: {said}")


def test_a_comment_on_a_cell_is_pointed_out(tmp_path: Path):
    from openpyxl.comments import Comment

    book = Workbook()
    book.active["B2"] = "x"
    book.active["B2"].comment = Comment("More", "Somebody")
    book.save(tmp_path / "log.xlsx")
    assert [str(problem) for problem in open_table(tmp_path / "log.xlsx")[0].problems] == [
        "log.xlsx: Sheet!B2: this cell has a comment, which is not imported. If it says more than the cell, put it into a cell."
    ]


def test_a_number_beyond_all_numbers_is_shown_as_it_is(tmp_path: Path):
    (tmp_path / "log.xlsx").write_bytes(
        workbook(
            **{
                "xl__worksheets__sheet1.xml": b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
                b'<c r="A1"><v>1e999</v></c></row></sheetData></worksheet>'
            }
        )
    )
    assert list(open_table(tmp_path / "log.xlsx")[0].rows[0].cells.values()) == ["inf"]


def opendocument(rows: str) -> bytes:
    """An OpenDocument spreadsheet with one sheet of these rows."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    return zipped(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
        **{
            "content.xml": f'<office:document-content {spaces}><table:table table:name="Log">{rows}</table:table></office:document-content>'.encode()
        },
    )
