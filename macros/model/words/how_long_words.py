"""The words of the page that shows how long moves took elsewhere, and how much they cost."""

from __future__ import annotations

from macros.model.fields import Model, Text, field, label


class QuestionWords(Model):
    """One question of the page."""

    title: Text = label("Its heading.")
    counts: Text = label("What is counted, from where to where.")


class HowLongWords(Model):
    """The page of dated cases."""

    to_live: QuestionWords = field("From the decision to the first use.")
    late: QuestionWords = field("From the first planned date to the first use.")
    in_use: QuestionWords = field("From the first use to the end.")
    cost: QuestionWords = field("The final cost beside the planned cost.")
    read: Text = label("How to read the dots.")
    n: Text = label("How many cases there are.", "n")
    none: Text = label("When there is no case.")
    base_rate: Text = label("Heading: what published studies found.")
    too_few: Text = label("When there are too few cases to say more.")
    median: Text = label("Where the median lies.", "low", "high")
    interval: Text = label("The interval of the median.", "least", "most", "sure")
    months: Text = label("A length in months.", "n")
    times: Text = label("A final cost as a multiple of the planned cost.", "n")
    range: Text = label("From the least to the most that a length may be.", "least", "most")
    planned_final: Text = label("The two sums of a case.", "planned", "final")
    sum: Text = label("A sum in millions.", "currency", "n")
    budget: Text = label("Heading: planned and final cost.")
    planned: Text = label("Label: the planned cost.")
    final: Text = label("Label: the final cost.")
    lean: Text = label("Heading: how the sample is biased.")
    leans: tuple[Text, ...] = field("How the sample is biased, one reason in each entry.")
