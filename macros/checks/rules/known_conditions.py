"""Conditions name questions that the handbook asks, and answers to them; and no two of them contradict each
other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.loading.vocabulary import Asked, about, vocabulary
from macros.model import Activity, Lesson, ProjectQuestion, ProjectQuestions, Record
from macros.model.conditions import Conditions, conditions_in
from macros.model.fields import FieldPath
from macros.model.questions import ANSWERS
from macros.similarity import suggest

FILE = f"{ProjectQuestions.kind}.yml"


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each condition that no project can answer, or that says nothing."""
    asked = vocabulary(world.handbook)
    yield from _questions(world, asked)
    if (ProjectQuestions.kind, ProjectQuestions.kind) in world.broken:
        return
    for record in world.handbook:
        for path, conditions in conditions_in(record):
            if not world.is_given_up(record, path):
                yield from _conditions(world, record, path, conditions, asked)
    yield from _twice(world)
    yield from _ways(world)


def _questions(world: World, asked: Mapping[str, Asked]) -> Iterator[Problem]:
    for each in asked.values():
        question = each.question
        if not each.choices:
            hint = "List its answers, or say where they are taken from with answers_from."
            yield world.problem(question, (), "no-answers", "this question has no answers.", hint)
        ids = [answer.id for answer in question.answers]
        for index, name in enumerate(ids):
            if name in ids[:index]:
                message = f"the id “{name}” is used in this question twice."
                hint = "Give one of them another id."
                yield world.problem(question, ("answers", index, "id"), "duplicate-id", message, hint)
        yield from _lines(world, question)


def _lines(world: World, question: ProjectQuestion) -> Iterator[Problem]:
    """Yield a problem for each line of a question that does not say its answers once, and nothing else."""
    for field, line in (("line", question.line), ("rule_line", question.rule_line)):
        if line and ANSWERS not in line:
            message = f"this line has no {ANSWERS}, so a condition could not say its answers."
            hint = f"Write {ANSWERS} where they come."
            yield world.problem(question, (field,), "no-blank", message, hint)
        elif line and set(line.replace(ANSWERS, "", 1)) & set("{}"):
            message = f"only one {ANSWERS} is filled in, so readers would see the other braces."
            yield world.problem(question, (field,), "stray-braces", message, "Take the others out.")


def _conditions(
    world: World, record: Record, path: FieldPath, conditions: Conditions, asked: Mapping[str, Asked]
) -> Iterator[Problem]:
    for name, answers in conditions.answers.items():
        here = (*path, name)
        if name in asked:
            yield from _answers(world, record, here, answers, asked[name])
        elif not _is_left_out(world, name):
            message = f"there is no question “{name}” about a project."
            yield world.problem(record, here, "unknown-question", message, _advice(name, asked))


def _answers(
    world: World, record: Record, path: FieldPath, answers: tuple[str, ...], asked: Asked
) -> Iterator[Problem]:
    title = asked.question.title
    for index, answer in enumerate(answers):
        if answer not in asked.choices:
            message = f"“{answer}” is no answer to the question “{title}”."
            hint = suggest(answer, asked.choices) or f"Its answers are: {', '.join(asked.choices)}."
            yield world.problem(record, (*path, index), "unknown-answer", message, hint)
    if set(answers) >= set(asked.choices):
        message = f"this names every answer to the question “{title}”, so it rules nothing out."
        yield world.problem(record, path, "no-condition", message, "Leave the question out.", "warning")


def _is_left_out(world: World, name: str) -> bool:
    question = world.handbook.find(ProjectQuestion, name)
    return question is not None and question.left_out


def _advice(name: str, asked: Mapping[str, Asked]) -> str:
    if not asked:
        return f"This handbook asks none. Write them in content/{FILE}, or take this out."
    return suggest(name, asked) or f"The questions are: {', '.join(asked)}."


def _twice(world: World) -> Iterator[Problem]:
    """Yield a problem for a record that gives the answer to one question in two fields."""
    name = about(world.handbook)
    records: list[Activity | Lesson] = [*world.handbook.all(Activity), *world.handbook.all(Lesson)]
    for record in records:
        if record.functions and record.applies_to and name in record.applies_to.answers:
            message = f"“{name}” is given here, and in the field “functions” as well."
            hint = "Write it in functions alone."
            yield world.problem(record, ("applies_to", name), "answered-twice", message, hint)


def _ways(world: World) -> Iterator[Problem]:
    """Yield a problem for ways to do less that contradict themselves."""
    for activity in world.handbook.all(Activity):
        merge = activity.tailoring.merge
        drop = activity.tailoring.drop
        if merge and merge.with_ == activity.id:
            message = "an activity cannot be joined with itself."
            hint = "Name another activity, or leave this out."
            yield world.problem(activity, ("tailoring", "merge", "with"), "merged-with-itself", message, hint)
        if drop and drop.never and drop.when:
            message = "this says never, and when all the same."
            hint = "Keep “never”, or the conditions."
            yield world.problem(activity, ("tailoring", "drop", "when"), "never-and-when", message, hint)
