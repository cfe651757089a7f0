"""Following: what the files of both folders mean today, once ids are the newest and hidden records are left
out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.loading import hiding
from macros.loading.document import Document
from macros.loading.layers import Layers
from macros.loading.overlay import Key
from macros.loading.problem import Problem
from macros.loading.renames import renamed
from macros.model import KINDS
from macros.model.hidden import HiddenRecord


@dataclass(frozen=True)
class Followed:
    """The files to check, by kind and id, and which of them are hidden, with the reason."""

    documents: Mapping[Key, Document]
    hidden: Mapping[Key, HiddenRecord] = field(default_factory=dict)


def followed(layers: Layers) -> tuple[Followed, list[Problem]]:
    """Let references follow renames, and take out references to what the team hides."""
    local = layers.local
    if local is None:
        return Followed(layers.documents), []
    chosen, problems = hiding.chosen(layers, local)
    hidden = {key: entry for key, entry in chosen.items() if key in layers.documents}
    documents: dict[Key, Document] = {}
    for key, original in layers.documents.items():
        kind, name = key
        document, wrong = renamed(KINDS[kind], original, layers, local)
        problems += wrong
        if key not in hidden:
            document, wrong = hiding.without(KINDS[kind], name, document, hidden.keys(), local)
            problems += wrong
        documents[key] = document
    return Followed(documents, hidden), problems
