"""Conditions: for which projects a record counts, by the questions that a team answers about its own
project.

`questions.yml` asks the questions. A record names the ones that matter to it, each with the answers for
which it counts. What a record does not name, it does not depend on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.model.fields import FieldPath, Listed, Model, Slug
from macros.model.shape import inner_models

Answers = Mapping[str, Collection[str]]  # the ids of answers by the id of their question


class Conditions(Model):
    """For which projects something counts: the id of each question that matters, with the ids of the answers
    for which it counts. What is not named does not matter.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[Listed[Slug], Field(min_length=1)]]

    @property
    def answers(self) -> dict[str, tuple[str, ...]]:
        """The answers by question."""
        return dict(self.__pydantic_extra__)

    def __str__(self) -> str:
        """Return them on one line, as a cell of a table holds them: `question: answer, answer`."""
        return "; ".join(f"{question}: {', '.join(answers)}" for question, answers in self.answers.items())


def applies(conditions: Answers, profile: Answers) -> bool:
    """Tell whether a record counts for a project.

    `conditions` belong to the record, and `profile` holds the answers of the team. A question without an
    answer rules nothing out.
    """
    return all(
        not (given := profile.get(question)) or not set(given).isdisjoint(answers)
        for question, answers in conditions.items()
    )


def proposed(conditions: Answers | None, profile: Answers) -> bool:
    """Tell whether a way to do less is proposed to a project.

    Nobody judged it where there are no conditions. A question without an answer speaks against it, because
    nothing is left out on a guess.
    """
    return (
        conditions is not None
        and bool(conditions)
        and all(
            not set(profile.get(question, ())).isdisjoint(answers) for question, answers in conditions.items()
        )
    )


def conditions_of(record: BaseModel, about: str = "") -> dict[str, tuple[str, ...]]:
    """Return the conditions of a record, or of a part of one, by question.

    `about` is the question that the field `functions` answers, where a handbook asks it.
    """
    own: Conditions | None = getattr(record, "applies_to", None)
    functions: tuple[str, ...] = getattr(record, "functions", ())
    shared = {about: functions} if about and functions else {}
    return {**shared, **(own.answers if own else {})}


def conditions_in(group: BaseModel, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Conditions]]:
    """Yield the conditions in a record and in the groups inside it, each with its field path."""
    for name, written in _leading_to_conditions(type(group)):
        value = getattr(group, name)
        here = (*path, written)
        several = isinstance(value, tuple)
        for index, item in enumerate(value if several else (value,)):
            place = (*here, index) if several else here
            if isinstance(item, Conditions):
                yield place, item
            elif isinstance(item, BaseModel):
                yield from conditions_in(item, place)


@cache
def _leading_to_conditions(cls: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields that hold conditions, or groups with conditions inside, each as it is written in
    files.
    """
    return tuple(
        (name, info.alias or name)
        for name, info in cls.model_fields.items()
        if any(
            issubclass(inner, Conditions) or _leading_to_conditions(inner)
            for inner in inner_models(info.annotation)
        )
    )


def _read(value: Any) -> Any:
    """Read conditions that are written on one line, as a cell of a table holds them."""
    if not isinstance(value, str):
        if isinstance(value, dict) and not value:
            raise PydanticCustomError("no_conditions", "at least one question is needed here")
        return value
    parts = [part.partition(":") for part in value.split(";") if part.strip()]
    if not parts or not all(colon and question.strip() for question, colon, _ in parts):
        raise PydanticCustomError("conditions", "a question, a colon and its answers belong here")
    return {
        question.strip(): [answer.strip() for answer in answers.split(",")] for question, _, answers in parts
    }


# A field for conditions.
Applies = Annotated[Conditions, BeforeValidator(_read, json_schema_input_type=Conditions | str)]
MEANING = (
    "For which projects it counts: the id of each question that matters, from `content/questions.yml`, with "
    "the ids of its answers. Leave it out when it counts for all."
)
FORM = "{a-question: [an-answer]}"
