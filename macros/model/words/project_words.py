"""Words for a reader's own project: what is kept, saved, opened, merged and cleared, and what has changed."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class ProjectPartWords(Model):
    """What each part of a project is called on its page."""

    profile: Text = label("Answers about the project.")
    cuts: Text = label("Activities that are cut.")
    accepted: Text = label("Consequences that are accepted.")
    ticks: Text = label("What is ticked.")
    notes: Text = label("Notes.")
    states: Text = label("States of products and criteria.")
    owners: Text = label("Owners.")
    plan: Text = label("Dates and lengths.")


class ProjectWords(Model):
    """The page about a reader's own project, and what is said when a file is opened."""

    without_script: Text = label("What the page offers, for readers without scripts.")
    kept: Text = label("Where the project is kept, and what never happens to it.")
    not_kept: Text = label("The same where the browser keeps nothing.")
    empty: Text = label("When nothing has been said yet.")
    parts: ProjectPartWords = label("Words for the parts of a project.")
    holds: Text = label("Heading: what a project holds.")
    more: Text = label("Opens the rest of a long list.", "n")
    save: Text = label("The button that saves the file.")
    saved: Text = label("Announced after that.", "file")
    open: Text = label("The field that opens a file.")
    clear: Text = label("The button that forgets everything.")
    clear_sure: Text = label("Asked before that.")
    cleared: Text = label("Announced after that.")

    aside: Text = label("Heading: a project that could not be read was put aside.")
    aside_note: Text = label("Under that heading: why, and what to do.", "why")
    aside_save: Text = label("The button that saves it.")
    aside_forget: Text = label("The button that forgets it.")
    aside_sure: Text = label("Asked before that.")

    refused_large: Text = label("When a file is too large.")
    refused_kind: Text = label("When a file is no project.")
    refused_newer: Text = label("When a file has another form, such as that of a later edition.")
    refused_twice: Text = label("When a file has a name twice in one place.", "name")
    refused_part: Text = label("When something in a file does not belong there.", "where")
    refused_handbook: Text = label("When a file belongs to another handbook.", "theirs", "ours")
    refused_full: Text = label("When a change does not fit into the file.")

    opened: Text = label("Heading over what a file holds, before it is taken.", "file")
    opened_note: Text = label("Under that heading.", "edition")
    replace: Text = label("The button that takes the file in place of what is there.")
    replaced: Text = label("Announced after that.")
    merge: Text = label("The button that takes both.")
    merged: Text = label("Announced after that.", "n")
    leave: Text = label("The button that takes nothing.")
    left: Text = label("Announced after that.")

    changed: Text = label("Heading over what has changed since the reader wrote.")
    changed_note: Text = label("Under that heading.")
    changed_text: Text = label("A record that says something else now.", "title")
    changed_renamed: Text = label("A record that is called something else now.", "was", "title")
    changed_moved: Text = label("A record that has another address now.", "title")
    changed_gone: Text = label("A record that is no longer there.", "title")
    changed_read: Text = label("The button that says that all this has been read.")
    changed_done: Text = label("Announced after that.")

    differ: Text = label("Heading over what two people have said differently.")
    differ_note: Text = label("Under that heading.")
    differ_mine: Text = label("What the reader has said.", "value")
    differ_theirs: Text = label("What the other file says.", "value")
    differ_why: Text = label("A go-live with the reason for it.", "value", "why")
    differ_go_live: Text = label("What differs: the go-live.")
    differ_length: Text = label("What differs: the length of a phase.", "phase")
    choose_why: Text = label("The field for why a go-live was chosen.")
    keep_mine: Text = label("The button that keeps what the reader has said.")
    take_theirs: Text = label("The button that takes what the other file says.")
    decided: Text = label("Announced after either.", "what")
    nothing_said: Text = label("Where one of two has said nothing.")

    done: Text = label("Beside the box of a step, or of an activity that is done.")
    ready: Text = label("Beside the box of a document.")
    ticked: Text = label("Announced when a box is ticked.", "what")
    unticked: Text = label("Announced when a box is not ticked any more.", "what")
    note: Text = label("The button that opens a note.")
    note_label: Text = label("The field of a note.", "what")
    note_kept: Text = label("Announced when a note is kept.")
    lead_to: Text = label("The link to the page about the project.")
    progress: Text = label("How much of an activity is done.", "n", "all")
    progress_phase: Text = label("How much of a phase is done.", "done", "all", "met", "criteria")

    owners: Text = label("Heading over who has which role.")
    owners_note: Text = label("Under that heading.")
    owners_all: Text = label("Opens the fields of all roles.", "n")
    owner_kept: Text = label("Announced when somebody has a role.", "role")
    owner_gone: Text = label("Announced when nobody has it any more.", "role")

    next: Text = label("Heading over the next things for one role.")
    next_note: Text = label("Under that heading.")
    next_role: Text = label("The field for the role.")
    next_choose: Text = label("Where no role is chosen yet.")
    next_none: Text = label("When nothing is left for the role.")
    next_begun: Text = label("Why: it is begun.", "n", "all")
    next_ready: Text = label("Why: everything that it needs is done.")
    next_waits: Text = label("Why not at once: what it waits for.", "what")
    next_serves: Text = label("Why: others wait for it.", "n")
