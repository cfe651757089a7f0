"""Words beside signs: the number of a phase, what a long page holds."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class SignWords(Model):
    """Words beside signs, and around long pages."""

    on_this_page: Text = label(
        "Before the links to the parts of a long page. It is the name of these links for screen readers too."
    )
    phase_number: Text = label("A phase by its number.", "n", "all")
    accessibility: Text = label("Link to the accessibility statement, at the bottom of every page.")
