"""Lets the Nth step of a process fail that writes: opening to write, writing, flushing, renaming, linking,
making a folder. Or ends the process there, as a power cut does.

In a process of its own, this file is its `sitecustomize` (see `tests/built/test_faults_of_commands.py`).
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STEPS = ("fsync", "write", "rename", "replace", "link", "mkdir")
KILLED = 137


class Faults:
    """Counts the steps of this process. The one with the number `at` fails, or ends the process."""

    def __init__(self, at: int, die: bool = False) -> None:
        self.at = at
        self.die = die
        self.count = 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.at and self.die:
            os._exit(KILLED)
        if self.count == self.at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def wrapped(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            self.step()
            return real(*args, **named)

        return called

    def opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
            if not set(mode) & set("wax+") or file in (1, 2):
                return real(file, mode, *args, **named)
            self.step()
            return Written(real(file, mode, *args, **named), self)

        return opened


class Written:
    """A file that is open to write, each write of which is a step."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self.file = file
        self.faults = faults

    def write(self, data: Any) -> Any:
        self.faults.step()
        return self.file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def __enter__(self) -> Written:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.file)


@contextmanager
def faults(at: int, die: bool = False) -> Iterator[Faults]:
    """Let the step number `at` of this process fail, or end it there."""
    made = Faults(at, die)
    real = {name: getattr(os, name) for name in STEPS}
    opening = io.open
    try:
        for name in STEPS:
            setattr(os, name, made.wrapped(real[name]))
        builtins.open = io.open = made.opening(opening)  # type: ignore[assignment]
        yield made
    finally:
        builtins.open = io.open = opening
        for name in STEPS:
            setattr(os, name, real[name])


if "FAULT_AT" in os.environ and os.environ["FAULT_IN"] in sys.orig_argv:
    import atexit

    here = faults(int(os.environ["FAULT_AT"]), os.environ.get("FAULT_DIES") == "yes")
    running = here.__enter__()

    def _report() -> None:
        here.__exit__(None, None, None)
        Path(os.environ["FAULT_COUNT"]).write_text(str(running.count), "utf-8")

    atexit.register(_report)
