"""Replacing: a record of the original handbook, copied to the local folder, where it takes its place."""

from __future__ import annotations

from pathlib import Path

from macros.authoring.beginning import begin
from macros.authoring.editor_schema import FOLDER
from macros.loading.fingerprint import fingerprint_of
from macros.loading.overlay import LOCAL, own_folder
from macros.loading.yaml_file import parse
from macros.model import FOLDERS
from macros.refusal import Refusal
from macros.similarity import suggest

HOW_TO_NAME = "Name it by its kind and its id, such as lessons/its-id."


def replacement(content: Path, record: str) -> Path:
    """Copy `record` to the local folder in `content`, marked as replacing the original, and return its path.

    A record is named as the check, `hidden.yml` and the data name it: `lesson/its-id`, `lessons/its-id`, or
    the path of its file. Raises Refusal, and never overwrites a file.
    """
    own = own_folder(content)
    if own == content:
        raise Refusal(
            f"There is no {(own / LOCAL / 'site.yml').as_posix()}, so this handbook follows no other. "
            "Change the record itself."
        )
    original = _original(content, record)
    file = own / original.relative_to(content)
    try:
        text = original.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(
            f"{original.as_posix()} is not UTF-8, so it cannot be read. Save it as UTF-8 first."
        ) from None
    document, wrong = parse(text.encode(), original.as_posix())
    if wrong:
        raise Refusal(f"{original.as_posix()} has errors. Run `handbook check` to see them.")
    head = f"replaces: true\noriginal: {fingerprint_of(document)}\n"
    begin(file, head + text.replace(f"$schema=../{FOLDER}/", f"$schema=../../{FOLDER}/"))
    return file


def _original(content: Path, record: str) -> Path:
    """Return the file of the record, by any of its names; its id alone is enough where no other kind has
    it.
    """
    files = {
        f"{cls.kind}/{file.stem}": file
        for cls in FOLDERS
        for file in sorted((content / cls.folder).glob("*.yml"))
    }
    folder, _, name = record.replace("\\", "/").removesuffix(".yml").rpartition("/")
    kinds = [cls.kind for cls in FOLDERS if folder.rpartition("/")[2] in ("", cls.kind, cls.folder)]
    matches = [f"{kind}/{name}" for kind in kinds if f"{kind}/{name}" in files]
    if len(matches) == 1:
        return files[matches[0]]
    where = f"{content.as_posix()}/"
    if matches:
        choice = " or ".join(matches)
        raise Refusal(f"There are {len(matches)} records “{record}” in {where}. Say which: {choice}.")
    if len(kinds) == 1:
        near = suggest(f"{kinds[0]}/{name}", files)
    else:
        near = suggest(name, (key.partition("/")[2] for key in files))
    raise Refusal(f"There is no record “{record}” in {where}. {near or HOW_TO_NAME}")
