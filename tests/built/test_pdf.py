"""The handbook on paper: tagged, with language, title, bookmarks, headings, and headers in its tables."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from builds import ROOT
from forks import make_fork

from macros.generator.offline_site import offline_site
from macros.publishing.data_paths import BOOK, DATA

pikepdf = pytest.importorskip("pikepdf")
pypdf = pytest.importorskip("pypdf")
validator = pytest.importorskip("page")


def pdf(project: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "pdf", *options],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_fork(tmp_path_factory.mktemp("print") / "fork")


@pytest.fixture(scope="module")
def paper(project: Path) -> Any:
    done = pdf(project)
    if done.returncode == 2:
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stdout + done.stderr
    return pikepdf.open(next((project / "dist").glob("*.pdf")))


def elements(node: Any) -> list[Any]:
    if isinstance(node, pikepdf.Array):
        return [found for inner in node for found in elements(inner)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    return [node, *(elements(node.K) if "/K" in node else [])]


def test_it_says_that_it_is_tagged_its_language_and_its_title(paper: Any) -> None:
    assert (paper.Root.Lang, paper.Root.MarkInfo.Marked, paper.Root.ViewerPreferences.DisplayDocTitle) == (
        "cy",
        True,
        True,
    )
    assert "Symud llyfrgell y pentref" in str(paper.docinfo.Title)
    with paper.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_its_tags_hold_headings_lists_links_and_tables_with_headers(paper: Any) -> None:
    kinds = Counter(str(node.S) for node in elements(paper.Root.StructTreeRoot) if "/S" in node)
    assert kinds["/H1"] == 1
    assert all(
        kinds[tag] for tag in ("/H2", "/H3", "/P", "/L", "/LI", "/Link", "/Table", "/TR", "/TH", "/TD")
    ), kinds


def test_a_validator_finds_nothing_against_pdf_ua(paper: Any) -> None:
    said = validator.validate_pdf(paper.filename, profile="ua1")
    assert sorted({f"{failure.rule_id}: {failure.message}" for failure in said.failures}) == []
    assert said.is_compliant and said.rules.total > 100


def test_the_validator_finds_what_is_wrong(paper: Any, tmp_path: Path) -> None:
    with pikepdf.open(paper.filename) as broken:
        del next(node for node in elements(broken.Root.StructTreeRoot) if node.get("/S") == "/Figure")["/Alt"]
        broken.save(tmp_path / "broken.pdf")
    assert not validator.is_pdf_compliant(tmp_path / "broken.pdf", profile="ua1")


def test_a_link_says_the_title_of_what_it_leads_to_and_is_one_place(paper: Any) -> None:
    links = [node for page in paper.pages for node in page.get("/Annots", [])]
    said = {str(link.Contents) for link in links if "/Dest" in link}
    assert "Pacio" in said and [words for words in said if "--" in words] == []
    places = [tuple(map(float, link.Rect)) for link in paper.pages[3].get("/Annots", [])]
    assert len(places) > 5
    inside = [
        (a, b)
        for a in places
        for b in places
        if a != b and a[0] <= b[0] and b[2] <= a[2] and a[1] >= b[1] and b[3] >= a[3]
    ]
    assert inside == []


def test_no_figure_goes_without_a_name(paper: Any) -> None:
    figures = [node for node in elements(paper.Root.StructTreeRoot) if node.get("/S") == "/Figure"]
    assert figures and all("/Alt" in node for node in figures)


def test_its_bookmarks_are_sections_with_their_records(paper: Any) -> None:
    with paper.open_outline() as outline:
        assert len(outline.root) > 5
        assert any(section.children for section in outline.root)


def test_every_point_stands_in_a_list_and_every_heading_under_the_one_above(paper: Any) -> None:
    every = [node for node in elements(paper.Root.StructTreeRoot) if "/S" in node]
    kids = {
        str(kid.S)
        for node in every
        if node.S == "/L"
        for kid in node.K
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
    }
    assert kids <= {"/LI", "/L", "/Caption"}
    levels = [int(str(node.S)[2]) for node in every if str(node.S) in {f"/H{n}" for n in range(1, 7)}]
    assert levels[0] == 1 and [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_links_are_reached_in_the_order_of_the_text(paper: Any) -> None:
    assert [
        n for n, page in enumerate(paper.pages, 1) if "/Annots" in page and page.get("/Tabs") != "/S"
    ] == []


def test_contents_name_the_page_on_which_each_record_begins(paper: Any, project: Path) -> None:
    pages = [
        " ".join(page.extract_text().split())
        for page in pypdf.PdfReader(next((project / "dist").glob("*.pdf"))).pages
    ]
    found = re.search(r"Pacio[ .]+(\d+)", " ".join(pages[1:4]))
    assert found and "Pacio" in pages[int(found[1]) - 1]


@pytest.mark.parametrize(
    ("kind", "id", "title"),
    [
        ("phase", "pacio", "Pacio"),
        ("route", "ystyried", "Ystyried symud?"),
        ("role", "llyfrgellydd", "Llyfrgellydd"),
    ],
)
def test_a_part_is_a_document_of_its_own_whose_cover_says_what_it_is(
    project: Path, paper: Any, tmp_path: Path, kind: str, id: str, title: str
) -> None:
    done = pdf(project, f"--{kind}", id, "--to", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = tmp_path.glob(f"*-{kind}-{id}.pdf")
    part = pypdf.PdfReader(made)
    assert title in part.pages[0].extract_text()
    assert 1 < len(part.pages) < len(paper.pages)


def test_a_part_is_made_of_its_own_page_alone(project: Path) -> None:
    site = offline_site(project / "mkdocs.yml", print_page="print/phases/pacio.md")
    assert {path for path in site if path.endswith((".html", ".json"))} == {
        "print/phases/pacio.html",
        "404.html",
        BOOK,
        DATA,
    }


def test_a_part_that_does_not_exist_is_named_with_what_was_meant(project: Path) -> None:
    done = pdf(project, "--phase", "pacioo")
    assert done.returncode in (1, 2) and "Traceback" not in done.stderr
    assert "There is no phase “pacioo”." in done.stderr or "pdf-tools" in done.stderr


def test_without_its_tools_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')\n", "utf-8")
    done = pdf(ROOT, "--to", str(tmp_path), PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr.count("\n") == 1
        and "make pdf-tools" in done.stderr
        and "apt-get install libpango" in done.stderr
    )
