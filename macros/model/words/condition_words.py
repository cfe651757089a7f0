"""Words of conditions: for which projects something counts, and when it is proposed to do less."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class ConditionWords(Model):
    """Words of conditions, and of ways to do less."""

    condition_only: Text = label("For what counts only for some projects.", "conditions")
    condition_and: Text = label("Between two conditions.")
    condition_or: Text = label("Between two answers that are both right.")
    condition_proposed: Text = label("For a way to do less, when it is proposed.", "conditions")
    condition_never: Text = label("For an activity that nobody should leave out.")
    condition_join: Text = label("Before the activity to join another with.")
    rule_unnamed: Text = label("Before a rule, where no question of this handbook tells whom it binds.")
    rule_if: Text = label("After whom a rule binds, where it has other conditions too.", "conditions")
    rule_checked: Text = label("When somebody last read a rule.", "date")
    condition_judged: Text = label("Who judged the ways to do less.")
    matters_most: Text = label("Heading: the activities of a phase that matter most.")
    matters_note: Text = label("How these activities were chosen.")
