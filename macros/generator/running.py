"""MkDocs as a program: it builds the site, or serves it while people edit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from macros.refusal import Refusal

MKDOCS = (sys.executable, "-m", "macros.generator.program")
SETTINGS = {"NO_MKDOCS_2_WARNING": "1"}
WHILE_SERVING = {"SERVING": "true", "ON_ERROR_FAIL": "false"}
HOST = "127.0.0.1"


def build(offline: bool) -> int:
    """Build the site of the project in this folder, strictly, and return the exit code."""
    settings = {"OFFLINE": "true"} if offline else {}
    return _run(["build", "--strict"], SETTINGS | settings)


def serve(port: int) -> int:
    """Serve the site, and follow every save, until a person stops it.

    Raise Refusal when the port is taken.
    """
    _refuse_taken(port)
    return _run(["serve", "--livereload", "--dev-addr", f"{HOST}:{port}"], SETTINGS | WHILE_SERVING)


def _refuse_taken(port: int) -> None:
    with socket.socket() as free:
        if os.name != "nt":  # as MkDocs does itself; on Windows this would take the port of another
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            free.bind((HOST, port))
        except OSError:
            raise Refusal(
                f"Another program uses the port {port}, perhaps the site itself in another window. "
                f"Stop that, or choose another port: --port {port + 1}."
            ) from None


def _run(arguments: list[str], settings: dict[str, str]) -> int:
    try:
        return subprocess.run([*MKDOCS, *arguments], env={**os.environ, **settings}, check=False).returncode
    except KeyboardInterrupt:  # Control and C, which is how a person ends it
        return 0
