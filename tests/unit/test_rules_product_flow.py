"""The flow is proven: what is needed exists by then, what is made is used, nothing goes in a circle."""

from __future__ import annotations

import pytest
from world import QUESTIONS, World

COUNT = "content/activities/count-the-books.yml"
CARRY = "content/activities/carry-the-books.yml"
FILL = "content/activities/fill-the-rooms.yml"
MEASURE = "content/activities/measure-the-rooms.yml"
ADD_OUTPUT = "Add it to the outputs of an earlier activity, or write “external: true” in the product if it comes from outside."
ADD_INPUT = "Add it to the inputs of a later activity or to an exit criterion, or write “end_product: true” in the product."


def test_no_producer_a_product_that_nobody_makes_is_named(world: World):
    world.change("products/van.yml", "external: true\n", "")
    assert (world.check(), world.codes()) == (
        [f"{CARRY}:19:14: inputs 2, product: no activity makes “Van”. {ADD_OUTPUT}"],
        ["no-producer"],
    )


def test_no_producer_a_product_that_an_activity_makes_only_for_itself_is_named(world: World):
    world.change("products/van.yml", "external: true\n", "")
    world.change(
        "activities/carry-the-books.yml", "outputs:\n", "outputs:\n  - {product: van, state: agreed}\n"
    )
    assert f"{CARRY}:19:14: inputs 2, product: no activity makes “Van”. {ADD_OUTPUT}" in world.check()


def test_no_producer_a_product_that_is_made_too_late_is_named_with_its_maker(world: World):
    world.change("activities/measure-the-rooms.yml", "  - product: book-list", "  - product: moved-books")
    assert (
        f"{MEASURE}:14:14: inputs 1, product: “Moved books” is needed here before any activity has made it. "
        "It is first made by “Carry the books”, in a later phase."
    ) in world.check()


def test_no_producer_a_product_that_is_not_yet_in_the_state_is_named(world: World):
    world.change("activities/fill-the-rooms.yml", "    state: draft", "    state: agreed")
    assert world.check() == [
        f"{FILL}:16:14: inputs 2, product: “Room plan” is needed here as agreed, but by then it is only draft. "
        "It comes from “Measure the rooms”. Ask for a state that it has, or let an earlier activity bring it there."
    ]
    assert world.codes() == ["no-producer"]


def test_no_producer_a_product_that_an_activity_of_the_phase_makes_only_as_a_draft_is_named(world: World):
    world.change("activities/count-the-books.yml", "state: agreed", "state: draft")
    said = (
        "inputs 1, product: “Book list” is needed here as agreed, but by then it is only draft. It comes from "
        "“Count the books”. Ask for a state that it has, or let an earlier activity bring it there."
    )
    assert world.check() == [f"{CARRY}:17:14: {said}", f"{MEASURE}:14:14: {said}"]


def test_no_producer_of_several_makers_the_best_state_is_named(world: World):
    world.change("activities/count-the-books.yml", "state: agreed", "state: draft")
    measure = "activities/measure-the-rooms.yml"
    use = "  - product: book-list\n    state: "
    world.change(measure, f"{use}agreed", f"{use}draft")
    world.change(measure, "outputs:\n", f"outputs:\n{use}agreed\n")
    world.change("activities/carry-the-books.yml", f"{use}agreed", f"{use}updated")
    assert world.check() == [
        f"{CARRY}:17:14: inputs 1, product: “Book list” is needed here as updated, but by then it is only agreed. "
        "It comes from “Count the books”, “Measure the rooms”. "
        "Ask for a state that it has, or let an earlier activity bring it there."
    ]


def rope(world: World, path: str, part: str) -> None:
    """Let an activity need or make a van from outside first and then a rope, which no other has to do with."""
    world.copy("products/van.yml", "products/rope.yml", title="Rope")
    world.change("products/rope.yml", "external: true\n", "")
    uses = "  - {product: van, state: agreed}\n  - {product: rope, state: agreed}\n"
    world.change(path, f"{part}:\n", f"{part}:\n{uses}")


def test_no_producer_a_product_after_one_from_outside_is_named(world: World):
    rope(world, "activities/carry-the-books.yml", "inputs")
    assert world.check() == [f"{CARRY}:18:15: inputs 2, product: no activity makes “Rope”. {ADD_OUTPUT}"]


def test_no_user_a_product_after_an_end_product_is_named(world: World):
    rope(world, "activities/measure-the-rooms.yml", "outputs")
    world.add("products/van.yml", "end_product: true\n")
    assert world.check() == [
        f"{MEASURE}:18:15: outputs 2, product: nothing uses “Rope” after this activity. {ADD_INPUT}"
    ]


def hide(world: World, activity: str, more: str = "") -> None:
    """Hide an activity in a local handbook; `more` stands at the end of its list."""
    world.write("local/site.yml", "organisation: Us\n")
    world.write("local/hidden.yml", f"hidden:\n  - {{record: activities/{activity}, why: Done.}}\n{more}")


def test_no_user_what_a_hidden_activity_used_is_not_named_and_anything_else_is(world: World):
    rope(world, "activities/carry-the-books.yml", "outputs")
    world.add("products/van.yml", "end_product: true\n")
    hide(world, "fill-the-rooms")
    assert [line.partition(" This file is not your own")[0] for line in world.check()] == [
        f"{CARRY}:23:15: outputs 2, product: nothing uses “Rope” after this activity.",
        "content/phases/move.yml:9:16: exit_criteria 1, products 1: "
        "no activity of this phase or an earlier one makes “Filled rooms”.",
    ]


NEEDED = {
    "input": [f"{CARRY}:17:14: inputs 1, product", f"{MEASURE}:14:14: inputs 1, product"],
    "criterion": ["content/phases/plan.yml:9:16: exit_criteria 1, products 1"],
}


@pytest.mark.parametrize(
    ("accepted", "left"),
    [
        ([], ["input", "criterion"]),
        (["input:products/book-list"], ["criterion"]),
        (["criterion:phases/plan#counted"], ["input"]),
        (["input:products/book-list", "criterion:phases/plan#counted"], []),
    ],
    ids=["nothing", "what is needed", "a criterion", "both"],
)
def test_a_local_handbook_accepts_what_its_cuts_break_one_by_one(
    world: World, accepted: list[str], left: list[str]
):
    entries = "".join(f"  - {{breaks: '{broken}', why: We have one.}}\n" for broken in accepted)
    hide(world, "count-the-books", f"accepted:\n{entries}" if entries else "")
    places = [place for name in left for place in NEEDED[name]]
    assert [": ".join(line.split(": ")[:2]) for line in world.check()] == places
    assert world.codes() == ["no-producer"] * len(places)


def test_no_evidence_a_criterion_that_the_team_accepts_hides_no_other(world: World):
    world.change("phases/plan.yml", "basis:", "  - {id: b, text: B.}\nbasis:")
    hide(
        world,
        "count-the-books",
        "accepted:\n"
        "  - {breaks: 'input:products/book-list', why: We have one.}\n"
        "  - {breaks: 'criterion:phases/plan#counted', why: We have one.}\n",
    )
    ((code, line),) = world.found()
    assert code == "no-evidence"
    assert line.startswith(
        "content/phases/plan.yml:10:5: exit_criteria 2: this exit criterion has no evidence."
    )


@pytest.mark.parametrize(("answer", "named"), [("small", ["exit_criteria 2"]), ("large", [])])
def test_no_evidence_only_a_criterion_that_counts_for_the_project_is_named(
    world: World, answer: str, named: list[str]
):
    world.write("questions.yml", QUESTIONS)
    world.change("phases/plan.yml", "basis:", "  - {id: b, text: B., applies_to: {size: small}}\nbasis:")
    world.write("local/site.yml", "organisation: Us\n")
    world.write("local/hidden.yml", f"profile:\n  - {{question: size, answers: [{answer}]}}\n")
    assert [problem.field for problem in world.report().problems] == named


def test_no_producer_evidence_after_a_product_from_outside_is_looked_at(world: World):
    world.change("phases/plan.yml", "products: [book-list]", "products: [van, moved-books]")
    assert world.check() == [
        "content/phases/plan.yml:9:21: exit_criteria 1, products 2: "
        "no activity of this phase or an earlier one makes “Moved books”."
    ]


def test_no_producer_evidence_that_does_not_exist_by_then_is_named(world: World):
    world.change("phases/plan.yml", "products: [book-list]", "products: [moved-books]")
    assert world.check() == [
        "content/phases/plan.yml:9:16: exit_criteria 1, products 1: no activity of this phase or an earlier one makes “Moved books”."
    ]
    assert world.codes() == ["no-producer"]


def test_an_updated_product_serves_whoever_needs_it_agreed(world: World):
    world.change("activities/count-the-books.yml", "state: agreed", "state: updated")
    assert world.check() == []


def test_a_product_from_outside_needs_no_maker(world: World):
    world.change("phases/plan.yml", "products: [book-list]", "products: [book-list, van]")
    assert world.check() == []


def test_no_user_a_product_that_nobody_uses_afterwards_is_named(world: World):
    world.change("phases/move.yml", "    products: [filled-rooms]\n", "")
    assert (world.check(), world.codes()) == (
        [f"{FILL}:19:14: outputs 1, product: nothing uses “Filled rooms” after this activity. {ADD_INPUT}"],
        ["no-user"],
    )


def test_no_user_a_gate_that_lies_before_does_not_count(world: World):
    world.change("phases/move.yml", "products: [filled-rooms]", "products: []")
    world.change("phases/plan.yml", "products: [book-list]", "products: [book-list, filled-rooms]")
    assert (
        f"{FILL}:19:14: outputs 1, product: nothing uses “Filled rooms” after this activity. {ADD_INPUT}"
        in world.check()
    )


def test_an_end_product_needs_no_user(world: World):
    world.change("phases/move.yml", "    products: [filled-rooms]\n", "")
    world.add("products/filled-rooms.yml", "end_product: true\n")
    assert world.check() == []


def test_no_output_an_activity_that_makes_nothing_is_named(world: World):
    world.change(
        "activities/count-the-books.yml",
        "outputs:\n  - product: book-list\n    state: agreed\n",
        "outputs: []\n",
    )
    assert (
        f"{COUNT}:16:10: outputs: this activity makes nothing. Name at least one product that it makes or changes."
        in world.check()
    )
    assert "no-output" in world.codes()


def test_no_steps_an_activity_without_steps_is_named(world: World):
    text = world.read("activities/count-the-books.yml")
    start = text.index("steps:")
    end = text.index("outputs:")
    world.write("activities/count-the-books.yml", f"{text[:start]}steps: []\n{text[end:]}")
    assert (world.check(), world.codes()) == (
        [f"{COUNT}:9:8: steps: this activity has no steps."],
        ["no-steps"],
    )


def test_wrong_order_an_activity_may_not_wait_for_a_later_phase(world: World):
    world.add("activities/count-the-books.yml", "starts_after: [carry-the-books]\n")
    assert (world.check(), world.codes()) == (
        [
            f"{COUNT}:30:16: starts_after 1: “Carry the books” is in a later phase than this activity. "
            "An activity can only start after one of its own or an earlier phase."
        ],
        ["wrong-order"],
    )


def test_wrong_order_a_later_activity_is_no_evidence(world: World):
    world.change("phases/plan.yml", "activities: [count-the-books]", "activities: [carry-the-books]")
    assert (world.check(), world.codes()) == (
        [
            "content/phases/plan.yml:8:18: exit_criteria 1, activities 1: “Carry the books” is in a later phase, so it cannot be evidence here."
        ],
        ["wrong-order"],
    )


def test_cycle_an_activity_that_waits_for_itself_is_named_once(world: World):
    world.add("activities/count-the-books.yml", "starts_after: [count-the-books]\n")
    assert (world.check(), world.codes()) == (
        [
            f"{COUNT}:30:16: starts_after 1: this activity cannot start: it waits for its own result. Take it out of the list."
        ],
        ["cycle"],
    )


def test_cycle_activities_that_wait_for_each_other_are_named(world: World):
    world.add("activities/count-the-books.yml", "starts_after: [measure-the-rooms]\n")
    (line,) = world.check()
    codes = world.codes()
    assert line.partition(": ")[2] in (
        "starts_after: these activities wait for each other: “Count the books”, “Measure the rooms”, “Count the books”. "
        "Break the circle: one of them must be able to start first.",
        "inputs: these activities wait for each other: “Measure the rooms”, “Count the books”, “Measure the rooms”. "
        "Break the circle: one of them must be able to start first.",
    )
    assert line.startswith((f"{COUNT}:30:15: ", f"{MEASURE}:14:3: ")) and codes == ["cycle"]


def test_cycle_activities_that_need_what_the_other_makes_are_named_at_their_inputs(world: World):
    world.change(
        "activities/count-the-books.yml",
        "outputs:\n",
        "inputs:\n  - {product: room-plan, state: draft}\noutputs:\n",
    )
    ((code, line),) = world.found()
    assert code == "cycle"
    assert line.startswith(
        (f"{COUNT}:17:3: inputs: these activities wait", f"{MEASURE}:14:3: inputs: these activities wait")
    )


def test_no_evidence_an_exit_criterion_without_evidence_is_named(world: World):
    world.change("phases/plan.yml", "    activities: [count-the-books]\n    products: [book-list]\n", "")
    assert (world.check(), world.codes()) == (
        [
            "content/phases/plan.yml:6:5: exit_criteria 1: this exit criterion has no evidence. "
            "Name the activities or the products that show that it is met."
        ],
        ["no-evidence"],
    )
