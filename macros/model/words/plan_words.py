"""The words of the plan that a reader makes."""

from __future__ import annotations

from typing import Literal

from macros.model.fields import Listed, Model, Text, field, label
from macros.model.words.groups import WordGroup

Standing = Literal["late", "now", "open", "later", "done"]


class StandingLabels(WordGroup[Standing]):
    """States of an activity on a day, a word for each of: {values}."""


class PlanColumns(Model):
    """The columns of the plan, on its page and in its files."""

    number: Text = label("Column: the number of an activity.")
    phase: Text = label("Column: the phase.")
    activity: Text = label("Column: the activity.")
    lead: Text = label("Column: the role that leads.")
    owner: Text = label("Column: who has that role in the reader's project.")
    start_from: Text = label("Column: the first day on which it can start.")
    start_by: Text = label("Column: the last day on which it can start.")
    end_by: Text = label("Column: the last day on which it can end.")
    slack: Text = label("Column: the days by which it can start later.")
    chain: Text = label("Column: whether it belongs to the longest chain.")
    state: Text = label("Column: its state today.")
    late: Text = label("Column: by how many days it is late.")


class PlanWords(Model):
    """The page where a reader plans, and the files that come from it."""

    without_script: Text = label("In place of the fields, where scripts are off.")
    by_command: Text = label("Which command counts the same.")
    rules: Text = label("Heading over the rules of the plan.")
    rule_live: Text = label("The rule about the go-live.", "phase")
    rules_more: Listed[Text] = label("The other rules, each in an entry of its own.")
    go_live: Text = label("Label: the date of the go-live.")
    live: Text = label("The go-live, in the picture and in calendars.")
    go_live_why: Text = label("Label: why the go-live is on that day.")
    go_live_wrong: Text = label("When the go-live is no date that can be planned with.")
    lengths: Text = label("Heading over the lengths of phases.")
    lengths_hint: Text = label("How to fill them in.")
    weeks: Text = label("After a length.")
    length_of: Text = label("The label of a length, for screen readers.", "phase")
    length_wrong: Text = label("When a length is no number that can be planned with.", "phase")
    cases_few: Text = label("When too few dated cases are known.", "n")
    cases_none: Text = label("When no dated case is known.")
    cases: Text = label("The range of dated cases.", "n", "least", "most", "low", "high")
    cases_heading: Text = label("Heading over the dated cases.")
    cases_intro: Text = label("What the dated cases are, and are not.")
    cases_lasted: Text = label("Column: how long a phase lasted.")
    cases_to_live: Text = label("Column: how long it was from the first dated moment to the go-live.")
    avoid: Text = label("Heading over the times to avoid.")
    avoid_hint: Text = label("What they are for.")
    avoid_from: Text = label("Label: the first day to avoid.")
    avoid_to: Text = label("Label: the last day to avoid.")
    avoid_why: Text = label("Label: why.")
    avoid_add: Text = label("The button that adds a time.")
    avoid_wrong: Text = label("When the two days are missing or in the wrong order.")
    remove: Text = label("The button that removes an entry.", "what")
    removed: Text = label("Announced after that.", "what")
    pay_days: Text = label("Heading over the pay days.")
    pay_days_hint: Text = label("What they are for.")
    pay_day_each: Text = label("Label: the day of each month.")
    pay_day_last: Text = label("The choice of the last working day.")
    pay_day_add: Text = label("The button that adds the pay days.")
    pay_day_clear: Text = label("The button that removes them.")
    pay_days_are: Text = label("How many pay days are known.", "n", "first", "last")
    nothing_yet: Text = label("When the go-live or the lengths are missing.")
    summary: Text = label("The plan in one line.", "activities", "first", "last")
    summary_late: Text = label("How many are late.", "n")
    summary_none_late: Text = label("When none is late.")
    summary_chain: Text = label("How many belong to the longest chain.", "n")
    needs: Text = label("Heading over what needs the reader.")
    clash: Text = label("When the go-live is in a time to avoid.", "date", "why")
    clash_pay: Text = label("When the go-live is a pay day.", "date")
    clash_free: Text = label("The nearest free days.", "before", "after")
    clash_kept: Text = label("Why the team keeps a go-live that clashes.", "why")
    other_live: Text = label(
        "Another go-live, from a file that was opened, before the link to choose one.", "date"
    )
    other_choose: Text = label("The link to choose one of them.")
    late_one: Text = label("After the title of an activity that is late.", "end", "days")
    late_chain: Text = label("When it has no slack.")
    late_more: Text = label("When more are late than are listed.", "n")
    moved: Text = label("What a change moved.", "activities", "first")
    moved_nothing: Text = label("When it moved nothing.")
    missing: Text = label("Phases without dates.", "phases")
    cut: Text = label("How many activities the reader's project leaves out.", "activities")
    files: Text = label("Before the files of the plan.")
    file_xlsx: Text = label("The button for an Excel workbook.")
    file_ods: Text = label("The button for an OpenDocument spreadsheet.")
    file_csv: Text = label("The button for CSV.")
    file_ics: Text = label("The button for a calendar.")
    file_project: Text = label("The button that saves the project.")
    picture: Text = label("Heading over the picture.")
    picture_about: Text = label("What the picture shows, for screen readers.")
    key_chain: Text = label("Key: the longest chain.")
    key_window: Text = label("Key: the latest time.")
    key_slack: Text = label("Key: slack.")
    key_late: Text = label("Key: late.")
    key_done: Text = label("Key: done.")
    key_avoid: Text = label("Key: a time to avoid.")
    today: Text = label("Key: today.")
    months: Text = label("Heading over the list by month.")
    month_entry: Text = label("One entry of that list.", "start", "end")
    table: Text = label("Heading over the table.")
    table_note: Text = label("What the table shows before dates are known.")
    phase_dates: Text = label("When a phase is.", "first", "last")
    chain: Text = label("The longest chain.", "activities", "numbers")
    no_slack: Text = label("When an activity has no slack.")
    owe_link: Text = label("Link from the page of hand-overs to the plan.")
    owe_month: Text = label("Heading over the hand-overs of this month.")
    owe_none: Text = label("When nothing is handed over this month.")
    owe_line: Text = label("After the product of a hand-over.", "giver", "taker", "end", "state")
    owe_due: Text = label("When a hand-over is due.", "end", "state")
    owe_needed: Text = label("When the next activity needs it.", "start")
    yes: Text = label("In the column of the longest chain.")
    columns: PlanColumns = field("The columns of the plan.")
    standings: StandingLabels = field("States of an activity.")
