"""What pages say where a team's own folder lies over the handbook that it follows."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class OverlayWords(Model):
    """Who a page comes from, and what is left out."""

    from_original: Text = label("At the foot of a page of the handbook that is followed.", "who")
    from_added: Text = label("At the foot of a page of the team's own.", "who")
    from_replaced: Text = label("At the foot of a page that stands in place of another.", "who", "original")
    left_out: Text = label("On the page of a record that is left out.")
    left_out_why: Text = label("Before the reason why it is left out.")
    left_out_next: Text = label("Before the link to the list that the record would stand in.")
