"""A gate pack as a file: the criteria with their states, then for each its evidence and its questions."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.handbook import Handbook
from macros.loading.tailoring.hiding import NOTHING, hiding
from macros.model import Activity, Lesson, Phase, Product
from macros.model.project import Project
from macros.model.words.labels import Plural
from macros.pages.addresses import Addresses
from macros.pages.prose import plain
from macros.pages.record_pages import gate_source, source_of
from macros.pages.views.evidence import cited, strength
from macros.pages.views.gates import Asked, Pack, gate_pack, ranked_lessons
from macros.pages.wording import Words
from macros.publishing.documents.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    Description,
    Fact,
    Heading,
    Paragraph,
    Question,
    Table,
)
from macros.publishing.documents.left_out import left_out

ADDRESSES = Addresses()  # those of the published site


class GateDocument:
    """The pack of one phase. Where a project is given, its states and answers are filled in, and what it
    hides is left out.
    """

    def __init__(self, handbook: Handbook, phase: Phase, home: str, project: Project | None = None) -> None:
        self._handbook = handbook
        self._phase = phase
        self._home = home
        self._project = project
        self._hiding = hiding(handbook, project) if project else NOTHING
        self._t = handbook.site.labels
        self._words = handbook.site.labels.gates

    def description(self) -> Description:
        """Return what the file says."""
        pack = gate_pack(self._handbook, self._phase, self._hiding)
        site = self._handbook.site
        title = self._words.title.replace("{phase}", self._phase.title)
        criteria = Heading(self._t.exit_criteria, 1)
        sections = [self._section(number, one) for number, one in enumerate(pack.asked, 1)]
        return Description(
            title=title,
            summary=self._words.about.replace("{phase}", self._phase.title),
            place=self._t.documents.place,
            foot=f"{title} · {site.title}, {self._handbook.framework.edition}",
            language=site.language,
            author=site.organisation,
            front=tuple(self._front()),
            sections=((criteria, (self._criteria(pack),)), *sections, self._decision(pack)),
            back=(Paragraph(f"{self._words.stops_note} {self._chosen(pack)}"),),
        )

    def _front(self) -> Iterator[Block]:
        live = self._project.plan.go_live if self._project else None
        yield from left_out(Words(self._handbook.site), self._left_out())
        yield Fact(self._words.project, "")
        yield Fact(self._words.board_day, "")
        yield Fact(self._words.go_live, str(live or ""))
        path = ADDRESSES.of(gate_source(self._phase))
        yield Fact(self._t.address, self._home + path, self._home and self._home + path)

    def _left_out(self) -> Iterator[tuple[Plural, int]]:
        criteria = self._phase.exit_criteria
        lessons = {each.id: each for one in criteria for each in ranked_lessons(self._handbook, one)}
        yield self._t.n_criteria, sum(self._hiding.criterion(self._phase, one) for one in criteria)
        yield self._t.n_lessons, sum(map(self._hiding.lesson, lessons.values()))

    def _criteria(self, pack: Pack) -> Table:
        states = tuple(self._words.states.model_dump(by_alias=True).values())
        columns = (
            Column(self._t.plan.columns.number, share=1),
            Column(self._words.criterion, share=6),
            Column(self._words.evidence, share=5),
            Column(self._words.state, "choice", states, share=2),
        )
        rows = tuple(
            (
                Cell(f"{number} ◆" if one.stop else str(number)),
                Cell(plain(one.criterion.text)),
                Cell(self._evidence(one)),
                Cell(self._state(one)),
            )
            for number, one in enumerate(pack.asked, 1)
        )
        return Table(self._t.exit_criteria, columns, rows)

    def _section(self, number: int, one: Asked) -> tuple[Heading, tuple[Block, ...]]:
        text = f"{self._name(number, one)}: {plain(one.criterion.text)}"
        return Heading(text, number + 1), tuple(self._blocks(one))

    def _blocks(self, one: Asked) -> Iterator[Block]:
        yield Fact(self._words.state, self._state(one))
        yield Fact(self._t.evidence, self._evidence(one))
        yield Fact(self._words.made_in, ", ".join(map(self._named, one.activities)))
        for lesson in one.questions:
            yield self._question(lesson)
            answer = self._answer(lesson)
            yield Paragraph(answer) if answer else Blank(self._words.answer, lesson.title)
        if not one.questions:
            yield Paragraph(self._words.no_questions)
        if one.further:
            yield Paragraph(self._words.further.replace("{n}", str(one.further)))

    def _decision(self, pack: Pack) -> tuple[Heading, tuple[Block, ...]]:
        columns = (Column(self._words.role), Column(self._words.signature), Column(self._words.date, "date"))
        rows = tuple((Cell(role.title), Cell(""), Cell("")) for role in pack.deciders)
        table = Table(self._words.decision, columns, rows, 0 if rows else 2)
        choices = (
            Blank(text, text, listed=True)
            for text in (self._words.go, self._words.go_with, self._words.no_go)
        )
        return Heading(self._words.decision, len(pack.asked) + 2), (*choices, table)

    def _question(self, lesson: Lesson) -> Question:
        first = cited(self._handbook, lesson.evidence[0])
        source = ", ".join(filter(None, (first.source.title, first.evidence.where)))
        path = ADDRESSES.of(source_of(lesson))
        is_verified = strength(self._handbook, lesson) == "verified"
        known = self._t.verified if is_verified else self._t.as_reported
        return Question(
            text=lesson.question or lesson.title,
            source=" · ".join((self._t.lesson_kinds[lesson.type], lesson.organisation, known)),
            evidence=f"{plain(first.evidence.says)} ({source})",
            address=self._home and self._home + path,
            shown_address=self._home + path,
        )

    def _name(self, number: int, one: Asked) -> str:
        return (self._words.stop if one.stop else self._words.number).replace("{n}", str(number))

    def _evidence(self, one: Asked) -> str:
        owned = ((self._named(proof.product), proof.owner) for proof in one.proofs)
        return "; ".join(
            f"{title}, {owner.title if owner else self._words.no_owner}" for title, owner in owned
        )

    def _named(self, record: Activity | Product) -> str:
        """Return the title of evidence or of what makes it. A board must see that it is left out."""
        is_hidden = record.id in (
            self._hiding.activities if isinstance(record, Activity) else self._hiding.products
        )
        return self._words.left_out.replace("{title}", record.title) if is_hidden else record.title

    def _state(self, one: Asked) -> str:
        ref = f"phases/{self._phase.id}#{one.criterion.id}"
        states = self._project.states if self._project else {}
        word = states.get(ref) or ("met" if self._project and ref in self._project.ticks else "")
        known: dict[str, str] = self._words.states.model_dump(by_alias=True)
        return known.get(word, "")

    def _answer(self, lesson: Lesson) -> str:
        """Return what the team answered in a rehearsal, and what shows it."""
        if not self._project:
            return ""
        ref = f"lessons/{lesson.id}"
        known = self._words.answers.model_dump(by_alias=True)
        said = (known.get(self._project.states.get(ref, ""), ""), self._project.notes.get(ref, ""))
        return ". ".join(" ".join(text.split()) for text in said if text)

    def _chosen(self, pack: Pack) -> str:
        return self._words.chosen_about.replace("{n}", str(pack.most))
