"""Every file of the site opens: in LibreOffice, in the libraries for its format, and before two validators."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from openpyxl import load_workbook
from openxml_audit import OdfValidator, OpenXmlValidator
from pages import inner_links, pages
from pypdf import PdfReader

FORMATS = ("docx", "odt", "xlsx", "ods")
SUITE = shutil.which("soffice")
INSTALL = "LibreOffice is missing. On Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
# What the validator asks for and the standard does not: parts and styles that may be left out, texts inside
# their cells, and the number 0, by which a heading is not counted (ECMA-376, part 1, 17.9.18).
NOT_ASKED_FOR = (
    "A required relationship type",
    "Numbering definition '0'",
    "no default-style in styles.xml",
    "inline-string",
    "is declared but never referenced",
)
TAKEN = re.compile(r"handbook/(documents|gates)/[^/]+\.(docx|odt|xlsx|ods)$")
EXAMPLES = (
    "business-case",
    "cutover-plan",
    "go-live-decision",
    "lessons-report",
    "letter-of-intent",
    "parallel-run-report",
    "raid-log",
    "transition-plan",
)
ZIP_ROOM = 1_600_000  # what all files may add to the copy in a folder


@pytest.fixture(scope="module")
def files(site: Path) -> list[Path]:
    """Every file to take, but for the zips: of products, of gate packs and of examples."""
    folders = (site / "documents", site / "gates", site / "products" / "example")
    files = (file for folder in folders for file in sorted(folder.iterdir()))
    return [file for file in files if file.suffix[1:] in FORMATS]


@pytest.fixture(scope="module")
def printed(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with each file as a PDF, made in one start of the program: see `paper`."""
    if SUITE is None:
        pytest.skip(INSTALL)
    root = tmp_path_factory.mktemp("printed")
    copies = [str(shutil.copy(file, (root / _one_name(file)).with_suffix(file.suffix))) for file in files]
    home = f"-env:UserInstallation=file://{root}/profile"
    command = [SUITE, home, "--headless", "--convert-to", "pdf", "--outdir", str(root), *copies]
    subprocess.run(command, capture_output=True, check=True, timeout=1200)
    yield root
    shutil.rmtree(root)


def paper(printed: Path, file: Path) -> PdfReader:
    """A file as LibreOffice prints it."""
    return PdfReader(printed / f"{_one_name(file)}.pdf")


def _one_name(file: Path) -> str:
    """A name for a file that no file of another folder or format has."""
    return f"{file.parent.name}-{file.suffix[1:]}-{file.stem}"


def test_every_product_that_is_no_thing_has_a_file_in_each_of_its_formats(files: list[Path]) -> None:
    kinds: dict[str, set[str]] = {}
    for file in files:
        if file.parent.name == "documents":
            kinds.setdefault(file.stem, set()).add(file.suffix)
    assert len(kinds) > 70
    texts = frozenset({".docx", ".odt"})
    sheets = frozenset({".xlsx", ".ods"})
    assert set(map(frozenset, kinds.values())) == {texts, sheets, texts | sheets}


def test_every_phase_has_its_gate_pack_in_four_formats(site: Path, files: list[Path]) -> None:
    phases = {file.name for file in (site / "gates").iterdir() if file.is_dir()}
    packs = {file.name for file in files if file.parent.name == "gates"}
    assert phases and packs == {f"{phase}.{form}" for phase in phases for form in FORMATS}


def test_eight_products_are_files_filled_in_for_the_worked_example(files: list[Path]) -> None:
    filled = [file.stem for file in files if file.parent.name == "example"]
    assert sorted(filled) == sorted([*EXAMPLES, *EXAMPLES])


@pytest.mark.slow
def test_a_gate_pack_has_at_most_twelve_pages_as_a_document(files: list[Path], printed: Path) -> None:
    pages_of = {
        file.name: len(paper(printed, file).pages)
        for file in files
        if file.parent.name == "gates" and file.suffix in (".docx", ".odt")
    }
    assert {name: number for name, number in pages_of.items() if number > 12} == {}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_libreoffice_opens_every_file_and_reads_title_headings_and_tables(
    files: list[Path], printed: Path, form: str
) -> None:
    wrong = []
    for file in (file for file in files if file.suffix == f".{form}"):
        pdf = paper(printed, file)
        text = _plain("".join(page.extract_text() for page in pdf.pages))
        twin = {"odt": "docx", "ods": "xlsx"}.get(form, form)
        title, expected = _expected(file.with_suffix(f".{twin}"))
        missing = [words for words in (title, *expected) if _plain(words) not in text]
        if missing or pdf.metadata is None or pdf.metadata.title != title:
            wrong.append((file.name, missing[:3]))
    assert wrong == []


def _expected(file: Path) -> tuple[str, list[str]]:
    """The title of a file, and its headings and the headings of its tables, as a library reads them."""
    if file.suffix == ".docx":
        opened = docx.Document(str(file))
        headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
        cells = [cell.text for table in opened.tables for cell in table.rows[0].cells]
        assert len(headings) >= 5
        assert len(opened.tables) >= 2
        return opened.core_properties.title, [*headings, *cells]
    book = load_workbook(file)
    return book.properties.title, [
        cell.value for sheet in book.worksheets[1:-1] for cell in sheet[1] if cell.value
    ]


def _plain(text: str) -> str:
    """Text without white space, because a cell breaks its words over lines."""
    return "".join(text.split()).replace("\xad", "")


@pytest.mark.slow
def test_validators_of_both_standards_find_nothing(files: list[Path]) -> None:
    office = OpenXmlValidator()
    open_document = OdfValidator()
    wrong = []
    for file in files:
        result = (open_document if file.suffix in (".odt", ".ods") else office).validate(str(file))
        errors = [str(error) for error in result.errors]
        wrong += [(file.name, e) for e in errors if not any(words in e for words in NOT_ASKED_FOR)]
    assert wrong == []


@pytest.mark.slow
def test_pages_lead_to_every_file(site: Path, files: list[Path]) -> None:
    links = {link.rpartition("/")[2] for page in pages(site).values() for link in inner_links(page)}
    assert {file.name for file in files} <= links


@pytest.mark.slow
def test_the_copy_in_a_folder_holds_every_template_in_little_room(
    bundle_zip: Path, files: list[Path]
) -> None:
    with ZipFile(bundle_zip) as held:
        inside = [entry for entry in held.infolist() if TAKEN.match(entry.filename)]
    named = {f"handbook/{file.parent.name}/{file.name}" for file in files if file.parent.name != "example"}
    assert {entry.filename for entry in inside} == named
    assert sum(entry.compress_size for entry in inside) < ZIP_ROOM


@pytest.mark.slow
def test_a_handbook_in_another_language_has_files_in_it(welsh: Path) -> None:
    file = next(file for file in sorted((welsh / "documents").iterdir()) if file.suffix == ".docx")
    opened = docx.Document(str(file))
    assert opened.core_properties.language.startswith("cy")
    assert [p.text for p in opened.paragraphs if p.style.name == "Heading 1"][-1] == "Am y templed hwn"
