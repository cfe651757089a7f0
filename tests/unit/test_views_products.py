"""Where products are made, used and updated, and the numbers that prove the flow."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model.product import OutlineItem
from macros.pages.views.products import Proof, life, lives, proof, says_more


def test_a_product_knows_its_way_through_the_work(world: World):
    world.change(
        "activities/measure-the-rooms.yml",
        "outputs:\n",
        "outputs:\n  - {product: book-list, state: updated}\n",
    )
    book = world.handbook()
    found = life(book, Flow(book), book.get("product", "book-list"))
    assert [(a.id, state) for a, state in found.made] == [
        ("count-the-books", "agreed"),
        ("measure-the-rooms", "updated"),
    ]
    assert [(a.id, state) for a, state in found.used] == [
        ("measure-the-rooms", "agreed"),
        ("carry-the-books", "agreed"),
    ]
    assert [(p.id, c.id) for p, c in found.criteria] == [("plan", "counted")]
    assert [r.id for r in found.approvers] == ["librarian"]


def test_products_stand_in_the_order_in_which_they_first_appear(book: Handbook):
    assert [one.product.id for one in lives(book, Flow(book))] == [
        "van",
        "book-list",
        "room-plan",
        "moved-books",
        "filled-rooms",
    ]


def test_the_proof_counts_everything(book: Handbook):
    assert proof(book) == Proof(activities=4, products=5, inputs=5, outputs=4, external=1, ends=0, criteria=2)


@pytest.mark.parametrize(
    ("covers", "prompt", "more"),
    [
        ("What the reviewer said, in full.", "What did the reviewer say, in full?", False),
        ("Each van, its driver and its insurance.", "Which vans do you need?", True),
        ("Each van.", None, True),
    ],
)
def test_what_a_section_is_about_is_said_where_its_question_does_not_say_it(
    covers: str, prompt: str | None, more: bool
):
    assert says_more(OutlineItem(heading="Vans", covers=covers, prompt=prompt)) is more
