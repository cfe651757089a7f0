"""Text with separators: letters are right or named, and a missing quotation mark swallows no row."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.refusal import Refusal
from macros.sheets.files import delimited
from macros.sheets.files.opening import open_table
from macros.sheets.files.table import Sheet


def sheet(folder: Path, data: bytes | str, encoding: str = "") -> Sheet:
    (folder / "log.csv").write_bytes(data.encode() if isinstance(data, str) else data)
    return open_table(folder / "log.csv", encoding)[0]


def rows(log: Sheet) -> list[list[str]]:
    return [list(row.cells.values()) for row in log.rows]


LANGUAGES = [
    (
        "cp1252",
        "Windows-1252",
        "Prüfen Sie die Schlüssel",
        "Die Tür war zu – “niemand” hatte einen Schlüssel.",
    ),
    (
        "cp1250",
        "Windows-1250",
        "Policz klucze",
        "Nikt nie wiedział, że drzwi były zamknięte. Żółta książka zginęła.",
    ),
    ("cp1251", "Windows-1251", "Порахуйте ключі", "Ніхто не знав, що двері були зачинені цілий тиждень."),
    ("koi8-r", "koi8_r", "Пересчитайте ключи", "Никто не знал, что двери были закрыты целую неделю."),
    ("cp1253", "Windows-1253", "Μετρήστε τα κλειδιά", "Κανείς δεν ήξερε ότι οι πόρτες ήταν κλειστές."),
    (
        "cp1254",
        "Windows-1254",
        "Anahtarları sayın",
        "Kapıların kapalı olduğunu hiç kimse bilmiyordu, şaşırdık.",
    ),
    ("shift_jis", "cp932", "鍵を数える", "扉が一週間閉まっていたことを誰も知りませんでした。"),
    ("gb18030", "gb18030", "清点钥匙", "没有人知道门已经关了一个星期。读者很生气。"),
]


@pytest.mark.parametrize(("encoding", "shown", "title", "text"), LANGUAGES)
def test_letters_of_old_files_are_right_and_the_encoding_is_named(
    tmp_path: Path, encoding: str, shown: str, title: str, text: str
):
    log = sheet(tmp_path, f"Title;Event\n{title};{text}\n".encode(encoding))
    assert rows(log)[1] == [title, text]
    assert f"It was read as {shown}, which is a guess." in str(log.problems[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_where_there_is_no_doubt_nothing_is_said(tmp_path: Path, encoding: str):
    log = sheet(tmp_path, "Title;Event\nПорахуйте ключі;Двері – зачинені\n".encode(encoding))
    assert (rows(log)[1], list(log.problems)) == (["Порахуйте ключі", "Двері – зачинені"], [])


def test_single_bytes_that_are_no_utf_8_change_no_other_letter_and_their_cells_are_named(tmp_path: Path):
    lines = [
        b"Title,Event",
        "Café,“Zwölf” Kisten".encode(),
        b"Old\xe9,plain",
        "Żółw,Łódź".encode(),
        b"x,\x93y\x94",
    ]
    log = sheet(tmp_path, b"\n".join(lines))
    assert rows(log)[1:] == [["Café", "“Zwölf” Kisten"], ["Oldé", "plain"], ["Żółw", "Łódź"], ["x", "“y”"]]
    assert [str(problem.place) for problem in log.problems] == ["log.csv: A3", "log.csv: B5"]


def test_a_person_may_name_the_encoding(tmp_path: Path):
    log = sheet(tmp_path, "Title,Event\nÞetta,Æfing\n".encode("mac-iceland"), "mac-iceland")
    assert (rows(log)[1], list(log.problems)) == (["Þetta", "Æfing"], [])


@pytest.mark.parametrize(
    ("encoding", "why"),
    [
        ("klingon", "There is no encoding “klingon”"),
        ("ascii", "is not written in ascii: line 2 holds something else"),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(tmp_path: Path, encoding: str, why: str):
    with pytest.raises(Refusal, match=why):
        sheet(tmp_path, "Title\nCafé\n", encoding)


HEADINGS = "Title,Event,Lesson,Action\n"


@pytest.mark.parametrize(
    "text",
    [
        'A,"We waited,b,c\nD,e,f,g\nH,i,j,k\n',  # never closed
        'A,"We waited,b,c\nD,"e, too",f,g\nH,i,j,k\n',  # a later cell is quoted
        'A,"We waited,b,c\nD,24" wide,f,g\nH,i,j,k\n',  # inches stand inside a later cell
        'A,"We waited,b,c\nD,wide 24",f,g\nH,i,j,k\n',  # and at its end, where they look like the missing mark
        'A,"We waited,b,c\nD,"",f,g\nH,i,j,k\n',  # an empty cell is quoted
    ],
)
def test_a_quotation_mark_that_is_never_closed_swallows_no_row_and_is_named_where_it_opens(
    tmp_path: Path, text: str
):
    log = sheet(tmp_path, HEADINGS + text)
    assert [row.cells[1] for row in log.rows] == ["Title", "A", "D", "H"]
    assert log.rows[1].cells[2] == '"We waited'
    (problem,) = log.problems
    assert str(problem).startswith("log.csv: B2: a quotation mark is opened here and never closed")


def test_a_text_of_several_lines_in_quotation_marks_stays_one_cell(tmp_path: Path):
    text = 'A,"We waited, long.\n\nThen, too late, we left, all of us.\nThe ""end"".",b,c\r\nD,e,f,g\r\n'
    log = sheet(tmp_path, HEADINGS + text)
    assert rows(log)[1][1] == 'We waited, long.\n\nThen, too late, we left, all of us.\nThe "end".'
    assert (rows(log)[2], list(log.problems)) == (["D", "e", "f", "g"], [])


def test_a_word_in_quotation_marks_at_the_start_of_a_cell_keeps_them(tmp_path: Path):
    log = sheet(tmp_path, f'{HEADINGS}A,"Soon" was said,b,c\n')
    assert (rows(log)[1][1], list(log.problems)) == ('"Soon" was said', [])


@pytest.mark.parametrize("sign", [*"=+-@|＝＋－＠｜﹦﹢﹣﹫−", "\t", "\r"])
def test_no_cell_of_a_csv_file_is_run_by_any_spreadsheet(tmp_path: Path, sign: str):
    data = delimited.written([["Title", "Event"], [f"{sign}SUM(1)", "x"]])
    assert f"'{sign}SUM(1)" in data.decode("utf-8-sig")
    assert rows(sheet(tmp_path, data))[1] == [f"{sign}SUM(1)", "x"]


def test_a_csv_file_of_a_million_columns_is_refused(tmp_path: Path):
    with pytest.raises(Refusal, match="20,000 columns that hold something"):
        sheet(tmp_path, "x," * 20_000)


def test_quotation_marks_without_end_cost_no_more_than_the_text_is_long(tmp_path: Path):
    with pytest.raises(Refusal, match="filled rows"):
        sheet(tmp_path, '"x""y\n' * 400_000)
