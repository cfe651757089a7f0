"""The types of fields. The type decides how a value is checked, linked and escaped; nothing else does.

`Text` is shown exactly as typed (escaped). `Markdown` is prose: CommonMark without raw HTML. `Ref` marks an
id that must name a record of one kind; links and backlinks are read off these marks, never coded pair by
pair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    JsonValue,
    StringConstraints,
)
from pydantic_core import CoreSchema

from macros.model.partial_date import FORM, PartialDate
from macros.model.validators import (
    ADDRESS,
    FINGERPRINT,
    ID,
    MAX_ID,
    MAX_QUESTION,
    MONEY,
    QUESTION,
    all_visible,
    fingerprint,
    language,
    money,
    one_line,
    question,
    slug,
    truth,
    visible,
    web_address,
)

# Where a value is in a record: `("steps", 1, "side")`. A `Path` is always one of the disk.
FieldPath = tuple[str | int, ...]

NOT_GIVEN = "not-given"


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of a record of this kind (`*`: of any kind, as `kind/id`).

    `also` are words allowed in place of an id. Schemas carry both under names of our own, which editors pass
    over.
    """

    kind: str
    also: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, core: CoreSchema, inner: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**inner(core), "x-ref": self.kind, **({"x-also": list(self.also)} if self.also else {})}


@dataclass(frozen=True)
class StepRef:
    """Marks a field that holds `activity` or `activity#step`."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, inner: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**inner(core), "pattern": f"^{ID}(#{ID})?$", "x-ref": "step"}


@dataclass(frozen=True)
class Form:
    """Tells editors the form (a regular expression) that a validator holds a text to. It checks nothing
    itself.
    """

    pattern: str
    longest: int | None = None

    def __get_pydantic_json_schema__(self, core: CoreSchema, inner: GetJsonSchemaHandler) -> dict[str, Any]:
        # Editors run JavaScript, which writes named groups in another way and does not need the names.
        pattern = re.sub(r"\?P<\w+>", "", self.pattern)
        return {
            **inner(core),
            "pattern": f"^({pattern})$",
            **({"maxLength": self.longest} if self.longest else {}),
        }


@dataclass(frozen=True)
class Prose:
    """Marks text that is rendered as Markdown, and whose links are checked."""


@dataclass(frozen=True)
class Labelled:
    """Marks a field that pages show under a label of its name. `meaning` is for translators."""

    meaning: str


class Model(BaseModel):
    """What every part of content shares: unknown fields are errors, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True)


def _as_list(value: Any) -> Any:
    """Accept one value where a list is meant (short form), normalised here and nowhere else."""
    return [value] if isinstance(value, str) else value


@dataclass(frozen=True)
class OneOrMany:
    """Marks a list that may also be written as one single value, for the check and for editors."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read one text as a list of one; schemas offer both ways to write it."""
        item = get_args(source)[0]
        reader = BeforeValidator(_as_list, json_schema_input_type=item | source)
        return reader.__get_pydantic_core_schema__(source, handler)


NonEmpty = StringConstraints(min_length=1, max_length=20_000)
Slug = Annotated[str, AfterValidator(slug), Form(ID, MAX_ID)]
Text = Annotated[
    str, NonEmpty, AfterValidator(one_line), AfterValidator(visible), StringConstraints(max_length=600)
]
Title = Annotated[
    str, NonEmpty, AfterValidator(one_line), AfterValidator(all_visible), StringConstraints(max_length=120)
]
QuestionText = Annotated[
    str,
    NonEmpty,
    AfterValidator(one_line),
    AfterValidator(all_visible),
    AfterValidator(question),
    Form(QUESTION, MAX_QUESTION),
]
Markdown = Annotated[str, NonEmpty, AfterValidator(visible), Prose()]
LanguageCode = Annotated[Text, AfterValidator(language)]
WebAddress = Annotated[str, AfterValidator(web_address), Form(ADDRESS)]
Fingerprint = Annotated[str, AfterValidator(fingerprint), Form(FINGERPRINT)]
TrueFalse = Annotated[bool, BeforeValidator(truth)]
When = Annotated[str, AfterValidator(lambda v: str(PartialDate.parse(v))), Form(FORM.pattern)]
Money = Annotated[str, AfterValidator(money), Form(MONEY)]
WhenKnown = Annotated[
    str,
    AfterValidator(lambda v: v if v == NOT_GIVEN else str(PartialDate.parse(v))),
    Form(f"{NOT_GIVEN}|{FORM.pattern}"),
]


Item = TypeVar("Item")
Listed = Annotated[tuple[Item, ...], OneOrMany()]


def field(meaning: str, example: Any = None, default: Any = ..., **more: Any) -> Any:
    """Return a field with its meaning, shown on the reference page, in editors and in messages.

    An `example` is given only where the form of a value is what matters, as it is for a date. Every other
    example is taken from the handbook's own records.
    """
    return Field(default, description=meaning, examples=None if example is None else [example], **more)


def label(meaning: str, *blanks: str, default: Any = ..., alias: str | None = None) -> Any:
    """Return a field for a word of the interface. `blanks` are the names in braces that its text holds.

    The words themselves are in `content/languages/`, and nowhere else.
    """
    names = [f"{{{blank}}}" for blank in blanks]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    replaced = f" {listed} {'are' if len(names) > 1 else 'is'} replaced." if names else ""
    marks: dict[str, JsonValue] | None = {"x-blanks": list(blanks)} if blanks else None
    return Field(default, description=f"{meaning}{replaced}", alias=alias, json_schema_extra=marks)
