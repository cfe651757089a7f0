"""A bad edit never destroys a good site: the build stops before it touches anything, and says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import build, built
from forks import make_fork


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    return make_fork(tmp_path / "fork")


def test_a_misspelt_phase_gives_one_clear_error_and_leaves_the_old_site_alone(fork: Path) -> None:
    site = built(fork / "site", config=fork / "mkdocs.yml")
    before = {f: f.stat().st_mtime_ns for f in site.rglob("*") if f.is_file()}
    lesson = next((fork / "content/lessons").glob("*.yml"))
    lines = lesson.read_text(encoding="utf-8").splitlines()
    index = next(i for i, line in enumerate(lines) if line.startswith("phases:"))
    phase = lines[index].partition("[")[2].partition("]")[0].split(",")[0].strip()
    assert phase, "the lesson lists its phases in brackets"
    lines[index] = lines[index].replace(phase, phase[:-1] + "x", 1)
    lesson.write_text("\n".join(lines), encoding="utf-8")

    done = build(fork / "site", config=fork / "mkdocs.yml")

    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "1 error, 0 warnings." in said
    assert f"content/lessons/{lesson.name}:{index + 1}:" in said
    assert f"there is no phase “{phase[:-1]}x”." in said
    assert f"Did you mean “{phase}”?" in said
    assert {f: f.stat().st_mtime_ns for f in site.rglob("*") if f.is_file()} == before


def test_a_macro_asked_for_a_record_that_does_not_exist_stops_the_build(fork: Path) -> None:
    page = fork / "docs/about/index.md"
    page.write_text(
        "---\nrender_macros: true\n---\n# X\n\n{{ cards('lesson', 'nothing-like-this') }}\n", encoding="utf-8"
    )
    done = build(fork / "site", config=fork / "mkdocs.yml")
    assert done.returncode != 0
    assert "there is no lesson “nothing-like-this”" in done.stdout + done.stderr


def test_a_dead_link_in_a_hand_written_page_stops_the_build(fork: Path) -> None:
    page = fork / "docs/about/index.md"
    page.write_text("# X\n\n[nowhere](/lessons/nothing-like-this.md)\n", encoding="utf-8")
    done = build(fork / "site", config=fork / "mkdocs.yml")
    assert done.returncode != 0
    assert "nothing-like-this" in done.stderr


def test_building_twice_gives_the_same_site(fork: Path) -> None:
    one, two = (built(fork / name, config=fork / "mkdocs.yml") for name in ("one", "two"))
    contents = [
        {
            f.relative_to(s).as_posix(): f.read_bytes()
            for f in s.rglob("*")
            if f.is_file() and "sitemap" not in f.name
        }
        for s in (one, two)
    ]
    assert contents[0] == contents[1]


def test_a_build_says_what_the_check_warns_of_and_goes_on(fork: Path) -> None:
    lessons = {file: file.read_text("utf-8") for file in (fork / "content/lessons").glob("*.yml")}
    lesson, text = next((file, text) for file, text in lessons.items() if "\nnotes:" not in text)
    lesson.write_text(text.replace("\nstate: ", "\nstate: retired # "), "utf-8")
    done = build(fork / "site", config=fork / "mkdocs.yml")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "this lesson is retired, and nothing says when and why." in said


def test_a_template_that_cannot_be_filled_stops_the_build_and_is_named(fork: Path) -> None:
    template = fork / "overrides/handbook/lesson_page.html"
    template.write_text("{{ record.nothing_like_this }}", "utf-8")
    done = build(fork / "site", config=fork / "mkdocs.yml")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "nothing_like_this" in said and "lesson_page" in said
