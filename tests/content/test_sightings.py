"""What confirms a lesson is another organisation, which is named once for each page that tells of it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from macros.loading.handbook import Handbook
from macros.model import Lesson

pytestmark = pytest.mark.ours

SMALL = {"the", "of", "and", "a", "in", "seven"}


def words(name: str) -> set[str]:
    """The words of the name of an organisation, by which it is known whatever their order."""
    return set(re.findall(r"\w+", name.casefold())) - SMALL


def test_a_confirmed_lesson_was_seen_by_another_organisation(handbook: Handbook):
    confirmed = [lesson for lesson in handbook.all(Lesson) if lesson.state == "confirmed"]
    assert [lesson.id for lesson in confirmed if len(lesson.bodies) < 2] == []


def test_every_sighting_names_who_saw_it(handbook: Handbook):
    lessons = [
        lesson for lesson in handbook.all(Lesson) for seen in lesson.seen_again if not seen.organisation
    ]
    assert [lesson.id for lesson in lessons] == []


def test_no_organisation_confirms_itself_under_another_name(handbook: Handbook):
    assert [
        (lesson.id, body, other)
        for lesson in handbook.all(Lesson)
        for place, body in enumerate(lesson.bodies)
        for other in lesson.bodies[:place]
        if words(body) <= words(other) or words(other) <= words(body)
    ] == []


def test_no_sighting_is_by_the_lessons_own_organisation(handbook: Handbook):
    assert [
        lesson.id
        for lesson in handbook.all(Lesson)
        if lesson.organisation in {seen.organisation for seen in lesson.seen_again}
    ] == []


def test_what_one_organisation_saw_at_one_place_of_a_source_is_one_sighting(handbook: Handbook):
    assert [
        lesson.id
        for lesson in handbook.all(Lesson)
        for times in Counter(
            (seen.organisation, seen.source, seen.where) for seen in lesson.seen_again
        ).values()
        if times > 1
    ] == []


def test_no_fact_is_listed_twice(handbook: Handbook):
    assert [
        (lesson.id, says)
        for lesson in handbook.all(Lesson)
        for (_, says), times in Counter(
            (fact.source, fact.says) for fact in (*lesson.evidence, *lesson.seen_again)
        ).items()
        if times > 1
    ] == []
