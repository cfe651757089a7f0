"""A walk through the handbook as one keeps a diary: what was pressed, what was read out. By keyboard alone, or by the accessibility tree alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

# What a screen reader would call the element that has the focus.
FOCUSED = """() => { const e = document.activeElement, label = e.labels && e.labels[0];
  const name = e.getAttribute('aria-label') || (label ? label.textContent : e.textContent);
  const roles = {A: 'link', BUTTON: 'button', INPUT: 'box', SELECT: 'choice', SUMMARY: 'button', MAIN: 'the content', BODY: 'that part of the page'};
  return [roles[e.tagName] || 'region', e.tagName === 'MAIN' || e === document.body ? '' : name.replace(/\\s+/g, ' ').trim()]; }"""

# Roles as people say them, where that is another word.
SPOKEN = {
    "listitem": "entry of a list",
    "columnheader": "column heading",
    "rowheader": "row heading",
    "complementary": "facts beside the text",
    "status": "status line",
}


@dataclass
class Keyboard:
    """One page, and hands that only press keys. `diary` holds every stop."""

    page: Page
    diary: list[str] = field(default_factory=list)

    def arrive(self, how: str) -> None:
        """Note the page that is shown now."""
        self.page.wait_for_load_state()
        self.diary.append(f"{how} The page is “{self.page.locator('h1').inner_text()}”.")

    def press(self, key: str) -> str:
        """Press a key, and note where it leads to. Returns the name of what has the focus."""
        self.page.keyboard.press(key)
        role, name = self.page.evaluate(FOCUSED)
        self.diary.append(f"{key}: {role}{f' “{name}”' if name else ''}.")
        return name

    def tab_to(self, selector: str, limit: int) -> str:
        """Press Tab until something that fits `selector` has the focus, at most `limit` times."""
        for _ in range(limit):
            name = self.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return name
        raise AssertionError(f"{limit} presses of Tab did not reach {selector}:\n" + "\n".join(self.diary))

    def enter(self) -> None:
        """Follow the link that has the focus to another page."""
        self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()
        self.arrive("Enter.")

    def back(self) -> None:
        """Back to another page, past the places on this one. The key belongs to the browser, and a browser without a window has none."""
        heading = self.page.locator("h1").inner_text()
        for _ in range(4):
            self.page.go_back()
            self.arrive("The browser's key for back.")
            if self.page.locator("h1").inner_text() != heading:
                return


@dataclass
class Listener:
    """One page, known by the roles and names in its accessibility tree alone. `diary` holds all that was read out."""

    page: Page
    diary: list[str] = field(default_factory=list)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    at: int = 0

    def arrive(self) -> str:
        """Read the tree of the page that is shown now, and its title. Returns its heading."""
        self.page.wait_for_load_state()
        self.session = self.page.context.new_cdp_session(self.page)
        tree = {node["nodeId"]: node for node in self.session.send("Accessibility.getFullAXTree")["nodes"]}
        root = next(node for node in tree.values() if not node.get("parentId"))
        self.nodes = list(_spoken(tree, root))
        self.at = 0
        self.diary.append(f"The page is “{root['name']['value']}”.")
        mains = [node for node in self.nodes if _role(node) == "main"]
        assert (
            len(mains) == 1 and len([n for n in self.nodes if _role(n) == "heading" and _level(n) == 1]) == 1
        )
        return self.find("heading", level=1)

    def find(self, role: str, name: str | None = None, level: int = 0) -> str:
        """Go on to the next node of this role (and start of its name, and level), as one does with a key of a screen reader. Returns its name."""
        for index in range(self.at + 1, len(self.nodes)):
            node = self.nodes[index]
            if (
                _role(node) == role
                and (name is None or _name(node).startswith(name))
                and (not level or _level(node) == level)
            ):
                self.at = index
                said = f"{SPOKEN.get(role, role)}{f' of level {level}' if level else ''}".capitalize()
                self.diary.append(f"{said} “{_name(node)}”." if _name(node) else f"{said}.")
                return _name(node)
        raise AssertionError(
            f"after “{_name(self.nodes[self.at])}” there is no {role} {name or ''}:\n" + "\n".join(self.diary)
        )

    def press(self) -> str:
        """Press what was found last, and arrive. Returns the heading of the page that opens."""
        self.act()
        return self.arrive()

    def act(self) -> None:
        """Press what was found last."""
        found = self.session.send(
            "DOM.resolveNode", {"backendNodeId": self.nodes[self.at]["backendDOMNodeId"]}
        )["object"]["objectId"]
        self.diary.append("Press it.")
        before = self.page.url
        self.session.send(
            "Runtime.callFunctionOn",
            {"objectId": found, "functionDeclaration": "function () { this.click(); }"},
        )
        self.page.wait_for_url(lambda url: url != before)


def _spoken(tree: dict[str, Any], node: dict[str, Any]) -> Any:
    if not node.get("ignored"):
        yield node
    for child in node.get("childIds", ()):
        yield from _spoken(tree, tree[child]) if child in tree else ()


def _role(node: dict[str, Any]) -> str:
    return str(node["role"]["value"])


def _name(node: dict[str, Any]) -> str:
    return " ".join(str(node.get("name", {}).get("value", "")).split())


def _level(node: dict[str, Any]) -> int:
    return next((int(p["value"]["value"]) for p in node.get("properties", ()) if p["name"] == "level"), 0)
