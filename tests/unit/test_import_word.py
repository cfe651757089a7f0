"""Tables of Word documents: what leads somewhere, is struck through, hidden, deleted or merged is kept or named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from test_import_logs import BOXES, DOORS, KEYS, run, written
from world import World

ADDRESS = "https://example.org/report.pdf"
RUN = "<w:r><w:t>the report</w:t></w:r>"
LED = (
    f"this cell is a link to “{ADDRESS}”, which is not imported. If the address matters, put it into a cell."
)


def letter(rows: int = 2) -> tuple[Any, Any]:
    """A document with one table, whose first row holds headings."""
    document = docx.Document()
    table = document.add_table(rows=rows, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Title", "What happened", "Lesson"), strict=True):
        cell.text = text
    for row, text in zip(table.rows[1:], (BOXES, DOORS, KEYS), strict=False):
        row.cells[1].text = text
    return document, table


def put(cell: Any, markup: str) -> None:
    """Write markup into a cell."""
    for element in parse_xml(f"<w:p {nsdecls('w', 'r', 'a')}>{markup}</w:p>"):
        cell.paragraphs[0]._p.append(element)


def said(world: World, tmp_path: Path, document: Any) -> str:
    """What the import says of a document."""
    document.save(str(tmp_path / "log.docx"))
    return " ".join(run(world, tmp_path / "log.docx").output.split())


def written_of(world: World, tmp_path: Path, document: Any) -> tuple[str, dict[str, dict]]:
    document.save(str(tmp_path / "log.docx"))
    return written(world, tmp_path / "log.docx")


def field(*parts: str) -> str:
    """A field as Word writes it: its code between signs, and then what it shows."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in parts)
    return sign.format("begin") + code + sign.format("separate") + RUN + sign.format("end")


@pytest.mark.parametrize(
    "markup",
    [
        f"""<w:fldSimple w:instr=' HYPERLINK "{ADDRESS}" '>{RUN}</w:fldSimple>""",
        field(f' HYPERLINK "{ADDRESS}" '),
        field(" HYPER", f'LINK "{ADDRESS[:12]}', f'{ADDRESS[12:]}" \\o "tip" '),
    ],
)
def test_the_address_of_a_field_is_named(world: World, tmp_path: Path, markup: str):
    document, table = letter()
    put(table.rows[1].cells[2], markup)
    output = said(world, tmp_path, document)
    assert f"log.docx: C2: {LED}" in output
    assert "1 lesson" in output


def test_the_address_of_a_link_is_named_unless_its_text_shows_it(world: World, tmp_path: Path):
    document, table = letter(3)
    number = document.part.relate_to(ADDRESS, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    put(table.rows[1].cells[2], f'<w:hyperlink r:id="{number}">{RUN}</w:hyperlink>')
    shown = f"<w:r><w:t>{ADDRESS}</w:t></w:r>"
    put(table.rows[2].cells[2], f'<w:hyperlink r:id="{number}">{shown}</w:hyperlink>')
    output = said(world, tmp_path, document)
    assert f"log.docx: C2: {LED}" in output
    assert "C3" not in output


def test_struck_hidden_and_deleted_text_is_named(world: World, tmp_path: Path):
    document, table = letter(4)
    table.rows[1].cells[2].paragraphs[0].add_run("Struck words.").font.strike = True
    table.rows[2].cells[2].paragraphs[0].add_run("Hidden words.").font.hidden = True
    change = 'w:id="1" w:author="a"'
    put(table.rows[3].cells[2], f"<w:del {change}><w:r><w:delText>Old words.</w:delText></w:r></w:del>")
    put(table.rows[3].cells[2], f"<w:moveFrom {change}><w:r><w:t>Moved words.</w:t></w:r></w:moveFrom>")
    put(table.rows[3].cells[2], f"<w:ins {change}><w:r><w:t>New words.</w:t></w:r></w:ins>")
    document.save(str(tmp_path / "log.docx"))
    output, lessons = written(world, tmp_path / "log.docx")
    assert [it.get("lesson") for it in lessons.values() if it["event"] == BOXES] == ["Struck words."]
    assert [it["lesson"] for it in lessons.values() if it["event"] == KEYS] == ["New words."]
    assert "C2: this cell is struck through. It was read like the rest." in output
    assert "C3: this cell holds text that is hidden, so it was left out. It says “Hidden words.”." in output
    assert (
        "C4: this cell holds text that somebody deleted as a tracked change, so it was left out. It says "
        "“Old words.Moved words.”."
    ) in output


def test_what_is_merged_over_rows_counts_in_each_row(world: World, tmp_path: Path):
    document, table = letter(4)
    table.rows[0].cells[0].text = "Phase"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Plan"
    table.cell(3, 0).text = "Move"
    _, lessons = written_of(world, tmp_path, document)
    assert [it["phases"] for _, it in sorted(lessons.items())] == [["plan"], ["move"], ["plan"]]


def test_a_row_that_is_merged_over_all_columns_heads_the_rows_below(world: World, tmp_path: Path):
    document, table = letter(4)
    for cell in table.rows[1].cells:
        cell.text = ""
    table.cell(1, 0).merge(table.cell(1, 2)).text = "BEFORE THE MOVE"
    output, lessons = written_of(world, tmp_path, document)
    assert len(lessons) == 2
    assert "row 2: this row heads the rows below it" in output


def test_boxes_and_lists_of_forms_are_read_as_they_show(world: World, tmp_path: Path):
    document, table = letter(3)
    for cell, text in zip(table.rows[0].cells, ("Went well", "What happened", "Phase"), strict=True):
        cell.text = text
    box = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/>{}</w:checkBox></w:ffData></w:fldChar></w:r>"
    put(table.rows[1].cells[0], box.format("<w:checked/>"))
    put(table.rows[2].cells[0], box.format(""))
    choice = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Plan'/><w:listEntry w:val='Move'/></w:ddList></w:ffData></w:fldChar></w:r>"
    put(table.rows[1].cells[2], choice)
    _, lessons = written_of(world, tmp_path, document)
    assert {it["event"]: (it.get("type"), it["phases"]) for it in lessons.values()} == {
        BOXES: ("repeat", ["move"]),
        DOORS: ("", [""]),
    }


def test_comments_footnotes_and_pictures_are_named_and_nothing_is_read_twice(world: World, tmp_path: Path):
    document, table = letter()
    put(table.rows[1].cells[2], '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/></w:r>')
    drawing = f"<w:drawing><a:blip {nsdecls('a')}/></w:drawing>"
    box = "<w:txbxContent><w:p><w:r><w:t>Written once.</w:t></w:r></w:p></w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    )
    put(table.rows[1].cells[2], f"<w:r>{drawing}{both}</w:r>")
    output, lessons = written_of(world, tmp_path, document)
    assert [it["lesson"] for it in lessons.values()] == ["Written once."]
    assert "C2: this cell has a comment, which is not imported." in output
    assert "C2: this cell has a footnote, which is not imported." in output
    assert "pictures, text boxes or charts lie over the cells of this sheet." in output


def test_the_address_of_a_formula_in_a_workbook_is_named(world: World, tmp_path: Path):
    book = Workbook()
    book.active.append(["What happened", "Report"])
    book.active.append([BOXES, f'=HYPERLINK("{ADDRESS}","the report")'])
    book.save(tmp_path / "log.xlsx")
    output = " ".join(run(world, tmp_path / "log.xlsx").output.split())
    assert f"B2: {LED}" in output
