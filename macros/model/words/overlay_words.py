"""What pages say where a team's own folder lies over the handbook that it follows."""

from __future__ import annotations

from macros.model.fields import Model, Text, field


class OverlayWords(Model):
    """Who a page comes from, and what is left out."""

    from_original: Text = field(
        "At the foot of a page of the handbook that is followed. {who} is replaced.",
        "This page comes from {who}.",
    )
    from_added: Text = field(
        "At the foot of a page of the team's own. {who} is replaced.", "This page was added by {who}."
    )
    from_replaced: Text = field(
        "At the foot of a page that stands in place of another. {who} and {original} are replaced.",
        "{who} wrote this page in place of the one by {original}.",
    )
    left_out: Text = field("On the page of a record that is left out.", "This handbook leaves this page out.")
    left_out_why: Text = field("Before the reason why it is left out.", "Why:")
    left_out_next: Text = field("Before the link to the list that the record would stand in.", "See instead:")
