"""Long lists: which are whole on their page, and what stands on the pages of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from macros.loading.handbook import Handbook
from macros.model import Lesson, Record, Term
from macros.pages.catalogue import pages
from macros.pages.views import lists, long_lists, timeline_rows
from macros.pages.views.long_lists import LISTS, Group, ListPart, in_parts, list_groups, list_part, parts_of


@pytest.fixture(autouse=True)
def no_first_moves(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The timeline shows no move first, so its list is not empty in a handbook with few."""
    monkeypatch.setattr(timeline_rows, "FIRST", 0)
    long_lists._groups.cache_clear()
    yield
    long_lists._groups.cache_clear()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every list is long, and every part holds one entry."""
    monkeypatch.setattr(long_lists, "WHOLE", 0)
    monkeypatch.setattr(long_lists, "PART", 1)
    monkeypatch.setattr(lists, "LONG", 0)


def group(entries: Sequence[Record]) -> Group:
    return Group("x", "Design", None, entries, 8)


@pytest.mark.parametrize("section", LISTS)
def test_every_entry_of_a_list_is_in_one_group(book: Handbook, section: str) -> None:
    entries = [(entry.kind, entry.id) for each in list_groups(book, section) for entry in each.entries]
    assert len(entries) == len(set(entries)) > 0


@pytest.mark.parametrize("section", LISTS)
def test_a_short_list_is_whole_on_its_page(book: Handbook, section: str) -> None:
    assert not in_parts(book, section)
    assert parts_of(book, section) == []


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("section", LISTS)
def test_the_parts_of_a_long_list_hold_all_of_it_in_order(book: Handbook, section: str) -> None:
    entries = [entry for part in parts_of(book, section) for entry in part.entries]
    assert entries == [entry for each in list_groups(book, section) for entry in each.entries]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("section", LISTS)
def test_each_part_is_a_page_of_its_own(book: Handbook, section: str) -> None:
    sources = [page.source for page in pages(book)]
    for part in parts_of(book, section):
        assert sources.count(part.source) == 1
        assert list_part(book, section, part.group.id, str(part.number)) == part


def test_no_part_grows_without_limit(book: Handbook) -> None:
    long = group(book.all(Lesson)[:1] * (2 * long_lists.PART + 1))
    assert [len(long.part(number)) for number in range(1, long.parts + 1)] == [long_lists.PART] * 2 + [1]


def test_a_group_that_its_page_shows_whole_has_no_parts(book: Handbook) -> None:
    assert group(book.all(Lesson)[:1] * lists.LONG).parts == 0
    assert group(book.all(Lesson)[:1] * (lists.LONG + 1)).parts == 1


def test_a_group_of_which_its_page_shows_nothing_has_a_part_of_its_own(book: Handbook) -> None:
    assert Group("x", "Design", None, book.all(Lesson)[:1], 0).parts == 1


def test_a_list_of_heavy_entries_is_in_parts_sooner(book: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "SOONER", {"glossary": len(book.all(Term)) - 1})
    assert in_parts(book, "glossary") and not in_parts(book, "a_to_z")


def test_a_part_of_several_says_which_it_is(book: Handbook) -> None:
    lesson = book.all(Lesson)[:1]
    assert ListPart("lessons", group(lesson * 20), 1).title == "Design"
    assert ListPart("lessons", group(lesson * (long_lists.PART + 1)), 2).title == "Design 2/2"
