"""The command that writes products as files: documents."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from macros.authoring.disk.whole_files import put_all
from macros.checks.check import ValidHandbook, valid
from macros.commands.options import content_option, docs_option, require, telling, theme_option
from macros.commands.project_option import project_in, project_option
from macros.loading.tailoring.project_hiding import NOTHING, hiding
from macros.model import Phase, Product, Role
from macros.model.product import DocumentFormat
from macros.pages.addresses import home_of
from macros.pages.views.lists import gate_products
from macros.publishing.build import Folders
from macros.publishing.documents.file_places import formats_of
from macros.publishing.documents.shelf import Shelf, for_role
from macros.refusal import Refusal
from macros.similarity import suggest


@click.command()
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist/documents"),
    show_default=True,
    help="The folder to write to.",
)
@click.option("--phase", metavar="ID", help="Only what the gate of this phase asks for.")
@click.option("--role", metavar="ID", help="Only what this role keeps, writes, checks or approves.")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(DocumentFormat)),
    help="In this format alone.",
)
@project_option("What it hides is left out, and each file says so.")
@content_option
@docs_option
@theme_option
def documents(
    to: Path,
    phase: str | None,
    role: str | None,
    form: DocumentFormat | None,
    file: Path | None,
    content: Path,
    docs: Path,
    theme: Path,
) -> None:
    """Write the template of each product as a file for Word, Excel and LibreOffice.

    A file that is there and says something else is never replaced, because somebody may have filled it in.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    require(content)
    folders = Folders(content, docs, theme)
    with telling():
        handbook = valid(content, docs, theme)
        left = hiding(handbook, project_in(file, handbook)) if file else NOTHING
        wanted = [each for each in _chosen(handbook, phase, role) if formats_of(each)]
        cut = [each.title for each in wanted if each.id in left.products]
        kept = [each for each in wanted if each.id not in left.products]
        shelf = Shelf(handbook, folders.templates, home_of(handbook.site.address), hiding=left)
        files = _files(shelf, kept, form)
        if cut:
            click.echo(f"Left out, because your project leaves out what makes them: {', '.join(cut)}.")
        if not files:
            raise Refusal("No template fits what you asked for, so nothing was written.")
        new = _new(files, to)
        put_all(new)
    same = len(files) - len(new)
    click.echo(f"{len(new)} files are written to {to.as_posix()}." + (f" {same} were there." if same else ""))


def _chosen(handbook: ValidHandbook, phase: str | None, role: str | None) -> list[Product]:
    """Return the products of a phase and a role, or all. Raise Refusal for what does not exist."""
    chosen = handbook.all(Product)
    if phase is not None:
        _require_known("phase", phase, handbook)
        ids = {product.id for product in gate_products(handbook, handbook.get(Phase, phase))}
        chosen = [product for product in chosen if product.id in ids]
    if role is not None:
        _require_known("role", role, handbook)
        ids = {product.id for product in for_role(handbook, handbook.get(Role, role).id)}
        chosen = [product for product in chosen if product.id in ids]
    return chosen


def _require_known(kind: str, id: str, handbook: ValidHandbook) -> None:
    known = [record.id for record in handbook.all(kind)]
    if id not in known:
        raise Refusal(f"There is no {kind} “{id}”. {suggest(id, known)} It is one of: {', '.join(known)}.")


def _files(shelf: Shelf, products: list[Product], form: DocumentFormat | None) -> dict[str, bytes]:
    """Return each file by its name."""
    return {
        f"{product.id}.{each}": shelf.file(product, each)
        for product in products
        for each in formats_of(product)
        if form in (None, each)
    }


def _new(files: dict[str, bytes], to: Path) -> dict[Path, bytes]:
    """Return what is not there yet. Raise Refusal where a file of that name says something else."""
    new: dict[Path, bytes] = {}
    changed: list[str] = []
    for name, data in files.items():
        path = to / name
        if not path.exists():
            new[path] = data
        elif not path.is_file() or path.read_bytes() != data:
            changed.append(name)
    if changed:
        raise Refusal(
            f"Nothing was written, because {len(changed)} of these files are in {to.as_posix()} already and "
            f"say something else: {', '.join(changed[:5])}{' …' if len(changed) > 5 else ''}. Give another "
            "folder with --to, or move these away."
        )
    return new
