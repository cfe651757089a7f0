"""A messy log becomes drafts: nothing is lost, nothing is guessed in silence, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import messy_log
import pytest
import yaml
from click.testing import CliRunner, Result
from world import World

from macros.commands.cli import main

OURS = "label-every-box"


def run(world: World, file: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["import", str(file), "--content", str(world.content), *words])


def lessons(world: World) -> dict[str, dict]:
    found = sorted((world.content / "lessons").glob("*.yml"))
    return {
        file.stem: yaml.load(file.read_text("utf-8"), yaml.CBaseLoader) for file in found if file.stem != OURS
    }


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return messy_log.xlsx(tmp_path_factory.mktemp("log") / "log.xlsx")


@pytest.fixture(scope="module")
def account(the_world: World, log: Path) -> list[str]:
    """What the command says of the log, line by line, without writing."""
    return [" ".join(line.split()) for line in run(the_world, log, "--with-hidden").output.splitlines()]


@pytest.fixture(scope="module")
def drafts(the_world: World, log: Path) -> dict[str, str]:
    """The texts of the files that the log gives, resting on a source that is there."""
    run(
        the_world,
        log,
        "--write",
        "--source",
        "town-report",
        "--with-hidden",
        "--sheet",
        "Lessons log",
        "--sheet",
        "Workshop",
    )
    texts = {
        file.stem: file.read_text("utf-8")
        for file in (the_world.content / "lessons").glob("*.yml")
        if file.stem != OURS
    }
    the_world.restore()
    return texts


def data(text: str) -> dict:
    return yaml.load(text, yaml.CBaseLoader)


def sheet(file: Path, *rows: list, name: str = "Log") -> Path:
    """A small workbook of one sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


# The account


def test_without_write_nothing_is_written(world: World, log: Path):
    result = run(world, log)
    assert (result.exit_code, lessons(world)) == (0, {})
    assert "Nothing is written yet. To write 37 files to" in result.output


def test_it_says_what_each_column_fills(account: list[str]):
    assert {
        "A Ref → the log's own number, kept in a comment",
        "B Stage → phases",
        "C Work stream → workstreams",
        "D Date of event → when",
        "E What happened? → event",
        "H Recommendation / Action → action",
        "J RAG → no field; kept in comments",
        'K Owner → not imported, because it names people. To keep it in comments: --column "Owner=comments"',
    } <= set(account)


def test_it_finds_the_headings_under_titles(account: list[str]):
    assert "Sheet “Lessons log”, headings in row 4. Its columns:" in account


def test_it_says_what_it_took_for_what_and_where(account: list[str]):
    assert {
        "phases: “Plann” → Plan (Lessons log!B5)",
        "phases: “The move” → Move (Lessons log!B7)",
        "functions: “lendng” → Lending (Lessons log!I6)",
    } <= set(account)


def test_a_date_that_can_be_read_in_two_ways_is_read_by_a_proof_in_its_column_which_is_named(
    account: list[str],
):
    assert (
        "when: “12/03/2019” → 2019-03-12 (the day comes first, as 25/03/2019 in D6 shows) (Lessons log!D5, Lessons log!D14)"
        in account
    )


def test_a_date_without_proof_is_left_open_until_somebody_says_which_it_is(world: World, tmp_path: Path):
    log = sheet(
        tmp_path / "log.xlsx", ["Lesson", "When"], ["Bring string to tie up the boxes.", "12/03/2019"]
    )
    said = run(world, log).output
    assert (
        "log.xlsx: Log!B2: when: “12/03/2019”: this date can be read as 12 March 2019 or 3 December 2019."
        in said
    )
    assert "Say which comes first, with --dates day-first or --dates month-first." in said
    run(world, log, "--dates", "month-first", "--write")
    assert lessons(world)["bring-string-to-tie-up-the-boxes"]["when"] == "2019-12-03"


def test_every_problem_has_its_sheet_row_and_column(account: list[str]):
    said = "\n".join(account)
    for words in (
        "log.xlsx: Lessons log!B11: phases: “Phase 9” fits no phase.",
        "log.xlsx: Lessons log!D11: when: “some day”: this is not a date that the handbook can keep.",
        "log.xlsx: Lessons log!F9: this cell holds the error #REF!, so it counts as empty.",
        "log.xlsx: Lessons log!E8: this cell holds a formula without its result",
        "log.xlsx: Lessons log, row 9: this row is hidden, and was read.",
        "log.xlsx: Lessons log, row 13: this row holds no lesson, so it is left out. It says “L8; RAG: Amber”.",
        "Lookups: no row of it looks like headings; it begins with “Red | Amber | Green” in row 1.",
    ):
        assert words in said


def test_a_name_that_fits_nothing_is_asked_for_with_the_choices_which_are_listed_once(account: list[str]):
    assert {
        'There are “Plan”, “Move”. Say what it means with --value "Planning=NAME".',
        'Say what it means with --value "Phase 9=NAME".',
    } <= set(account)


def test_the_account_can_be_kept(world: World, log: Path, tmp_path: Path):
    said = run(world, log, "--report", str(tmp_path / "said.txt")).output
    assert (tmp_path / "said.txt").read_text("utf-8") == said


# What is written


def test_forty_lessons_of_a_workbook_become_drafts_that_check_names(world: World, log: Path):
    result = run(
        world,
        log,
        "--write",
        "--with-hidden",
        "--new-source",
        "Log of the move",
        "--default",
        "organisation=The library",
        "--default",
        "at=Carry the books",
        "--default",
        "state=observation",
    )
    assert (result.exit_code, len(lessons(world))) == (0, 39)
    assert "39 files written to" in result.output
    checked = (
        CliRunner().invoke(main, ["check", "--content", str(world.content), "--docs", str(world.docs)]).output
    )
    assert "measure-the-van-before-you-pack-a-single-box-of.yml" in checked
    assert {
        line.split(": ")[1].partition(" ")[0]
        for line in checked.splitlines()
        if "/lessons/" in line and OURS not in line
    } == {"summary", "applies_when", "type", "event", "action", "phases", "workstreams"}


def test_a_lesson_holds_what_its_row_says(drafts: dict[str, str]):
    made = data(drafts["measure-the-van-before-you-pack-a-single-box-of"])
    assert made | {"added": "", "reviewed": ""} == {
        "title": "Measure the van before you pack a single box of books",
        "summary": "",
        "type": "avoid",
        "organisation": "",
        "when": "2019-03-12",
        "event": "The van was too small.",
        "cause": "Nobody measured it.",
        "lesson": "Measure the van before you pack a single box of books.",
        "action": "Measure the van.",
        "applies_when": "",
        "at": [""],
        "phases": ["plan"],
        "workstreams": ["books"],
        "functions": ["lending"],
        "evidence": [
            {"source": "town-report", "where": "Lessons log, row 5, L1", "says": "The van was too small."}
        ],
        "state": "",
        "contributed_by": "The library",
        "added": "",
        "reviewed": "",
    }


def test_what_fits_no_field_stands_at_the_head_of_the_draft_and_people_never_do(drafts: dict[str, str]):
    text = drafts["put-up-signs-before-the-first-reader-comes"]
    assert "# Imported from log.xlsx, sheet “Lessons log”, row 11, reference L6." in text
    assert {
        "# Stage: Phase 9",
        "# Work stream: Garden",
        "# Date of event: some day",
        "# Service: Catering",
        "# RAG: Red",
    } <= set(text.splitlines())
    assert not any(
        name in text
        for text in drafts.values()
        for name in ("J. Smith", "A. Person", "Caretaker", "Somebody")
    )


def test_an_address_of_a_person_is_pointed_out(account: list[str]):
    assert (
        "log.xlsx: Lessons log, row 12: this row holds the e-mail address jane.smith@example.gov.uk."
        in account
    )


def test_several_lessons_of_a_cell_become_several_drafts_each_with_its_own_action(drafts: dict[str, str]):
    made = {id: data(text) for id, text in drafts.items()}
    assert [
        made[id]["action"]
        for id in (
            "draw-each-of-the-rooms-on-paper",
            "number-each-door-in-the-building",
            "ask-the-readers-what-they-miss",
        )
    ] == ["Draw.", "Number.", "Ask."]
    assert (
        made["buy-strong-boxes-for-heavy-books"]["action"]
        == made["keep-the-receipts-of-all-the-boxes"]["action"]
        == "Buy better."
    )


def test_one_a_row_keeps_a_cell_whole(world: World, log: Path):
    run(world, log, "--write", "--one-a-row")
    assert any(made.get("lesson", "").count("\n") == 2 for made in lessons(world).values())


def test_what_is_merged_over_rows_counts_in_each(drafts: dict[str, str]):
    made = {id: data(text) for id, text in drafts.items()}
    assert (
        made["ask-for-all-the-keys-in-good-time"]["phases"]
        == made["load-the-heavy-boxes-before-the-light-ones"]["phases"]
        == ["move"]
    )
    assert made["train-the-drivers-before-you-train-anybody-else"]["phases"] == ["plan"]


def test_hidden_rows_are_left_out_and_named(world: World, log: Path):
    said = run(world, log, "--write").output
    assert (
        "row 9: this row is hidden, and was left out. It says “L5; Move; Rooms; March 2019; Doors were locked.;"
        in said
    )
    assert "To read hidden rows and columns too, use --with-hidden." in said
    assert "ask-for-all-the-keys-in-good-time" not in lessons(world)


def test_a_second_import_of_the_same_log_writes_nothing(world: World, log: Path):
    run(world, log, "--write")
    before = {file: file.read_bytes() for file in (world.content / "lessons").glob("*.yml")}
    said = run(world, log, "--write").output
    assert "There is nothing new to write." in said
    assert "rows, word for word in" in said
    assert before == {file: file.read_bytes() for file in (world.content / "lessons").glob("*.yml")}


def test_a_lesson_that_was_changed_since_is_not_touched_and_is_named(world: World, log: Path):
    run(world, log, "--write")
    world.change(
        "lessons/put-up-signs-before-the-first-reader-comes.yml",
        "event: Readers got lost.",
        "event: Many readers got lost.",
    )
    said = run(world, log, "--write").output
    assert (
        "put-up-signs-before-the-first-reader-comes.yml holds something else. Compare the two yourself."
        in said
    )
    assert "Many readers" in world.read("lessons/put-up-signs-before-the-first-reader-comes.yml")


def test_a_row_that_stands_twice_is_written_once(account: list[str]):
    assert (
        "Lessons log, row 14 says the same as row 5. If both are meant, write in one what is different."
        in account
    )


@pytest.mark.parametrize(
    ("made", "name", "count"), [(messy_log.delimited, "log.csv", 36), (messy_log.opendocument, "log.ods", 39)]
)
def test_the_same_log_comes_in_as_text_and_as_opendocument(
    world: World, tmp_path: Path, made: Callable[[Path], Path], name: str, count: int
):
    run(world, made(tmp_path / name), "--write")
    found = lessons(world)
    assert len(found) == count
    assert (
        found["plan-for-rain-on-day-number-3-of-the-whole-move"]["event"]
        == "Box 3 was late – by “3” hours; again."
    )
    assert found["measure-the-van-before-you-pack-a-single-box-of"]["when"] == "2019-03-12"


def test_a_new_source_is_begun_for_the_log_and_every_lesson_rests_on_it(world: World, tmp_path: Path):
    run(
        world,
        sheet(tmp_path / "log.xlsx", ["Lesson", "Stage"], ["Tie a knot in every string you have.", "Plan"]),
        "--write",
        "--new-source",
        "Log of the move",
    )
    assert "title: Log of the move" in world.read("sources/log-of-the-move.yml")
    assert {made["evidence"][0]["source"] for made in lessons(world).values()} == {"log-of-the-move"}


# What a person may say


def test_a_person_may_say_what_a_column_fills(world: World, tmp_path: Path):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Blah", "Lesson", "Bits"],
        ["The box fell on a foot.", "Wear strong shoes when you carry boxes.", "x"],
    )
    run(world, log, "--column", "Blah=event", "--column", "C=-", "--write")
    assert lessons(world)["wear-strong-shoes-when-you-carry-boxes"]["event"] == "The box fell on a foot."


def test_a_person_may_say_what_a_text_means(world: World, tmp_path: Path):
    run(
        world,
        sheet(
            tmp_path / "log.xlsx", ["Lesson", "Stage"], ["Tie a knot in every string you have.", "Phase 9"]
        ),
        "--value",
        "Phase 9=move",
        "--write",
    )
    assert lessons(world)["tie-a-knot-in-every-string-you-have"]["phases"] == ["move"]


def test_what_a_text_means_in_one_column_changes_nothing_where_it_fits_another(world: World, tmp_path: Path):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Workstream", "Service"],
        ["Tie a knot in every string you have.", "Lending", "Lending"],
    )
    run(world, log, "--value", "Lending=books", "--write")
    made = lessons(world)["tie-a-knot-in-every-string-you-have"]
    assert (made["workstreams"], made["functions"]) == (["books"], ["lending"])


def test_a_date_that_cannot_be_kept_may_be_said_too(world: World, tmp_path: Path):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Date of event"],
        ["Tie a knot in every string you have.", "after the fair"],
    )
    assert 'Say what it means with --value "after the fair=2019-03".' in run(world, log).output
    run(world, log, "--value", "after the fair=2018-09", "--write")
    assert lessons(world)["tie-a-knot-in-every-string-you-have"]["when"] == "2018-09"


def test_a_row_without_a_lesson_asks_for_nothing(world: World, tmp_path: Path):
    rows = [
        ["ID", "Lesson", "Stage"],
        ["1", "Tie a knot in every string you have.", "Plan"],
        ["Total of all", None, "Phase 9"],
        ["Second year below"],
    ]
    said = run(world, sheet(tmp_path / "log.xlsx", *rows)).output
    assert (
        "row 3: this row holds no lesson, so it is left out. It says “Total of all; Stage: Phase 9”." in said
    )
    assert "row 4: this row holds no lesson, so it is left out. It says “Second year below”." in said
    assert "To decide" not in said


def test_a_draft_lists_the_activities_that_its_row_may_mean_and_none_where_there_is_no_saying(
    world: World, tmp_path: Path
):
    rows = [
        ["Lesson", "Stage", "Workstream"],
        ["Tie a knot in every string you have.", "Move", "Books"],
        ["Look twice before you go home.", None, None],
    ]
    said = run(world, sheet(tmp_path / "log.xlsx", *rows), "--write").output
    near, none = (
        world.read(f"lessons/{id}.yml")
        for id in ("tie-a-knot-in-every-string-you-have", "look-twice-before-you-go-home")
    )
    assert (
        "# In the phases and workstreams of this row:\n# carry-the-books: " in near
        and "In the phases and workstreams" not in none
    )
    assert (
        'To fill in many at once, add columns with these headings to the log, or say the same of all: --default "FIELD=TEXT".'
        in said
    )


def test_the_day_on_which_a_log_took_a_lesson_is_not_the_day_on_which_the_handbook_did(
    world: World, tmp_path: Path
):
    run(
        world,
        sheet(
            tmp_path / "log.xlsx",
            ["Lesson", "Stage", "Date raised"],
            ["Tie a knot in every string you have.", "Plan", "2009-03-12"],
        ),
        "--write",
    )
    made = world.read("lessons/tie-a-knot-in-every-string-you-have.yml")
    assert "# Date raised: 2009-03-12\n" in made and data(made)["added"] == date.today().isoformat()


def test_a_lesson_about_every_service_names_none(world: World, tmp_path: Path):
    run(
        world,
        sheet(tmp_path / "log.xlsx", ["Lesson", "Service"], ["Tie a knot in every string you have.", "All"]),
        "--write",
    )
    assert "functions" not in lessons(world)["tie-a-knot-in-every-string-you-have"]


def test_signs_mean_what_a_person_says_of_each_and_a_plus_is_known_to_be_good(world: World, tmp_path: Path):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Mark"],
        ["Buy strong boxes", "+"],
        ["Draw every room", "-"],
        ["Count the keys", "!"],
    )
    run(world, log, "--column", "Mark=type", "--value", "!=watch", "--write")
    assert {id: lesson["type"] for id, lesson in lessons(world).items()} == {
        "buy-strong-boxes": "repeat",
        "draw-every-room": "avoid",
        "count-the-keys": "watch",
    }


def test_headings_that_a_log_repeats_are_no_lesson_even_where_a_column_was_added(
    world: World, tmp_path: Path
):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Action", "Summary"],
        ["Buy strong boxes", "Buy.", "Boxes broke."],
        ["Lesson", "Action"],
        ["Draw every room", "Draw.", "Lost."],
    )
    run(world, log, "--write")
    assert set(lessons(world)) == {"buy-strong-boxes", "draw-every-room"}


def test_two_columns_that_a_person_names_for_one_text_are_read_one_below_the_other(
    world: World, tmp_path: Path
):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Good", "Poor"],
        ["Buy strong boxes", "No book was lost.", "Two boxes broke."],
        ["Draw every room", None, "We got lost."],
    )
    run(world, log, "--column", "Good=event", "--column", "Poor=event", "--write")
    assert [lesson["event"] for _, lesson in sorted(lessons(world).items())] == [
        "No book was lost.\n\nTwo boxes broke.",
        "We got lost.",
    ]


def test_a_row_that_names_an_activity_has_its_phase_and_workstream_too(world: World, tmp_path: Path):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Activity", "Phase", "Workstream"],
        ["Buy strong boxes", "carry-the-books", "Plan", None],
    )
    result = run(world, log, "--write")
    lesson = lessons(world)["buy-strong-boxes"]
    assert (lesson["phases"], lesson["workstreams"]) == (["plan", "move"], ["books"])
    assert "phases and workstreams: taken from the activities that a row names (1 row)" in result.output


def test_what_may_be_chosen_is_listed_once_and_two_ways_to_write_one_word_are_one_question(
    world: World, tmp_path: Path
):
    log = sheet(
        tmp_path / "log.xlsx",
        ["Lesson", "Workstream"],
        ["Buy strong boxes", "Garden"],
        ["Draw every room", "GARDEN"],
        ["Count the keys", "Roof"],
    )
    said = run(world, log).output
    assert said.count("There are “") == 1 and said.count("--value") == 2 and "The same in B3." in said


def test_a_text_that_fits_another_field_says_so(world: World, tmp_path: Path):
    log = sheet(tmp_path / "log.xlsx", ["Lesson", "Theme"], ["Buy strong boxes", "Lending"])
    assert (
        'It is a function. If the whole column holds such, say so with --column "HEADING=functions".'
        in run(world, log).output
    )


def test_a_sheet_that_only_names_people_is_not_read(world: World, tmp_path: Path):
    from openpyxl import load_workbook

    file = sheet(tmp_path / "log.xlsx", ["Lesson", "Action"], ["Buy strong boxes", "Buy."])
    book = load_workbook(file)
    book.create_sheet("Read me").append(["Owner: the library"])
    book.save(file)
    assert (
        "Read me: no row of it looks like headings; it begins with “Owner: the library” in row 1."
        in run(world, file).output
    )


def test_a_person_may_say_where_the_headings_are_and_which_sheet_it_is(world: World, log: Path):
    said = run(world, log, "--sheet", "Workshop", "--header-row", "1").output
    assert "log.xlsx: 3 lessons." in said
    assert "Lessons log: it was not asked for." in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--sheet", "Nothing"],
            "There is no sheet “Nothing” in “log.xlsx”. It has: Lessons log, Workshop, Lookups.",
        ),
        (["--column", "Stage"], "--column is written NAME=VALUE, and “Stage” is not."),
        (["--column", "Stage=fase"], "“fase” is no field of a lesson."),
        (["--default", "phases=garden"], "--default phases: “garden” fits no phase."),
        (["--source", "nothing"], "There is no source “nothing”"),
        (["--source", "town-report", "--new-source", "x"], "Give --source or --new-source, not both."),
        (["--header-row", "900"], "row 900 is empty, so it cannot hold the headings."),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_in_one_sentence(
    world: World, log: Path, words: list[str], said: str
):
    result = run(world, log, *words)
    assert result.exit_code == 1
    assert said in result.output


def test_a_sheet_without_headings_is_named_with_what_to_do(world: World, tmp_path: Path):
    result = run(world, sheet(tmp_path / "log.xlsx", ["a", "b"], ["c", "d"]))
    assert result.exit_code == 1
    assert "No table was found in “log.xlsx”." in result.output
    assert '--header-row 3 --column "Your heading=lesson"' in result.output


# Hostile cells


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c",
        "\"quoted\" and 'quoted'",
        "- not a list",
        "{{ 7 * 7 }}",
        "line one\nline two: x",
        "😀 emoji",
        "%TAG ! x",
        "*star",
        "&and",
        "@at",
        "null",
        "=2+2 ",
    ],
)
def test_whatever_a_cell_holds_is_the_same_in_the_file(world: World, tmp_path: Path, text: str):
    book = sheet(
        tmp_path / "log.xlsx", ["Lesson", "What happened"], ["Tie a knot in every string you have.", "x"]
    )
    from openpyxl import load_workbook

    loaded = load_workbook(book)
    loaded.active["B2"].value = text
    loaded.active["B2"].data_type = "s"
    loaded.save(book)
    run(world, book, "--write")
    assert lessons(world)["tie-a-knot-in-every-string-you-have"]["event"] == text.strip()


def test_what_no_file_of_content_may_hold_is_taken_out(world: World, tmp_path: Path):
    run(
        world,
        sheet(
            tmp_path / "log.xlsx",
            ["Lesson", "What happened", "Note"],
            ["Tie a knot in every string you have.", "One\u200b two\u202e three", "\ufeffhi\u2066"],
        ),
        "--write",
    )
    assert lessons(world)["tie-a-knot-in-every-string-you-have"]["event"] == "One two three"


def test_a_very_long_cell_is_kept_in_comments_and_said(world: World, tmp_path: Path):
    run(
        world,
        sheet(
            tmp_path / "log.xlsx",
            ["Lesson", "What happened"],
            ["Tie a knot in every string you have.", "word " * 6000],
        ),
        "--write",
    )
    assert "event" not in {k for k, v in lessons(world)["tie-a-knot-in-every-string-you-have"].items() if v}
    assert "# event (this text is longer than 20000 characters): word word" in world.read(
        "lessons/tie-a-knot-in-every-string-you-have.yml"
    )


# A folder of one's own


def test_a_team_with_a_folder_of_its_own_has_its_drafts_there_and_the_shared_ones_are_recognised(
    world: World, tmp_path: Path
):
    world.write("local/site.yml", "")
    log = sheet(
        tmp_path / "log.xlsx",
        ["Title", "Lesson"],
        ["Label every box", "A label costs less than a book."],
        [None, "Tie a knot in every string you have."],
    )
    said = run(world, log, "--write", "--new-source", "Log of the move").output
    assert "1 row, word for word in" in said
    assert "$schema=../../.schema/lesson.json" in world.read(
        "local/lessons/tie-a-knot-in-every-string-you-have.yml"
    )
    assert "title: Log of the move" in world.read("local/sources/log-of-the-move.yml")
    assert lessons(world) == {}
