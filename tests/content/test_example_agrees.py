"""The documents of the worked example agree in what no shared fact holds: numbers of rows, owners, versions, sums, order of days."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from macros.checks.rules.example_facts import amount
from macros.loading.handbook import Handbook
from macros.loading.shared_facts import cells, facts, filled
from macros.model import Example
from macros.model.references import texts

pytestmark = pytest.mark.ours
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Numbers of rows, as they are cited in cells and sentences, such as R2, CP1 or L1.
NUMBER = re.compile(r"\b(?:CP|[A-Z])\d{1,2}\b")
VERSION = re.compile(r"\b([A-Z][a-z]+(?: [a-z]+)*) (\d+\.\d+)\b")
# A column that cites a row, with the document and the section where the row is, and the column with its number.
CITES = {
    "Risk no.": ("raid-log", "Risks", "No."),
    "Criterion no.": ("go-live-decision", "Criteria and evidence", "No."),
    "After no.": ("cutover-plan", "Task list", "No."),
}

Row = dict[str, str]


@pytest.fixture(scope="module")
def documents(handbook: Handbook) -> dict[str, Example]:
    return {one.product: one for one in handbook.all(Example) if one.product}


def rows(handbook: Handbook, document: Example, heading: str) -> list[Row]:
    """Return the rows of one table with the values of their facts."""
    known = facts(handbook)
    section = next(one for one in document.sections if one.heading == heading)
    return [
        dict(zip(section.columns, (filled(cell, known) for cell in cells(row)), strict=True))
        for row in section.rows
    ]


def tables(handbook: Handbook, documents: dict[str, Example]) -> Iterator[tuple[str, list[Row]]]:
    """Yield every table of every document with its place."""
    for product, document in documents.items():
        for section in document.sections:
            if section.rows:
                yield f"{product}: {section.heading}", rows(handbook, document, section.heading)


def money(row: Row, column: str) -> float:
    value = amount(row[column])
    assert value is not None, row
    return float(value)


def test_shared_days_are_listed_in_their_order(handbook: Handbook):
    days = [fact.value for fact in facts(handbook).values() if DAY.fullmatch(fact.value)]
    assert days == sorted(days)


def test_a_row_that_cites_another_cites_one_that_exists(handbook: Handbook, documents: dict[str, Example]):
    lost = []
    for place, table in tables(handbook, documents):
        for column, (product, heading, number) in CITES.items():
            there = {row[number] for row in rows(handbook, documents[product], heading)}
            lost += [
                f"{place}: {row[column]}" for row in table if row.get(column) and row[column] not in there
            ]
    assert lost == []


def test_every_number_in_a_sentence_is_the_number_of_a_row(handbook: Handbook, documents: dict[str, Example]):
    numbers = {row["No."] for _, table in tables(handbook, documents) for row in table if "No." in row}
    cited = {
        f"{example.id}: {number}"
        for example in documents.values()
        for _, text in texts(example)
        for number in NUMBER.findall(text)
        if number not in numbers
    }
    assert cited == set()


def test_a_risk_has_one_owner_in_all_documents(handbook: Handbook, documents: dict[str, Example]):
    owner = {row["No."]: row["Owner"] for row in rows(handbook, documents["raid-log"], "Risks")}
    plan = {row["Risk no."]: row["Owner"] for row in rows(handbook, documents["transition-plan"], "Risks")}
    assert plan.items() <= owner.items()
    watched = {
        row["Risk no."]: row["Watched by"] for row in rows(handbook, documents["raid-log"], "Triggers")
    }
    assert watched.items() <= owner.items()


def test_a_document_that_is_cited_has_the_version_that_is_cited(documents: dict[str, Example]):
    real = {product.replace("-", " ").capitalize(): one.version for product, one in documents.items()}
    wrong = {
        f"{example.id}: {name} {version}"
        for example in documents.values()
        for _, text in texts(example)
        for name, version in VERSION.findall(text)
        if name in real and real[name] != version
    }
    assert wrong == set()


def test_a_point_that_was_carried_over_or_waived_is_in_the_decision(
    handbook: Handbook, documents: dict[str, Example]
):
    """A criterion is waived in one table where it is waived in the other, and the decision says go where every must is met."""
    decision = documents["go-live-decision"]
    criteria = rows(handbook, decision, "Criteria and evidence")
    waived = {row["No."] for row in criteria if row["Result"] == "waived"}
    assert {row["Criterion no."] for row in rows(handbook, decision, "Waivers")} == waived
    assert all(row["Result"] == "met" for row in criteria if row["Must"] == "yes")
    text = next(one.text for one in decision.sections if one.heading == "Decision")
    assert text and text.startswith("Go. ")
    signed = next(one.signatures for one in decision.sections if one.heading == "Signatures")
    assert all(one.says.startswith("go") for one in signed)


def test_the_sums_inside_tables_are_right(handbook: Handbook, documents: dict[str, Example]):
    letter = rows(handbook, documents["letter-of-intent"], "Work that may start now")
    limit = amount(facts(handbook)["letter-limit"].value)
    assert sum(money(row, "Cost limit") for row in letter) == limit
    *costs, total, reserve, whole = rows(handbook, documents["business-case"], "Costs")
    for column in ("Low", "Expected", "High"):
        assert sum(money(row, column) for row in costs) == money(total, column), column
        assert money(total, column) + money(reserve, column) == money(whole, column), column
    risks = rows(handbook, documents["business-case"], "Risks")
    assert sum(money(row, "Money set aside") for row in risks) == money(reserve, "Expected")
    *charges, all_of_them = rows(handbook, documents["business-case"], "Charges")
    assert sum(money(row, "Cost a year") for row in charges) == money(all_of_them, "Cost a year")
    assert all(
        money(row, "Volume a year") * money(row, "Price a unit") == money(row, "Cost a year")
        for row in charges
    )


def test_the_figures_of_the_parallel_runs_are_right(handbook: Handbook, documents: dict[str, Example]):
    report = documents["parallel-run-report"]
    for row in rows(handbook, report, "Figures"):
        assert money(row, "Same net pay") + money(row, "Differ") == money(row, "Compared"), row
        assert money(row, "Explained") + money(row, "Not explained") == money(row, "Differ"), row
    for row in rows(handbook, report, "Elements of pay"):
        assert round(money(row, "New") - money(row, "Old"), 2) == money(row, "Difference"), row


def test_the_failed_run_has_the_same_numbers_everywhere(handbook: Handbook, documents: dict[str, Example]):
    failed = filled("[[failed-month]]", facts(handbook))
    runs = [
        one for one in rows(handbook, documents["parallel-run-report"], "Figures") if one["Period"] == failed
    ]
    weekly = next(one["Differ"] for one in runs if one["Pay group"] == "Weekly staff")
    log = documents["raid-log"]
    lesson = next(one for one in rows(handbook, log, "Lessons") if one["No."] == "L1")
    assert f" {weekly} weekly staff" in lesson["What happened"]
    avoided = rows(handbook, documents["lessons-report"], "What to avoid")
    assert any(f" {weekly} weekly staff" in one["What happened"] for one in avoided)
    issue = next(one for one in rows(handbook, log, "Issues") if one["No."] == "I2")
    assert f" {sum(int(one['Differ']) for one in runs)} people " in issue["Issue"]
