"""A gate pack as a file: the criteria with their states, then for each its evidence and its questions.

A spreadsheet has the criteria and the questions as tables. In a document, the questions follow each
criterion.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.handbook import Handbook
from macros.model import Phase
from macros.model.product import DocumentFormat
from macros.model.project import Project
from macros.pages.prose import plain
from macros.pages.views.gates import Asked
from macros.publishing.documents.blocks import Blank, Block, Description, Fact, Heading, Paragraph, Section
from macros.publishing.documents.gate_texts import GateTexts

SHEETS: tuple[DocumentFormat, ...] = ("xlsx", "ods")


class GateDocument:
    """The pack of one phase. Where a project is given, its states and answers are filled in, and what it
    hides is left out.
    """

    def __init__(self, handbook: Handbook, phase: Phase, home: str, project: Project | None = None) -> None:
        self._texts = GateTexts(handbook, phase, home, project)

    def description(self, form: DocumentFormat) -> Description:
        """Return what the file of a format says."""
        texts = self._texts
        site = texts.handbook.site
        title = texts.words.title.replace("{phase}", texts.phase.title)
        is_sheet = form in SHEETS
        return Description(
            title=title,
            summary=texts.words.about.replace("{phase}", texts.phase.title),
            place=texts.t.documents.place,
            foot=f"{title} · {site.title}, {texts.handbook.framework.edition}",
            language=site.language,
            author=site.organisation,
            front=tuple(texts.front()),
            sections=tuple(self._as_tables() if is_sheet else self._as_text()),
            back=() if is_sheet else (Paragraph(f"{texts.words.stops_note} {texts.chosen}"),),
        )

    def _as_tables(self) -> Iterator[Section]:
        texts = self._texts
        yield (
            Heading(texts.t.exit_criteria, 1),
            (Paragraph(texts.words.stops_note), texts.criteria(register=True)),
        )
        yield Heading(texts.words.ask, 2), (Paragraph(texts.chosen), texts.questions())
        yield texts.decision(3)

    def _as_text(self) -> Iterator[Section]:
        texts = self._texts
        yield Heading(texts.t.exit_criteria, 1), (texts.criteria(register=False),)
        for number, one in enumerate(texts.pack.asked, 1):
            name = (texts.words.stop if one.stop else texts.words.number).replace("{n}", str(number))
            heading = Heading(f"{name}: {plain(one.criterion.text)}", number + 1)
            yield heading, tuple(self._blocks(one))
        yield texts.decision(len(texts.pack.asked) + 2)

    def _blocks(self, one: Asked) -> Iterator[Block]:
        texts = self._texts
        yield Fact(texts.words.state, texts.state(one))
        yield Fact(texts.t.evidence, texts.evidence(one))
        yield Fact(texts.words.made_in, ", ".join(map(texts.named, one.activities)))
        for lesson in one.questions:
            yield texts.question(lesson)
            answer = texts.answer(lesson)
            yield Paragraph(answer) if answer else Blank(texts.words.answer, texts.words.answer)
        if not one.questions:
            yield Paragraph(texts.words.no_questions)
        if one.further:
            yield Paragraph(texts.words.further.replace("{n}", str(one.further)))
