"""Rendering: templates in `overrides/handbook/` and a handbook become HTML.

The one place where markup and content meet. Autoescape is always on and undefined names are errors, so a text
from content is shown exactly as typed, and a misspelt name in a template stops the build.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import KIND_OF, Record, Term
from macros.pages import prose, record_pages
from macros.pages.addresses import Addresses
from macros.pages.feeds import Feed, feeds
from macros.pages.offered_files import NoShelf, Shelf
from macros.pages.record_pages import source_of
from macros.pages.templates import Templates
from macros.pages.term_links import TermLinks
from macros.pages.views import views
from macros.pages.views.terms import used_terms
from macros.pages.wording import Words


class Renderer:
    """Renders the templates of one handbook.

    `offline`, `home` and `shelf` mean the same as in `macros.publishing.build.Build`.
    """

    def __init__(
        self,
        handbook: Handbook,
        templates: Path,
        addresses: Addresses,
        docs: Path = Path("docs"),
        *,
        offline: bool = False,
        home: str = "",
        shelf: Shelf | None = None,
    ) -> None:
        self.handbook = handbook
        self.addresses = addresses
        self.docs = docs
        self.home = home
        self.shelf = shelf or NoShelf()
        self.words = Words(handbook.site)
        self.env = Templates(templates)
        self._shared: dict[tuple[Hashable, ...], Markup] = {}
        flow = Flow(handbook)
        self.env.globals |= self._globals() | views(handbook, flow)
        self.env.globals |= {"flow": flow, "offline": offline}
        self.env.filters |= {
            "when": self.words.when,
            "plain": prose.plain,
            "md": self._prose(inline=False),
            "mdi": self._prose(inline=True),
        }

    def render(self, template: str | Sequence[str], here: str, **values: Any) -> Markup:
        """Return a template, the first of several that exists, as HTML for the page whose path under docs/ is
        `here`.
        """
        names = [template] if isinstance(template, str) else template
        return Markup(self.env.select_template(names).render(here=here, **values))

    def shared(self, template: str, here: str, **values: Hashable) -> Markup:
        """Return a template as `render` does, made once for all pages of a folder.

        Links from the pages of one folder differ only where a page links to itself. So it is made for a page
        that does not exist, and again where it links to `here`. The page that opens a folder has links of
        its own.
        """
        folder, _, file = here.rpartition("/")
        if file == "index.md" or not file.endswith(".md"):
            return self.render(template, here, **values)
        beside = f"{folder}/_.md" if folder else "_.md"
        key = (template, folder, *values.values())
        if key not in self._shared:
            self._shared[key] = self.render(template, beside, **values)
        itself = self.addresses.link(here, beside)
        made = self._shared[key]
        return self.render(template, here, **values) if f'"{itself}' in made else made

    def source(self, target: Record | str) -> str:
        """Return the path under docs/ of a record's page, or of the page or file named."""
        return target if isinstance(target, str) else source_of(target)

    def term_links(self, record: Record, here: str) -> TermLinks:
        """Return what links the terms that the page of `record` uses to the glossary."""

        def link(term: Term, word: str) -> str:
            href = self.addresses.link(source_of(term), here)
            return self._term.replace("HREF", href).replace("WORD", word)

        return TermLinks(used_terms(self.handbook, record), link)

    @cached_property
    def _term(self) -> str:
        """The link to a term, made once, with two places to fill."""
        return str(self.env.get_template("parts/term.html").render(href="HREF", word="WORD"))

    @cached_property
    def feeds(self) -> list[Feed]:
        """The feeds of the site."""
        return feeds(self.handbook, self.home)

    def _absolute(self, target: Record | str) -> str:
        """Return the address of a record's page, or of the page or file named, for readers who are not on the
        site.
        """
        return self.home + self.addresses.of(self.source(target))

    def _globals(self) -> dict[str, Any]:
        handbook = self.handbook
        return {
            "handbook": handbook,
            "site": handbook.site,
            "framework": handbook.framework,
            "t": handbook.site.labels,
            "folders": KIND_OF,
            "count": self.words.count,
            "fill": self.words.fill,
            "month": self.words.month,
            "url": self._url(),
            "root": self._root(),
            "absolute": self._absolute,
            "record_source": source_of,
            "print_source": record_pages.print_source,
            "gate_source": record_pages.gate_source,
            "late_name": record_pages.late_name,
            "list_script": record_pages.list_script,
            "list_source": record_pages.list_source,
            "find": handbook.find,
            "get": handbook.get,
            "feeds": lambda: self.feeds,
            "files_of": self.shelf.of,
            "example_files": self.shelf.of_example,
            "gate_zip": self.shelf.of_gate,
            "pack_files": self.shelf.of_pack,
            "size": self.words.size,
            "shared": self._piece(),
        }

    def _url(self) -> Callable[..., str]:
        @pass_context
        def url(context: Context, target: Record | str, anchor: str = "") -> str:
            source = self.source(target)
            return self.addresses.link(f"{source}#{anchor}" if anchor else source, context["here"])

        return url

    def _root(self) -> Callable[..., str]:
        @pass_context
        def root(context: Context) -> str:
            """Return the way from this page to the root of the site."""
            return self.addresses.link("data/x", context["here"]).removesuffix("data/x")

        return root

    def _piece(self) -> Callable[..., Markup]:
        @pass_context
        def shared(context: Context, template: str, record: Record) -> Markup:
            """Return a template about `record`, which it knows by `kind` and `id`, made once for a folder."""
            return self.shared(template, context["here"], kind=record.kind, id=record.id)

        return shared

    def _prose(self, *, inline: bool) -> Callable[..., Markup]:
        @pass_context
        def md(context: Context, text: str) -> Markup:
            made = prose.render(text, lambda target: self._resolve(target, context["here"]), inline=inline)
            terms = context.get("terms")
            return terms.linked(made) if terms else made

        return md

    def _resolve(self, target: str, here: str) -> str | None:
        """Return the address of a link in prose, or None for a page that is left out."""
        if not target.startswith("/"):
            return target
        page = target[1:].partition("#")[0]
        return None if page in self._left_out else self.addresses.link(target, here)

    @cached_property
    def _left_out(self) -> set[str]:
        return {source_of(left.record) for left in self.handbook.hidden.values()}
