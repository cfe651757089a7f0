"""The command line: what each command prints, and its exit code."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from world import ROOT, World

from macros.commands.cli import main


@pytest.fixture(autouse=True)
def reviewed_today(world: World) -> None:
    """The command checks as of today, so the lesson of the world must have been reviewed lately."""
    world.change("lessons/label-every-box.yml", "reviewed: 2020-01-02", f"reviewed: {date.today()}")


def run(world: World, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--content", str(world.content)])


def test_check_of_clean_content_says_so_and_exits_with_0(world: World) -> None:
    result = run(world, "check", "--docs", str(world.docs))
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings.\n")


def test_check_names_every_problem_at_once_and_exits_with_1(world: World) -> None:
    world.change("lessons/label-every-box.yml", "type: avoid", "type: avoyd")
    world.change("roles/librarian.yml", "side:", "sid:")
    result = run(world, "check", "--docs", str(world.docs))
    assert result.exit_code == 1
    assert "avoyd" in result.output
    assert "sid" in result.output


def test_check_that_cannot_run_exits_with_2_and_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--content", str(tmp_path / "nothing")])
    assert result.exit_code == 2
    assert "Run the command in the project's folder, or name the folder with --content." in result.output


def test_warnings_pass_unless_the_check_is_strict(world: World) -> None:
    world.change("lessons/label-every-box.yml", "reviewed: ", "reviewed: 2001-01-01 #")
    world.change("lessons/label-every-box.yml", "added: ", "added: 2001-01-01 #")
    assert run(world, "check", "--docs", str(world.docs)).exit_code == 0
    assert run(world, "check", "--docs", str(world.docs), "--strict").exit_code == 1


def test_check_as_json_is_one_object(world: World) -> None:
    found = json.loads(run(world, "check", "--docs", str(world.docs), "--format", "json").output)
    assert found == {"problems": [], "errors": 0, "warnings": 0}


def test_check_as_annotations_puts_each_problem_on_its_line(world: World) -> None:
    world.change("lessons/label-every-box.yml", "type: avoid", "type: avoyd")
    lines = run(world, "check", "--docs", str(world.docs), "--format", "github").output.splitlines()
    assert lines[0].startswith("::error file=content/lessons/label-every-box.yml,line=")
    assert "title=type::" in lines[0]


def test_check_as_a_report_of_code_quality_puts_each_problem_on_its_line(world: World) -> None:
    world.change("lessons/label-every-box.yml", "type: avoid", "type: avoyd")
    (problem,) = [p for p in quality(world) if p["location"]["path"].startswith("content/lessons/")]
    assert (problem["check_name"], problem["severity"], problem["location"]["lines"]) == (
        "not-allowed",
        "major",
        {"begin": 3},
    )
    assert (
        problem["description"].startswith("type: “avoyd” is not")
        and "avoid" in problem["description"]
        and len(problem["fingerprint"]) == 64
    )


def test_a_report_of_code_quality_knows_a_problem_again_on_another_line_and_two_alike_apart(
    world: World,
) -> None:
    world.change(
        "overview/why.yml",
        "  The house was full.\n",
        "  [It](/gone.md) was full.\n\n  [It](/gone.md) really was.\n",
    )
    before = quality(world)
    assert (
        len(before) == 2
        and before[0]["description"] == before[1]["description"]
        and before[0]["fingerprint"] != before[1]["fingerprint"]
    )
    world.write("overview/why.yml", "# One line more.\n" + world.read("overview/why.yml"))
    after = quality(world)
    assert [p["fingerprint"] for p in after] == [p["fingerprint"] for p in before]
    assert [p["location"]["lines"]["begin"] for p in after] == [
        p["location"]["lines"]["begin"] + 1 for p in before
    ]


def test_a_report_of_code_quality_without_problems_is_an_empty_list(world: World) -> None:
    assert quality(world) == []


def quality(world: World) -> list[dict]:
    return json.loads(run(world, "check", "--docs", str(world.docs), "--format", "gitlab").output)


def test_pages_writes_a_project_that_another_generator_can_build(world: World, tmp_path: Path) -> None:
    world.write_page("index.md", "# Home\n\n[A record](lessons/label-every-box.md)\n")
    result = run(world, "pages", "--docs", str(world.docs), "--to", str(tmp_path))
    assert result.exit_code == 0, result.output
    written = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert {"mkdocs.yml", "overrides/main.html", "overrides/404.html", "docs/assets/handbook.css"} <= written
    assert {"docs/index.md", "docs/navigate.md", "docs/lessons/label-every-box.md"} <= written
    assert 'href=\\"lessons/label-every-box/\\"' in (tmp_path / "docs/index.md").read_text("utf-8")


def test_finish_knows_the_address_that_the_handbook_says(world: World, tmp_path: Path) -> None:
    world.add("site.yml", "address: https://library.example.org/rooms/\n")
    result = run(world, "finish", "--docs", str(world.docs), str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "ErrorDocument 404 /rooms/404.html" in (tmp_path / ".htaccess").read_text("utf-8")


@pytest.mark.parametrize("command", ["stats", "pages"])
def test_broken_content_is_not_counted_or_written(world: World, tmp_path: Path, command: str) -> None:
    world.change("lessons/label-every-box.yml", "type: avoid", "typo: avoid")
    more = ["--docs", str(world.docs), "--to", str(tmp_path / "out")] if command == "pages" else []
    result = run(world, command, *more)
    assert result.exit_code == 1
    assert "Run `handbook check`" in result.output


def test_a_port_that_is_taken_is_a_sentence_that_names_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "macros", "serve", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"Another program uses the port {port}" in done.stderr and f"--port {port + 1}" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
