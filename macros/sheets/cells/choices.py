"""Names: what is in a cell for an id or a word of the handbook, both ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from macros.loading.handbook import Handbook
from macros.model.fields import Ref, StepRef
from macros.model.words.groups import WordGroup
from macros.model.words.labels import Labels
from macros.sheets.cells.leaves import Leaf
from macros.sheets.cells.likeness import Match, likest, plain

# Kinds that people know by name. Other records are written as ids, which stay when a title changes.
BY_NAME = ("phase", "workstream", "function", "activity", "side", "stage")
MOST_MISSES = 300  # texts that fit nothing; after so many, only exact names are known
Spellings = Mapping[str, tuple[str, ...]]


class Names:
    """The names of everything that a cell may point to, in one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.labels: Labels = handbook.site.labels
        self._spelt: dict[object, Spellings] = {}
        self._matched: dict[tuple[object, str], Match] = {}
        self._plain: dict[object, set[str]] = {}
        self._misses: Counter[object] = Counter()

    def spellings(self, leaf: Leaf) -> Spellings:
        """Return every id or word that the leaf may hold, with the ways to write it, its best name first."""
        key = _key(leaf)
        if key not in self._spelt:
            self._spelt[key] = self._words(leaf.words) if leaf.words else self._records(str(key), leaf)
        return self._spelt[key]

    def match(self, leaf: Leaf, text: str) -> Match:
        """Return what the text means in this leaf. An id, typed exactly, is always that id."""
        spelt = self.spellings(leaf)
        key = _key(leaf)
        if text in spelt:
            return Match(text, 100.0)
        if self._misses[key] > MOST_MISSES and not self.holds(leaf, text):
            return Match()
        if (key, text) not in self._matched:
            match = likest(text, spelt, self._kind_words.get(str(key), ()))
            self._matched[key, text] = match
            self._misses[key] += not match.id
        return self._matched[key, text]

    def holds(self, leaf: Leaf, text: str) -> bool:
        """Return whether the text is one of the names, but for its case, accents and signs."""
        key = _key(leaf)
        if key not in self._plain:
            spelt = self.spellings(leaf)
            self._plain[key] = {plain(name) or name for names in spelt.values() for name in (*names, *spelt)}
        return (plain(text) or text.strip()) in self._plain[key]

    def written(self, leaf: Leaf, value: str) -> str:
        """Return how a value is written in a cell: by its name if that leads back to it, or as it is."""
        if isinstance(leaf.mark, StepRef):
            activity, sign, step = value.partition("#")
            return self._named(leaf, activity) + (f" {sign}{step}" if sign else "")
        if leaf.words or (isinstance(leaf.mark, Ref) and leaf.mark.kind in BY_NAME):
            return self._named(leaf, value)
        return value

    def title(self, leaf: Leaf, value: str) -> str:
        """Return what a value is called when people are told about it."""
        return next(iter(self.spellings(leaf).get(value, ())), value)

    def _named(self, leaf: Leaf, value: str) -> str:
        best = self.title(leaf, value)
        return (
            best
            if best == best.strip()
            and not set(best) & set("#\n")
            and self.match(leaf, best) == Match(value, 100.0)
            else value
        )

    def _words(self, words: tuple[str, ...]) -> Spellings:
        group = next(
            (
                shown
                for shown in vars(self.labels).values()
                if isinstance(shown, WordGroup)
                and {info.alias for info in type(shown).model_fields.values()} == set(words)
            ),
            None,
        )
        shown = {word: group[word] if group else word for word in words}
        more = self.labels.sheets.values
        return {
            word: (shown[word], word, shown[word].partition(":")[0], *getattr(more, word, ()))
            for word in words
        }

    def _records(self, kind: str, leaf: Leaf) -> Spellings:
        also = leaf.mark.also if isinstance(leaf.mark, Ref) else ()
        if kind == "*":
            return {
                f"{record.kind}/{record.id}": (record.title,)
                for records in self.handbook.records.values()
                for record in records.values()
            }
        return {
            record.id: tuple(filter(None, (record.title, record.id, getattr(record, "short", None))))
            for record in self.handbook.all(kind)
        } | {word: (word,) for word in also}

    @cached_property
    def _kind_words(self) -> dict[str, set[str]]:
        """Return the words for a kind, which say nothing beside the name of a record: a phase called X is
        also `phase X` and `X phase`.
        """
        kinds = self.labels.kinds.model_dump(by_alias=True)
        many = self.labels.kinds_many.model_dump(by_alias=True)
        return {
            kind: {kind, f"{kind}s", *plain(kinds[kind]).split(), *plain(many[kind]).split()}
            for kind in kinds
        }


def _key(leaf: Leaf) -> object:
    """Return what tells the choices of a leaf apart from others: its words, or the kind that it points to."""
    return leaf.words or (leaf.mark.kind if isinstance(leaf.mark, Ref) else "activity")
