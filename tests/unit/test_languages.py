"""The words of the interface come from one file a language; a site says only those that it wants different."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from world import ROOT, THEME, WORDS, World, labels

from macros.checks.check import checked
from macros.model.fields import Model
from macros.model.shape import blanks_of, inner_models
from macros.model.words.labels import Labels, Plural

HERE = ROOT / "content/languages"
LANGUAGES = sorted(file.stem for file in HERE.glob("*.yml"))


def speak(world: World, language: str, *files: str) -> None:
    world.change("site.yml", "language: en-GB", f"language: {language}")
    for name in files:
        world.write(f"languages/{name}.yml", world.read(WORDS).replace("menu: Menu", f"menu: Menu {name}"))


def test_a_site_needs_no_words_of_its_own(world: World):
    assert "labels" not in world.read("site.yml")
    assert world.handbook().site.labels.menu == labels()["menu"]


@pytest.mark.parametrize(
    ("language", "files", "menu"),
    [
        ("fr", ("fr",), "Menu fr"),
        ("fr-CA", ("fr", "fr-ca"), "Menu fr-ca"),
        ("fr-CA", ("fr",), "Menu fr"),
        ("FR", ("fr",), "Menu fr"),
    ],
)
def test_the_words_are_those_of_the_whole_code_or_else_of_its_first_part(world: World, language, files, menu):
    speak(world, language, *files)
    assert world.handbook().site.labels.menu == menu


def test_a_site_may_change_single_words(world: World):
    world.add(
        "site.yml", "labels:\n  menu: Way\n  kinds: {lesson: Tale}\n  pages: {lessons: {title: Tales}}\n"
    )
    words = world.handbook().site.labels
    assert (words.menu, words.kinds.lesson, words.kinds.phase, words.pages.lessons.title, words.home) == (
        "Way",
        "Tale",
        "Phase",
        "Tales",
        "Home",
    )
    assert words.pages.lessons.summary == labels()["pages"]["lessons"]["summary"]


def test_the_forms_of_a_label_that_counts_belong_together(world: World):
    world.add("site.yml", "labels:\n  n_lessons: {other: '{n} tales'}\n")
    assert world.handbook().site.labels.n_lessons.one is None


def test_a_list_of_words_is_changed_as_one(world: World):
    world.add("site.yml", "labels:\n  flow_rules: All is well.\n")
    assert world.handbook().site.labels.flow_rules == ("All is well.",)


def test_a_word_of_the_site_that_is_wrong_is_named_where_it_stands(world: World):
    world.add("site.yml", "labels:\n  menue: Way\n  home: ''\n")
    assert world.check() == [
        "content/site.yml:11:3: labels, menue: this field does not exist. Did you mean “menu”?",
        "content/site.yml:12:9: labels, home: this text is empty.",
    ]


def test_a_word_of_a_language_that_is_wrong_is_named_once_where_it_stands(world: World):
    world.change(WORDS, "  menu: Menu\n", "  menu: ''\n")
    (line,) = world.check()
    assert line.startswith("content/languages/en-gb.yml:") and line.endswith(
        ": labels, menu: this text is empty."
    )


@pytest.mark.parametrize("wrong", ["nonsense: x\n", "title: Again\n"], ids=["field", "yaml"])
def test_a_language_with_an_error_puts_no_blame_on_another(world: World, wrong: str):
    world.write("languages/fr.yml", world.read("languages/en-gb.yml"))
    world.add("languages/en-gb.yml", wrong)
    assert [line.partition(":")[0] for line in world.check()] == ["content/languages/en-gb.yml"]


def test_a_word_that_is_not_translated_yet_is_shown_in_the_complete_language_with_a_warning(world: World):
    speak(world, "fr", "fr")
    world.change("languages/fr.yml", "  menu: Menu fr\n", "")
    world.change("languages/fr.yml", "    phase: Phases\n", "")
    assert world.check() == [
        "warning: content/languages/fr.yml:3:1: labels: 2 words are not translated: kinds_many, phase; menu. "
        "Readers see the words of en-gb.yml instead. Add them here."
    ]
    assert world.handbook().site.labels.menu == "Menu"


def test_a_language_just_begun_names_its_first_words_and_counts_the_rest(world: World):
    world.write("languages/fr.yml", "title: Français\nsummary: Tous les mots.\nlabels: {menu: Menu}\n")
    (line,) = world.check()
    assert (
        line.startswith("warning: content/languages/fr.yml:3:1: labels: ")
        and "pages, overview, title; " in line
        and " more. " in line
    )


def test_a_language_without_a_file_is_named_with_what_to_do(world: World):
    speak(world, "fr-CA")
    assert world.check() == [
        "content/site.yml:4:11: language: there are no words for the language “fr-CA”. "
        "Copy languages/en-gb.yml to languages/fr-ca.yml and translate it. There are: en-gb."
    ]


def test_a_language_that_is_unreadable_is_named_once(world: World):
    speak(world, "fr", "fr")
    world.add("languages/fr.yml", "title: Encore\n")
    (line,) = world.check()
    assert line.startswith("content/languages/fr.yml:")


def test_a_site_can_do_without_the_complete_language_when_its_own_is_complete(world: World):
    speak(world, "fr", "fr")
    world.delete(WORDS)
    assert world.check() == [] and world.handbook().site.labels.menu == "Menu fr"


def test_a_folder_without_any_words_is_told_so(world: World):
    world.delete(WORDS)
    assert [line.partition(". ")[0] for line in world.check()] == [
        "content/site.yml:4:11: language: there are no words for the language “en-GB”"
    ]


def test_a_field_that_the_site_lacks_is_named_in_its_own_file(world: World):
    speak(world, "fr", "fr")
    world.change("site.yml", "organisation: The library\n", "")
    assert [line.partition(". ")[0] for line in world.check()] == [
        "content/site.yml:1:1: organisation: the field “organisation” is missing"
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_there_in_each_language_that_we_publish(tmp_path: Path, code: str):
    shutil.copytree(HERE, tmp_path / "content/languages")
    assert [
        str(p)
        for p in checked(tmp_path / "content", tmp_path / "docs", THEME).problems
        if "/languages/" in p.place.path
    ] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_holds_the_blanks_that_its_meaning_names(code: str):
    words = yaml.load((HERE / f"{code}.yml").read_text("utf-8"), yaml.CBaseLoader)["labels"]
    assert list(wrong_blanks(Labels, words)) == []


def wrong_blanks(group: type[Model], words: dict[str, Any], path: str = "") -> Iterator[str]:
    """The labels whose blanks are not those of the model. One form of a number may leave the number out."""
    for name, info in group.model_fields.items():
        text = words.get(info.alias or name)
        if isinstance(text, dict):
            yield from wrong_blanks(next(inner_models(info.annotation)), text, f"{path}{name}, ")
        elif isinstance(text, str):
            blanks = set(re.findall(r"\{(\w+)\}", text))
            if not (blanks <= blanks_of(info) if group is Plural else blanks == blanks_of(info)):
                yield f"{path}{name}: {text}"
