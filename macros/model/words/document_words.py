"""Words for products as files to take: on their pages, and inside the files."""

from __future__ import annotations

from macros.model.fields import Model, Text, Title, field, label
from macros.model.product import DocumentFormat, SectionKind
from macros.model.words.groups import WordGroup


class SectionKindLabels(WordGroup[SectionKind]):
    """A word for each of: {values}."""


class DocumentFormatLabels(WordGroup[DocumentFormat]):
    """A word for each of: {values}."""


class DocumentWords(Model):
    """Products as files to take: on their pages, and inside the files."""

    section_kinds: SectionKindLabels = field("What a section of a product consists of.")
    columns: Text = label("Before the columns of a table.")
    filled_at: Text = label("Before the step that fills a section.")
    proof: Text = label("Heading: what proves that a thing exists.")
    states: Text = label("Label: the states that a product goes through.")

    take: Text = label("Heading over the files of a product.")
    formats: DocumentFormatLabels = field("The format of a file.")
    file: Text = label("One file of a product.", "format", "suffix", "size")
    tables: Text = label("A file that holds only some tables of a product.", "file", "tables")
    registers: Text = label("In such a file: what it holds.")
    template: Text = label("Before the short links to the files of a product.")
    take_note: Text = label("What the files of a product have in common.")
    clear: Text = label("Heading: how to delete all prompts.")
    clear_docx: Text = label("How to delete them in Word.", "style")
    clear_odt: Text = label("How to delete them in LibreOffice.", "style")
    no_template: Text = label("For a product that is no document.")
    gate: Text = label("Heading over the templates for the gate of a phase.")
    gate_zip: Text = label("The link to all of them as one zip.", "count", "size")
    gate_apart: Text = label("Above the list of them, in a copy that has no such zip.")
    gate_things: Text = label("Before products of that gate that are no documents.")

    left_out: Text = label("In a file that follows a project: what it leaves out, and where all is.", "what")
    place: Text = label("The first line of a file, to be replaced by the names of the team.")
    drafts: Text = label("Label: who writes.")
    checks: Text = label("Label: who checks.")
    versions: Title = label("Heading: versions, with the state of each.")
    version: Title = label("Column: the number of a version.")
    date: Title = label("Column: a date.")
    state: Title = label("Column: the state.")
    changed: Title = label("Column: what changed.")
    by_role: Title = label("Column: by which role.")
    read_first: Title = label("Heading: what to read before.")
    in_state: Title = label("Column: the state in which it is needed.")
    made_in: Title = label("Column: the activities that make it.")
    prompt_style: Title = label("The name of the style of all prompts.")
    to_answer: Text = label("Before the question that a section answers.")
    write_here: Text = label("In the place of a text.")
    choose: Title = label("In the place of a choice.")
    picture_here: Text = label("In the place of a picture.")
    yes: Title = label("A choice.")
    no: Title = label("A choice.")
    questions: Title = label("Heading: lessons as questions.")
    questions_all: Text = label("Above all of them.", "lessons")
    questions_first: Text = label("Above the first of them, where there are more.", "lessons", "n")
    questions_none: Text = label("Where no lesson is about the product.")
    answer: Text = label("Before the answer to a question.")
    sign_off: Title = label("Heading: who agrees.")
    part: Title = label("Column: what a role did.")
    drafted: Title = label("It wrote the document.")
    checked: Title = label("It checked the document.")
    approved: Title = label("It agreed to the document.")
    signature: Title = label("Column: a signature.")
    about: Title = label("Heading: where the template comes from.")
    about_text: Text = label("Where the template comes from.", "title", "edition", "licence")
    page_of: Text = label("The number of a page, at the bottom.", "n", "all")
    texts: Title = label("The name of the sheet with all that is no table.")
