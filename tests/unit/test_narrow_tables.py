"""Tables that narrow screens show as blocks."""

from __future__ import annotations

import re

from macros.publishing.narrow_tables import with_labels

HEAD = '<thead><tr><th scope="col">Who</th><th scope="col">From &amp; <b>to</b></th><th scope="col">When</th></tr></thead>'


def labels(rows: str) -> list[str]:
    """The label of each cell of a table with these rows; a dash where it has none."""
    made = with_labels(f"<p>x</p><table><caption>c</caption>{HEAD}<tbody>{rows}</tbody></table>")
    return [
        match[1] if (match := re.search(r'data-label="([^"]*)"', cell)) else "-"
        for cell in re.findall(r"<td[^>]*>", made)
    ]


def test_each_cell_has_the_heading_of_its_column():
    assert labels('<tr><th scope="row">A</th><td>b</td><td class="x">c</td></tr>') == [
        "From &amp; to",
        "When",
    ]


def test_in_prose_the_heading_of_a_row_says_its_column_too():
    row = '<tbody><tr><th scope="row">1</th><td>b</td></tr></tbody></table>'
    label = '<th scope="row" role="rowheader" data-label="Who">'
    assert label in with_labels(f"<table>{HEAD}{row}")
    assert label not in with_labels(f'<table class="x">{HEAD}{row}')


def test_a_cell_over_several_columns_has_the_first_heading():
    assert labels('<tr><td colspan="2">b</td><td>c</td></tr>') == ["Who", "When"]


def test_a_heading_over_several_rows_moves_the_cells_beside_it():
    first = '<tr><th scope="rowgroup" rowspan="2">A</th><td>b</td><td>c</td></tr>'
    assert labels(f"{first}<tr><td>d</td><td>e</td></tr><tr><td>f</td></tr>") == [
        *["From &amp; to", "When"] * 2,
        "Who",
    ]


def test_more_cells_than_headings_are_no_fault():
    assert labels("<tr><td>a</td><td>b</td><td>c</td><td>d</td></tr>")[-1] == "-"


def test_each_part_says_what_it_is():
    made = with_labels(f'<table>{HEAD}<tbody><tr><th scope="row">A</th><td>b</td></tr></tbody></table>')
    assert re.findall(r"<(\w+)[^>]* role=\"(\w+)\"", made) == [
        ("table", "table"),
        ("thead", "rowgroup"),
        ("tr", "row"),
        *[("th", "columnheader")] * 3,
        ("tbody", "rowgroup"),
        ("tr", "row"),
        ("th", "rowheader"),
        ("td", "cell"),
    ]


def test_a_table_without_headings_and_one_that_is_laid_out_stay_as_they_are():
    for table in (
        "<table><tr><td>a</td></tr></table>",
        f'<table class="map__table">{HEAD}<tbody><tr><td>a</td></tr></tbody></table>',
    ):
        assert with_labels(table) == table
