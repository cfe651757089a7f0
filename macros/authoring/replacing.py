"""Replacing: a record of the handbook that is followed, copied to the team's own folder, where it stands in
its place.
"""

from __future__ import annotations

from pathlib import Path

from macros.authoring.editor_schema import FOLDER
from macros.authoring.scaffold import NotStarted, begin
from macros.loading.overlay import LOCAL, own_folder
from macros.model import FOLDERS
from macros.similarity import suggest


def replacement(content: Path, record: str) -> Path:
    """Copy `record` to the team's own folder in `content`, marked as replacing the original, and return its
    path.

    A record is named as the check, `hidden.yml` and the data name it: `lesson/its-id`, `lessons/its-id`, or
    the path of its file. Raises NotStarted, and never overwrites a file.
    """
    own = own_folder(content)
    if own == content:
        raise NotStarted(
            f"There is no {(own / LOCAL / 'site.yml').as_posix()}, so this handbook follows no other. Change the record itself."
        )
    original = _original(content, record)
    file = own / original.relative_to(content)
    try:
        text = original.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise NotStarted(
            f"{original.as_posix()} is not UTF-8, so it cannot be read. Save it as UTF-8 first."
        ) from None
    begin(file, "replaces: true\n" + text.replace(f"$schema=../{FOLDER}/", f"$schema=../../{FOLDER}/"))
    return file


def _original(content: Path, record: str) -> Path:
    """The file of the record, by any of its names; its id alone is enough where no other kind has it."""
    files = {
        f"{cls.kind}/{file.stem}": file
        for cls in FOLDERS
        for file in sorted((content / cls.folder).glob("*.yml"))
    }
    folder, _, id = record.replace("\\", "/").removesuffix(".yml").rpartition("/")
    kinds = [cls.kind for cls in FOLDERS if folder.rpartition("/")[2] in ("", cls.kind, cls.folder)]
    found = [name for name in files if name in {f"{kind}/{id}" for kind in kinds}]
    if len(found) == 1:
        return files[found[0]]
    if found:
        raise NotStarted(
            f"There are {len(found)} records “{record}” in {content.as_posix()}/. Say which: {' or '.join(found)}."
        )
    near = (
        suggest(f"{kinds[0]}/{id}", files)
        if len(kinds) == 1
        else suggest(id, (name.partition("/")[2] for name in files))
    )
    raise NotStarted(
        f"There is no record “{record}” in {content.as_posix()}/. {near or 'Name it by its kind and its id, such as lessons/its-id.'}"
    )
