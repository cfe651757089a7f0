"""Groups of words that follow the model: one field for each value, or for each field, that content can
hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Generic, TypeVar, get_args

from pydantic import BaseModel, create_model

from macros.model.fields import Model, Text, label

Source = TypeVar("Source")


class GeneratedGroup(Model):
    """A group that takes its fields from what it is subscripted with: a `Literal`, or a model.

    The docstring of a subclass may say `{values}`, which is replaced by the names of its fields as content
    writes them.
    """

    values: ClassVar[tuple[str, ...]] = ()

    def __class_getitem__(cls, sources: Any) -> Any:
        """Return a base class with a field for each value that `sources` name."""
        values = tuple(dict.fromkeys(_values(sources)))
        fields = {value.replace("-", "_"): cls.field_for(value) for value in values}
        group: Any = create_model(cls.__name__, __base__=cls, __module__=cls.__module__, **fields)
        group.values = values
        return group

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Name the values in the docstring, which schemas and the reference page show."""
        cls.__doc__ = (cls.__doc__ or "").replace("{values}", ", ".join(cls.values))

    @classmethod
    def field_for(cls, value: str) -> Any:
        """Return the type and the field for one value, as `create_model` takes them."""
        raise NotImplementedError


class WordGroup(GeneratedGroup, Generic[Source]):
    """A label for each value of a `Literal`, as in `class SeverityLabels(WordGroup[Severity])`."""

    def __getitem__(self, value: str) -> str:
        """Return the label of a value. Raises AttributeError where the model does not know the value."""
        label: str = getattr(self, value.replace("-", "_"))
        return label

    @classmethod
    def field_for(cls, value: str) -> Any:
        """Return one label, under the value as content writes it."""
        return Text, label(f"The word for `{value}`.", alias=value)


def _values(sources: Any) -> Iterator[str]:
    for source in sources if isinstance(sources, tuple) else (sources,):
        if isinstance(source, type) and issubclass(source, BaseModel):
            yield from source.model_fields
        else:
            yield from get_args(source)
