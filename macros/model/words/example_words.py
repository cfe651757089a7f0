"""Words for the worked example."""

from __future__ import annotations

from macros.model.fields import Model, Text, Title, label


class ExampleWords(Model):
    """The worked example: products filled in for an invented organisation."""

    invented: Text = label("The mark on every page of the example, in bold.")
    invented_text: Text = label("After the mark: what it means.")
    version: Text = label("Label: the version of a document.")
    state: Text = label("Label: the state of a document.")
    date: Text = label("Label: the day of a version.")
    facts: Text = label("Heading: the facts that the documents share.")
    facts_text: Text = label("Under that heading.")
    take: Text = label("Heading over the files of an example.")
    about: Title = label("Heading in such a file: where it comes from.")
    about_text: Text = label("Where it comes from.", "title", "edition", "licence")
    see: Text = label("Link from a product to the example that fills it in.")
    specimens: Text = label("Heading: public documents of the same kind elsewhere.")
    nothing: Text = label("On the page of the example, where a handbook has none.")
    yes: Text = label("The cell of a table that says yes.")
    no: Text = label("The cell of a table that says no.")
