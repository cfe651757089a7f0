"""A folder that is whole or as it was: it is filled beside its place, and takes it when it is complete."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from pathlib import Path

from macros.authoring.disk.lock import alone
from macros.refusal import Refusal

OF_A_SITE = ("index.html", "404.html")
AT_THE_WORKING_FOLDER = -100  # AT_FDCWD of Linux
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS


class Beside:
    """The folder `new`, to be filled, which then takes the place of the folder `place`.

    Between `begin` and `end` no other process can do the same. What a process left behind that was killed is
    put right at the next `begin`.
    """

    def __init__(self, place: Path) -> None:
        # The folder above is followed to where it is, but a link at the place itself is to be seen.
        self.place = place.parent.resolve() / place.name
        self.new, self.old, self.gone, self.lock = (
            self.place.with_name(f".{self.place.name}.{name}") for name in ("new", "old", "gone", "lock")
        )
        self._held = contextlib.ExitStack()

    def begin(self) -> None:
        """Make the empty folder `new`. Raise Refusal where the place cannot be taken, or OSError."""
        _refuse(self.place)
        self.place.parent.mkdir(parents=True, exist_ok=True)
        busy = (
            f"Another build is writing to {self.place.as_posix()}. Run the command again when it has ended. "
            "Nothing was changed."
        )
        self._held.enter_context(alone(self.lock, busy))
        try:
            self._put_right()
            self.new.mkdir()
            if self.place.exists():
                shutil.copymode(self.place, self.new)
        except BaseException:
            self.end()
            raise

    def take_place(self) -> None:
        """Let `new` take the place, in one step where the system can.

        Raise OSError, and leave the place as it was.
        """
        _refuse(self.place)
        if not self.place.exists():
            self.new.rename(self.place)
            return
        self._keep_hidden()
        if exchanged(self.new, self.place):
            self._remove(self.new)  # the name of the old folder now
        else:
            self._take_place_in_two_steps()
            self._remove(self.old)

    def end(self) -> None:
        """Remove what is unfinished, and let others build."""
        shutil.rmtree(self.new, ignore_errors=True)
        self._held.close()

    def _take_place_in_two_steps(self) -> None:
        self.place.rename(self.old)
        try:
            self.new.rename(self.place)
        except BaseException:
            self.old.rename(self.place)
            raise

    def _put_right(self) -> None:
        """Give the old folder its place back where a killed process had just taken it; remove the rest."""
        if self.old.exists() and not self.place.exists():
            self.old.rename(self.place)
        for rest in (self.old, self.new):
            if rest.exists():
                self._remove(rest)
        if self.gone.exists():
            shutil.rmtree(self.gone)

    def _keep_hidden(self) -> None:
        """Copy what is hidden in the place, such as `.git`, because a build does not make that."""
        for entry in self.place.iterdir():
            copy = self.new / entry.name
            if not entry.name.startswith(".") or copy.exists():
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, copy, symlinks=True)
            else:
                shutil.copy2(entry, copy, follow_symlinks=False)

    def _remove(self, folder: Path) -> None:
        """Remove a folder under a name that is never taken for a whole one."""
        with contextlib.suppress(OSError):
            folder.rename(self.gone)
            folder = self.gone
        shutil.rmtree(folder, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step, and return whether the system can do that."""
    names = (os.fsencode(one), os.fsencode(other))
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, EXCHANGE) == 0)
        first, second = names
        return bool(
            system.renameat2(AT_THE_WORKING_FOLDER, first, AT_THE_WORKING_FOLDER, second, EXCHANGE) == 0
        )
    except (AttributeError, OSError, TypeError):  # no such function, or no such library
        return False


def holds_other_things(folder: Path) -> bool:
    """Return whether there is a folder with files in it and no page that opens a site, so that it is none."""
    if not folder.is_dir():
        return False
    names = {entry.name for entry in folder.iterdir() if not entry.name.startswith(".")}
    return bool(names) and not names.intersection(OF_A_SITE)


def _refuse(place: Path) -> None:
    """Raise Refusal where something other than a site, or a folder for one, is at the place."""
    if place.is_symlink():
        kind = "a link"
    elif place.exists() and not place.is_dir():
        kind = "not a folder"
    elif holds_other_things(place):
        kind = "a folder that holds other things than a site"
    else:
        return
    raise Refusal(
        f"{place.as_posix()} is {kind}, so the site cannot be built there. Nothing was changed. "
        "Move it away, or name another folder with --site-dir."
    )
