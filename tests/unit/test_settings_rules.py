"""The check names settings in mkdocs.yml with which a build stops, or its site is wrong."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound
from mkdocs.exceptions import Abort
from world import ROOT

from macros.authoring.disk.whole_folder import Beside
from macros.generator.project_check import project_checked
from macros.generator.running import MKDOCS
from macros.generator.settings import read_settings
from macros.generator.site_folder import explain
from macros.publishing.build import Folders
from macros.refusal import Refusal

SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in which settings can be changed."""
    for name in ("macros", "content", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "docs/local").mkdir(parents=True)
    return tmp_path


def said(project: Path, text: str | bytes) -> list[str]:
    file = project / "mkdocs.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(map(str, read_settings(file)[1]))


def test_our_own_settings_have_no_problems(project: Path):
    assert said(project, SETTINGS) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("render_by_default: false", "render_by_default: true", ":20:1: plugins: “render_by_default” of"),
        ("module_name: macros", "module_name: ours", ":20:1: plugins: “module_name” of the plugin"),
        ("      on_undefined", "      include_dir: docs\n      on_undefined", ":20:1: plugins: “include_dir”"),
        ("      on_undefined", "      include_yaml: [a.yml]\n      on_undefined", ":20:1: plugins: “include_"),
        ("      on_undefined", "      modules: [nosuch]\n      on_undefined", ":20:1: plugins: “modules” of"),
        ('edit_uri: ""', "nav: [index.md]", ":7:1: nav: the menu is not made from this."),
        ("exclude_docs: README.md", "strict: true", ":1:1: exclude_docs: this leaves out other files"),
        ("exclude_docs: README.md", "exclude_docs: about/", ":9:1: exclude_docs: this leaves out other"),
        ('edit_uri: ""', "draft_docs: about/", ":7:1: draft_docs: links to these pages would lead nowhere."),
        ("relative_to_docs", "ignore", ":41:1: validation: “absolute_links” of the links has another value"),
        ('edit_uri: ""', "extra_css: [local/a.css]", ":7:1: extra_css: there is no file “local/a.css” in"),
        ('edit_uri: ""', "extra_css: ['https://x.org/a.css']", ":7:1: extra_css: browsers do not load"),
        ('edit_uri: ""', "extra_javascript: [a.js]", ":7:1: extra_javascript: there is no file “a.js”"),
        ('!ENV [SITE_ADDRESS, ""]', "ftp://x.org/", ":4:1: site_url: “ftp://x.org/”: it is no web address."),
        ('!ENV [SITE_ADDRESS, ""]', "https://x.org/a b/", ":4:1: site_url: “https://x.org/a b/”: it is no"),
        ('!ENV [SITE_ADDRESS, ""]', "https://x.org/?a#b", ":4:1: site_url: “https://x.org/?a#b”: it ends"),
        ("site_dir: site", "site_dir: content", ":6:1: site_dir: “site_dir” names a folder that holds other"),
        ("!ENV [SERVING, false]", "true", ":57:1: extra: “serving” is turned on, and then the site has no"),
        ("site_dir: site", "site_dir:\tsite", ":6:10: a text may not start with this character"),
        ("permalink: false", "toc_depth: x", ":29:1: markdown_extensions: Failed to load extension 'toc'. V"),
    ],
)  # fmt: skip
def test_a_setting_that_would_stop_or_spoil_a_build_is_named(
    project: Path, old: str, new: str, expected: str
):
    assert old in SETTINGS
    changed = SETTINGS.replace(old, new, 1)
    problems = said(project, changed)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"mkdocs.yml{expected}"), problems
    assert "File " not in problems[0]


def test_a_style_that_is_there_is_no_problem(project: Path):
    (project / "docs/local/a.css").write_text("a{}", "utf-8")
    assert said(project, f"{SETTINGS}\nextra_css: [local/a.css, assets/icon.svg]\n") == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (SETTINGS.encode() + b"# caf\xe9\n", "mkdocs.yml:67:6: this file is not saved as UTF-8."),
        (SETTINGS.encode("utf-16"), "mkdocs.yml:1:1: this file is saved as UTF-16, not as UTF-8."),
    ],
)
def test_settings_in_another_encoding_are_named(project: Path, raw: bytes, expected: str):
    (problem,) = said(project, raw)
    assert problem.partition(" Save")[0].split(":")[3] == expected.split(":")[3]


@pytest.mark.parametrize(
    "code", ["def on_page(:\n", 'raise RuntimeError("late")\n', "import nosuch_module\n"]
)
def test_a_hook_that_cannot_be_loaded_is_named_and_does_not_stop_the_check(project: Path, code: str):
    (project / "mine.py").write_text(code, "utf-8")
    (problem,) = said(project, SETTINGS.replace("hooks:\n", "hooks:\n  - mine.py\n", 1))
    assert problem.startswith("mine.py:1:1: this stops with “") and "Error" in problem
    assert problem.endswith("so no site can be built. Correct it, or take it out of “hooks” in mkdocs.yml.")


def test_a_hook_that_cannot_be_loaded_hides_no_anchor_of_a_page(project: Path):
    (project / "mine.py").write_text("\n\nimport nosuch_module\n", "utf-8")
    (project / "docs/x.md").write_text("# X\n\nSee [below](#far).\n\n## Y {#far}\n", "utf-8")
    text = SETTINGS.replace("hooks:\n", "hooks:\n  - mine.py\n", 1)
    (problem,) = said(project, text)
    assert problem.startswith("mine.py:3:1: this stops with “ModuleNotFoundError")
    folders = Folders(project / "content", project / "docs", project / "overrides")
    problems = map(str, project_checked(folders, project / "mkdocs.yml").problems)
    assert [each for each in problems if "docs/x.md" in each] == []
    (problem,) = said(project, SETTINGS.replace("hooks.py\n", "hooks.py\n  - nowhere.py\n", 1))
    markdown, _ = read_settings(project / "mkdocs.yml")
    assert 'id="far"' in markdown.reader().convert("## Y {#far}")


@pytest.mark.parametrize(
    ("code", "ends"),
    [
        (
            "import nosuch_module\n",
            "“ModuleNotFoundError: No module named 'nosuch_module'” in mine.py, line 1.",
        ),
        ("x = (\n", "line 1)” in mine.py, line 1."),
        (
            "def on_startup(command, dirty):\n    1 / 0\n",
            "“ZeroDivisionError: division by zero” in mine.py, line 2.",
        ),
        (
            "def on_config(config):\n    return 7\n",
            "“AttributeError: 'int' object has no attribute 'plugins'”.",
        ),
        ("def on_nonsense(config):\n    pass\n", "“KeyError: 'nonsense'”."),
        ("def on_config(config):\n    raise KeyError('x ' * 900)\n", "…” in mine.py, line 2."),
    ],
)
def test_whatever_a_hook_does_a_build_ends_in_a_sentence(project: Path, code: str, ends: str):
    (project / "mine.py").write_text(code, "utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS.replace("hooks:\n", "hooks:\n  - mine.py\n", 1), "utf-8")
    done = subprocess.run(
        [*MKDOCS, "build", "--strict"],
        cwd=project,
        env={**os.environ, "TMPDIR": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert ends in done.stderr + done.stdout
    (log,) = project.glob("handbook-*.log")
    assert "Traceback" in log.read_text("utf-8")
    assert not (project / "site").exists()


def test_a_hook_that_ends_the_program_is_not_passed_over_in_silence(project: Path):
    (project / "mine.py").write_text("import sys\n\ndef on_config(config):\n    sys.exit(3)\n", "utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS.replace("hooks:\n", "hooks:\n  - mine.py\n", 1), "utf-8")
    done = subprocess.run([*MKDOCS, "build"], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.endswith("The build was ended by a part of the software, with the code 3.\n")


def test_an_extension_that_stops_at_a_page_is_named_with_the_page(project: Path):
    text = SETTINGS.replace("  - tables", "  - tables\n  - pymdownx.snippets:\n      check_paths: true", 1)
    (project / "mkdocs.yml").write_text(text, "utf-8")
    (project / "docs/x.md").write_text('# X\n\n--8<-- "nosuch.txt"\n', "utf-8")
    folders = Folders(project / "content", project / "docs", project / "overrides")
    problems = list(map(str, project_checked(folders, project / "mkdocs.yml").problems))
    assert any(
        each.startswith(
            "docs/x.md:1:1: an extension of Markdown in mkdocs.yml stops at this page with “Snippet"
        )
        for each in problems
    )


@pytest.mark.parametrize(("option", "name"), [("docs", "pages"), ("content", "ours")])
def test_a_check_of_other_folders_than_a_build_reads_is_named(project: Path, option: str, name: str):
    (project / name).symlink_to(ROOT / "content") if option == "content" else (project / name).mkdir()
    (project / "content").unlink()
    (project / "content").mkdir()
    old, new = {
        "docs": ("docs_dir: docs", "docs_dir: pages"),
        "content": ("content: content", "content: ours"),
    }[option]
    (project / "mkdocs.yml").write_text(SETTINGS.replace(old, new, 1), "utf-8")
    folders = Folders(project / "content", project / "docs", project / "overrides")
    problems = list(map(str, project_checked(folders, project / "mkdocs.yml").problems))
    expected = f"a build reads “{name}” here, and this check has read “{option}”. Run the check with --{option} {name}."
    assert any(each.endswith(expected) for each in problems)


def _records(place: Path) -> None:
    (place / "lessons").mkdir(parents=True)


def _notes(place: Path) -> None:
    place.mkdir()
    (place / "notes.txt").write_text("mine", "utf-8")


@pytest.mark.parametrize("fill", [_records, _notes])
def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path, fill: Callable[[Path], None]):
    place = tmp_path / "mine"
    fill(place)
    with pytest.raises(
        Refusal, match="is a folder that holds other things than a site, so the site cannot be built"
    ):
        Beside(place).begin()
    assert any(place.iterdir())
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["index.html", "404.html", ".git", ""])
def test_a_site_or_an_empty_folder_is_replaced(tmp_path: Path, name: str):
    place = tmp_path / "site"
    place.mkdir()
    if name:
        (place / name).write_text("old", "utf-8")
    beside = Beside(place)
    beside.begin()
    (beside.new / "index.html").write_text("new", "utf-8")
    beside.take_place()
    beside.end()
    assert (place / "index.html").read_text("utf-8") == "new"


def test_a_template_that_is_not_there_is_no_fault_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(Abort) as stopped:
        explain(TemplateNotFound("nowhere.html"))
    assert "a part of the software stopped with “TemplateNotFound: nowhere.html”" in str(stopped.value)


def test_a_file_that_cannot_be_copied_is_named_by_the_place_it_goes_to():
    with pytest.raises(Abort) as stopped:
        explain(OSError(27, "File too large", "overrides/a.css", None, "site/a.css"))
    assert str(stopped.value).startswith("The site could not be built: site/a.css: File too large.")
