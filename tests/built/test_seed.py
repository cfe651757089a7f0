"""Everything that the framework of 2009 says is on the built pages: figures, dates, names, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import pages, text_of

pytestmark = pytest.mark.ours

# Where a reader must find it → the words that must stand there, one fact an entry.
FACTS = {
    "overview/background/index.html": [
        "one of the first",
        "faster",
        "cheaper",
        "not a methodology",
        "other ways that can work",
        "feedback",
    ],
    "overview/what-happened/index.html": [
        "April 2009",
        "HR",
        "payroll",
        "finance",
        "procurement",
        "DWP Shared Services",
    ],
    "overview/drivers/index.html": [
        "1,500",
        "120",
        "almost 10%",
        "2005",
        "2007",
        "benchmark",
        "IT infrastructure",
        "smaller",
    ],
    "overview/earlier-attempts/index.html": [
        "Whitehall 1",
        "Whitehall 2",
        "private sector",
        "Treasury",
        "ODPM",
    ],
    "overview/the-dwp-option/index.html": [
        "2006",
        "Employee Service",
        "Accounting",
        "Procure to Pay",
        "Oracle RM",
        "March 2007",
        "CSSB",
        "Civil Service Steering Board",
        "pathfinder",
        "third quarter of 2007",
    ],
    "overview/foundation/index.html": [
        "Feasible",
        "Desirable",
        "Achievable",
        "March 2008",
        "Service Specification",
        "Business Case",
        "Transition Plan",
        "Business Change Plan",
        "board",
    ],
    "overview/operating-model/index.html": [
        "Shared Services Scope",
        "Internal Customer",
        "Corporate Centre",
        "from end to end",
    ],
    "overview/delivery-model/index.html": [
        "HR strategy",
        "Business Management Teams",
        "management information",
        "financial planning",
        "financial control",
    ],
    "overview/governance/index.html": [
        "senior responsible owner",
        "Joint Project Board",
        "Project Director",
        "Project Manager",
        "Letter of Intent",
        "data migration",
        "user testing",
        "business change",
    ],
    "overview/products/index.html": [
        "Service Specification",
        "Business Case",
        "Transition Plan",
        "Business Change Plan",
        "Letter of Intent",
        "Shared Services team",
    ],
    "migrations/cabinet-office-2009/index.html": [
        "Q3 2007",
        "March 2007",
        "March 2008",
        "April 2009",
        "The source does not say",
        "1,500",
        "Oracle RM",
    ],
    "timeline/index.html": [
        "Foundation",
        "Mobilise",
        "Design",
        "Build & Test",
        "Implement",
        "Post Live",
        "Order known, dates not given",
        "Q3 2007",
    ],
    "navigate/index.html": [
        "Foundation",
        "Mobilise",
        "Design",
        "Build & Test",
        "Implement",
        "Post Live",
        "Service preparation",
        "System preparation",
        "Data migration",
        "System and service testing",
        "Service management",
        "Business change",
        "IT preparation",
        "Data preparation",
        "User testing",
        "Governance",
        "Business case",
    ],
    "phases/index.html": ["Foundation", "Transition"],
    "glossary/index.html": [
        "Cabinet Office",
        "COSS",
        "CSSB",
        "DWP",
        "ODPM",
        "SRO",
        "Oracle RM",
        "pathfinder",
    ],
    "index.html": [
        "Overview",
        "navigation tool",
        "product",
        "Thinking about a move",
        "Planning a move",
        "Making the move",
    ],
    "products/service-specification/index.html": ["little customisation", "Shared Services team"],
    "products/letter-of-intent/index.html": ["Transition"],
    "about/licence/index.html": ["Crown copyright", "Cabinet Office", "CC BY 4.0", "MIT"],
}


@pytest.mark.parametrize("path", FACTS)
def test_the_page_says_what_the_framework_of_2009_says(site: Path, path: str) -> None:
    said = pages(site)[path].text.casefold().replace("\u2019", "'")
    assert [fact for fact in FACTS[path] if fact.casefold() not in said] == []


def test_the_three_layers_are_the_groups_of_the_footer_by_name(site: Path) -> None:
    footer = pages(site)["index.html"].tree.find(".//footer")
    groups = [text_of(heading) for heading in footer.iter("h2", "p")]
    layers = ["Overview & Navigation", "Approach & Insights", "Products"]
    assert [name for name in groups if name in layers] == layers


def test_every_page_credits_the_framework_of_2009(site: Path) -> None:
    uncredited = [
        p.path
        for p in pages(site).values()
        if "Crown copyright 2009" not in p.tree.find(".//footer").text_content()
    ]
    assert uncredited == []
