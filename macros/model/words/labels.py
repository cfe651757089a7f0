"""Every word of the interface, so that a team can change or translate all of them in one file."""

from __future__ import annotations

from typing import Any, ClassVar, get_args

from pydantic import create_model

from macros.model.activity import ProductState, Severity
from macros.model.base import ReadLevel
from macros.model.fields import Model, Text, Title, field, listed
from macros.model.lesson import LessonKind, LessonState
from macros.model.migration import Outcome
from macros.model.product import Availability, ProductType
from macros.model.source import SourceType
from macros.model.words.contributing import FeedbackWords, FormWords
from macros.model.words.follower_words import PublishingWords
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

KINDS = (
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
)


class WordGroup(Model):
    """A group of labels, found by the value that they stand for."""

    def __getitem__(self, value: str) -> str:
        return getattr(self, value.replace("-", "_"))


def words_for(name: str, values: tuple[str, ...]) -> Any:
    """A group of labels, one for each value that content may hold."""
    return create_model(
        name,
        __base__=WordGroup,
        __doc__=f"A word for each of: {', '.join(values)}.",
        **{
            value.replace("-", "_"): (Text, field(f"The word for `{value}`.", alias=value))
            for value in values
        },
    )


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
    kinds: words_for("KindLabels", KINDS) = field("A word for one record of each kind.")  # type: ignore[valid-type]
    kinds_many: words_for("KindsLabels", KINDS) = field("A word for several records of each kind.")  # type: ignore[valid-type]
    lesson_kinds: words_for("LessonKindLabels", get_args(LessonKind)) = field("Kinds of lesson.")  # type: ignore[valid-type]
    lesson_states: words_for("LessonStateLabels", get_args(LessonState)) = field("How far a lesson has come.")  # type: ignore[valid-type]
    product_states: words_for("ProductStateLabels", get_args(ProductState)) = field("States of a product.")  # type: ignore[valid-type]
    product_types: words_for("ProductTypeLabels", get_args(ProductType)) = field("Types of product.")  # type: ignore[valid-type]
    availabilities: words_for("AvailabilityLabels", get_args(Availability)) = field(
        "How a product can be had."
    )  # type: ignore[valid-type]
    read_levels: words_for("ReadLevelLabels", get_args(ReadLevel)) = field("How a source was read.")  # type: ignore[valid-type]
    source_types: words_for("SourceTypeLabels", get_args(SourceType)) = field("Types of source.")  # type: ignore[valid-type]
    severities: words_for("SeverityLabels", get_args(Severity)) = field("How bad it is to skip an activity.")  # type: ignore[valid-type]
    outcomes: words_for("OutcomeLabels", get_args(Outcome)) = field("How a migration stands.")  # type: ignore[valid-type]
    role_parts: words_for("RolePartLabels", ("lead", "approve", "contribute", "inform")) = field(
        "What a role does."
    )  # type: ignore[valid-type]
    tailor: words_for("TailorLabels", ("shrink", "merge", "drop")) = field("Ways to do less.")  # type: ignore[valid-type]
    flow_rules: listed(Text) = field(
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
