"""Lessons as questions: the ones about a product, the weightiest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, Hiding
from macros.model import Lesson, Product, Source
from macros.model.fields import NOT_GIVEN
from macros.model.lesson import LessonState
from macros.model.partial_date import PartialDate
from macros.pages.record_pages import source_of
from macros.pages.views.evidence import cited, strength, strength_in_words
from macros.pages.wording import Words
from macros.publishing.documents.blocks import Blank, Block, Paragraph, Question

MOST = 8
RANK: dict[LessonState, int] = {"confirmed": 3, "applied": 2, "identified": 1, "observation": 0}


def bearing_on(handbook: Handbook, product: Product, hiding: Hiding = NOTHING) -> list[Lesson]:
    """Return the lessons that name the product or a step that fills a section of it, without retired and
    hidden ones.

    Lessons that name it come first, then lessons that more bodies have seen, then lessons that are better
    known to hold, and of these the ones that were read in their source.
    """
    named = handbook.linked_from(product, Lesson, "products")
    steps = dict.fromkeys(section.step for section in product.contents if section.step)
    beside = [lesson for step in steps for lesson in _about(handbook, step)]
    names = {lesson.id for lesson in named}
    alive = [lesson for lesson in (*named, *beside) if lesson.state != "retired"]
    every = {lesson.id: lesson for lesson in alive if not hiding.lesson(lesson)}

    def weight(lesson: Lesson) -> tuple[bool, int, int, bool, str]:
        verified = strength(handbook, lesson) == "verified"
        return lesson.id not in names, -len(lesson.bodies), -RANK[lesson.state], not verified, lesson.title

    return sorted(every.values(), key=weight)


def _about(handbook: Handbook, step: str) -> list[Lesson]:
    activity, _ = handbook.step(step)
    lessons = handbook.linked_from(activity, Lesson, "at") if activity else []
    return [lesson for lesson in lessons if step in lesson.at]


def published(source: Source) -> str:
    """Return who published a source, and in which year if that is known."""
    date = source.date
    year = [] if date is None or date == NOT_GIVEN else [str(PartialDate.parse(date).year)]
    return ", ".join([source.publisher, *year])


class Questions:
    """Shows the lessons of one handbook as questions. `address` gives an address as shown, and as linked."""

    def __init__(
        self, handbook: Handbook, address: Callable[[str], tuple[str, str]], hiding: Hiding = NOTHING
    ) -> None:
        self._handbook = handbook
        self._address = address
        self._hiding = hiding
        self._say = Words(handbook.site)
        self._t = handbook.site.labels

    def about(self, product: Product) -> Iterator[Block]:
        """Yield the questions for a product, each with a place for the answer, and how many there are."""
        words = self._t.documents
        lessons = bearing_on(self._handbook, product, self._hiding)
        shown = lessons[:MOST]
        number = self._say.count(self._t.n_lessons, len(lessons))
        intro = words.questions_first if len(lessons) > MOST else words.questions_all
        filled = self._say.fill(intro, lessons=number, n=len(shown)).unescape()
        yield Paragraph(str(filled) if lessons else words.questions_none)
        for lesson in shown:
            yield self._question(lesson)
            yield Blank(f"{words.answer} {words.write_here}", words.answer)

    def _question(self, lesson: Lesson) -> Question:
        source = published(cited(self._handbook, lesson.evidence[0]).source)
        shown, address = self._address(source_of(lesson))
        return Question(
            text=lesson.question or lesson.title,
            source=" · ".join(self._standing(lesson)),
            evidence=f"{self._t.evidence}: {source}",
            address=address,
            shown_address=shown,
        )

    def _standing(self, lesson: Lesson) -> Iterator[str]:
        """Yield what kind of lesson it is, who learned it when, and how well it is known."""
        yield self._t.lesson_kinds[lesson.type]
        when = [self._say.when(lesson.when)] if lesson.when else []
        yield ", ".join([lesson.organisation, *when])
        yield strength_in_words(self._handbook, lesson)
        if lesson.seen_again:
            yield self._say.count(self._t.seen_times, len(lesson.seen_again))
