"""Logs as offices keep them: nothing of one is lost without a line that says which, why, and how to keep it."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from openpyxl import Workbook
from openpyxl.styles import Font
from world import World

from macros.commands.cli import main

OURS = "label-every-box"
BOXES = "Half of the boxes broke on the first day of the move."
DOORS = "The doors were locked when the van came at noon."
KEYS = "Nobody had the keys of the new reading room."


def log(folder: Path, *rows: list[str], name: str = "log.csv") -> Path:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return folder / name


def run(world: World, file: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["import", str(file), "--content", str(world.content), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def written(world: World, file: Path, *words: str) -> tuple[str, dict[str, dict]]:
    """What import says, and the lessons that it writes, by id."""
    output = run(world, file, "--write", *words).output
    files = sorted((world.content / "lessons").glob("*.yml"))
    loaded = {it.stem: yaml.load(it.read_text("utf-8"), yaml.CBaseLoader) for it in files if it.stem != OURS}
    return " ".join(output.split()), loaded


# Columns


@pytest.mark.parametrize(
    ("heading", "good", "bad"),
    [
        ("WIN / ISSUE", "WIN", "ISSUE"),
        ("+ / -", "+", "-"),
        ("+/-", "+", "-"),
        ("Success or challenge", "success", "challenge"),
        ("Strength | Weakness", "Strength", "Weakness"),
        ("Category", "Positive", "Negative"),
        ("Nobody knows this heading", "went well", "went badly"),
    ],
)
def test_a_column_of_two_words_gives_the_type(
    world: World, tmp_path: Path, heading: str, good: str, bad: str
):
    rows = [[heading, "Describe what happened"], [good, BOXES], [bad, DOORS]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert [(it["type"], it["event"]) for _, it in sorted(lessons.items())] == [
        ("repeat", BOXES),
        ("avoid", DOORS),
    ]


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Category", ["Books", "Rooms", "Roses"], "workstreams"),
        ("Category", ["Lending", "Lending", "Lending"], "functions"),
        ("Topic", ["Rooms", "Rooms", "Rooms"], "workstreams"),
        ("Topic", ["Doors", "Keys", "Cake"], "title"),
        ("Anything", ["Books", "Rooms", "Books"], "workstreams"),
    ],
)
def test_a_heading_with_several_meanings_means_what_stands_below_it(
    world: World, tmp_path: Path, heading: str, values: list[str], field: str
):
    texts = [BOXES, DOORS, KEYS]
    rows = [[value, text] for value, text in zip(values, texts, strict=True)]
    output = run(world, log(tmp_path, [heading, "What happened"], *rows)).output
    assert f"→  {field}" in output.splitlines()[3]


def test_a_column_whose_cells_fit_nothing_is_kept_in_comments_and_says_why(world: World, tmp_path: Path):
    rows = [["Type", "What happened"], ["Roses", BOXES], ["Tulips", DOORS]]
    output, _ = written(world, log(tmp_path, *rows))
    assert "A Type → no field; none of its cells names a type; kept in comments" in output
    assert "# Type: Roses" in world.read("lessons/half-of-the-boxes-broke-on-the-first-day-of-the.yml")


def test_what_went_well_and_what_went_badly_side_by_side_give_a_lesson_each(world: World, tmp_path: Path):
    rows = [
        ["Phase", "What went well", "What didn't go well"],
        ["Plan", BOXES, DOORS],
        ["Move", "", KEYS],
        ["Move", "n/a", ""],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert sorted((it["type"], it["event"], it["phases"][0]) for it in lessons.values()) == [
        ("avoid", KEYS, "move"),
        ("avoid", DOORS, "plan"),
        ("repeat", BOXES, "plan"),
    ]
    assert "B What went well → event, as a record of its own with type repeat" in output
    assert "row 4: this row holds no lesson" in output


def test_columns_to_tick_give_the_type(world: World, tmp_path: Path):
    rows = [["What happened", "Positive", "Negative"], [BOXES, "", "x"], [DOORS, "✓", ""]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert sorted((it["type"], it["event"]) for it in lessons.values()) == [
        ("avoid", BOXES),
        ("repeat", DOORS),
    ]


def test_an_export_of_a_tracker_keeps_every_column(world: World, tmp_path: Path):
    rows = [
        ["Issue key", "Issue Type", "Summary", "Assignee", "Description", "Custom field (Lesson learned)"],
        ["MOVE-7", "Task", "Boxes broke", "jsmith", BOXES, "Buy strong boxes for heavy books."],
    ]
    rows = [[*rows[0], "Labels", "Labels"], [*rows[1], "box", "van"]]
    output, lessons = written(world, log(tmp_path, *rows))
    text = world.read("lessons/buy-strong-boxes-for-heavy-books.yml")
    assert lessons["buy-strong-boxes-for-heavy-books"]["event"] == BOXES
    for words in ("reference MOVE-7", "# Issue Type: Task", "# Labels: box", "# Labels: van"):
        assert words in text
    assert "jsmith" not in text
    assert (
        'D Assignee → not imported, because it names people. To keep it in comments: --column "Assignee='
        in output
    )


def test_a_form_with_long_questions_is_understood(world: World, tmp_path: Path):
    rows = [
        [
            "Timestamp",
            "Email Address",
            "1. Please describe what happened on your project, in as much detail as you can:",
            "2) What would you do differently?",
            "Q3. What was the root cause (if known)?",
        ],
        ["3/12/2019 14:30:02", "a@example.org", BOXES, "Buy strong boxes.", "Nobody had tried one."],
    ]
    _, lessons = written(world, log(tmp_path, *rows))
    (lesson,) = lessons.values()
    assert (lesson["event"], lesson["action"], lesson["cause"]) == (
        BOXES,
        "Buy strong boxes.",
        "Nobody had tried one.",
    )


def test_a_person_may_keep_a_column_in_comments_or_leave_it_out(world: World, tmp_path: Path):
    file = log(tmp_path, ["What happened", "Owner", "Cost"], [BOXES, "The caretaker", "secret"])
    output, _ = written(world, file, "--column", "Owner=comments", "--column", "Cost=-")
    text = world.read("lessons/half-of-the-boxes-broke-on-the-first-day-of-the.yml")
    assert "# Owner: The caretaker" in text
    assert "secret" not in text
    assert "C Cost → left out, as you asked" in output


def test_the_name_of_a_column_that_is_not_there_is_refused(world: World, tmp_path: Path):
    result = run(world, log(tmp_path, ["What happened"], [BOXES]), "--column", "Story=event")
    assert (result.exit_code, result.output) == (
        1,
        "--column Story: no column is called that. There are: “What happened”.\n",
    )


# Headings


@pytest.mark.parametrize(
    "facts",
    [
        ["Project:", "Library move", "Date:", "2019-03-01", "Organisation:", "Old Town"],
        ["Project", "Library move", "Date", "1 March 2019", "Phase", "Move"],
        ["Organisation: Old Town", "Programme: move", "Phase: all", "Version 3"],
    ],
)
def test_facts_above_the_table_are_named_and_not_taken_for_headings(
    world: World, tmp_path: Path, facts: list[str]
):
    rows = [["LESSONS"], facts, [], ["Title", "What happened"], ["Boxes", BOXES], ["Doors", DOORS]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes", "doors"}
    assert "headings in row 4" in output
    assert "row 2: this row is above the headings, so it was not read." in output
    assert facts[0] in output


def test_headings_in_two_rows_are_joined(world: World, tmp_path: Path):
    rows = [
        ["Title", "Lesson", "", "Recommendation"],
        ["", "What happened", "Root cause", ""],
        ["Boxes", BOXES, "They were old.", "Buy new ones."],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert "headings in rows 1 and 2" in output
    assert {name: lessons["boxes"][name] for name in ("event", "cause", "action")} == {
        "event": BOXES,
        "cause": "They were old.",
        "action": "Buy new ones.",
    }


def test_the_row_of_headings_may_be_missing_in_another_sheet_and_the_advice_names_the_sheet(
    world: World, tmp_path: Path
):
    book = Workbook()
    book.active.title = "Read me"
    book.active["A9"] = "Write one lesson a row, please."
    sheet = book.create_sheet("Journal")
    for row in (["Umzug"], [], ["Ereignis", "Lehre"], [BOXES, "Buy strong boxes for all the books."]):
        sheet.append(row)
    book.save(tmp_path / "log.xlsx")
    refused = run(world, tmp_path / "log.xlsx")
    assert refused.exit_code == 1
    assert '--sheet "Journal" --header-row' in refused.output
    output, lessons = written(
        world,
        tmp_path / "log.xlsx",
        "--header-row",
        "3",
        "--column",
        "Ereignis=event",
        "--column",
        "Lehre=lesson",
    )
    assert set(lessons) == {"buy-strong-boxes-for-all-the-books"}
    assert "Read me: row 3 is empty, so it cannot hold the headings." in output


def test_reading_no_lesson_is_a_failure_that_says_what_was_seen(world: World, tmp_path: Path):
    result = run(world, log(tmp_path, ["What happened", "Owner", "Mood"], ["n/a", "X", "sad"]))
    assert result.exit_code == 1
    assert result.output.splitlines()[1].startswith("Nothing could be read: of the 1 row below the headings")
    assert "It says “What happened: n/a; Mood: sad”" in result.output


# Rows


def test_what_a_template_left_in_brackets_is_no_lesson(world: World, tmp_path: Path):
    rows = [
        ["No", "Title", "What happened"],
        ["1", "[Short title]", "<Describe what happened here>"],
        ["2", "Boxes", BOXES],
        ["3", "[Title]", DOORS],
        ["4", "Keys", f"{KEYS} [sic]"],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes", "the-doors-were-locked-when-the-van-came-at-noon", "keys"}
    assert "row 2: this row holds what a template left in brackets, so it was passed over." in output
    assert "title: “[Title]” → nothing (B4)" in output


def test_rows_are_equal_only_where_all_that_they_say_is(world: World, tmp_path: Path):
    rows = [
        ["Title", "What happened", "What to do"],
        ["Boxes", BOXES, "Buy better."],
        ["Boxes", BOXES, "Carry fewer."],
        ["Boxes", DOORS, "Buy better."],
        ["Boxes", BOXES, "Buy better."],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes", "boxes-2", "boxes-3"}
    assert "row 5 says the same as row 2. If both are meant, write in one what is different." in output


def test_a_record_with_the_same_title_does_not_stand_for_a_row(world: World, tmp_path: Path):
    output, lessons = written(world, log(tmp_path, ["Title", "What happened"], ["Label every box", DOORS]))
    assert set(lessons) == {"label-every-box-2"}
    again, _ = written(world, log(tmp_path, ["Title", "What happened"], ["Label every box", DOORS]))
    assert "1 row, word for word in the handbook: 2." in again
    assert "1 file written" in output


def test_a_row_like_a_record_is_written_when_a_person_asks_for_it(world: World, tmp_path: Path):
    lesson = "Buy strong boxes for all the heavy books."
    written(world, log(tmp_path, ["Lesson", "Action"], [lesson, "Buy them."]))
    file = log(tmp_path, ["Lesson", "Action"], [lesson, "Buy them in spring."])
    output, _ = written(world, file)
    assert "holds something else" in output
    _, lessons = written(world, file, "--keep-similar")
    assert len(lessons) == 2


def test_a_default_fills_only_empty_cells_and_makes_no_two_rows_equal(world: World, tmp_path: Path):
    rows = [
        ["Action", "Lesson", "Phase"],
        ["Count the keys.", "", "Plan"],
        ["Count the doors.", "n/a", "Sometime"],
    ]
    output, lessons = written(
        world, log(tmp_path, *rows), "--default", "lesson=See what to do.", "--default", "phases=move"
    )
    assert {name: (it["lesson"], it["phases"]) for name, it in lessons.items()} == {
        "count-the-keys": ("See what to do.", ["plan"]),
        "count-the-doors": ("See what to do.", [""]),
    }
    assert "“Sometime” fits no phase" in output


def test_a_title_of_any_length_and_script_makes_a_draft(world: World, tmp_path: Path):
    long = "Agree in time who opens the doors and who carries the boxes, " * 4
    rows = [
        ["Title", "What happened"],
        [long, BOXES],
        ["Порахуйте ключі", DOORS],
        ["鍵を数える", KEYS],
        ["🗝️", BOXES],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {
        "agree-in-time-who-opens-the-doors-and-who",
        "porakhuyte-klyuchi",
        "jian-o-shu-eru",
        "lesson-row-5",
    }
    assert "row 2: title: this title is too long, so it was cut:" in output
    assert f"# title (the whole of it): {long.strip()}" in world.read(
        "lessons/agree-in-time-who-opens-the-doors-and-who.yml"
    )


def test_characters_that_nobody_can_see_are_named_and_do_not_make_a_lesson(world: World, tmp_path: Path):
    rows = [["Title", "What happened"], ["Bo\u200bxes", BOXES], ["\u3164\u2800", "\u200b\u3164"]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes"}
    assert "A2: this cell holds characters that nobody can see (U+200B). They were taken out." in output


def test_what_is_hidden_is_named_and_left_out_unless_a_person_asks_for_it(world: World, tmp_path: Path):
    book = Workbook()
    sheet = book.active
    for row in (["What happened", "Private"], [BOXES, "secret"], [DOORS, "secret"]):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "log.xlsx")
    output, lessons = written(world, tmp_path / "log.xlsx")
    assert len(lessons) == 1
    assert (
        "B Private → hidden, so it was left out. To read hidden rows and columns too, use --with-hidden"
        in output
    )
    assert "row 3: this row is hidden, and was left out." in output
    assert "secret" not in world.read("lessons/half-of-the-boxes-broke-on-the-first-day-of-the.yml")
    _, lessons = written(world, tmp_path / "log.xlsx", "--with-hidden")
    assert len(lessons) == 2
    assert "# Private: secret" in world.read("lessons/the-doors-were-locked-when-the-van-came-at-noon.yml")


def test_rows_that_are_struck_through_are_named_and_can_be_left_out(world: World, tmp_path: Path):
    book = Workbook()
    for row in (["Title", "What happened"], ["Boxes", BOXES], ["Doors", DOORS]):
        book.active.append(row)
    for cell in book.active[3]:
        cell.font = Font(strike=True)
    book.active["B2"].font = Font(strike=True)
    book.save(tmp_path / "log.xlsx")
    output = " ".join(run(world, tmp_path / "log.xlsx").output.split())
    assert "row 3: this row is struck through, and was read like the others." in output
    assert "B2: this cell is struck through. It was read like the rest." in output
    _, lessons = written(world, tmp_path / "log.xlsx", "--skip-struck")
    assert set(lessons) == {"boxes"}


def test_the_time_of_a_day_is_kept_where_a_column_fills_no_field(world: World, tmp_path: Path):
    book = Workbook()
    book.active.append(["What happened", "Logged"])
    book.active.append([BOXES, datetime(2019, 3, 12, 14, 30)])
    book.active["B2"].number_format = "yyyy-mm-dd hh:mm"
    book.save(tmp_path / "log.xlsx")
    written(world, tmp_path / "log.xlsx")
    text = world.read("lessons/half-of-the-boxes-broke-on-the-first-day-of-the.yml")
    assert "# Logged: 2019-03-12 14:30:00" in text


def test_the_log_is_never_touched(world: World, tmp_path: Path):
    file = log(tmp_path, ["What happened"], [BOXES])
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    file.chmod(0o444)
    written(world, file)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


# What logs of other tools hold


def test_a_joiner_a_wide_space_and_a_soft_hyphen_stay_in_comments_as_they_are(world: World, tmp_path: Path):
    note = "\U0001f469\u200d\U0001f4bb \u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645 pay\u00adslip a\u2003b c\u00a0d"
    written(world, log(tmp_path, ["What happened", "Remark of the office"], [BOXES, note]))
    draft = world.read("lessons/half-of-the-boxes-broke-on-the-first-day-of-the.yml")
    assert f"# Remark of the office: {note}\n" in draft


@pytest.mark.parametrize("text", ["2011/12", "2009/2010", "2001 / 02", "2024/25"])
def test_a_year_of_two_parts_is_never_taken_for_a_month(world: World, tmp_path: Path, text: str):
    output, lessons = written(world, log(tmp_path, ["What happened", "When"], [BOXES, text]))
    assert f"when: “{text}”: this can be read as " in output
    assert f" as the year from {text[:4]} to {int(text[:4]) + 1}" in output
    assert not next(iter(lessons.values())).get("when")


def test_a_month_with_a_slash_is_still_read(world: World, tmp_path: Path):
    _, lessons = written(world, log(tmp_path, ["What happened", "When"], [BOXES, "2011/11"]))
    assert next(iter(lessons.values()))["when"] == "2011-11"


def test_a_day_that_no_calendar_has_shows_no_order_of_numbers(world: World, tmp_path: Path):
    rows = [["What happened", "When"], [BOXES, "45/02/2019"], [DOORS, "03/04/2019"]]
    output, _ = written(world, log(tmp_path, *rows))
    assert "“03/04/2019”: this date can be read as 3 April 2019 or 4 March 2019" in output


def test_the_day_of_a_change_is_no_name_of_a_person(world: World, tmp_path: Path):
    rows = [["What happened", "Last Modified", "Last Modified By"], [BOXES, "2024-01-09", "Mo"]]
    output, _ = written(world, log(tmp_path, *rows))
    assert "B Last Modified → no field; kept in comments" in output
    assert "C Last Modified By → not imported, because it names people" in output


def test_all_rows_above_the_headings_are_named_although_one_looks_like_headings(world: World, tmp_path: Path):
    rows = [
        ["Reading rooms: log"],
        ["Programme: Roses", "", "", "As at:", "2024-01-01"],
        ["Lesson", "", "", "Follow-up"],
        ["", "", "", "By", "", "Until"],
        ["Ref", "Event", "Lesson", "Owner", "Team", "Due"],
        ["7", BOXES, "Label them.", "Mo", "Roses", "Q3"],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert list(lessons) == ["label-them"]
    for number, said in enumerate(
        ("Reading rooms: log", "Programme: Roses; As at:; 2024-01-01", "Lesson; Follow-up", "By; Until"), 1
    ):
        assert (
            f"row {number}: this row is above the headings, so it was not read. It says “{said}”." in output
        )


def test_a_sentence_cut_at_its_commas_is_named_also_where_most_rows_are_cut(world: World, tmp_path: Path):
    file = tmp_path / "log.csv"
    file.write_text("What happened,Lesson\nBoxes broke, doors jammed, keys were lost,Count them.\n", "utf-8")
    output, _ = written(world, file)
    assert "row 2: this row has more cells than there are headings" in output


def test_a_form_is_on_its_side_although_an_answer_looks_like_a_heading(world: World, tmp_path: Path):
    rows = [["Title", "Boxes"], ["What happened", BOXES], ["Lesson", "Do this"], ["Action", "Label them"]]
    assert "its headings are in its first column" in run(world, log(tmp_path, *rows)).output
