"""Files follow a project: what it hides is left out of templates and gate packs, and each file says so."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import HOME, READ, with_sections, words
from openpyxl import load_workbook
from test_rules_binding_rules import ruled
from world import QUESTIONS, TEMPLATES, World

from macros.authoring.local_cut import local_cut
from macros.commands.cli import main
from macros.loading.project_file import project_in
from macros.loading.tailoring.project_hiding import NOTHING, Hiding, hiding
from macros.model import Phase, Product
from macros.model.product import DocumentFormat
from macros.model.project import Project
from macros.publishing.documents.document_packages import Writer
from macros.publishing.documents.gate_document import GateDocument
from macros.publishing.documents.shelf import Shelf

FORMATS: tuple[DocumentFormat, ...] = ("docx", "odt", "xlsx", "ods")
FEW = {"size": ["small"]}
ONLY_MANY = "applies_to:\n  size: [large]\n"
FOLLOWS = "This file follows your project and leaves out"


@pytest.fixture
def asking(world: World) -> World:
    """A world that asks what a project is like, with a section for each kind in the plan of rooms."""
    world.write("questions.yml", QUESTIONS)
    return with_sections(world)


def project(world: World, **said: object) -> Project:
    title = world.handbook().framework.title
    data = {"schema": 1, "handbook": title, "edition": "1", **said}
    read, problems = project_in(json.dumps(data).encode(), "mine.json")
    assert read, problems
    return read


def hidden(world: World, **said: object) -> Hiding:
    return hiding(world.handbook(), project(world, **said))


def drop(*activities: str) -> dict[str, dict[str, str]]:
    return {activity: {"way": "drop"} for activity in activities}


def template(world: World, left: Hiding, product: str = "room-plan", form: DocumentFormat = "docx") -> str:
    book = world.handbook()
    shelf = Shelf(book, TEMPLATES, HOME, hiding=left)
    return words(shelf.file(book.get(Product, product), form), form)


def pack(world: World, form: DocumentFormat, phase: str = "move", **said: object) -> bytes:
    book = world.handbook()
    described = GateDocument(book, book.get(Phase, phase), HOME, project(world, **said)).description(form)
    return Writer(book.site, TEMPLATES).written(described, form)


def test_a_product_is_hidden_only_when_everything_that_makes_it_is_lost(asking: World):
    assert hidden(asking, cuts=drop("count-the-books")).products == {"book-list"}
    made = "outputs:\n  - product: book-list\n    state: updated\n"
    asking.change("activities/fill-the-rooms.yml", "outputs:\n", made)
    assert hidden(asking, cuts=drop("count-the-books")).products == set()
    assert "van" not in hidden(asking, cuts=drop("carry-the-books", "fill-the-rooms")).products


def test_a_project_that_says_nothing_hides_nothing(asking: World):
    asking.add("lessons/label-every-box.yml", ONLY_MANY)
    assert hidden(asking) == NOTHING


def test_what_is_hidden_is_what_a_tailored_local_handbook_hides(asking: World):
    asking.add("lessons/label-every-box.yml", ONLY_MANY)
    asking.copy("lessons/label-every-box.yml", "lessons/other.yml", at="count-the-books", title="Other")
    asking.change("lessons/other.yml", "phases: move", "phases: plan")
    said = project(asking, profile=FEW, cuts=drop("count-the-books"))
    book = asking.handbook()
    left = hiding(book, said)
    local = {entry["record"] for entry in local_cut(book, said)["hidden"]}
    lessons = {f"lessons/{lesson.id}" for lesson in book.all("lesson") if left.lesson(lesson)}
    assert {*(f"activities/{name}" for name in left.activities), *lessons} == local
    assert lessons == {"lessons/label-every-box", "lessons/other"}


def test_rules_and_limits_of_other_places_are_hidden(world: World):
    ruled(world)
    rules = {"activities/count-the-books#count.rules.1", "activities/count-the-books#latest.1"}
    assert hidden(world, profile={"town": ["old"]}).others == rules
    assert hidden(world, profile={"town": ["new"]}) == hidden(world) == NOTHING


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_leaves_out_what_is_hidden_and_says_so_in_one_sentence(asking: World, form: DocumentFormat):
    step = "  - id: measure\n    text: Measure each room.\n    side: carrier\n"
    only = "    applies_to:\n      size: [large]\n"
    asking.change("activities/measure-the-rooms.yml", step, step + only)
    whole = template(asking, NOTHING, form=form)
    assert "Measure the rooms, step 1" in whole and "Book list" in whole and FOLLOWS not in whole
    mine = template(asking, hidden(asking, profile=FEW, cuts=drop("count-the-books")), form=form)
    assert "Measure the rooms, step 1" not in mine and "Book list" not in mine
    assert f"{FOLLOWS} 1 product and 1 step. The page at the address below has a file" in mine
    assert "Which room takes which shelf?" in mine


def test_lessons_that_do_not_apply_are_neither_asked_nor_counted(asking: World):
    asking.copy("lessons/label-every-box.yml", "lessons/other.yml", title="Another question")
    asking.add("lessons/label-every-box.yml", f"question: Who labels the boxes?\n{ONLY_MANY}")
    mine = template(asking, hidden(asking, profile=FEW), "book-list", "odt")
    assert "Who labels" not in mine and "Another question" in mine
    assert "1 lesson on this document." in mine and f"{FOLLOWS} 1 lesson." in mine


def test_who_writes_a_file_is_the_first_who_still_makes_it(asking: World):
    made = "outputs:\n  - product: book-list\n    state: updated\n"
    asking.change("activities/fill-the-rooms.yml", "outputs:\n", made)
    mine = template(asking, hidden(asking, cuts=drop("count-the-books")), "book-list")
    assert "Written byDriver" in mine and f"{FOLLOWS} 1 activity" in mine


@pytest.mark.parametrize("form", FORMATS)
def test_where_nothing_is_hidden_a_file_is_the_same_as_for_everybody(asking: World, form: DocumentFormat):
    book = asking.handbook()
    product = book.get(Product, "room-plan")
    left = hidden(asking, cuts=drop("fill-the-rooms"), profile=FEW)
    whole = Shelf(book, TEMPLATES, HOME).file(product, form)
    assert Shelf(book, TEMPLATES, HOME, hiding=hidden(asking, profile=FEW)).file(product, form) == whole
    assert Shelf(book, TEMPLATES, HOME, hiding=left).file(product, form) != whole


def run(world: World, tmp_path: Path, *options: str, **said: object) -> tuple[int, str]:
    title = world.handbook().framework.title
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"schema": 1, "handbook": title, "edition": "1", **said}), "utf-8")
    places = ("--content", str(world.content), "--docs", str(world.docs), "--theme", str(TEMPLATES.parent))
    done = CliRunner().invoke(main, ["documents", *places, "--project", str(file), *options])
    return done.exit_code, done.output


def test_the_command_leaves_out_files_of_what_nobody_makes_and_names_them(asking: World, tmp_path: Path):
    to = tmp_path / "files"
    code, output = run(asking, tmp_path, "--to", str(to), cuts=drop("count-the-books"))
    assert code == 0
    assert "Left out, because your project leaves out what makes them: Book list." in output
    assert sorted(file.name for file in to.iterdir()) == ["room-plan.docx", "room-plan.odt"]
    assert FOLLOWS in words((to / "room-plan.odt").read_bytes(), "odt")


def test_the_command_says_why_nothing_is_left(asking: World, tmp_path: Path):
    options = ("--to", str(tmp_path / "files"), "--phase", "plan")
    code, output = run(asking, tmp_path, *options, cuts=drop("count-the-books"))
    assert code == 1 and "makes them: Book list." in output
    assert "so nothing was written." in output
    code, output = run(asking, tmp_path, *options, handbook="Another")
    assert code == 1 and "belongs to “Another”" in output
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize("form", FORMATS)
def test_a_gate_pack_marks_evidence_that_is_left_out_and_leaves_out_what_does_not_apply(
    asking: World, form: DocumentFormat
):
    asking.copy("lessons/label-every-box.yml", "lessons/other.yml", title="Another question")
    asking.add("lessons/label-every-box.yml", ONLY_MANY)
    more = "  - id: dry\n    text: Every room is dry.\n    activities: [carry-the-books]\n"
    only = "    products: [filled-rooms]\n    applies_to:\n      size: [large]\n"
    asking.change("phases/move.yml", "basis:", f"{more}{only}basis:")
    whole = words(pack(asking, form), form)
    assert "Every room is dry." in whole and "Label every box" in whole and FOLLOWS not in whole
    mine = words(pack(asking, form, profile=FEW, cuts=drop("fill-the-rooms")), form)
    assert "Every room is dry." not in mine
    assert "Label every box" not in mine and "Another question" in mine
    assert "Filled rooms (left out by your tailoring), Driver" in mine
    assert f"{FOLLOWS} 1 exit criterion and 1 lesson." in mine


def test_a_gate_pack_as_a_spreadsheet_has_criteria_and_questions_as_tables(asking: World):
    states = {"phases/move#arrived": "not-yet", "lessons/label-every-box": "partly"}
    data = pack(asking, "xlsx", states=states, notes={"lessons/label-every-box": "=1+1"})
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["About and texts", "Exit criteria", "What others would ask you", "Choices"]
    criteria = [[cell.value for cell in row] for row in book["Exit criteria"].iter_rows()]
    assert criteria == [
        ["No.", "Criterion", "Evidence, and who owns it", "State"],
        ["1", "Every book has arrived.", "Filled rooms, Driver", "Not yet"],
    ]
    asked = [cell.value for cell in book["What others would ask you"][2]]
    assert asked == [
        "1",
        "Label every box",
        "Avoid · Old Town library · verified",
        "Partly. =1+1",
        "Label every box",
    ]
    link = book["What others would ask you"]["E2"].hyperlink
    assert link.target == f"{HOME}lessons/label-every-box/"


def test_a_gate_page_offers_its_pack_in_every_format(asking: World):
    build = asking.build()
    page = build.renderer.render("gate_page.html", "gates/move.md", phase=build.handbook.get(Phase, "move"))
    for form in FORMATS:
        assert f'href="../move.{form}"' in page
        assert "Gate pack: Move" in "\n".join(READ[form](build.shelf.files[f"gates/move.{form}"]))
