"""Text that readers would take for another, or would not see at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from world import THEME, World

from macros.checks.check import checked, latest_day
from macros.model.address import mail_address_wrong, own_address_wrong, web_address_wrong, words_mislead
from macros.model.seen_text import hidden_sign, shows_nothing, skeleton

VAN = "products/van.yml"
NOTHING = [
    *("\u3164", "\u2800", "\u00ad", "\u034f", "\u200c", "\u200d", "\u180e", "\ufe0f", "\ufff9", "\u206a"),
    *("\u2065", "\u17b4", "\uffa0", "\ue000", "\u0378", "\u0301", "\U000e0100", "\ufdd0", "\u115f", "\u1160"),
    *("\u00a0\u2003", "\U000f0000", "\u0488", "\u180b", "\u3164 \u2800"),
]


@pytest.mark.parametrize("title", NOTHING, ids=ascii)
def test_a_title_of_which_nothing_is_seen_is_refused(world: World, title: str):
    assert shows_nothing(title)
    world.change(VAN, "title: Van", f'title: "{title}"')
    assert any(place.startswith("content/products/van.yml:1:") for place in world.check())


@pytest.mark.parametrize(
    "sign", ["\u3164", "\u00ad", "\u2800", "\u034f", "\u180e", "\ufff9", "\ue000"], ids=ascii
)
def test_a_sign_in_a_title_that_nobody_sees_is_refused_by_its_number(world: World, sign: str):
    world.change(VAN, "title: Van", f'title: "Va{sign}n"')
    assert f"(U+{ord(sign):04X})" in "\n".join(world.check())


@pytest.mark.parametrize(
    "text", ["👩\u200d💻 at work", "❤\ufe0f", "می\u200cخواهم", "क्\u200dष", "Ἀθῆναι", "Ó Cúirt"]
)
def test_signs_that_scripts_and_pictures_need_are_fine(text: str):
    assert (hidden_sign(text), shows_nothing(text)) == ("", False)


@pytest.mark.parametrize("field", ["summary: It has four wheels.", "purpose: Carries boxes."])
def test_a_text_of_which_nothing_is_seen_is_refused(world: World, field: str):
    name = field.partition(":")[0]
    world.change(VAN, field, f'{name}: "\u2800"')
    place = f"content/products/van.yml:{2 if name == 'summary' else 4}:{len(name) + 3}"
    assert world.check() == [f"{place}: {name}: readers see nothing of this text."]


@pytest.mark.parametrize("code", [0xE0100, 0xE01EF, 0xE0080, 0xE0001])
def test_text_hidden_in_selectors_is_refused_anywhere(world: World, code: int):
    world.change(VAN, "purpose: Carries boxes.", f"purpose: Carries{chr(code)} boxes.")
    assert f"there is an invisible character here (U+{code:04X})." in world.check()[0]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Label every b\u043ex", "CYRILLIC SMALL LETTER O (U+043E)"),
        ("Label every bοx", "GREEK SMALL LETTER OMICRON (U+03BF)"),
        ("Ｌabel every box", "FULLWIDTH LATIN CAPITAL LETTER L (U+FF2C)"),
        ("Label\u00a0every box", "NO-BREAK SPACE (U+00A0)"),
        ("Label every\u2009box", "THIN SPACE (U+2009)"),
        ("Lаbel every box", "CYRILLIC SMALL LETTER A (U+0430)"),
        ("Label every bøx", None),
    ],
)
def test_a_title_that_looks_like_another_is_named_with_the_sign(world: World, title: str, named: str | None):
    world.copy("lessons/label-every-box.yml", "lessons/other.yml", title=f'"{title}"')
    alike = [line for line in world.check() if "looks like the one of" in line]
    assert [named in line for line in alike] == ([True] if named else [])


def test_a_title_in_two_normal_forms_is_the_same(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/one.yml", title="Café au lait")
    world.copy("lessons/label-every-box.yml", "lessons/two.yml", title="Cafe\u0301 au lait")
    assert any(
        ("looks like the one of “one”" in line and "COMBINING" in line) or "U+00E9" in line
        for line in world.check()
    )


def test_titles_in_one_script_are_not_alike():
    assert skeleton("Москва") != skeleton("Минск") and skeleton("Rome") != skeleton("Roma")


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://example.org/", ""),
        ("https://example.org:8443/a?b=c#d", ""),
        ("https://münchen.de/", ""),
        ("https://xn--mnchen-3ya.de/", ""),
        ("https://пример.рф/", ""),
        ("http://127.0.0.1:8000/", ""),
        ("https://[2001:db8::1]/", ""),
        ("https://www.gov.uk@evil.example/", "what comes before the “@” is not the host"),
        ("https://user:word@example.org/", "what comes before the “@” is not the host"),
        ("https://www.g\u043ev.uk/", "“\u043e” in it is CYRILLIC SMALL LETTER O (U+043E)"),
        ("https://www.xn--gv-jmc.uk/", "CYRILLIC"),
        ("https://\u0441\u043e\u0441\u043e.com/", "in it looks like “coco”"),
        ("https://example.org:bad/", "the host or the port cannot be read"),
        ("https://example.org:99999/", "the host or the port cannot be read"),
        ("https://example.org:0/", "what comes after the last “:” is not a port"),
        ("https://example.org:/", "what comes after the last “:” is not a port"),
        ("https://[", "the host or the port cannot be read"),
        ("https://[::1", "the host or the port cannot be read"),
        ("https:///x", "it names no host"),
        ("https://a..b/", "is no name of a host"),
        ("https://\uff47ov.uk/", "“\uff47” in it is FULLWIDTH LATIN SMALL LETTER G (U+FF47)"),
        ("https://gov\u3002uk/", "“\u3002” in it is IDEOGRAPHIC FULL STOP (U+3002)"),
        ("https://gov.uk\uff0f.example/", "the host or the port cannot be read"),
        ("https://2130706433/", "is no name of a host, nor four numbers with dots between them"),
        ("https://0x7f.1/", "is no name of a host, nor four numbers with dots between them"),
        ("https://1.2.3.256/", "is no name of a host, nor four numbers with dots between them"),
        ("https://-a.example/", "is no name of a host"),
        (f"https://{'a' * 64}.example/", "is no name of a host"),
    ],
)
def test_an_address_that_misleads_or_leads_nowhere_is_refused(world: World, address: str, wrong: str):
    assert wrong in web_address_wrong(address) and bool(wrong) == bool(web_address_wrong(address))
    world.add("sources/town-report.yml", f'url: "{address}"\n')
    world.change("overview/why.yml", "  The house was full.", f"  The house was [full]({address}).")
    problems = world.check()
    assert bool(problems) == bool(wrong) and all(place in "".join(problems) for place in ["url: "] if wrong)


@pytest.mark.parametrize("end", ["#f", "?q=1", "a/#top", "?"])
def test_the_address_of_a_site_ends_with_its_path(world: World, end: str):
    world.add("site.yml", f"address: https://example.org/{end}\n")
    assert bool(world.check()) == bool(own_address_wrong(f"https://example.org/{end}")) == (end != "?")


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("team@example.org", True),
        ("o-neil+box@example.co.uk", True),
        ("x", False),
        ("javascript:alert(1)", False),
        ("a@example.org,b@example.org", False),
        ("a@example.org?bcc=b@example.org", False),
        ("a@b", False),
        ("te\u0430m@example.org", False),
        ("a b@example.org", False),
        ("<a@example.org>", False),
        ("a@@example.org", False),
        ("a@example..org", False),
        ("a@example.org%0abcc:b@example.org", False),
    ],
)
def test_a_contact_is_one_address(world: World, address: str, good: bool):
    assert (mail_address_wrong(address) == "") is good
    world.change("site.yml", "contact: {}", f'contact: {{email: "{address}"}}')
    world.change("overview/why.yml", "  The house was full.", f"  The house was [full](<mailto:{address}>).")
    problems = world.check()
    assert (problems == []) is good
    assert good or any("contact, email" in line for line in problems)


@pytest.mark.parametrize(
    "target",
    ["mailto:a@example.org?bcc=c@example.org", "mailto:a@b?cc=d@e", "mailto:a@example.org;b@example.org"],
)
def test_a_link_to_write_holds_one_address(world: World, target: str):
    world.change("overview/why.yml", "  The house was full.", f"  The house was [full]({target}).")
    assert len(world.check()) == 1


def test_today_has_come_wherever_it_is_today(world: World):
    days = {datetime.now(timezone(timedelta(hours=hours))).date() for hours in range(-12, 15)}
    assert max(days) == latest_day()
    for day in days:
        world.change("lessons/label-every-box.yml", "added: 2020-01-02", f"added: {day}")
        problems = checked(world.content, world.docs, THEME).problems
        assert [p for p in problems if p.code == "future"] == []
        world.restore()


def test_tomorrow_everywhere_has_not_come(world: World):
    day = (datetime.now(UTC) + timedelta(days=2)).date()
    world.change("lessons/label-every-box.yml", "added: 2020-01-02", f"added: {day}")
    assert "future" in [p.code for p in checked(world.content, world.docs, THEME).problems]


@pytest.mark.parametrize(
    ("words", "address", "shown"),
    [
        ("https://town.example/report", "https://other.example/", "town.example"),
        ("www.town.gov.uk", "https://town.gov.uk.other.example/", "www.town.gov.uk"),
        ("Town.GOV.UK/guide", "http://other.example", "town.gov.uk"),
        ("http://desk@town.example", "https://other.example", "town.example"),
        ("desk@town.example", "mailto:else@other.example", "desk@town.example"),
    ],
)
def test_words_that_show_another_address_than_the_link_has_are_refused(
    world: World, words: str, address: str, shown: str
):
    text = f"[{words}]({address})"
    world.change("overview/why.yml", "  The house was full.", f"  The house was full: {text}.")
    world.write_page("about/index.md", f"# About\n\nThe house was full: {text}.\n")
    assert f"its words show “{shown}”, and it" in words_mislead(words, address) + ", and it"
    assert [line for line in world.check() if f"“{address}”: its words show “{shown}”, and it" in line]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://town.example/a", "http://www.town.example/b"),
        ("town.gov.uk", "https://data.town.gov.uk/"),
        ("readme.md", "https://other.example/readme.md"),
        ("plan.xlsx", "https://other.example/plan.xlsx"),
        ("3.5 million boxes", "https://other.example/"),
        ("the report of the town", "https://other.example/"),
        ("https://b\u00fccher.example", "https://xn--bcher-kva.example/"),
        ("http://town.example/x", "https://webarchive.nationalarchives.gov.uk/2010/http://town.example/x"),
        ("Desk@town.example", "mailto:desk@town.example"),
    ],
)
def test_words_of_a_link_may_say_what_they_lead_to(words: str, address: str):
    assert words_mislead(words, address) == ""


@pytest.mark.parametrize(
    ("name", "sign"),
    [("\u041eld Town", "CYRILLIC CAPITAL LETTER O"), ("Old\u00a0Town", "NO-BREAK SPACE"), ("Old  Town", "SPACE (U+0020)")],
)  # fmt: skip
def test_an_organisation_that_looks_like_another_is_named_with_the_sign(world: World, name: str, sign: str):
    world.change("lessons/label-every-box.yml", "organisation: Old Town library", f'organisation: "{name}"')
    alike = [line for line in world.check() if "this name looks like" in line]
    assert len(alike) == 1
    assert sign in alike[0]


@pytest.mark.parametrize(
    ("file", "line"),
    [("lessons/label-every-box.yml", "when: 2009-04"), ("sources/town-report.yml", "date: 2010")],
)
def test_what_happened_did_not_happen_in_the_future(world: World, file: str, line: str):
    field = line.partition(":")[0]
    world.change(file, line, f"{field}: '2099'")
    assert [said for said in world.check() if f"{field}: this day has not come yet." in said]


@pytest.mark.parametrize("part", ["seen_again", "used"])
def test_what_was_seen_again_was_not_seen_in_the_future(world: World, part: str):
    fact = "  - source: town-report\n    says: It helped.\n    organisation: New Town\n    when: 2031-01\n"
    world.add("lessons/label-every-box.yml", f"{part}:\n{fact}")
    assert [said for said in world.check() if f"{part} 1, when: this day has not come yet." in said]
