"""The environment in which hand-written pages call macros: nothing else can be called, read or changed.

It is a sandbox twice over. A page may hold only calls of our macros with values that are written out, and a
few filters. And what would get past that has no attributes, no other functions and no variables to work with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.publishing.page_values import filters_of, too_much
from macros.similarity import suggest

Macro = Callable[..., Any]
FILTERS = ("capitalize", "join", "length", "lower", "replace", "title", "trim", "upper")
PARTS = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Call,
    nodes.Keyword,
    nodes.Filter,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
)
NO_MACRO = "the braces here or above do not hold a macro that can be read."
ONLY_MACROS = "between double braces, a page can only call one of the macros."


@dataclass(frozen=True)
class Call:
    """One call of a macro in a page: its name, its values, and its line."""

    name: str
    values: tuple[Any, ...]
    named: Mapping[str, Any]
    line: int


class PageTemplate:
    """A page that can be rendered. The generator offers it variables, and it takes none."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def render(self, *_: Any, **__: Any) -> str:
        """Return the page with the results of its macros."""
        return self._template.render()


class PageEnvironment(ImmutableSandboxedEnvironment):
    """Reads pages that call `macros`."""

    def __init__(self, macros: Mapping[str, Macro]) -> None:
        super().__init__(undefined=StrictUndefined)
        filters = filters_of(self.filters, FILTERS)
        self.globals = dict(macros)
        self.filters = filters
        self.tests = {}
        self._callable = {id(macro) for macro in macros.values()}

    def from_string(self, source: Any, *_: Any, **__: Any) -> Any:
        """Return the page. Raises TemplateSyntaxError, with the line, for what a page may not hold."""
        self.calls(source)
        return PageTemplate(super().from_string(source))

    def calls(self, source: str) -> list[Call]:
        """Return the calls in a page, in order. Raises TemplateSyntaxError for what a page may not hold."""
        try:
            tree = self.parse(source)
            wrong = next(self._wrong(tree), None)
        except RecursionError:
            wrong = (self._line_of(source, RecursionError), "this is nested too deeply to be read.")
        except ValueError:
            wrong = (self._line_of(source, ValueError), "this number is too large.")
        except TemplateSyntaxError as error:
            wrong = (error.lineno, NO_MACRO)
        if wrong:
            raise TemplateSyntaxError(wrong[1], wrong[0])
        return [_call(node) for node in tree.find_all(nodes.Call)]

    def _line_of(self, source: str, error: type[Exception]) -> int:
        """Return the first line that alone cannot be read for this reason, or else the first."""
        for number, line in enumerate(source.split("\n"), 1):
            try:
                list(self._wrong(self.parse(line)))
            except error:
                return number
            except TemplateSyntaxError:
                continue
        return 1

    def _wrong(self, tree: nodes.Template) -> Iterator[tuple[int, str]]:
        """Yield what a page may not hold, each with its line."""
        yield from too_much(tree)
        for node in _refused(tree):
            yield node.lineno, ONLY_MACROS
        for call in map(_call, tree.find_all(nodes.Call)):
            if call.name not in self.globals:
                yield (
                    call.line,
                    f"there is no macro “{call.name}”. {suggest(call.name, self.globals)}".strip(),
                )
        for each in tree.find_all(nodes.Filter):
            if each.name not in FILTERS:
                yield each.lineno, f"there is no filter “{each.name}”. The filters are: {', '.join(FILTERS)}."

    def is_safe_attribute(self, *_: Any) -> bool:
        """Nothing has attributes here."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether `obj` is one of the macros."""
        return id(obj) in self._callable


def _refused(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield every part of a page that is not allowed in one."""
    if not isinstance(node, PARTS) or (isinstance(node, nodes.Call) and not _is_plain(node)):
        yield node
        return
    for child in node.iter_child_nodes(exclude=("node",) if isinstance(node, nodes.Call) else ()):
        yield from _refused(child)


def _is_plain(node: nodes.Call) -> bool:
    """Return whether a call names its macro, and every value is written out."""
    spread = node.dyn_args is not None or node.dyn_kwargs is not None
    values = (*node.args, *(keyword.value for keyword in node.kwargs))
    return isinstance(node.node, nodes.Name) and not spread and all(map(_is_written_out, values))


def _is_written_out(value: nodes.Node) -> bool:
    """Return whether a value is a text, a number, true or false, or a list of such."""
    if isinstance(value, (nodes.List, nodes.Tuple)):
        return all(map(_is_written_out, value.items))
    return isinstance(value, nodes.Const)


def _call(node: nodes.Call) -> Call:
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    named = {keyword.key: keyword.value.as_const() for keyword in node.kwargs}
    return Call(name, tuple(value.as_const() for value in node.args), named, node.lineno)
