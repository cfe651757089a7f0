"""Every complaint about a field says what is wrong, where, and what to do, in plain words."""

from __future__ import annotations

import pytest
from world import WORDS, World

from macros.loading.problem import name_of
from macros.similarity import suggest

LESSON = "lessons/label-every-box.yml"
ACTIVITY = "activities/count-the-books.yml"
PRODUCT = "products/van.yml"
SITE = "site.yml"

# What is changed in one file (old text, new text) and the one line that the check then says.
SAID = {
    "a misspelt field, with what was meant": (
        PRODUCT,
        "audience: The",
        "audiense: The",
        [
            "content/products/van.yml:1:1: audience: the field “audience” is missing. It says: Who reads it, and what they decide with it.",
            "content/products/van.yml:5:1: audiense: this field does not exist. Did you mean “audience”?",
        ],
    ),
    "a field that exists nowhere, with those that do": (
        ACTIVITY,
        "    text: Count it again.",
        "    colour: red\n    text: Count it again.",
        [
            "content/activities/count-the-books.yml:14:5: steps 2, colour: this field does not exist. The fields here are: id, text, side, applies_to, rules."
        ],
    ),
    "a field that is missing, with its meaning": (
        LESSON,
        "action: Put a label on each box before it leaves.\n",
        "",
        [
            "content/lessons/label-every-box.yml:1:1: action: the field “action” is missing. It says: What to do: one instruction that can be tested."
        ],
    ),
    "a field that is missing inside a list": (
        ACTIVITY,
        "    text: Count it again.\n",
        "",
        [
            "content/activities/count-the-books.yml:13:5: steps 2, text: the field “text” is missing. It says: What to do, the verb first."
        ],
    ),
    "a label that is missing, with its meaning": (
        WORDS,
        "    in-service: In service\n",
        "",
        [
            "content/languages/en-gb.yml:{outcomes}:5: labels, outcomes, in-service: the field “in-service” is missing. It says: The word for `in-service`."
        ],
    ),
    "a misspelt label, with what was meant": (
        WORDS,
        "    in-service: In service\n",
        "    in-service: In service\n    in-servise: In service\n",
        [
            "content/languages/en-gb.yml:{in-servise}:5: labels, outcomes, in-servise: this field does not exist. Did you mean “in-service”?"
        ],
    ),
    "a word that is not allowed, with what was meant": (
        LESSON,
        "type: avoid",
        "type: avoided",
        [
            "content/lessons/label-every-box.yml:3:7: type: “avoided” is not one of the words allowed here. Did you mean “avoid”?"
        ],
    ),
    "a word that is not allowed, with those that are": (
        LESSON,
        "type: avoid",
        "type: bad",
        [
            "content/lessons/label-every-box.yml:3:7: type: “bad” is not one of the words allowed here. Write one of: avoid, repeat, watch."
        ],
    ),
    "nothing where one of some words belongs": (
        LESSON,
        "type: avoid",
        "type:",
        [
            "content/lessons/label-every-box.yml:3:6: type: there is nothing here. Write one of: avoid, repeat, watch."
        ],
    ),
    "a list where one of some words belongs": (
        LESSON,
        "type: avoid",
        "type: [avoid]",
        [
            "content/lessons/label-every-box.yml:3:7: type: one word belongs here. Write one of: avoid, repeat, watch."
        ],
    ),
    "nothing where a text belongs": (
        PRODUCT,
        "title: Van",
        "title:",
        [
            "content/products/van.yml:1:7: title: there is nothing here. It says: What this is called, in at most 120 characters."
        ],
    ),
    "an empty text": (
        PRODUCT,
        "title: Van",
        "title: ' '",
        ["content/products/van.yml:1:8: title: this text is empty."],
    ),
    "a text that is too long for a title": (
        PRODUCT,
        "title: Van",
        f"title: {'x' * 121}",
        ["content/products/van.yml:1:8: title: this text is longer than 120 characters."],
    ),
    "a text that is too long for a line": (
        PRODUCT,
        "summary: It has four wheels.",
        f"summary: {'x' * 601}",
        ["content/products/van.yml:2:10: summary: this text is longer than 600 characters."],
    ),
    "a text that is too long for anything": (
        PRODUCT,
        "purpose: Carries boxes.",
        f"purpose: {'x' * 20_001}",
        ["content/products/van.yml:4:10: purpose: this text is longer than 20000 characters."],
    ),
    "two lines where one belongs": (
        PRODUCT,
        "title: Van",
        "title: |-\n  Van\n  Lorry",
        ["content/products/van.yml:1:8: title: this text must fit on one line."],
    ),
    "a list where a text belongs": (
        PRODUCT,
        "title: Van",
        "title: [Van]",
        [
            "content/products/van.yml:1:8: title: a text belongs here, not a list or a group of fields. "
            "It says: What this is called, in at most 120 characters."
        ],
    ),
    "a text where a list belongs": (
        PRODUCT,
        "contents:\n  - heading: Wheels\n    covers: All four.\n",
        "contents: Wheels\n",
        [
            "content/products/van.yml:6:11: contents: a list belongs here: one entry on each line, each starting with a dash. "
            "It says: Its outline, good enough to start writing from."
        ],
    ),
    "a group where a list belongs": (
        LESSON,
        "phases: move",
        "phases: {a: b}",
        [
            "content/lessons/label-every-box.yml:12:9: phases: a list belongs here: one entry on each line, each starting with a dash. "
            "It says: The phases in which it matters."
        ],
    ),
    "nothing where a list belongs": (
        LESSON,
        "phases: move",
        "phases:",
        [
            "content/lessons/label-every-box.yml:12:8: phases: there is nothing here. It says: The phases in which it matters."
        ],
    ),
    "a list that needs an entry": (
        LESSON,
        "evidence:\n  - source: town-report\n    where: page 3\n    says: Forty boxes were lost.\n",
        "evidence: []\n",
        ["content/lessons/label-every-box.yml:16:11: evidence: at least 1 entry is needed here."],
    ),
    "a text where a group belongs": (
        ACTIVITY,
        "roles:\n  lead: librarian\n",
        "roles: librarian\n",
        [
            "content/activities/count-the-books.yml:19:8: roles: a group of fields belongs here, each with its name and a colon. It says: Who takes part."
        ],
    ),
    "a text in a list of groups": (
        ACTIVITY,
        "basis:\n  - source: practice\n",
        "basis:\n  - practice\n",
        [
            "content/activities/count-the-books.yml:29:5: basis 1: a group of fields belongs here, each with its name and a colon. It says: Where the advice comes from."
        ],
    ),
    "nothing in a list of groups": (
        ACTIVITY,
        "basis:\n  - source: practice\n",
        "basis:\n  -\n",
        [
            "content/activities/count-the-books.yml:29:4: basis 1: there is nothing here. It says: Where the advice comes from."
        ],
    ),
    "nothing in a list of texts": (
        ACTIVITY,
        "  - Counting once.\n",
        "  -\n",
        [
            "content/activities/count-the-books.yml:22:4: mistakes 1: there is nothing here. It says: What people get wrong."
        ],
    ),
    "yes instead of true": (
        PRODUCT,
        "external: true",
        "external: yes",
        ["content/products/van.yml:10:11: external: write true or false."],
    ),
    "nothing instead of true": (
        PRODUCT,
        "external: true",
        "external:",
        [
            "content/products/van.yml:10:10: external: there is nothing here. "
            "It says: `true` if it comes from outside the framework and no activity makes it."
        ],
    ),
    "a list instead of true": (
        PRODUCT,
        "external: true",
        "external: [true]",
        [
            "content/products/van.yml:10:11: external: write true or false here. "
            "It says: `true` if it comes from outside the framework and no activity makes it."
        ],
    ),
    "a word where a number belongs": (
        "overview/why.yml",
        "order: 10",
        "order: ten",
        [
            "content/overview/why.yml:3:8: order: a whole number belongs here. It says: Its place in the reading order, counted in tens."
        ],
    ),
    "a list where a number belongs": (
        "overview/why.yml",
        "order: 10",
        "order: [10]",
        [
            "content/overview/why.yml:3:8: order: a whole number belongs here. It says: Its place in the reading order, counted in tens."
        ],
    ),
    "a number that is too small": (
        "overview/why.yml",
        "order: 10",
        "order: -1",
        ["content/overview/why.yml:3:8: order: this number must be 0 or more."],
    ),
    "a day that does not exist": (
        LESSON,
        "added: 2020-01-02",
        "added: 2020-02-30",
        ["content/lessons/label-every-box.yml:22:8: added: there is no such day in the calendar."],
    ),
    "a date that is written otherwise": (
        LESSON,
        "added: 2020-01-02",
        "added: 2.1.2020",
        [
            "content/lessons/label-every-box.yml:22:8: added: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007."
        ],
    ),
    "an id in capitals": (
        LESSON,
        "migration: old-town",
        "migration: Old-Town",
        [
            "content/lessons/label-every-box.yml:14:12: migration: an id has lower-case letters, digits and single hyphens only."
        ],
    ),
    "an id that is too long": (
        LESSON,
        "migration: old-town",
        f"migration: {'x' * 49}",
        ["content/lessons/label-every-box.yml:14:12: migration: an id has at most 48 characters."],
    ),
    "an id that is reserved": (
        LESSON,
        "migration: old-town",
        "migration: nul",
        [
            "content/lessons/label-every-box.yml:14:12: migration: this id is reserved by Windows or by the site."
        ],
    ),
    "an id in a list, by its number": (
        ACTIVITY,
        "  - product: book-list",
        "  - product: Book",
        [
            "content/activities/count-the-books.yml:17:14: outputs 1, product: an id has lower-case letters, digits and single hyphens only."
        ],
    ),
    "a web address that is none": (
        "sources/town-report.yml",
        "read: whole",
        "read: whole\nurl: example.org",
        ["content/sources/town-report.yml:7:6: url: a web address starts with https:// and has no spaces."],
    ),
    "a colour that is none": (
        SITE,
        "accent: '#0a5a66'",
        "accent: teal",
        [
            "content/site.yml:6:11: colours, accent: a colour is written as # and six digits or letters a to f, such as #0a5a66."
        ],
    ),
    "a colour that would write its own style": (
        SITE,
        "accent: '#0a5a66'",
        "accent: 'red}*{x'",
        [
            "content/site.yml:6:11: colours, accent: a colour is written as # and six digits or letters a to f, such as #0a5a66."
        ],
    ),
    "an address for editing without its blank": (
        SITE,
        "contact: {}",
        "contact: {}\nrepository: {url: https://e.org/, edit: https://e.org/}",
        [
            "content/site.yml:9:41: repository, edit: the edit address must contain {{path}}, where the file name goes."
        ],
    ),
    "a section that the site does not have": (
        "framework.yml",
        "[overview, products, migrations, roles]",
        "[overview, produce]",
        [
            "content/framework.yml:14:26: layers 2, sections 2: “produce” is not one of the words allowed here. Did you mean “products”?"
        ],
    ),
    "an id that is written in the file": (
        PRODUCT,
        "title: Van",
        "id: van\ntitle: Van",
        [
            "content/products/van.yml:1:1: id: the id is not written in the file. The file name is the id. Delete this line."
        ],
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "lines"), SAID.values(), ids=SAID)
def test_is_said_in_plain_words(world: World, path, old, new, lines):
    world.change(path, old, new)
    said = [line for line in world.check() if line.startswith(f"content/{path}:")]
    assert said == [line.format(**lines_of(world)) for line in lines]


def lines_of(world: World) -> dict[str, int]:
    """Where some labels stand; their lines move whenever a label is added."""
    text = world.read(WORDS).splitlines()
    return {
        "outcomes": text.index("  outcomes:") + 2,
        "in-servise": next((n for n, line in enumerate(text, 1) if "in-servise" in line), 0),
    }


def test_all_problems_of_a_file_are_said_in_its_order(world: World):
    world.change(LESSON, "type: avoid", "type: bad")
    world.change(LESSON, "added: 2020-01-02", "added: soon")
    world.change(LESSON, "organisation: Old Town library", "organisation:")
    assert [line.split(":")[1] for line in world.check()] == ["3", "4", "22"]


def test_a_misspelt_phase_is_named_with_its_line_and_a_suggestion(world: World):
    world.change(LESSON, "phases: move", "phases: mvoe")
    assert (
        "content/lessons/label-every-box.yml:12:9: phases 1: there is no phase “mvoe”. Did you mean “move”?"
        in world.check()
    )


@pytest.mark.parametrize(
    ("word", "said"),
    [("lorry", "Did you mean “lorries”?"), ("VAN", "Did you mean “van”?"), ("zzz", ""), ("", "")],
)
def test_a_suggestion_is_made_only_when_something_is_near(word, said):
    assert suggest(word, ["van", "lorries", "cart"]) == said


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("steps", 1, "side"), "steps 2, side"),
        (("title",), "title"),
        (("a", "b", "c"), "a, b, c"),
        ((0, "id"), "entry 1, id"),
        ((), ""),
        (("phases", 0), "phases 1"),
    ],
)
def test_a_field_is_named_as_people_say_it(path, name):
    assert name_of(path) == name
