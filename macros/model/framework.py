"""The framework itself: layers, routes, stages, sides, functions, and the order of phases and workstreams."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.model.base import Evidence, Record
from macros.model.fields import Listed, Markdown, Model, Ref, Slug, Text, Title, WebAddress, When, field
from macros.model.sections import MenuSection

Shape = Literal["circle", "square", "diamond", "triangle"]
Counted = Literal["to_live", "late", "in_use", "cost"]


class Part(Record):
    """A part of the framework that is written in `framework.yml`."""

    id: Slug = field("The id that other records use.")
    title: Title = field("Its name on the screen.")
    # A part needs no summary. The checker is right that readers of any `Record` must not rely on one: none
    # does.
    summary: Text | None = field("One sentence that says what it is.", default=None)  # type: ignore[assignment]


class Layer(Part):
    """A layer of the framework: a group of the parts of the site."""

    kind: ClassVar[str] = "layer"
    sections: Listed[MenuSection] = field(
        "The parts of the site that belong to this layer, the first being where the layer starts.",
        min_length=1,
    )


class Route(Part):
    """A way through the handbook for one kind of reader."""

    kind: ClassVar[str] = "route"
    layer: Annotated[Slug, Ref("layer")] = field("The layer that this reader starts in.")
    side: Annotated[Slug, Ref("side")] | None = field(
        "The side that this reader works for. Only the activities that it leads belong to the route.",
        default=None,
    )
    reader: Text = field("Who takes this route.")
    start: Markdown = field(
        "Where to start: a Markdown link to a page of the handbook.", "[The map](/navigate.md)"
    )
    steps: Listed[Markdown] = field(
        "What to read next, in order, each with its link.", ["[The map](/navigate.md)"], ()
    )
    phases: Listed[Annotated[Slug, Ref("phase")]] = field(
        "The phases that matter most to this reader. The map filters by them."
    )


class Stage(Part):
    """A group of phases, in order."""

    kind: ClassVar[str] = "stage"


class Side(Part):
    """A party that leads work, told apart by colour and shape."""

    kind: ClassVar[str] = "side"
    shape: Shape = field("The shape that marks it, so that colour is never the only sign.")


class Function(Part):
    """One of the things that the work is about, such as a service. The map can be filtered by them."""

    kind: ClassVar[str] = "function"


class Edition(Model):
    """An edition of the content, by its day. What was added or noted up to that day belongs to it."""

    id: Text = field("Its name, as readers quote it.", "2026.1")
    date: When = field("The day it was published.", "2026-12-01")
    summary: Markdown = field("What it brings to readers of the edition before.")


class BaseRate(Evidence):
    """What a published study of other projects found, to hold beside our own cases."""

    about: Counted = field(
        "The question on the page of dated cases that it answers: `to_live`, `late`, `in_use` or `cost`."
    )


class Framework(Record):
    """The framework as a whole: its layers, routes and sides, and the order of its parts."""

    kind: ClassVar[str] = "framework"
    edition: Text = field("The edition of the content, as readers quote it.", "2026.1")
    editions: tuple[Edition, ...] = field(
        "Every edition so far. The list of changes is made by them.", default=()
    )
    about: Markdown = field("What the framework is and is not, in a few sentences.")
    licence: Text = field("The licence of the handbook's own text.")
    licence_url: WebAddress = field("The address of the licence.", "https://example.org/licence")
    credit: Markdown = field("Whom to credit, and for what.")
    layers: tuple[Layer, ...] = field("The layers, in order. They frame the home page and the footer.")
    menu: tuple[MenuSection, ...] = field(
        "The parts of the site that the main menu names, in order. Left out, it names the layers.", default=()
    )
    routes: tuple[Route, ...] = field("The routes, in order. They are the doors of the home page.")
    stages: tuple[Stage, ...] = field("The stages, in order.")
    sides: tuple[Side, ...] = field("The parties that lead work, in the order of the map.")
    functions: tuple[Function, ...] = field("What the work is about, in the order of the filters.")
    phases: tuple[Annotated[Slug, Ref("phase")], ...] = field("All phases, in order.", min_length=1)
    workstreams: tuple[Annotated[Slug, Ref("workstream")], ...] = field(
        "All workstreams, in the order of the map.", min_length=1
    )
    base_rates: tuple[BaseRate, ...] = field(
        "Published findings about other projects, shown beside the dated cases.", default=()
    )
    key_migration: Annotated[Slug, Ref("migration")] | None = field(
        "The migration whose timeline is on the home page.", default=None
    )
