"""Gate packs: deal-breakers first, lessons as questions by the harm that they did, each asked once."""

from __future__ import annotations

from world import World

from macros.pages.views.gates import MOST, gate_pack

LESSON = "lessons/label-every-box.yml"
CRITERION = """\
  - id: {id}
    text: {text}
    activities: [{activity}]
    products: [{product}]
"""


def pack(world: World, phase: str = "move"):
    book = world.handbook()
    return gate_pack(book, book.get("phase", phase))


def criterion(world: World, id: str, activity: str = "carry-the-books") -> None:
    more = CRITERION.format(id=id, text=f"Also {id}.", activity=activity, product="moved-books")
    world.change("phases/move.yml", "basis:", f"{more}basis:")


def lesson(world: World, id: str, **changes: str) -> None:
    text = world.read(LESSON).replace("title: Label every box", f"title: About {id}")
    for field, value in changes.items():
        line = next(line for line in text.splitlines() if line.startswith(f"{field}:"))
        text = text.replace(line, f"{field}: {value}")
    world.write(f"lessons/{id}.yml", text)


def asked(world: World) -> list[list[str]]:
    return [[lesson.id for lesson in one.questions] for one in pack(world).asked]


def test_a_criterion_is_a_deal_breaker_when_an_activity_behind_it_is_never_left_out(world: World):
    criterion(world, "shelved", "fill-the-rooms")
    assert [one.stop for one in pack(world).asked] == [False, False]
    world.change(
        "activities/fill-the-rooms.yml", "shrink: Fill one room.", "drop: {text: Never., never: true}"
    )
    assert [(one.criterion.id, one.stop) for one in pack(world).asked] == [
        ("shelved", True),
        ("arrived", False),
    ]


def test_what_harmed_most_is_asked_first_then_what_more_bodies_saw(world: World):
    lesson(world, "it-went-well", type="repeat")
    seen = "[{source: town-report, says: Again., organisation: New Town}]"
    lesson(world, "seen-again", state=f"identified\nseen_again: {seen}")
    lesson(world, "it-can-go-either-way", type="watch")
    assert asked(world) == [["seen-again", "label-every-box", "it-can-go-either-way", "it-went-well"]]


def test_a_lesson_is_asked_once_and_at_most_five_stand_at_a_criterion(world: World):
    for number in range(MOST + 2):
        lesson(world, f"lesson-{number}")
    criterion(world, "again")
    first, second = pack(world).asked
    assert [len(one.questions) for one in (first, second)] == [MOST, 3]
    assert not {one.id for one in first.questions} & {one.id for one in second.questions}
    assert [first.further, second.further] == [3, 5]


def test_a_retired_lesson_is_not_asked(world: World):
    world.change(LESSON, "state: identified", "state: retired")
    assert asked(world) == [[]]


def test_many_criteria_have_fewer_questions_each_so_that_the_pack_stays_short(world: World):
    for number in range(21):
        criterion(world, f"more-{number}")
    many = pack(world)
    assert (many.most, many.apart) == (2, False)


def test_evidence_is_owned_by_who_keeps_it_or_else_leads_what_makes_it(world: World):
    assert [proof.owner.id for proof in pack(world).asked[0].proofs] == ["driver"]
    world.change("products/filled-rooms.yml", "availability:", "owner: librarian\navailability:")
    assert [proof.owner.id for proof in pack(world).asked[0].proofs] == ["librarian"]
