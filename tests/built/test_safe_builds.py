"""Whatever stops a build, a good site stays as it was, and one sentence says what is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
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


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        (
            "lesson_page.html",
            b"\n{{ record.nothing_like_this }}",
            "overrides/handbook/lesson_page.html, line 2",
        ),
        ("lesson_page.html", b"{{ nothing_like_this }}", "overrides/handbook/lesson_page.html, line 1"),
        ("lesson_page.html", b"\n\n{% if %}", "overrides/handbook/lesson_page.html, line 3"),
        (
            "documents/docx/document.html",
            b"{{ 1 / 0 }}",
            "overrides/handbook/documents/docx/document.html, line 1",
        ),
        ("../base.html", b"{{ nothing_like_this.x }}", "overrides/base.html, line 1"),
        ("parts/near.html", b"\xff", "invalid start byte"),
        ("parts/near.html", None, "parts/near.html"),
    ],
)
def test_a_template_that_cannot_be_filled_stops_the_build_and_is_named(
    fork: Path, template: str, text: bytes | None, said: str
) -> None:
    file = fork / "overrides/handbook" / template
    if text is None:
        file.unlink()
    else:
        file.write_bytes(text)
    done = build(fork / "site", config=fork / "mkdocs.yml")
    output = done.stdout + done.stderr
    assert done.returncode != 0
    assert said in output and "The site could not be built, so nothing was made" in output
    assert "Traceback" not in output


def there(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones included."""
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def beside(fork: Path) -> set[str]:
    """What a build has left beside the site."""
    return {entry.name for entry in fork.iterdir() if entry.name.startswith(".")}


BAD_PAGES = {
    "a macro that does not exist": ("x.md", b"---\nrender_macros: true\n---\n# X\n\n{{ nosuch }}\n"),
    "a dead link": ("x.md", b"# X\n\n[x](nope.md)\n"),
    "a page in another encoding": ("x.md", b"# \xff\n"),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, which these tests leave as it is."""
    project = make_fork(tmp_path_factory.mktemp("safe") / "fork")
    built(project / "site", config=project / "mkdocs.yml")
    return project


@pytest.mark.parametrize("name", BAD_PAGES)
def test_a_bad_page_leaves_the_site_that_was_there_and_no_copy_is_made(project: Path, name: str) -> None:
    before = there(project / "site")
    file, text = BAD_PAGES[name]
    page = project / "docs" / file
    page.write_bytes(text)
    try:
        done = build(project / "site", config=project / "mkdocs.yml")
        copy = run_bundle(project)
    finally:
        page.unlink()
    assert done.returncode != 0
    assert copy.returncode == 1 and "nothing was made" in copy.stderr
    assert "Traceback" not in copy.stderr
    assert not (project / "dist").exists()
    assert there(project / "site") == before
    assert beside(project) == set()


def run_bundle(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "bundle"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("kind", ["file", "link", "dangling link"])
def test_a_site_that_is_no_folder_is_refused_in_one_sentence(
    project: Path, tmp_path: Path, kind: str
) -> None:
    place = tmp_path / "site"
    if kind == "file":
        place.write_text("mine", "utf-8")
    else:
        place.symlink_to(project / ("docs" if kind == "link" else "nowhere"))
    before = there(project / "docs")
    done = build(place, config=project / "mkdocs.yml")
    assert done.returncode == 1
    assert "so the site cannot be built there. Nothing was changed." in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert place.is_symlink() or place.read_text("utf-8") == "mine"
    assert there(project / "docs") == before


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot halt a process for a while.")
def test_while_a_build_runs_a_second_one_is_refused_and_a_killed_one_is_cleared_away(project: Path) -> None:
    before = there(project / "site")
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stderr
    assert any("Building documentation" in line for line in running.stderr)
    running.send_signal(signal.SIGSTOP)
    second = build(project / "site", config=project / "mkdocs.yml")
    running.kill()
    running.wait()
    assert second.returncode == 1
    assert "Another build is writing to" in second.stdout + second.stderr
    assert there(project / "site") == before
    assert ".site.new" in beside(project)
    built(project / "site", config=project / "mkdocs.yml")
    assert beside(project) == set()


@pytest.mark.parametrize("half", ["moved away", "not yet removed"])
def test_a_swap_that_was_interrupted_is_put_right_by_the_next_build(fork: Path, half: str) -> None:
    site = fork / "site"
    site.mkdir()
    (site / "index.html").write_text("old", "utf-8")
    (site / ".git").mkdir()
    (site / ".git/config").write_text("mine", "utf-8")
    if half == "moved away":
        site.rename(fork / ".site.old")
    else:
        (fork / ".site.old").mkdir()
        (fork / ".site.old/index.html").write_text("older", "utf-8")
    (fork / "docs/x.md").write_text("# X\n\n[x](nope.md)\n", "utf-8")
    assert build(site, config=fork / "mkdocs.yml").returncode != 0
    assert (site / ".git/config").read_text("utf-8") == "mine"
    assert (site / "index.html").read_text("utf-8") == "old"
    assert beside(fork) == set()


def test_a_date_that_is_none_is_refused_by_the_build_and_by_each_copy(project: Path) -> None:
    for done in (
        build(project / "site", config=project / "mkdocs.yml", SOURCE_DATE_EPOCH="²"),
        run_bundle(project, SOURCE_DATE_EPOCH="²"),
    ):
        said = done.stdout + done.stderr
        assert done.returncode == 1
        assert "SOURCE_DATE_EPOCH is a number of seconds since 1970" in said and "Traceback" not in said
