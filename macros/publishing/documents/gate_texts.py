"""The texts of a gate pack: its criteria with their evidence and states, and lessons with their answers."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, hiding
from macros.model import Activity, Lesson, Phase, Product
from macros.model.project import Project
from macros.model.words.labels import Plural
from macros.pages.prose import plain
from macros.pages.record_pages import gate_source, source_of
from macros.pages.views.evidence import cited, strength_in_words
from macros.pages.views.gates import Asked, gate_pack, ranked_lessons
from macros.pages.wording import Words
from macros.publishing.documents.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    Fact,
    Heading,
    Question,
    Section,
    Table,
)
from macros.publishing.documents.file_places import page_address
from macros.publishing.documents.left_out import left_out
from macros.publishing.documents.lesson_questions import published


class GateTexts:
    """What the files of one pack say. Where a project is given, its states and answers are filled in, and
    what it hides is left out.
    """

    def __init__(self, handbook: Handbook, phase: Phase, home: str, project: Project | None = None) -> None:
        self.handbook = handbook
        self.phase = phase
        self.t = handbook.site.labels
        self.words = handbook.site.labels.gates
        self._home = home
        self._project = project
        self._hiding = hiding(handbook, project) if project else NOTHING
        self.pack = gate_pack(handbook, phase, self._hiding)

    @property
    def chosen(self) -> str:
        """How the questions are chosen."""
        return self.words.chosen_about.replace("{n}", str(self.pack.most))

    def front(self) -> Iterator[Block]:
        """Yield what comes first."""
        live = self._project.plan.go_live if self._project else None
        yield from left_out(Words(self.handbook.site), self._left_out())
        yield Fact(self.words.project, "")
        yield Fact(self.words.board_day, "")
        yield Fact(self.words.go_live, str(live or ""))
        shown, address = self._address(gate_source(self.phase))
        yield Fact(self.t.address, shown, address)

    def criteria(self, *, register: bool) -> Table:
        """Return the criteria as a table, which in a spreadsheet is a register."""
        states = tuple(self.words.states.model_dump(by_alias=True).values())
        columns = (
            Column(self.t.plan.columns.number, "number", share=1),
            Column(self.words.criterion, share=6),
            Column(self.words.evidence, share=5),
            Column(self.words.state, "choice", states, share=2),
        )
        rows = tuple(
            (
                Cell(f"{number} ◆" if one.stop else str(number)),
                Cell(plain(one.criterion.text)),
                Cell(self.evidence(one)),
                Cell(self.state(one)),
            )
            for number, one in enumerate(self.pack.asked, 1)
        )
        return Table(self.t.exit_criteria, columns, rows, register=register)

    def questions(self) -> Table:
        """Return the questions as a register, each with the number of its criterion."""
        titles = (self.words.ask, self.t.evidence, self.words.answer, self.words.lesson)
        columns = (Column(self.t.plan.columns.number, "number"), *map(Column, titles))
        rows = tuple(
            self._row(number, lesson)
            for number, one in enumerate(self.pack.asked, 1)
            for lesson in one.questions
        )
        return Table(self.words.ask, columns, rows, register=True)

    def decision(self, number: int) -> Section:
        """Return the section in which the board decides, as the heading with a number."""
        columns = (Column(self.words.role), Column(self.words.signature), Column(self.words.date, "date"))
        rows = tuple((Cell(role.title), Cell(""), Cell("")) for role in self.pack.deciders)
        table = Table(self.words.decision, columns, rows, 0 if rows else 2)
        choices = (
            Blank(text, text, listed=True) for text in (self.words.go, self.words.go_with, self.words.no_go)
        )
        return Heading(self.words.decision, number), (*choices, table)

    def question(self, lesson: Lesson) -> Question:
        """Return a lesson as a question, with what its first source says, and who published that."""
        first = cited(self.handbook, lesson.evidence[0])
        shown, address = self._address(source_of(lesson))
        return Question(
            text=lesson.question or lesson.title,
            evidence=f"{self._standing(lesson)}: {plain(first.evidence.says)} ({published(first.source)})",
            address=address,
            shown_address=shown,
        )

    def named(self, record: Activity | Product) -> str:
        """Return the title of evidence or of what makes it. A board must see that it is left out."""
        hidden = self._hiding.activities if isinstance(record, Activity) else self._hiding.products
        is_hidden = record.id in hidden
        return self.words.left_out.replace("{title}", record.title) if is_hidden else record.title

    def evidence(self, one: Asked) -> str:
        """Return the evidence for a criterion, each with the role that owns it."""
        owned = ((self.named(proof.product), proof.owner) for proof in one.proofs)
        return "; ".join(
            f"{title}, {owner.title if owner else self.words.no_owner}" for title, owner in owned
        )

    def state(self, one: Asked) -> str:
        """Return the state of a criterion. One that was ticked on the page of its phase is met."""
        ref = f"{Phase.folder}/{self.phase.id}#{one.criterion.id}"
        states = self._project.states if self._project else {}
        word = states.get(ref) or ("met" if self._project and ref in self._project.ticks else "")
        known: dict[str, str] = self.words.states.model_dump(by_alias=True)
        return known.get(word, "")

    def answer(self, lesson: Lesson) -> str:
        """Return what the team answered in a rehearsal, and what shows it."""
        if not self._project:
            return ""
        ref = f"{Lesson.folder}/{lesson.id}"
        known = self.words.answers.model_dump(by_alias=True)
        said = (known.get(self._project.states.get(ref, ""), ""), self._project.notes.get(ref, ""))
        return ". ".join(" ".join(text.split()) for text in said if text)

    def _row(self, number: int, lesson: Lesson) -> tuple[Cell, ...]:
        asked = lesson.question or lesson.title
        texts = (str(number), asked, self._standing(lesson), self.answer(lesson))
        # Last, because a text that is a link runs into the next cell.
        return (*map(Cell, texts), Cell(lesson.title, self._address(source_of(lesson))[1]))

    def _standing(self, lesson: Lesson) -> str:
        known = strength_in_words(self.handbook, lesson)
        return " · ".join((self.t.lesson_kinds[lesson.type], lesson.organisation, known))

    def _left_out(self) -> Iterator[tuple[Plural, int]]:
        criteria = self.phase.exit_criteria
        lessons = {each.id: each for one in criteria for each in ranked_lessons(self.handbook, one)}
        yield self.t.n_criteria, sum(self._hiding.criterion(self.phase, one) for one in criteria)
        yield self.t.n_lessons, sum(map(self._hiding.lesson, lessons.values()))

    def _address(self, source: str) -> tuple[str, str]:
        """Return the address of a page as it is shown, and as a link where somebody knows the site."""
        return page_address(self._home, source)
