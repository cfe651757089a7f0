"""Loading takes four steps: read, layer, follow, check. Each goes from one value to the next, without a disk."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.document import Document
from macros.loading.folder import Files, read_folder
from macros.loading.following import followed
from macros.loading.layers import Layers, layered
from macros.loading.loader import load
from macros.loading.validation import validated
from macros.loading.yaml_file import parse
from macros.model import KINDS
from macros.model.references import references, references_in

ROLE = (
    "title: {title}\nsummary: It is small.\nside: library\nduties: Counts.\nbasis: [{{source: practice}}]\n"
)


def file(kind: str, id: str, text: str, folder: str = "content") -> tuple[tuple[str, str], Document]:
    document, problems = parse(text.encode(), f"{folder}/{kind}s/{id}.yml")
    assert problems == []
    return (kind, id), document


def files(*documents: tuple[tuple[str, str], Document], folder: str = "content") -> Files:
    return Files(folder, dict(documents))


def test_reading_gives_the_files_of_a_folder_by_kind_and_id(world: World):
    read, problems = read_folder(world.content, "content")
    assert (read.documents["role", "driver"].data["title"], read.broken, problems) == (
        "Driver",
        frozenset(),
        [],
    )


def test_a_file_that_cannot_be_read_is_broken_and_its_text_is_kept(world: World):
    world.write("roles/driver.yml", "title: [")
    read, problems = read_folder(world.content, "content")
    assert (read.broken, read.texts["content/roles/driver.yml"]) == ({("role", "driver")}, "title: [")
    assert [problem.code for problem in problems] == ["yaml"]


def test_layering_puts_a_local_record_in_the_place_of_the_original_and_leaves_both_folders_as_they_were():
    base = files(file("role", "driver", ROLE.format(title="Driver")))
    local = files(
        file("role", "driver", "replaces: true\n" + ROLE.format(title="Pilot"), "content/local"),
        file("role", "cook", ROLE.format(title="Cook"), "content/local"),
        folder="content/local",
    )
    layers, problems = layered(base, local)
    assert {key: document.data["title"] for key, document in layers.documents.items()} == {
        ("role", "driver"): "Pilot",
        ("role", "cook"): "Cook",
    }
    assert layers.local is not None
    assert (layers.local.replaced, layers.local.added) == ({("role", "driver")}, {("role", "cook")})
    assert (problems, base.documents["role", "driver"].data["title"]) == ([], "Driver")


def test_following_leads_a_local_reference_to_the_id_of_today():
    base = files(file("role", "driver", "formerly: carter\n" + ROLE.format(title="Driver")))
    local = files(
        file("role", "cook", ROLE.format(title="Cook") + "reports_to: carter\n", "content/local"),
        folder="content/local",
    )
    layers, _ = layered(base, local)
    today, problems = followed(layers)
    assert today.documents["role", "cook"].data["reports_to"] == "driver"
    assert layers.documents["role", "cook"].data["reports_to"] == "carter"
    assert [problem.code for problem in problems] == ["renamed"]


def test_without_a_local_folder_following_changes_nothing():
    layers = Layers(dict([file("role", "driver", ROLE.format(title="Driver"))]), frozenset())
    assert followed(layers)[0].documents is layers.documents


def test_checking_gives_records_in_order_and_names_what_is_wrong():
    checked, problems = validated(
        dict(
            [
                file("role", "van-driver", ROLE.format(title="Van driver")),
                file("role", "cook", ROLE.format(title="Cook")),
                file("role", "boss", "title: Boss\n"),
            ]
        )
    )
    assert list(checked.records["role"]) == ["cook", "van-driver"]
    assert checked.broken == {("role", "boss")}
    assert {str(problem.place) for problem in problems} == {"content/roles/boss.yml:1:1"}


@pytest.mark.parametrize("kind", sorted({kind for kind in KINDS if getattr(KINDS[kind], "folder", "")}))
def test_references_are_the_same_before_and_after_the_check(world: World, kind: str):
    loaded = load(world.content)
    for record in loaded.handbook.all(kind):
        data = loaded.handbook.documents[kind, record.id].data
        assert list(references_in(type(record), data)) == list(references(record))


def test_references_in_a_file_of_the_wrong_shape_are_passed_over():
    data = {"at": {"a": "b"}, "evidence": "c", "phases": [["d"], "e"]}
    assert [(ref.path, ref.id) for ref in references_in(KINDS["lesson"], data)] == [(("phases", 1), "e")]
