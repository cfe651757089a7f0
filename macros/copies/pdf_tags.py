"""The tags of a PDF, corrected where WeasyPrint's are other than PDF/UA asks: points of lists, links, and
names of links.

WeasyPrint hands over its objects before it writes them: dictionaries that name each other by reference. The
types of tags come from ISO 32000-1, section 14.8.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Elements = Mapping[bytes, Any]


def correct(pdf: Any, titles: Mapping[str, str]) -> None:
    """Correct the tags of `pdf` in place. `titles` holds the title of each record by its anchor."""
    objects: list[Any] = [item for item in pdf.objects if isinstance(item, dict)]
    elements = {item.reference: item for item in objects if item.get("Type") == "/StructElem"}
    for point in [element for element in elements.values() if element["S"] == "/LI"]:
        _put_in_a_body(point, elements, pdf)
    _link_once(objects, elements)
    for link in [item for item in objects if item.get("Subtype") == "/Link" and "Dest" in item]:
        link["Contents"] = type(link["Dest"])(_title(link["Dest"].string, titles))


def _put_in_a_body(point: Any, elements: Elements, pdf: Any) -> None:
    """Let a point hold its mark and one body, and nothing beside them."""
    marks = [kid for kid in point["K"] if _type(kid, elements) == "/Lbl"]
    inside = [kid for kid in point["K"] if kid not in marks]
    if not inside or [_type(kid, elements) for kid in inside] == ["/LBody"]:
        return
    body = type(point)(point | {"S": "/LBody", "P": point.reference, "K": type(point["K"])(inside)})
    pdf.add_object(body)
    for kid in inside:
        if kid in elements:
            elements[kid]["P"] = body.reference
            if elements[kid]["S"] == "/LBody":
                elements[kid]["S"] = "/Div"
    point["K"][:] = [*marks, body.reference]


def _link_once(objects: Iterable[Any], elements: Elements) -> None:
    """Leave one place from which each link is followed. WeasyPrint makes one more of each part marked up
    inside it.
    """
    places = {item.reference: item for item in objects if item.get("Type") == "/OBJR"}
    double = [
        (element, kid)
        for element in elements.values()
        if element["S"] not in ("/Link", "/Form")
        for kid in element["K"]
        if kid in places
    ]
    for element, kid in double:
        element["K"].remove(kid)
    unused = {places[kid]["Obj"] for _, kid in double}
    for item in objects:
        if item.reference in unused or (item.get("Type") == "/OBJR" and item["Obj"] in unused):
            item.clear()  # the object stays, because readers count them
        elif "Annots" in item:
            item["Annots"][:] = [place for place in item["Annots"] if place not in unused]


def _type(kid: Any, elements: Elements) -> str:
    return str(elements[kid]["S"]) if kid in elements else ""


def _title(anchor: str, titles: Mapping[str, str]) -> str:
    """Return the title of the record that an anchor is in: `lessons--x--event` is in `lessons--x`."""
    page = anchor
    while page not in titles and "--" in page:
        page = page.rpartition("--")[0]
    return titles.get(page, anchor)
