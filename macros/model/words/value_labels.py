"""The word for each value of a field that has a few: one group of labels for each such field."""

from __future__ import annotations

from typing import Literal

from macros.model.activity import ProductState, Severity
from macros.model.base import ReadLevel
from macros.model.lesson import LessonKind, LessonState
from macros.model.migration import Outcome
from macros.model.product import Availability, ProductType
from macros.model.sections import KindName
from macros.model.source import SourceType
from macros.model.words.groups import WordGroup

RolePart = Literal["lead", "approve", "contribute", "inform"]
TailoringWay = Literal["shrink", "merge", "drop"]


class KindLabels(WordGroup[KindName]):
    """A word for each of: {values}."""


class KindsLabels(WordGroup[KindName]):
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
