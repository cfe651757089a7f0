"""What is in `docs/` can be published: files with names that can be addresses, and pages that can be
read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.checks.rules.context import World
from macros.loading.overlay import LOCAL
from macros.loading.problem import Place, Problem, Severity, printable
from macros.loading.unreadable import Unreadable, too_large
from macros.loading.utf8 import decoded
from macros.loading.yaml_file import refuse_conflict
from macros.pages.handwritten import LEFT_OUT, MAX_PAGE_BYTES, NOTES, is_published, written

# MkDocs takes these for pages as well, and then nothing else here would know them.
OTHER_PAGES = {".markdown", ".mdown", ".mkdn", ".mkd"}
PAGE = ".md"
# In addresses, # and ? end the path, and % begins a code. The others are refused by the disks of Windows.
UNFIT = set('#?%"*<>|:\\')
DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")}
DEVICES |= {"CONIN$", "CONOUT$"}
LEFT_ASIDE = "not-published"
LEFT_BEHIND = "left-behind"
WELL_KNOWN = ".well-known"  # the one folder with a dot in front that readers' programs look for
# What programs keep beside files of their own, and nobody expects on the site.
LITTER = {".ds_store", ".directory", ".localized", ".editorconfig", ".keep", ".nojekyll"}
LITTER_STARTS = ("._", ".~", ".#", ".git")
COPIES = (".bak", ".orig", ".rej", ".tmp", ".swp", ".swo", "~")  # how editors end the names of copies
LOCKS = ("~$", ".~lock.")
LITTER_SEEN = {"thumbs.db", "desktop.ini"}
LONGEST_NAME = 200  # bytes; disks and zips allow a little more


def shown(docs: Path, file: Path) -> Place:
    """Return the place of a file under `docs`, as people see it."""
    return Place(printable(f"{docs.name}/{file.relative_to(docs).as_posix()}"))


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each file under docs/ that cannot be published, or that nobody would see."""
    if not world.docs.is_dir():
        return
    for path in sorted(world.docs.rglob("*")):
        if wrong := _sort(path) or _name(world.docs, path):
            code, message, hint = wrong
            severity: Severity = "warning" if code in (LEFT_ASIDE, LEFT_BEHIND) else "error"
            yield Problem(shown(world.docs, path), "", message, code, hint, severity)
    for file in written(world.docs).values():
        yield from _unreadable(world.docs, file)


def _sort(path: Path) -> tuple[str, str, str] | None:
    """Return what is wrong with the sort of thing at `path`."""
    if path.is_symlink():
        return "symlink", "this is a link to another place, not a file.", "Put the file itself here."
    if path.is_dir():
        if path.suffix.lower() == PAGE:
            return "page-folder", "this is a folder with the name of a page.", "Rename the folder."
        return None
    if not path.is_file():
        return "no-regular-file", "this is neither a file nor a folder.", "Delete it."
    return None


def _name(docs: Path, path: Path) -> tuple[str, str, str] | None:
    """Return what is wrong with the name of the file or folder at `path`."""
    name = path.relative_to(docs).as_posix()
    if not path.name.isprintable():
        hint = "Rename it, with letters, digits and hyphens."
        return "file-name", "this name holds characters that cannot be shown.", hint
    if unfit := _unfit(path.name):
        hint = "Rename it, with letters, digits and hyphens."
        return "file-name", f"{unfit}, so it would not work on every machine.", hint
    if len(path.name.encode()) > LONGEST_NAME:
        return "file-name", f"this name is longer than {LONGEST_NAME} bytes.", "Give it a shorter name."
    ending = path.suffix.lower()
    if path.is_file() and (ending in OTHER_PAGES or (ending == PAGE and path.suffix != PAGE)):
        return "page-ending", f"a page ends in {PAGE}.", f"Rename it to {path.stem}{PAGE}."
    if path.name != NOTES and path.name.lower() == NOTES.lower():
        message = f"this page would be published. Notes for colleagues are called {NOTES}."
        return "file-name", message, f"Rename it to {NOTES}, or give it another name."
    if name.lower() == LOCAL and (name != LOCAL or path.is_file()):
        message = f"the folder of your own pages is called {docs.name}/{LOCAL}."
        return "file-name", message, "Rename it."
    if path.suffix == PAGE and not is_published(name):
        return (
            "unpublished",
            f"this page is not published: its name starts with a dot, or it is in {docs.name}/{LEFT_OUT}/.",
            "Rename it or move it, or delete it.",
        )
    return _unexpected(path, name) if path.is_file() else None


def _unexpected(path: Path, name: str) -> tuple[str, str, str] | None:
    """Return that a file is left out though somebody would expect it, or published though nobody would."""
    low = path.name.lower()
    if is_published(name):
        if not (low.endswith(COPIES) or low.startswith(LOCKS) or low in LITTER_SEEN):
            return None
        message = "a program seems to have left this file behind, and it would be published."
        return LEFT_BEHIND, message, "Delete it. If readers should have it, give it another name."
    parts = PurePosixPath(name).parts
    in_hidden = any(part.startswith(".") for part in parts[:-1])
    litter = low in LITTER or low.startswith(LITTER_STARTS) or low.endswith(COPIES)
    if litter or (in_hidden and WELL_KNOWN not in parts):
        return None
    why = f"it is in docs/{LEFT_OUT}/" if parts[0] == LEFT_OUT else "its name or its folder starts with a dot"
    hint = "If readers need it, give it another name, or put it on the server beside the site."
    return LEFT_ASIDE, f"this file is not published: {why}.", hint


def _unfit(name: str) -> str:
    """Return what in a name an address or a disk cannot hold."""
    signs = [sign for sign in name if sign in UNFIT]
    if signs:
        return f"this name holds “{signs[0]}”"
    if name != name.strip(" ") or name.endswith("."):
        return "this name begins or ends with a space, or ends with a full stop"
    word = name.partition(".")[0].strip(" ").upper()
    return f"Windows keeps the name “{word}” for itself" if word in DEVICES else ""


def _unreadable(docs: Path, file: Path) -> Iterator[Problem]:
    """Yield the first thing for which the text of a page cannot be read."""
    place = shown(docs, file)
    try:
        size = file.stat().st_size
        if size > MAX_PAGE_BYTES:
            raise too_large(MAX_PAGE_BYTES, "Share it among several pages.")
        refuse_conflict(decoded(file.read_bytes(), MAX_PAGE_BYTES))
    except OSError:
        hint = "Check that you may read it."
        yield Problem(place, "", "this file cannot be opened.", "unreadable", hint)
    except Unreadable as why:
        yield Problem(Place(place.path, why.line, why.column), "", why.message, why.code, why.hint)
