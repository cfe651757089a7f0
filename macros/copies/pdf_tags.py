"""The tags of a PDF, where WeasyPrint leaves them other than PDF/UA asks: points of lists, links, and what links say of themselves.

It hands over its objects before it writes them: dictionaries that name each other by reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Elements = Mapping[bytes, Any]


def mend(pdf: Any, titles: Mapping[str, str]) -> None:
    """Mend the tags of `pdf` in place. `titles` says how each anchor of a record is called."""
    held = [item for item in pdf.objects if isinstance(item, dict)]
    elements = {item.reference: item for item in held if item.get("Type") == "/StructElem"}
    for point in [element for element in elements.values() if element["S"] == "/LI"]:
        _put_in_a_body(point, elements, pdf)
    _link_once(held, elements)
    for link in [item for item in held if item.get("Subtype") == "/Link" and "Dest" in item]:
        link["Contents"] = type(link["Dest"])(_called(link["Dest"].string, titles))


def _put_in_a_body(point: Any, elements: Elements, pdf: Any) -> None:
    """A point holds its mark and one body, and nothing beside them."""
    marks = [kid for kid in point["K"] if _kind(kid, elements) == "/Lbl"]
    inside = [kid for kid in point["K"] if kid not in marks]
    if not inside or [_kind(kid, elements) for kid in inside] == ["/LBody"]:
        return
    body = type(point)(point | {"S": "/LBody", "P": point.reference, "K": type(point["K"])(inside)})
    pdf.add_object(body)
    for kid in inside:
        if kid in elements:
            elements[kid]["P"] = body.reference
            if elements[kid]["S"] == "/LBody":
                elements[kid]["S"] = "/Div"
    point["K"][:] = [*marks, body.reference]


def _link_once(held: Iterable[Any], elements: Elements) -> None:
    """A link is one place to follow it from. WeasyPrint makes one more of each part that is marked up inside it."""
    places = {item.reference: item for item in held if item.get("Type") == "/OBJR"}
    double = [
        (element, kid)
        for element in elements.values()
        if element["S"] not in ("/Link", "/Form")
        for kid in element["K"]
        if kid in places
    ]
    for element, kid in double:
        element["K"].remove(kid)
    gone = {places[kid]["Obj"] for _, kid in double}
    for item in held:
        if item.reference in gone or (item.get("Type") == "/OBJR" and item["Obj"] in gone):
            item.clear()  # the object stays, because readers count them
        elif "Annots" in item:
            item["Annots"][:] = [place for place in item["Annots"] if place not in gone]


def _kind(kid: Any, elements: Elements) -> str:
    return str(elements[kid]["S"]) if kid in elements else ""


def _called(anchor: str, titles: Mapping[str, str]) -> str:
    """The title of the record that an anchor is in: `lessons--x--event` is in `lessons--x`."""
    page = anchor
    while page not in titles and "--" in page:
        page = page.rpartition("--")[0]
    return titles.get(page, anchor)
