"""The words of the gate packs: what a board needs to decide, and the rehearsal before it."""

from __future__ import annotations

from typing import Literal

from macros.model.fields import Model, Text, field, label
from macros.model.words.groups import WordGroup
from macros.model.words.plan_words import PlanWords

CriterionState = Literal["met", "not-yet", "not-tested"]
Answer = Literal["yes", "partly", "no", "not-known"]


class CriterionStateLabels(WordGroup[CriterionState]):
    """States of a criterion, a word for each of: {values}."""


class AnswerLabels(WordGroup[Answer]):
    """What a team answers in a rehearsal, a word for each of: {values}."""


class RehearsalWords(Model):
    """The rehearsal, which asks one question at a time."""

    heading: Text = label("Heading of the rehearsal.")
    intro: Text = label("What it is, and where answers are kept.")
    start: Text = label("The button that starts it.")
    question: Text = label("Where the reader is.", "n", "all")
    what_shows: Text = label("Label: what shows it, or what is missing.")
    what_hint: Text = label("What to write there.")
    save: Text = label("The button that keeps the answer and goes on.")
    back: Text = label("The button that goes back.")
    skip: Text = label("The button that goes on without an answer.")
    stop: Text = label("The button that ends the rehearsal.")
    missing: Text = label("Heading over what is missing at the end.")
    missing_count: Text = label("How much is missing.", "open", "all")
    nothing_missing: Text = label("When nothing is missing.")
    not_answered: Text = label("For a question without an answer.")
    again: Text = label("The button that opens a question again.", "n")
    refused: Text = label("When an answer is too long to be kept.")


class GateWords(Model):
    """The gate packs."""

    title: Text = label("The title of a gate pack.", "phase")
    about: Text = label("What a gate pack holds, in one sentence.", "phase")
    link: Text = label("The link from a phase to its gate pack.", "phase")
    of_phase: Text = label("What a pack holds, in numbers.", "criteria", "stops", "questions")
    project: Text = label("Label: the project.")
    board_day: Text = label("Label: the day of the board.")
    go_live: Text = label("Label: the planned go-live.")
    as_of: Text = label("Label: the day of the states.")
    verdict_no: Text = label("When deal-breakers are open.", "open", "all")
    verdict_yes: Text = label("When every criterion is met.")
    verdict_others: Text = label("When only others are open.", "open", "all")
    verdict_counts: Text = label("The criteria in numbers.", "met", "not_yet", "not_tested")
    verdict_blank: Text = label("Before the line for the verdict, where nothing is known.")
    stops: Text = label("Heading over the deal-breakers.")
    stops_note: Text = label("What a deal-breaker is.")
    others: Text = label("Heading over the other criteria.")
    stop: Text = label("Marks a deal-breaker.", "n")
    number: Text = label("A criterion by its number.", "n")
    criterion: Text = label("Column: the criterion.")
    evidence: Text = label("Column: the evidence, and who owns it.")
    state: Text = label("Column: the state.")
    owner: Text = label("Label: who owns the evidence.")
    no_owner: Text = label("When no role is named.")
    left_out: Text = label("Evidence, or what makes it, that the project leaves out.", "title")
    made_in: Text = label("Label: where the evidence is made.")
    steps: Text = label("The steps that make it.", "n")
    ask: Text = label("Heading over the questions.")
    lesson: Text = label("Column of a table: the lesson behind a question.")
    no_questions: Text = label("When no lesson is about a criterion.")
    answer: Text = label("Label of the space for an answer.")
    further: Text = label("How many more lessons there are.", "n")
    further_where: Text = label("Before the activities where they are.")
    decision: Text = label("Heading over the decision.")
    go: Text = label("A decision: yes.")
    go_with: Text = label("A decision: yes, with conditions.")
    no_go: Text = label("A decision: no.")
    role: Text = label("Column: the role.")
    signature: Text = label("Column: the signature.")
    date: Text = label("Column: the date.")
    checked_by: Text = label("Before the space for who checked a criterion.")
    take: Text = label("Heading over the files of the pack.")
    take_note: Text = label("What these files hold.")
    print: Text = label("The button that prints it.")
    print_note: Text = label("How to print without scripts.")
    file_csv: Text = label("The button for a table with the states.")
    file_xlsx: Text = label("The button for the same as an Excel workbook.")
    file_ods: Text = label("The button for the same as an OpenDocument spreadsheet.")
    chosen: Text = label("Heading over how questions are chosen.")
    chosen_about: Text = label("How they are chosen.", "n")
    cut_on_paper: Text = label("That long answers are cut on paper, and where all of them is.")
    yours: Text = label("Where states are kept.")
    states: CriterionStateLabels = field("States of a criterion.")
    answers: AnswerLabels = field("What a team answers.")
    rehearsal: RehearsalWords = field("The rehearsal.")


class PreparingWords(Model):
    """The pages with which readers prepare: the plan and the gate packs."""

    gates: GateWords = field("The gate packs.")
    plan: PlanWords = field("The page where a reader plans.")
