"""Every word of the interface, so that a team can change or translate all of them in one file."""

from __future__ import annotations

from typing import ClassVar, Literal

from macros.model.activity import ProductState, Severity
from macros.model.base import ReadLevel
from macros.model.fields import Listed, Model, Text, Title, field
from macros.model.lesson import LessonKind, LessonState
from macros.model.migration import Outcome
from macros.model.product import Availability, ProductType
from macros.model.source import SourceType
from macros.model.words.contributing import FeedbackWords, FormWords
from macros.model.words.follower_words import PublishingWords
from macros.model.words.groups import WordGroup
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
from macros.model.words.overlay_words import OverlayWords
from macros.model.words.page_headings import RecordWords
from macros.model.words.sheet_words import SheetWords
from macros.model.words.signs import SignWords

Named = Literal[
    "overview",
    "phase",
    "workstream",
    "role",
    "activity",
    "lesson",
    "product",
    "migration",
    "source",
    "term",
    "framework",
    "route",
]
RolePart = Literal["lead", "approve", "contribute", "inform"]
TailoringWay = Literal["shrink", "merge", "drop"]


class KindLabels(WordGroup[Named]):
    """A word for each of: {values}."""


class KindsLabels(WordGroup[Named]):
    """A word for each of: {values}."""


class LessonKindLabels(WordGroup[LessonKind]):
    """A word for each of: {values}."""


class LessonStateLabels(WordGroup[LessonState]):
    """A word for each of: {values}."""


class ProductStateLabels(WordGroup[ProductState]):
    """A word for each of: {values}."""


class ProductTypeLabels(WordGroup[ProductType]):
    """A word for each of: {values}."""


class AvailabilityLabels(WordGroup[Availability]):
    """A word for each of: {values}."""


class ReadLevelLabels(WordGroup[ReadLevel]):
    """A word for each of: {values}."""


class SourceTypeLabels(WordGroup[SourceType]):
    """A word for each of: {values}."""


class SeverityLabels(WordGroup[Severity]):
    """A word for each of: {values}."""


class OutcomeLabels(WordGroup[Outcome]):
    """A word for each of: {values}."""


class RolePartLabels(WordGroup[RolePart]):
    """A word for each of: {values}."""


class TailorLabels(WordGroup[TailoringWay]):
    """A word for each of: {values}."""


class Plural(Model):
    """A label that counts. {n} is the number; give the forms that the language has, `other` always."""

    one_value: ClassVar[bool] = True
    zero: Text | None = field("The form for none, where the language has one.", "no lessons", None)
    one: Text | None = field("The form for one.", "{n} lesson", None)
    two: Text | None = field("The form for two, where the language has one.", "{n} wers", None)
    few: Text | None = field("The form for a few, where the language has one.", "{n} gwers", None)
    many: Text | None = field("The form for many, where the language has one.", "{n} gwers", None)
    other: Text = field("The form for every other number.", "{n} lessons")


class PageLabel(Model):
    """The heading of a page that lists or draws many records."""

    title: Title = field("Its heading.", "Lessons")
    summary: Text = field(
        "What the reader finds there, in one sentence.", "What others learned, each with its evidence."
    )


class PageLabels(Model):
    """The pages that list or draw many records."""

    overview: PageLabel = field("The page `overview`.")
    navigate: PageLabel = field("The page `navigate`.")
    timeline: PageLabel = field("The page `timeline`.")
    flow: PageLabel = field("The page `flow`.")
    phases: PageLabel = field("The page `phases`.")
    workstreams: PageLabel = field("The page `workstreams`.")
    activities: PageLabel = field("The page `activities`.")
    lessons: PageLabel = field("The page `lessons`.")
    migrations: PageLabel = field("The page `migrations`.")
    roles: PageLabel = field("The page `roles`.")
    products: PageLabel = field("The page `products`.")
    sources: PageLabel = field("The page `sources`.")
    glossary: PageLabel = field("The page `glossary`.")
    search: PageLabel = field("The page `search`.")
    a_to_z: PageLabel = field("The page `a_to_z`.")
    changes: PageLabel = field("The page `changes`.")


class Labels(
    ShellWords,
    MapWords,
    TimelineWords,
    RecordWords,
    FlowWords,
    SearchWords,
    ReferenceWords,
    BundleWords,
    PrintWords,
    PublishingWords,
    SignWords,
    OverlayWords,
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
    outcomes: OutcomeLabels = field("How a migration stands.")
    role_parts: RolePartLabels = field("What a role does.")
    tailor: TailorLabels = field("Ways to do less.")
    flow_rules: Listed[Text] = field(
        "What the check proves about the flow, one rule an entry.", ["No activity waits for itself."]
    )
    n_activities: Plural = field("A number of activities.")
    n_lessons: Plural = field("A number of lessons.")
    n_products: Plural = field("A number of products.")
    seen_times: Plural = field("How often a lesson was seen again.")
    used_on: Plural = field("On how many pages a term is used.")
    feedback: FeedbackWords = field("The links for feedback.")
    form: FormWords = field("The form for a new lesson.")
    sheets: SheetWords = field(
        "Spreadsheets: what import knows, and what stands in exports and in the template."
    )
