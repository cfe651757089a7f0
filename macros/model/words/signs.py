"""Words beside signs: the number of a phase, what a long page holds."""

from __future__ import annotations

from macros.model.fields import Model, Text, field


class SignWords(Model):
    """Words beside signs, and around long pages."""

    on_this_page: Text = field(
        "Before the links to the parts of a long page. It is the name of these links for screen readers too.",
        "On this page",
    )
    phase_number: Text = field("A phase by its number. {n} and {all} are replaced.", "Phase {n} of {all}")
    accessibility: Text = field(
        "Link to the accessibility statement, at the foot of every page.", "Accessibility"
    )
