"""Every word of the interface, so that a team can change or translate all of them in one file."""

from __future__ import annotations

from typing import Any, ClassVar, Generic

from macros.model.fields import Listed, Model, Text, Title, field, label
from macros.model.sections import FIELD_LABELS, FieldLabel, SectionName
from macros.model.words.condition_words import ConditionWords
from macros.model.words.contributing import FeedbackWords, FormWords
from macros.model.words.crosswalk_words import CrosswalkWords
from macros.model.words.document_words import DocumentWords
from macros.model.words.example_words import ExampleWords
from macros.model.words.follower_words import PublishingWords
from macros.model.words.gate_words import PreparingWords
from macros.model.words.groups import GeneratedGroup, Source
from macros.model.words.how_long_words import HowLongWords
from macros.model.words.interface import (
    BundleWords,
    FlowWords,
    MapWords,
    PrintWords,
    ReferenceWords,
    SearchWords,
    ShellWords,
    TimelineWords,
)
from macros.model.words.learned_again_words import LearnedAgainWords
from macros.model.words.overlay_words import OverlayWords
from macros.model.words.page_headings import RecordWords
from macros.model.words.picture_words import PictureWords
from macros.model.words.project_words import ProjectWords
from macros.model.words.sheet_words import SheetWords
from macros.model.words.signs import SignWords
from macros.model.words.tailoring_words import TailoringWords
from macros.model.words.value_labels import (
    AvailabilityLabels,
    KindLabels,
    KindsLabels,
    LessonKindLabels,
    LessonStateLabels,
    OutcomeLabels,
    ProductStateLabels,
    ProductTypeLabels,
    ReadLevelLabels,
    RolePartLabels,
    SeverityLabels,
    SourceTypeLabels,
    TailorLabels,
)


class Plural(Model):
    """A label that counts. {n} is the number; give the forms that the language has, `other` always."""

    one_value: ClassVar[bool] = True
    zero: Text | None = label("The form for none, where the language has one.", default=None)
    one: Text | None = label("The form for one.", "n", default=None)
    two: Text | None = label("The form for two, where the language has one.", "n", default=None)
    few: Text | None = label("The form for a few, where the language has one.", "n", default=None)
    many: Text | None = label("The form for many, where the language has one.", "n", default=None)
    other: Text = label("The form for every other number.", "n")


class PageLabel(Model):
    """The heading of a page that lists or draws many records."""

    title: Title = label("Its heading.")
    short: Title | None = label("Its name in the main menu, where that is shorter.", default=None)
    summary: Text = label("What the reader finds there, in one sentence.")


class PageGroup(GeneratedGroup, Generic[Source]):
    """A label for each page of some sections, found by the name of the section."""

    def __getitem__(self, section: str) -> PageLabel:
        """Return the label of a section. Raises AttributeError where there is no such section."""
        page: PageLabel = getattr(self, section)
        return page

    @classmethod
    def field_for(cls, value: str) -> Any:
        """Return the label of one page."""
        return PageLabel, field(f"The page `{value}`.")


class PageLabels(PageGroup[SectionName]):
    """The pages that list or draw many records."""


class FieldLabelGroup(GeneratedGroup, Generic[Source]):
    """A label for each field of a record that has one."""

    @classmethod
    def field_for(cls, value: str) -> Any:
        """Return the label of one field, with the meaning that the field gives it."""
        return Text, label(FIELD_LABELS[value])


class FieldLabels(FieldLabelGroup[FieldLabel]):
    """The labels of fields, each named as its field is."""


class Labels(
    ShellWords,
    MapWords,
    TimelineWords,
    RecordWords,
    FieldLabels,
    FlowWords,
    SearchWords,
    ReferenceWords,
    BundleWords,
    PrintWords,
    PublishingWords,
    SignWords,
    ConditionWords,
    OverlayWords,
    PictureWords,
    PreparingWords,
):
    """Every word of the interface."""

    pages: PageLabels = field("Headings of the pages that list or draw many records.")
    kinds: KindLabels = field("A word for one record of each kind.")
    kinds_many: KindsLabels = field("A word for several records of each kind.")
    lesson_kinds: LessonKindLabels = field("Kinds of lesson.")
    lesson_states: LessonStateLabels = field("How far a lesson has come.")
    product_states: ProductStateLabels = field("States of a product.")
    product_types: ProductTypeLabels = field("Types of product.")
    availabilities: AvailabilityLabels = field("How a product can be had.")
    read_levels: ReadLevelLabels = field("How a source was read.")
    source_types: SourceTypeLabels = field("Types of source.")
    severities: SeverityLabels = field("How bad it is to skip an activity.")
    outcomes: OutcomeLabels = field("How a migration turned out.")
    role_parts: RolePartLabels = field("What a role does.")
    tailor: TailorLabels = field("Ways to do less.")
    flow_rules: Listed[Text] = label("What the check proves about the flow, one rule in each entry.")
    n_activities: Plural = field("A number of activities.")
    n_lessons: Plural = field("A number of lessons.")
    n_steps: Plural = field("A number of steps.")
    n_criteria: Plural = field("A number of exit criteria.")
    n_products: Plural = field("A number of products.")
    n_hand_overs: Plural = field("A number of products that pass from one side to another.")
    n_milestones: Plural = field("A number of milestones.")
    n_months: Plural = field("A number of months.")
    n_years: Plural = field("A number of years.")
    n_fields: Plural = field("A number of fields.")
    n_sheets: Plural = field("A number of sheets of paper.")
    seen_times: Plural = field("How often a lesson was seen again.")
    learned_by: Plural = field("Heading: how many organisations learned the lessons below.")
    used_on: Plural = field("On how many pages a term is used.")
    feedback: FeedbackWords = field("The links for feedback.")
    form: FormWords = field("The form for a new lesson.")
    documents: DocumentWords = field("Products as files to take: on their pages, and inside the files.")
    project: ProjectWords = field("A reader's own project.")
    examples: ExampleWords = field("The worked example.")
    tailoring_page: TailoringWords = field("The page that tailors the handbook, and pages that follow it.")
    sheets: SheetWords = field("Spreadsheets: what import knows, and what exports and the template say.")
    crosswalk: CrosswalkWords = field("The pages that lead to other frameworks and back.")
    how_long: HowLongWords = field("The page of dated cases.")
    learned_again: LearnedAgainWords = field("The page of what several organisations learned.")
    n_days: Plural = field("A number of days.")
