"""YAML as the content folder writes it: texts in blocks that people can edit, and always the same value when
it is read again.
"""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 118


class _Dumper(yaml.SafeDumper):
    """Lists are under their field, further in; long texts are folded, and texts of several lines keep their
    lines.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002 - PyYAML names it
        return super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = ">" if len(value) > WIDTH - 20 else None
    if "\n" in value:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


_Dumper.add_representer(str, _text)


def as_yaml(name: str, value: Any) -> str:
    """One field with its value, which is text, or lists and groups of texts. What no block can hold exactly
    is quoted.
    """
    pretty = yaml.dump({name: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    try:
        if yaml.load(pretty, Loader=yaml.CBaseLoader) == {name: value} and "\t" not in pretty:
            return pretty
    except yaml.YAMLError:
        pass
    return yaml.dump({name: value}, Dumper=_Quoted, sort_keys=False, width=WIDTH)


class _Quoted(yaml.SafeDumper):
    """Every text in double quotes, with signs for whatever is not plain."""


_Quoted.add_representer(
    str, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value, '"')
)
