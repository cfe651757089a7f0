"""What is mended in the tags of a PDF before it is written."""

from __future__ import annotations

from typing import Any

import pytest

from macros.copies.pdf_tags import correct

pydyf = pytest.importorskip("pydyf")


@pytest.fixture
def pdf() -> Any:
    return pydyf.PDF()


def add(pdf: Any, **said: Any) -> Any:
    made = pydyf.Dictionary(said)
    pdf.add_object(made)
    return made


def element(pdf: Any, kind: str, *kids: Any) -> Any:
    return add(pdf, Type="/StructElem", S=kind, K=pydyf.Array([kid.reference for kid in kids]))


def place(pdf: Any, anchor: str) -> tuple[Any, Any]:
    """A link and the object by which the tags point to it."""
    link = add(pdf, Subtype="/Link", Dest=pydyf.String(anchor), Contents=pydyf.String(anchor))
    return link, add(pdf, Type="/OBJR", Obj=link.reference)


def test_a_point_has_its_mark_and_one_body(pdf: Any) -> None:
    mark = element(pdf, "/Lbl")
    text = element(pdf, "/LBody")
    more = element(pdf, "/P")
    point = element(pdf, "/LI", mark, text, more)
    correct(pdf, {})
    body = pdf.objects[-1]
    assert (
        point["K"] == [mark.reference, body.reference]
        and body["S"] == "/LBody"
        and body["K"] == [text.reference, more.reference]
    )
    assert (text["S"], text["P"], more["P"]) == ("/Div", body.reference, body.reference)


def test_a_link_inside_a_link_goes_and_leaves_no_gap_for_readers_who_count_objects(pdf: Any) -> None:
    (whole, first) = place(pdf, "a")
    (part, second) = place(pdf, "a")
    inner = element(pdf, "/Span", second)
    element(pdf, "/Link", first, inner)
    page = add(pdf, Annots=pydyf.Array([whole.reference, part.reference]))
    correct(pdf, {})
    assert page["Annots"] == [whole.reference] and inner["K"] == [] and not part
    assert {item.free for item in pdf.objects[1:]} == {"n"}


def test_a_link_is_called_as_the_record_that_it_leads_into(pdf: Any) -> None:
    said = [place(pdf, anchor)[0] for anchor in ("lessons--x", "lessons--x--event", "unknown--y")]
    correct(pdf, {"lessons--x": "Rehearse"})
    assert [link["Contents"].string for link in said] == ["Rehearse", "Rehearse", "unknown--y"]
