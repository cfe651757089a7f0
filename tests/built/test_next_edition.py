"""A team forks, adds, replaces, changes and hides; then a later edition renames, retires and gives up records. It is merged with git, and everything still works."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from builds import ROOT, built
from forks import make_fork
from jsonschema import Draft202012Validator
from needed import NEEDS_GIT
from pages import BuiltPage, first, pages, resolve, select, text_of

from macros.pages.contrast import accent_for_the_dark, backgrounds

pytestmark = NEEDS_GIT
ADDED = """title: Cadwch y catalog yn gyfan
summary: Aeth dau gatalog yn un, a chollwyd hanner y cardiau.
type: avoid
organisation: Llyfrgell Glan-yr-afon
event: Symudwyd y cardiau mewn dau flwch, ac aeth un ar goll.
cause: Nid oedd copi.
lesson: Mae copi yn rhatach na chatalog newydd.
action: Gwnewch gopi o'r catalog cyn symud y blwch cyntaf.
applies_when: Cardiau sydd yn y catalog.
at: [pacior-blychau]
phases: [pacio]
workstreams: [casgliad]
related: [gofynnwch-ir-plant-hefyd]
evidence:
  - source: adroddiad-y-grwp-2023
    says: Collwyd hanner y cardiau.
state: identified
contributed_by: Llyfrgell Glan-yr-afon
added: 2026-10-05
reviewed: 2026-10-05
"""
HIDDEN = "hidden:\n  - record: lessons/gwyliwch-bwysaur-silffoedd\n    why: Llawr o garreg sydd gennym ni.\n"
RELATED = "related: [gwyliwch-bwysaur-silffoedd]\n"  # which the team hides
HOME = '---\nrender_macros: true\n---\n\n# Ein llyfrgell ni\n\n[Y map](/navigate.md)\n\n{{ count("lesson") }} gwers.\n'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
TERM = "terms:\n  - id: carden\n    title: Carden gatalog\n    summary: Un llyfr, un garden.\n"


def git(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [
            "git",
            "-c",
            "user.name=A team",
            "-c",
            "user.email=team@example.org",
            "-c",
            "commit.gpgsign=false",
            *command,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def handbook(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", *command], cwd=folder, capture_output=True, text=True, check=False
    )


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def first_edition(folder: Path) -> Path:
    upstream = make_fork(folder)
    (upstream / ".gitignore").write_text("/site/\n__pycache__/\n")
    git(upstream, "init", "--quiet", "--initial-branch", "main")
    commit(upstream, "The first edition")
    return upstream


def our_work(ours: Path) -> None:
    """What a team does in its own folder."""
    own = ours / "content/local"
    theirs = ours / "content"
    for folder in ("lessons", "overview"):
        (own / folder).mkdir()
    (own / "lessons/cadwch-y-catalog.yml").write_text(ADDED, encoding="utf-8")
    for path, old, new in (
        (
            "lessons/rhifor-blychau-cyn-eu-llenwi.yml",
            "title: Rhifwch y blychau cyn eu llenwi",
            "title: Rhifwch bob blwch ddwywaith",
        ),
        ("overview/cefndir.yml", "title: Pam symud", "title: Pam y symudon ni"),
    ):
        (own / path).write_text(
            (theirs / path).read_text("utf-8").replace(old, new).replace(RELATED, "") + "replaces: true\n",
            encoding="utf-8",
        )
    (own / "hidden.yml").write_text(HIDDEN, encoding="utf-8")
    (ours / "docs/local/index.md").write_text(HOME, encoding="utf-8")
    (own / "glossary.yml").write_text(TERM, encoding="utf-8")


def later_edition(upstream: Path) -> None:
    """What those who are followed do: rename, retire, give up, change and add records."""
    content = upstream / "content"
    for old, new in (
        ("gofynnwch-ir-plant-hefyd", "gofynnwch-ir-plant"),
        ("gwyliwch-bwysaur-silffoedd", "pwyswch-y-silffoedd"),
    ):
        git(upstream, "mv", f"content/lessons/{old}.yml", f"content/lessons/{new}.yml")
        (content / f"lessons/{new}.yml").write_text(
            (content / f"lessons/{new}.yml").read_text("utf-8") + f"formerly: {old}\n", encoding="utf-8"
        )
        change(content / "overview/prif-wersi.yml", old, new)
    retired = content / "lessons/rhifor-blychau-cyn-eu-llenwi.yml"
    change(retired, "state: confirmed", "state: retired")
    change(retired, "gwyliwch-bwysaur-silffoedd", "pwyswch-y-silffoedd")
    (content / "overview/cefndir.yml").unlink()
    change(content / "overview/prif-wersi.yml", "related: [overview/cefndir]\n", "")
    change(
        content / "site.yml",
        "footer: Llawlyfr agored at ddefnydd llyfrgelloedd bach.",
        "footer: Llawlyfr agored i lyfrgelloedd bach o bob math.",
    )
    change(
        upstream / "docs/index.md",
        "# Symud llyfrgell heb golli llyfr",
        "# Symud llyfrgell, a chadw pob llyfr",
    )
    (content / "lessons/copi-or-catalog.yml").write_text(
        ADDED.replace("title: Cadwch y catalog yn gyfan", "title: Gwnewch gopi arall").replace(
            "gofynnwch-ir-plant-hefyd", "gofynnwch-ir-plant"
        ),
        encoding="utf-8",
    )
    commit(upstream, "The next edition")


@dataclass(frozen=True)
class Story:
    """The team's handbook before and after the next edition: what the check says, and the built site."""

    ours: Path
    begun: subprocess.CompletedProcess[str]
    before: dict[str, Any]
    merged: str
    after: dict[str, Any]
    folder: Path
    flat: Path
    data: dict[str, Any]

    @property
    def site(self) -> dict[str, BuiltPage]:
        return pages(self.folder)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The whole way of a team, with the real commands and real git."""
    folder = tmp_path_factory.mktemp("story")
    upstream = first_edition(folder / "upstream")
    ours = folder / "ours"
    (folder / "arfbais.svg").write_text(LOGO)
    begun = handbook(
        upstream,
        "init",
        str(ours),
        "--title",
        "Symud ein llyfrgell ni",
        "--organisation",
        "Llyfrgell Glan-yr-afon",
        "--accent",
        "#003a8c",
        "--logo",
        str(folder / "arfbais.svg"),
    )
    our_work(ours)
    commit(ours, "Our own")
    before = json.loads(handbook(ours, "check", "--format", "json").stdout)
    later_edition(upstream)
    merged = git(ours, "pull", "--no-edit", "upstream", "main")
    after = json.loads(handbook(ours, "check", "--format", "json").stdout)
    site = built(ours / "site", config=ours / "mkdocs.yml")
    flat = built(ours / "flat", config=ours / "mkdocs.yml", OFFLINE="true")
    return Story(
        ours,
        begun,
        before,
        merged,
        after,
        site,
        flat,
        json.loads((site / "data/handbook.json").read_text("utf-8")),
    )


def said(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {
        (problem["code"], problem["path"].removeprefix("content/local/")) for problem in report["problems"]
    }


def text(story: Story, path: str) -> str:
    return text_of(story.site[path].tree)


def test_the_command_begins_a_handbook_and_says_three_things_to_do_next(story: Story):
    assert story.begun.returncode == 0, story.begun.stderr
    assert [line[:2] for line in story.begun.stdout.splitlines() if line[:1].isdigit()] == [
        "1.",
        "2.",
        "3.",
    ] and "git pull --no-rebase --no-edit upstream main" in story.begun.stdout


def test_what_the_team_wrote_is_sound_before_the_next_edition(story: Story):
    assert story.before["problems"] == []
    assert story.before["overlay"] == {
        "folder": "content/local",
        "original": "Grŵp Llyfrgell Llanddychmyg",
        "added": ["lesson/cadwch-y-catalog"],
        "replaced": ["lesson/rhifor-blychau-cyn-eu-llenwi", "overview/cefndir"],
        "hidden": [{"record": "lesson/gwyliwch-bwysaur-silffoedd", "why": "Llawr o garreg sydd gennym ni."}],
        "changed": ["content/local/site.yml", "content/local/glossary.yml"],
        "outdated": [],
    }


def test_the_next_edition_is_merged_without_a_conflict(story: Story):
    assert (
        "CONFLICT" not in story.merged and git(story.ours, "status", "--short", "--untracked-files=no") == ""
    )
    assert git(story.ours, "log", "--format=%s", "-1").startswith("Merge branch 'main' of ")


def test_the_check_names_what_the_team_should_follow_and_nothing_is_broken(story: Story):
    assert story.after["errors"] == 0
    assert said(story.after) == {
        ("renamed", "hidden.yml"),
        ("renamed", "lessons/cadwch-y-catalog.yml"),
        ("original-retired", "lessons/rhifor-blychau-cyn-eu-llenwi.yml"),
        ("original-gone", "overview/cefndir.yml"),
    }


def test_what_was_hidden_stays_hidden_under_its_new_name_and_both_addresses_say_why(story: Story):
    assert story.after["overlay"]["hidden"] == [
        {"record": "lesson/pwyswch-y-silffoedd", "why": "Llawr o garreg sydd gennym ni."}
    ]
    for id in ("pwyswch-y-silffoedd", "gwyliwch-bwysaur-silffoedd"):
        page = story.site[f"lessons/{id}/index.html"]
        assert (
            "Llawr o garreg sydd gennym ni." in page.tree.text_content()
            and first(page.tree, ".moved a").get("href") == "../"
        )
    assert "pwyswch-y-silffoedd" not in {lesson["id"] for lesson in story.data["lessons"]}


def test_no_page_leads_to_what_is_hidden(story: Story):
    assert [
        path
        for path, page in story.site.items()
        if any(
            "silffoedd/" in (a.get("href") or "") and "/lessons/" in f"/{a.get('href')}"
            for a in page.tree.iter("a")
        )
    ] == []


def test_what_was_replaced_is_shown_as_the_team_wrote_it(story: Story):
    assert (
        text_of(story.site["lessons/rhifor-blychau-cyn-eu-llenwi/index.html"].tree.find(".//h1"))
        == "Rhifwch bob blwch ddwywaith"
    )


def test_new_records_of_the_edition_are_there_beside_the_teams_own(story: Story):
    assert {lesson["id"]: lesson["origin"] for lesson in story.data["lessons"]} == {
        "cadwch-y-catalog": "added",
        "copi-or-catalog": "original",
        "gofynnwch-ir-plant": "original",
        "rhifor-blychau-cyn-eu-llenwi": "replaced",
    }


def test_the_data_keeps_to_its_schema(story: Story):
    schema = json.loads((story.folder / "data/schema/handbook.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(story.data)] == []


def test_a_reference_under_an_old_name_leads_to_the_record(story: Story):
    hrefs = {a.get("href") for a in story.site["lessons/cadwch-y-catalog/index.html"].tree.iter("a")}
    assert "../gofynnwch-ir-plant/" in hrefs


def test_pages_say_in_their_own_language_who_they_come_from(story: Story):
    assert "Ychwanegwyd y dudalen hon gan Llyfrgell Glan-yr-afon." in text(
        story, "lessons/cadwch-y-catalog/index.html"
    )
    assert "Daw'r dudalen hon gan Grŵp Llyfrgell Llanddychmyg." in text(
        story, "lessons/gofynnwch-ir-plant/index.html"
    )


def test_changes_of_the_edition_to_the_site_arrive_and_the_teams_own_stay(story: Story):
    home = text(story, "index.html")
    assert "Symud ein llyfrgell ni" in home and "Llawlyfr agored i lyfrgelloedd bach o bob math." in home


def test_a_home_page_of_the_teams_own_stands_in_place_of_the_one_that_the_edition_changed(story: Story):
    home = story.site["index.html"]
    assert text_of(home.tree.find(".//h1")) == "Ein llyfrgell ni" and "4 gwers." in home.text
    assert select(home.tree, "main a[href='navigate/']") and "local/index.html" not in story.site


@pytest.mark.parametrize("copy", ["folder", "flat"])
def test_the_logo_stands_beside_the_name_on_every_page_and_says_nothing_twice(story: Story, copy: str):
    folder: Path = getattr(story, copy)
    every = {path: page for path, page in pages(folder).items() if select(page.tree, ".top__name")}
    assert len(every) > 40
    for page in every.values():
        picture = first(page.tree, ".top__name img")
        assert (
            picture.get("alt") == "" and text_of(first(page.tree, ".top__name")) == "Symud ein llyfrgell ni"
        )
        if page.path != "404.html":  # whose links start from the root
            assert (folder / resolve(folder, page, picture.get("src"))[0]).read_text() == LOGO, page.path


def test_the_accent_is_the_teams_and_the_one_for_the_dark_is_made_from_it(story: Story):
    accent, dark = re.findall("#[0-9a-f]{6}", (story.folder / "assets/colours.css").read_text())
    assert accent == "#003a8c" and dark == accent_for_the_dark(accent, backgrounds(ROOT / "overrides"))


def test_every_page_is_in_the_language_of_the_handbook(story: Story):
    assert {page.tree.get("lang") for page in story.site.values()} == {"cy"}
