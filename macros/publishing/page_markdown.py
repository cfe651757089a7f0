"""How hand-written pages become HTML: what we add to the settings of Python-Markdown, for a site and for its
check.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from macros.pages.page_anchor import page_anchor
from macros.publishing.accessible_tables import AccessibleTables


@dataclass(frozen=True)
class PageMarkdown:
    """The extensions of Python-Markdown that the site uses, and the settings of each."""

    extensions: Sequence[str | Extension] = ()
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def with_ours(self) -> PageMarkdown:
        """The same with our tables, and our anchors of headings."""
        contents = {**self.settings.get("toc", {}), "slugify": page_anchor}
        extensions = [*self.extensions, AccessibleTables()]
        return PageMarkdown(extensions, {**self.settings, "toc": contents})

    def reader(self) -> Markdown:
        """Return what turns the text of one page into HTML."""
        return Markdown(
            extensions=list(self.extensions), extension_configs={k: dict(v) for k, v in self.settings.items()}
        )
