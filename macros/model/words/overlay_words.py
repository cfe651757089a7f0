"""What pages say where a local handbook adds to the original, replaces it, or hides a part of it."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class OverlayWords(Model):
    """Who a page comes from, and what is left out."""

    from_original: Text = label("At the bottom of a page of the original handbook.", "who")
    from_added: Text = label("At the bottom of a page of the local handbook.", "who")
    from_replaced: Text = label("At the bottom of a page that replaces another.", "who", "original")
    left_out: Text = label("On the page of a record that is left out.")
    left_out_why: Text = label("Before the reason why it is left out.")
    left_out_next: Text = label("Before the link to the list that the record would be in.")
