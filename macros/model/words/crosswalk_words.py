"""The words of the pages that lead to other frameworks and back."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class CrosswalkWords(Model):
    """Other frameworks beside this one."""

    edition: Text = label("Label: the edition of the other framework.")
    checked: Text = label("Label: the day on which the list was checked.")
    reach: Text = label("Label: how far the list goes.")
    complete: Text = label("For a list that has everything it names.")
    in_part: Text = label("For a list that has a part only.")
    cautions: Text = label("Heading: what to know before a reader relies on a number.")
    judged: Text = label("Whose judgement the pairs are, and what they do not say.")
    files: Text = label("Before the links to the files of one crosswalk.")
    to_ours: Text = label("Heading: from the other framework to this one.")
    to_theirs: Text = label("Heading: from this framework to the other.")
    no_ours: Text = label("Heading over parts of theirs without a pair.", "n")
    no_theirs: Text = label("Heading over activities without a pair.", "n")
    untitled: Text = label("For a part whose name could not be read.")
    second_hand: Text = label("For a name that was read in somebody else's account.")
    counted: Text = label("How many parts of the other framework have a pair.", "n", "all")
