"""What pages ask of the files of products: which there are, and how large each is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from macros.model import Example, Phase, Product


class File(Protocol):
    """A file to take: its path on the site, its format, its size in bytes, and the tables that it holds,
    where it holds no more than these.
    """

    @property
    def path(self) -> str: ...  # noqa: D102

    @property
    def format(self) -> str: ...  # noqa: D102

    @property
    def size(self) -> int: ...  # noqa: D102

    @property
    def tables(self) -> Sequence[str]: ...  # noqa: D102


class Shelf(Protocol):
    """The files of all products, which a room above makes."""

    def of(self, product: Product) -> Sequence[File]:
        """Return the files of a product."""

    def of_example(self, example: Example) -> Sequence[File]:
        """Return the files of an example."""

    def of_pack(self, phase: Phase) -> Sequence[File]:
        """Return the files of the gate pack of `phase`."""

    def of_gate(self, phase: Phase) -> File | None:
        """Return the zip for the gate of `phase`, if there is one."""


class NoShelf:
    """Where pages are only checked, there are no files."""

    def of(self, product: Product) -> Sequence[File]:  # noqa: ARG002
        """Return no file."""
        return ()

    def of_example(self, example: Example) -> Sequence[File]:  # noqa: ARG002
        """Return no file."""
        return ()

    def of_pack(self, phase: Phase) -> Sequence[File]:  # noqa: ARG002
        """Return no file."""
        return ()

    def of_gate(self, phase: Phase) -> File | None:  # noqa: ARG002
        """Return no file."""
        return None
