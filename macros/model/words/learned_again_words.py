"""The words of the page that shows what more than one organisation learned."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class LearnedAgainWords(Model):
    """The page of lessons that were learned again and again."""

    counts: Text = label("How the organisations are counted.")
    years: Text = label("The first and the last year in which a lesson was learned.", "first", "last")
    none: Text = label("When no lesson has been learned by a second organisation.")
