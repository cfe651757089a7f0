"""Words for the page that tailors the handbook, and for pages that follow what it says."""

from __future__ import annotations

from macros.model.fields import Model, Text, field, label


class WayWords(Model):
    """Words for one way to do less."""

    button: Text = label("The button that takes it.")
    done: Text = label("What was done, in a list of cuts.")
    announced: Text = label("Announced after that.", "title")
    heading: Text = label("Heading over what can be done so.")


class WaysWords(Model):
    """Words for the ways to do less."""

    drop: WayWords = field("Leave it out.")
    merge: WayWords = field("Merge it.")
    shrink: WayWords = field("Make it smaller.")


class BreakWords(Model):
    """What the page says about each kind of consequence."""

    never: Text = label("The record says never to leave it out.", "title")
    input: Text = label("Nobody makes a product any more.", "title")
    criterion: Text = label("A criterion has no evidence left.", "title")
    weaker: Text = label("A criterion has less evidence.", "title")
    merge: Text = label("An activity was merged into one that is lost.", "title")
    lessons: Text = label("Lessons warn of a cut.", "title", "n")
    skipped: Text = label("What happens without an activity.", "title")


class TailoringWords(Model):
    """The page that tailors the handbook to one project."""

    without_script: Text = label("What the page offers, for readers without scripts.")
    judgement: Text = label("That proposals are our judgement.")
    questions: Text = label("Heading over the questions.")
    several: Text = label("When more than one answer may be picked.")
    unknown: Text = label("The answer of a team that does not know yet.")
    status: Text = label("How much stays, and what is cut.", "stays", "all", "cut", "open")
    does_not_apply: Text = label("How many activities do not apply.", "n")

    proposed: Text = label("Heading over what is proposed.")
    proposed_note: Text = label("Under that heading.")
    nothing_proposed: Text = label("When nothing is proposed.")
    more: Text = label("The button that shows the rest of a list.", "n")
    ways: WaysWords = field("Ways to do less.")
    way: Text = label("The choice of a way.")
    keep: Text = label("The button, and the choice, that keeps an activity whole.")
    kept: Text = label("Announced after that.", "title")

    cuts: Text = label("Heading over what is cut.")
    no_cuts: Text = label("When nothing is cut.")
    reason: Text = label("The reason for a cut.")
    allowed: Text = label("A cut that the record proposes to this project.")
    silent: Text = label("A cut of which the record says nothing for this project.")
    against: Text = label("A cut that the record speaks against.")

    by_hand: Text = label("Heading over all activities, to be cut by hand.")
    by_hand_note: Text = label("Under that heading.")

    breaks: Text = label("Heading over what the cuts break.")
    breaks_note: Text = label("Under that heading.")
    no_breaks: Text = label("When nothing is broken.")
    no_breaks_caution: Text = label("What that does not mean.")
    said: BreakWords = field("Kinds of consequence.")
    needed_by: Text = label("Before the activities that need something.")
    evidence_left: Text = label("How much evidence is left.", "left", "all")
    because: Text = label("Before the cuts that cause it.")
    because_out: Text = label("Said of a cause that does not apply.")
    open: Text = label("A consequence that nobody has accepted.")
    accept_because: Text = label("The field for the reason.")
    accept: Text = label("The button that accepts.")
    accept_why: Text = label("When the reason is missing.")
    accepted: Text = label("A consequence that was accepted.", "day")
    accepted_because: Text = label("Before the reason.", "reason")
    accepted_before: Text = label("What was accepted when less was broken.", "reason")
    change: Text = label("The button that takes the acceptance back.")
    changed: Text = label("Announced after that.")

    record: Text = label("The title of the printed record.", "title", "edition")
    print: Text = label("The button that prints the record.")
    file: Text = label("Link to the page about the project, where the file is.")
    command: Text = label("How to make a local handbook of it.")

    not_in_project: Text = label("After a link to what the project leaves out.")
    follows: Text = label("What a page hides, at its top.", "n")
    shows_all: Text = label("The same while everything is shown.", "n")
    files_follow: Text = label("Beside files to take: how to get files that follow the project.")
    show_all: Text = label("The button that shows everything.")
    hide_again: Text = label("The button that hides it again.")
    this_is_out: Text = label("On the page of a record that does not apply.")
    this_is_cut: Text = label("On the page of an activity that is cut.", "way", "reason")
    only_about_cuts: Text = label(
        "Why a product or a lesson is hidden that belongs only to what is left out."
    )
    lead_to: Text = label("Link to the page that tailors.")
