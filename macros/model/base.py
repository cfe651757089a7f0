"""What every record has, and the parts that several kinds share."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.fields import (
    Fingerprint,
    Listed,
    Markdown,
    Model,
    Ref,
    Slug,
    Text,
    Title,
    TrueFalse,
    WebAddress,
    When,
    field,
)

ReadLevel = Literal["whole", "part", "secondary"]


class Record(Model):
    """Anything addressable in `content/`: one YAML file whose name is its id."""

    kind: ClassVar[str]
    folder: ClassVar[str] = ""
    pages: ClassVar[str] = ""  # the folder of its pages, where that is not the folder of its files
    # What a kind declares for all the rest. Its records are shown by the field `sorted_by`, or in the order
    # in which the field `listed_in` of the framework names them.
    sorted_by: ClassVar[str] = "title"
    listed_in: ClassVar[str] = ""
    # Whether two records may have the same title, and whether one may nearly have it.
    same_titles: ClassVar[bool] = False
    near_titles: ClassVar[bool] = False

    id: Slug = field(
        "The file name without `.yml`. It is never written in the file and never used again for another "
        "record.",
        exclude=True,
        json_schema_extra={"injected": True},
    )
    title: Title = field("What this is called, in at most 120 characters.")
    summary: Text = field(
        "One sentence that says what this is. It is shown under the title, in lists and in search results."
    )
    formerly: Listed[Slug] = field(
        "Ids that this record had before, the oldest first. "
        "The site sends readers of the old addresses here.",
        default=(),
    )


class Note(Model):
    """What happened to a record on one day."""

    date: When = field("The day, or as exactly as it is known.", "2026-12-01")
    what: Text = field("What changed and why, in one or two sentences.")


class Filed(Record):
    """A record with a file and a page of its own."""

    added: When | None = field(
        "The day it was added. Leave it out for what the first edition held.", "2026-12-01", None
    )
    notes: tuple[Note, ...] = field(
        "What readers of an earlier edition must know of it, each with its day. "
        "They are shown at the bottom of its page, in the list of changes, and in the feeds.",
        default=(),
    )
    replaces: TrueFalse | None = field(
        "Write true in a record of your local folder, `content/local/`, that replaces one of the same id in "
        "the original handbook.",
        default=None,
    )
    original: Fingerprint | None = field(
        "In a record that replaces one of the original handbook: a mark of the text that it replaced, which "
        "`handbook replace` writes. The check says so when the original has changed since.",
        "3f9c2a1b7d04",
        None,
    )
    draft: TrueFalse | None = field(
        "Write true while the record is unfinished. It stays off the site, and its errors stop nothing.",
        default=None,
    )


class Called(Filed):
    """A record that people know by other names too."""

    also: Listed[Text] = field(
        "Other names that people use for it, such as an abbreviation. Its page shows them, and the search "
        "finds it by them.",
        default=(),
    )


class Evidence(Model):
    """One fact that a record is based on, with the source that gives it."""

    source: Annotated[Slug, Ref("source")] = field("The source, by id.")
    where: Text | None = field("Paragraph, page or section, when it is known.", default=None)
    says: Markdown = field("The fact in our own words, with its exact figures.")
    read: ReadLevel | None = field(
        "How this fact was read, where that differs from the source as a whole: `whole`, `part`, or "
        "`secondary` (somebody else's account, shown “as reported by”).",
        default=None,
    )


PRACTICE = "practice"  # the handbook's own advice, resting on no source


class Basis(Model):
    """Where advice comes from: a source, or `practice`, which is this handbook's own advice."""

    source: Annotated[Slug, Ref("source", also=(PRACTICE,))] = field(
        "A source, by id, or the word `practice` for the handbook's own advice."
    )
    covers: Text | None = field("What of the record is based on it, when that is not all.", default=None)


class Link(Model):
    """A place outside the handbook."""

    title: Title = field("What the reader finds there.")
    url: WebAddress = field("The whole web address.", "https://example.org/")
    good_for: Text | None = field("What it is good for, and how much of it was read.", default=None)
