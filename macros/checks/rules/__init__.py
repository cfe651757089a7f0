"""What must be true of content beyond the shape of each record. Each rule takes a World and yields problems.

Each module is one rule. This table is the only list of them, in the order in which they are explained to
readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.checks.rules import (
    binding_rules,
    crosswalk_pairs,
    date_order,
    editions,
    example_documents,
    example_facts,
    feedback_channel,
    ids,
    known_conditions,
    label_blanks,
    lesson_evidence,
    links,
    milestone_types,
    orphans,
    page_files,
    priorities,
    product_flow,
    product_sections,
    readable_colours,
    reference_targets,
    site_files,
    titles,
)
from macros.checks.rules.context import World
from macros.loading.problem import Problem

Rule = Callable[[World], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    reference_targets.check,
    known_conditions.check,
    binding_rules.check,
    priorities.check,
    ids.check,
    crosswalk_pairs.check,
    product_flow.check,
    product_sections.check,
    example_documents.check,
    example_facts.check,
    lesson_evidence.check,
    date_order.check,
    milestone_types.check,
    editions.check,
    orphans.check,
    titles.check,
    links.check,
    label_blanks.check,
    page_files.check,
    site_files.check,
    feedback_channel.check,
    readable_colours.check,
)

__all__ = ["RULES", "World"]
