"""Files to take in a real browser: gate packs with the reader's states, and who is offered files of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import odfdo
import pytest
from openpyxl import load_workbook
from openxml_audit import OdfValidator, OpenXmlValidator
from playwright.sync_api import Page, expect
from visits import visit

Open = Callable[..., Page]
HOSTILE = '=HYPERLINK("https://evil.example","x")\n<b>&amp; _x0041_  two  '
WANTED = ("Not yet", f"Yes, and I can show it. {HOSTILE.strip()}")
# What the validators ask for and the standards do not.
NOT_ASKED_FOR = (
    "A required relationship type",
    "no default-style in styles.xml",
    "inline-string",
    "Automatic style 'iso'",
)


@pytest.fixture
def answered(open_page: Open, flat: Path) -> Page:
    """The page of a gate pack with one state and one answer."""
    page = open_page((flat / "gates/implement.html").as_uri())
    page.get_by_role("radio", name="Not yet").first.check()
    page.get_by_role("button", name="Start the rehearsal").press("Enter")
    page.get_by_label("Yes, and I can show it").check()
    page.get_by_label("What shows it, or what is missing?").fill(HOSTILE)
    page.get_by_role("button", name="Save and next question").press("Enter")
    return page


def taken(page: Page, form: str, tmp_path: Path) -> Path:
    """The file that the button for a format hands over, without a mouse."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"({form.upper()})").press("Enter")
    assert download.value.suggested_filename == f"gate-implement.{form}"
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    return file


def rows_of(file: Path) -> dict[str, list[list[Any]]]:
    if file.suffix == ".xlsx":
        book = load_workbook(file)
        return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}
    tables = odfdo.Document(file).body.tables
    return {table.name: [list(row) for row in table.get_values()] for table in tables}


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_pack_becomes_a_spreadsheet_with_the_states_and_answers_of_the_reader(
    answered: Page, tmp_path: Path, form: str
) -> None:
    file = taken(answered, form, tmp_path)
    tables = rows_of(file)
    assert list(tables) == ["Criterion", "What others would ask you"]
    criteria, questions = tables.values()
    assert criteria[0] == ["Criterion", "Evidence, and who owns it", "State"]
    assert len(criteria) - 1 == answered.locator("[data-choices]").count()
    assert len(questions) - 1 == answered.locator(".ask:not([hidden])").count()
    assert questions[0] == ["What others would ask you", "Lesson", "Answer, and what shows it"]
    answer = questions[1][2].strip().replace("_x005F_", "_")  # as Excel reads it
    assert (criteria[1][2], answer) == WANTED


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_validators_find_nothing_in_such_a_spreadsheet(answered: Page, tmp_path: Path, form: str) -> None:
    validator = OpenXmlValidator() if form == "xlsx" else OdfValidator()
    errors = map(str, validator.validate(str(taken(answered, form, tmp_path))).errors)
    assert [error for error in errors if not any(words in error for words in NOT_ASKED_FOR)] == []


def test_nothing_that_a_reader_writes_becomes_a_formula(answered: Page, tmp_path: Path) -> None:
    sheet = load_workbook(taken(answered, "xlsx", tmp_path)).worksheets[1]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    content = odfdo.Document(taken(answered, "ods", tmp_path)).get_part("content.xml").serialize().decode()
    assert "formula" not in content and "<b>" not in content


def test_the_table_as_text_names_every_column(answered: Page, tmp_path: Path) -> None:
    text = taken(answered, "csv", tmp_path).read_text("utf-8-sig")
    assert "undefined" not in text
    assert 'What others would ask you,Lesson,"Answer, and what shows it"' in text


@pytest.mark.parametrize("form", ["docx", "odt", "xlsx", "ods"])
def test_the_empty_pack_is_beside_its_page_in_every_format(open_page: Open, flat: Path, form: str) -> None:
    page = open_page((flat / "gates/implement.html").as_uri(), scripts=False)
    links = page.get_by_role("navigation", name="Take the empty pack").get_by_role("link")
    expect(links).to_have_count(4)
    target = links.filter(has_text=f"({form.upper()},").get_attribute("href")
    assert target is not None
    assert (flat / "gates" / target).resolve().read_bytes().startswith(b"PK")


def test_a_reader_who_tailors_learns_how_to_get_files_that_follow(open_page: Open, flat: Path) -> None:
    said = "For files that follow your project"
    page = open_page((flat / "products/business-case.html").as_uri())
    expect(page.get_by_role("link", name="Word document")).to_be_visible()
    expect(page.get_by_text(said)).to_be_hidden()
    visit(page, (flat / "tailor.html").as_uri())
    page.locator("[data-tailor] input").first.check()
    visit(page, (flat / "products/business-case.html").as_uri())
    expect(page.get_by_text(said)).to_be_visible()
