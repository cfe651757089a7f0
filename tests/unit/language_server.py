"""A real language server for YAML, the one inside editors, spoken to over its standard input and output."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from itertools import count
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from world import ROOT

LOCK = Path(__file__).parent / "editor"
HOME = ROOT / ".venv" / "editor"
PROGRAM = HOME / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NO_NODE = "npm is not on this machine. Install Node 18 or newer (on Debian: apt-get install npm) to test what editors do with the schemas."
NOT_INSTALLED = "The language server could not be installed. It needs the network once. npm said:\n"
PATIENCE = 30


def install() -> None:
    """Make sure that the locked version is in .venv, by its hashes and without running its scripts. Raises RuntimeError."""
    locked = (LOCK / "package-lock.json").read_text("utf-8")
    stamp = HOME / "package-lock.json"
    if PROGRAM.is_file() and stamp.is_file() and stamp.read_text("utf-8") == locked:
        return
    HOME.mkdir(parents=True, exist_ok=True)
    shutil.copy(LOCK / "package.json", HOME)
    shutil.copy(LOCK / "package-lock.json", HOME)
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        stamp.unlink()
        raise RuntimeError(NOT_INSTALLED + done.stderr[-1000:])


class LanguageServer:
    """One running server that looks at `root` with these editor `settings`. Use it as a context."""

    def __init__(self, root: Path, settings: dict[str, Any]) -> None:
        self.root = root
        self.numbers = count(1)
        self.heard = Queue()
        # Schemas of other projects would be looked up on the network.
        self.settings = {
            "yaml": {
                "schemaStore": {"enable": False},
                "validate": True,
                "completion": True,
                "hover": True,
                **settings,
            }
        }

    def __enter__(self) -> LanguageServer:
        self.process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        folders = [{"uri": self.root.as_uri(), "name": "handbook"}]
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self.root.as_uri(),
                "workspaceFolders": folders,
                "capabilities": {"workspace": {"configuration": True, "workspaceFolders": True}},
            },
        )
        self._send("initialized", {})
        self._send("workspace/didChangeConfiguration", {"settings": self.settings})
        return self

    def __exit__(self, *error: object) -> None:
        self.process.kill()
        self.process.wait()

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Open `text` as the contents of `file` in the editor, and return what the editor marks in it."""
        self._send(
            "textDocument/didOpen",
            {"textDocument": {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}},
        )
        return self._await(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == file.as_uri()
            )
        )["params"]["diagnostics"]

    def complete(self, file: Path, line: int, column: int) -> list[str]:
        """What the editor offers at a place of an open file, both counted from 0."""
        found = self.ask(
            "textDocument/completion",
            {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}},
        )
        return [item["label"] for item in (found["items"] if isinstance(found, dict) else found or [])]

    def hover(self, file: Path, line: int, column: int) -> str:
        """What the editor explains at a place of an open file."""
        found = self.ask(
            "textDocument/hover",
            {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}},
        )
        return found["contents"]["value"] if found else ""

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Send a request and return its result."""
        number = next(self.numbers)
        self._send(method, params, id=number)
        answer = self._await(lambda m: m.get("id") == number and "method" not in m)
        assert "error" not in answer, answer
        return answer["result"]

    def _await(self, wanted: Any) -> dict[str, Any]:
        while True:
            try:
                message = self.heard.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError("The language server did not answer.") from None
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        """The server asks as well, most of all for the settings."""
        asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
        self._write(
            {
                "id": message["id"],
                "result": None if asked is None else [self.settings.get(item["section"]) for item in asked],
            }
        )

    def _send(self, method: str, params: dict[str, Any], **more: Any) -> None:
        self._write({"method": method, "params": params, **more})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        out = self.process.stdout
        while header := out.readline():
            if header.lower().startswith(b"content-length:"):
                while out.readline().strip():
                    pass
                self.heard.put(json.loads(out.read(int(header.split(b":")[1]))))
