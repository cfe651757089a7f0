"""The form for a new lesson, as people use it: filled in, mended, looked at, handed in, and kept for another day."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from scanner import AXE, COLOURS, RUN, TAGS
from visits import visit_again
from world import QUESTIONS, THEME, World

from macros.checks.check import checked

Open = Callable[..., Page]
HARD = "No: 'a' \"b\" # c — £57, 100 % {x} [y] & <b>é</b> 図書館"


@pytest.fixture
def page(open_page: Open, form_page: str) -> Page:
    """The form, with the fields for editors open."""
    page = open_page(form_page)
    editors(page)
    return page


def editors(page: Page) -> None:
    """Open the fields for editors."""
    page.locator("[data-editors]").evaluate("fields => { fields.open = true; }")


@pytest.fixture
def world(small_world: World) -> Iterator[World]:
    yield small_world
    small_world.restore()


def fill(page: Page, **texts: str) -> None:
    """A whole lesson, typed and chosen as a person would."""
    said = {
        "title": "Paint every shelf first",
        "summary": "A shelf is grey.",
        "organisation": "Old Town library",
        "when": "2009-Q1",
        "event": "It was grey.\n\nTwice.",
        "cause": "Nobody asked.",
        "lesson": "Paint dries.",
        "action": "Paint it.",
        "applies": "There are shelves.",
        "contributed": "The library",
    } | texts
    said.pop("says", None)
    for name, text in said.items():
        page.locator(f"#l-{name}").fill(text)
    page.get_by_role("radio", name="Avoid").check()
    page.get_by_role("combobox", name="Activity", exact=True).select_option(label="Carry the books")
    evidence = page.locator("[data-list=evidence]")
    evidence.get_by_label("Source").select_option(label="Report on the move")
    evidence.get_by_label("What it says").fill(texts.get("says", "It was grey."))


def finish(page: Page) -> None:
    page.get_by_role("button", name="Check and make the file").click()


def wrong(page: Page, id: str) -> Locator:
    return page.locator(f"#{id}-wrong")


def downloaded(page: Page, world: World, name: str) -> Path:
    """The file that the button saves, put into the content folder."""
    with page.expect_download() as got:
        page.get_by_role("button", name=f"Download {name}").click()
    assert got.value.suggested_filename == name
    folder = page.locator(".file h3", has_text=name).inner_text().removeprefix("content/")
    shutil.copy(got.value.path(), world.content / folder)
    return world.content / folder


# Filling in


def test_a_lesson_that_is_filled_in_becomes_a_file_that_the_check_lets_pass(page: Page, world: World) -> None:
    fill(page, event=f"{HARD}\n\n- {HARD}\n  more\n\nEnd", organisation=HARD, title=HARD, says=HARD)
    finish(page)
    expect(page.get_by_role("heading", name="Send it to the team")).to_be_visible()
    downloaded(page, world, "no-a-b-c-57-100-x-y-b-e-b.yml")
    report = checked(world.content, world.docs, THEME, date.today())
    assert report.errors == []
    made = report.handbook.get("lesson", "no-a-b-c-57-100-x-y-b-e-b")
    assert (made.title, made.organisation, made.evidence[0].says) == (HARD, HARD, HARD)
    assert made.event == f"{HARD}\n\n- {HARD}\n  more\n\nEnd"
    assert (made.at, made.phases, made.workstreams, made.when) == (
        ("carry-the-books",),
        ("move",),
        ("books",),
        "2009-Q1",
    )


def test_a_lesson_says_for_which_projects_it_counts_and_that_is_kept(page: Page, world: World) -> None:
    fill(page)
    page.get_by_role("checkbox", name="Fewer than 1000").check()
    visit_again(page)
    editors(page)
    expect(page.get_by_role("checkbox", name="Fewer than 1000")).to_be_checked()
    finish(page)
    world.write("questions.yml", QUESTIONS)
    file = downloaded(page, world, "paint-every-shelf-first.yml")
    assert "applies_to:\n  size:\n    - small\n" in file.read_text("utf-8")
    assert checked(world.content, world.docs, THEME, date.today()).errors == []


def test_where_a_lesson_was_used_and_what_came_of_it_is_kept(page: Page, world: World) -> None:
    fill(page)
    page.get_by_role("button", name="Add: Use").click()
    use = page.locator("[data-list=used]")
    use.get_by_label("Organisation").fill("New Town")
    use.get_by_label("When").fill("2010")
    use.get_by_label("Source").select_option(label="Report on the move")
    use.get_by_label("What was done").fill("We labelled all.")
    use.get_by_label("What came of it").fill("None was lost.")
    page.get_by_role("button", name="Preview").click()
    shown = page.locator("[data-page] [data-put=used]")
    expect(shown).to_contain_text("New Town, 2010")
    expect(shown).to_contain_text("None was lost.")
    finish(page)
    name = page.locator(".file h3").first.inner_text().rpartition("/")[2]
    downloaded(page, world, name)
    made = checked(world.content, world.docs, THEME, date.today()).handbook.get(
        "lesson", name.removesuffix(".yml")
    )
    assert [(one.organisation, one.when, one.result) for one in made.used] == [
        ("New Town", "2010", "None was lost.")
    ]


def test_an_empty_use_is_asked_for_in_its_own_words(page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Add: Use").click()
    page.get_by_role("button", name="Check and make the file").click()
    told = page.locator("[data-summary] li")
    expect(told.filter(has_text="Enter the organisation that used it")).to_have_count(1)
    expect(told.filter(has_text="Enter what was done")).to_have_count(1)
    expect(told.filter(has_text="where it happened")).to_have_count(0)


def test_a_new_source_becomes_a_second_file(page: Page, world: World) -> None:
    fill(page)
    page.get_by_role("button", name="Add: Source").click()
    source = page.get_by_role("group", name="Source 1")
    for label, text in (
        ("Title", "The grey shelves"),
        ("Summary", "What the shelves cost."),
        ("Publisher", "Town auditor"),
        ("What you read", "All of it."),
    ):
        source.get_by_label(label, exact=True).fill(text)
    source.get_by_label("Type of publisher").select_option("audit")
    source.get_by_label("How it was read").select_option("whole")
    page.get_by_role("group", name="Evidence 1").get_by_label("Source").select_option(
        label="New: The grey shelves"
    )
    finish(page)
    for name in ("paint-every-shelf-first.yml", "the-grey-shelves.yml"):
        downloaded(page, world, name)
    report = checked(world.content, world.docs, THEME, date.today())
    assert report.errors == []
    assert report.handbook.get("lesson", "paint-every-shelf-first").evidence[0].source == "the-grey-shelves"


def test_a_new_source_that_nothing_cites_is_named(page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Add: Source").click()
    page.get_by_role("group", name="Source 1").get_by_label("Title").fill("The grey shelves")
    finish(page)
    expect(page.locator("[data-summary]")).to_contain_text("nothing cites this source.")


def test_choices_are_the_records_of_the_handbook(page: Page) -> None:
    activity = page.get_by_role("combobox", name="Activity", exact=True)
    assert activity.locator("optgroup").evaluate_all("groups => groups.map(group => group.label)") == [
        "Plan",
        "Move",
    ]
    assert activity.locator("option").all_inner_texts()[1:] == [
        "Count the books",
        "Measure the rooms",
        "Carry the books",
        "Fill the rooms",
    ]
    activity.select_option(label="Carry the books")
    page.get_by_label("Step").select_option(label="pack")
    assert page.evaluate("handbookForm.lesson().at") == ["carry-the-books#pack"]


def test_the_phase_and_the_workstream_of_an_activity_are_ticked_and_that_is_announced(page: Page) -> None:
    page.get_by_role("combobox", name="Activity", exact=True).select_option(label="Measure the rooms")
    expect(page.get_by_role("checkbox", name="Plan")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Rooms")).to_be_checked()
    expect(page.locator("form.lesson-form [role=status]")).to_have_text("Ticked: Plan, Rooms")


def test_arrow_keys_in_the_list_of_activities_tick_nothing_on_the_way(page: Page) -> None:
    activity = page.get_by_role("combobox", name="Activity", exact=True)
    ticked = page.locator("[data-field=phases] input:checked, [data-field=workstreams] input:checked")
    activity.focus()
    for _ in range(4):
        activity.press("ArrowDown")
        expect(ticked).to_have_count(0)
    title = activity.evaluate("list => list.selectedOptions[0].text")
    activity.press("Tab")
    expect(ticked).to_have_count(2)
    assert page.evaluate("handbookForm.lesson().at.length") == 1, title


def test_another_activity_takes_back_the_ticks_of_the_first_but_not_those_of_a_person(page: Page) -> None:
    activity = page.get_by_role("combobox", name="Activity", exact=True)
    page.get_by_role("checkbox", name="Move").check()
    activity.select_option(label="Measure the rooms")
    expect(page.get_by_role("checkbox", name="Rooms")).to_be_checked()
    activity.select_option(label="Carry the books")
    expect(page.get_by_role("checkbox", name="Rooms")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Plan")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="Move")).to_be_checked()


def test_a_tick_taken_away_is_a_problem_in_the_words_of_the_check(page: Page) -> None:
    page.get_by_role("combobox", name="Activity", exact=True).select_option(label="Measure the rooms")
    page.get_by_role("checkbox", name="Plan").uncheck()
    page.locator("#l-title").focus()
    expect(page.locator(".wrong", has_text="“Measure the rooms” belongs to the phase “plan”")).to_be_visible()


def test_the_file_name_follows_the_title_until_somebody_changes_it(page: Page) -> None:
    page.locator("#l-title").fill("Don’t paint Éire’s shelves")
    expect(page.locator("#l-id")).to_have_value("dont-paint-eires-shelves")
    page.locator("#l-id").fill("my-name")
    page.locator("#l-title").fill("Another title")
    expect(page.locator("#l-id")).to_have_value("my-name")


def test_a_file_name_that_is_taken_is_refused(page: Page) -> None:
    fill(page)
    page.locator("#l-id").fill("label-every-box")
    page.locator("#l-id").press("Tab")
    expect(wrong(page, "l-id")).to_contain_text("this file name is taken")


# Problems


def test_a_problem_is_shown_when_the_field_is_left_and_not_before_and_goes_while_it_is_mended(
    page: Page,
) -> None:
    box = page.locator("#l-when")
    box.press_sequentially("2009-1")
    expect(wrong(page, "l-when")).to_be_hidden()
    box.press("Tab")
    expect(wrong(page, "l-when")).to_have_text(
        "Error: When: a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007."
    )
    expect(box).to_have_attribute("aria-invalid", "true")
    box.press("End")
    box.press_sequentially("2")
    expect(wrong(page, "l-when")).to_be_hidden()
    expect(box).not_to_have_attribute("aria-invalid", "true")


def test_fields_that_nobody_touched_are_not_blamed(page: Page) -> None:
    for _ in range(12):
        page.keyboard.press("Tab")
    assert page.locator(".wrong:visible").count() == 0


def test_the_list_of_problems_gets_focus_and_leads_to_each_field(page: Page) -> None:
    finish(page)
    summary = page.locator("[data-summary]")
    expect(summary).to_be_focused()
    assert page.title().startswith("There is a problem: ")
    links = summary.get_by_role("link")
    assert links.count() > 10
    assert links.all_inner_texts()[:3] == [
        "Enter a title",
        "Enter a summary in one sentence",
        "Select avoid, repeat or watch",
    ]
    for index in range(links.count()):
        link = links.nth(index)
        target = link.get_attribute("href").removeprefix("#")
        link.click()
        assert page.evaluate("document.activeElement.id") == target
        said = page.evaluate("""() => { const ids = (document.activeElement.closest('fieldset[data-field]') || document.activeElement).getAttribute('aria-describedby');
            const near = ids.split(' ').map(id => document.getElementById(id)); const list = document.activeElement.closest('[data-list]');
            return [...near, list && list.querySelector(':scope > .wrong')].filter(Boolean).map(one => one.textContent).join(' ') }""")
        assert link.inner_text() in said


def test_when_all_is_mended_the_list_goes(page: Page) -> None:
    finish(page)
    fill(page)
    finish(page)
    expect(page.locator("[data-summary]")).to_be_hidden()
    expect(page.locator("[data-ready]")).to_be_focused()
    assert not page.title().startswith("There is a problem")


def test_what_was_made_before_a_change_is_taken_away(page: Page) -> None:
    fill(page)
    finish(page)
    page.locator("#l-title").press_sequentially("!")
    expect(page.locator("[data-ready]")).to_be_hidden()


def test_every_control_has_a_label_and_its_hint_and_problem_belong_to_it(page: Page) -> None:
    page.get_by_role("button", name="Add: Source").click()
    page.get_by_role("button", name="Add: Other case").click()
    assert (
        page.evaluate("""() => [...document.querySelectorAll('.lesson-form :is(input, select, textarea):not([readonly])')].filter(control => {
      const group = control.closest('fieldset[data-field]'), told = (group || control).getAttribute('aria-describedby');
      return !control.labels.length || !told || !told.split(' ').every(id => document.querySelectorAll(`[id="${id}"]`).length === 1) }).map(one => one.outerHTML)""")
        == []
    )


# Entries


def test_a_new_entry_gets_focus_and_its_number_and_is_announced(page: Page) -> None:
    page.get_by_role("button", name="Add: Evidence").click()
    second = page.get_by_role("group", name="Evidence 2")
    expect(second.get_by_label("Source")).to_be_focused()
    expect(page.locator("form.lesson-form [role=status]")).to_have_text("Evidence 2")


def test_when_an_entry_goes_the_next_gets_focus_and_its_number(page: Page) -> None:
    for _ in range(2):
        page.get_by_role("button", name="Add: Evidence").click()
    page.get_by_role("group", name="Evidence 3").get_by_label("What it says").fill("the third")
    page.get_by_role("button", name="Remove Evidence 2").click()
    expect(page.locator("form.lesson-form [role=status]")).to_have_text("Removed: Evidence 2")
    expect(page.get_by_role("group", name="Evidence 2").get_by_label("Source")).to_be_focused()
    expect(page.get_by_role("group", name="Evidence 2").get_by_label("What it says")).to_have_value(
        "the third"
    )


def test_when_the_last_entry_goes_the_button_that_adds_one_gets_focus(page: Page) -> None:
    page.get_by_role("button", name="Remove Evidence 1").click()
    expect(page.get_by_role("button", name="Add: Evidence")).to_be_focused()
    finish(page)
    expect(page.locator("[data-summary]")).to_contain_text("Add at least one piece of evidence")


# The preview


def test_the_preview_shows_what_the_page_of_the_lesson_shows(open_page: Open, form_page: str) -> None:
    real = open_page(form_page.replace("contribute/add.html", "lessons/label-every-box.html"))
    words = "sections => sections.map(one => one.innerText.replace(/\\s+/g, ' ').trim())"
    theirs = real.locator(
        ".record :is(h1, .lead, .with-card__main section, .card dl > div, .evidence__says)"
    ).evaluate_all(words)
    page = open_page(form_page)
    page.evaluate("""() => handbookForm.start({ id: 'x', own: true, sources: [], lesson: { title: 'Label every box', summary: 'A box without a label is lost.', type: 'avoid',
      organisation: 'Old Town library', when: '2009-04', event: 'Forty boxes were lost.', cause: 'Nobody had labels.', lesson: 'A label costs less than a book.',
      action: 'Put a label on each box before it leaves.', applies_when: 'There is more than one box.', at: ['carry-the-books#pack'], phases: ['move'], workstreams: ['books'],
      migration: 'old-town', products: ['book-list'], evidence: [{ source: 'town-report', where: 'page 3', says: 'Forty boxes were lost.' }], state: 'identified',
      contributed_by: 'The library', added: '2020-01-02', reviewed: '2020-01-02' } })""")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("[data-preview]")).to_be_focused()
    ours = page.locator(
        "[data-page] :is(.preview__title, .lead, .with-card__main section, .card dl > div, .evidence__says)"
    ).evaluate_all(words)
    assert ours == theirs
    assert len(ours) >= 14


def test_the_preview_leaves_out_a_cause_that_nobody_wrote(page: Page) -> None:
    fill(page, cause="")
    page.get_by_role("button", name="Preview").click()
    headings = page.locator("[data-page] h4").all_inner_texts()
    assert "What happened" in headings and "Why" not in headings


def test_what_is_typed_is_never_markup(page: Page) -> None:
    bad = "<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1)) [y](data:text/html,x) **<b>b</b>** `<i>`"
    fill(page, title=bad[:110], event=bad, organisation=bad, says=bad)
    page.get_by_role("button", name="Preview").click()
    shown = page.locator("[data-page]")
    assert shown.locator("img, script, b, i, a").count() == 0
    assert shown.locator("strong").all_inner_texts() == ["<b>b</b>", "<b>b</b>"]
    expect(shown).to_contain_text("[x](javascript:alert(1))")


def test_the_preview_knows_paragraphs_lists_and_links(page: Page) -> None:
    page.locator("#l-event").fill(
        "One **two** *three* `four`.\nFive.\n\n- a [b](https://example.org/x?y=1)\n- c\n\n1. d\n2. e"
    )
    page.get_by_role("button", name="Preview").click()
    shape = page.locator("[data-put=event]").evaluate("element => element.innerHTML")
    assert shape == (
        '<p>One <strong>two</strong> <em>three</em> <code>four</code>. Five.</p><ul><li>a <a href="https://example.org/x?y=1">b</a></li><li>c</li></ul>'
        "<ol><li>d</li><li>e</li></ol>"
    )


LONG_TEXTS = {
    "code": "`a` ",
    "bold": "**a** ",
    "italics": "*a* ",
    "links": "[a](b) ",
    "opening brackets": "[",
    "brackets and brackets": "[](",
    "signs that never close": "`*",
    "stars": "*",
    "one bold and much after it": "**a",
    "line ends": "\n",
    "points of a list": "- a\n",
    "paragraphs": "a\n\n",
    "blanks and line ends": " \n",
    "emoji": "👩\u200d👧",
}


def test_the_preview_survives_any_text_of_20_kilobytes(page: Page) -> None:
    for name, piece in LONG_TEXTS.items():
        page.locator("#l-title").fill(name)
        page.evaluate(
            "text => { document.querySelector('#l-event').value = text }", (piece * 20_000)[:20_000]
        )
        page.get_by_role("button", name="Preview").click()
        expect(page.locator("[data-put=title]")).to_have_text(name)


# Handing in


def test_a_handbook_without_an_address_offers_no_e_mail(page: Page) -> None:
    fill(page)
    finish(page)
    expect(page.locator("[data-email]")).to_be_hidden()


def test_the_fields_for_editors_are_filled_in_and_folded_away(open_page: Open, form_page: str) -> None:
    page = open_page(form_page)
    fill(page)
    assert page.locator("#l-state").input_value() == "identified"
    expect(page.locator("#l-state")).to_be_hidden()
    finish(page)
    expect(page.locator("[data-ready]")).to_be_focused()


def test_a_problem_in_a_folded_field_opens_it(open_page: Open, form_page: str) -> None:
    page = open_page(form_page)
    fill(page)
    page.locator("#l-state").evaluate("field => { field.value = ''; }")
    finish(page)
    page.locator("[data-summary]").get_by_role("link", name="Choose a state").click()
    expect(page.locator("#l-state")).to_be_focused()


def test_a_short_lesson_goes_into_the_e_mail_and_a_long_one_is_to_be_attached(page: Page) -> None:
    page.evaluate("() => { handbookForm.data.email = 'team@example.org' }")
    fill(page)
    finish(page)
    link = page.get_by_role("link", name="Send by email")
    mail = parse_qs(urlsplit(link.get_attribute("href")).query)
    assert mail["subject"] == ["New lesson: Paint every shelf first"]
    assert (
        "content/lessons" in mail["body"][0]
        and "event: |-\r\n  It was grey.\r\n\r\n  Twice." in mail["body"][0]
    )
    expect(page.locator("[data-email-long]")).to_be_empty()
    page.locator("#l-event").fill("It was grey. " * 200)
    finish(page)
    mail = parse_qs(urlsplit(link.get_attribute("href")).query)
    assert len(link.get_attribute("href")) < 2000 and mail["body"][0].endswith(
        "The file is attached: paint-every-shelf-first.yml"
    )
    expect(page.locator("[data-email-long]")).to_contain_text("Download paint-every-shelf-first.yml first")


def test_the_text_can_be_copied(open_page: Open, form_page: str) -> None:
    page = open_page(form_page, permissions=["clipboard-read", "clipboard-write"])
    fill(page)
    finish(page)
    page.get_by_role("button", name="Copy the text of").click()
    expect(page.locator("form.lesson-form [role=status]")).to_have_text("Copied: paint-every-shelf-first.yml")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-text]").first.input_value()


def test_where_copying_is_refused_the_text_is_selected(page: Page) -> None:
    fill(page)
    finish(page)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); document.execCommand = () => false }"
    )
    page.get_by_role("button", name="Copy the text of").click()
    expect(page.locator("form.lesson-form [role=status]")).to_contain_text("The text is selected")
    assert page.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") > 100


def there(page: Page, text: str, parameters: dict[str, str]) -> dict[str, Any]:
    """The address for a new file of that text, on a host that knows these parameters."""
    page.evaluate(
        "host => { handbookForm.data.newFile.lesson = host }",
        {"address": "https://git.example.org/a/b/new/main/content/lessons", **parameters},
    )
    return page.evaluate("text => handbookForm.newFile({ kind: 'lesson', name: 'a&b.yml', text })", text)


def test_a_file_opens_in_the_repository_with_its_name_and_its_text(page: Page) -> None:
    made = there(page, HARD, {"name": "filename", "text": "value"})
    assert made["fits"] and parse_qs(urlsplit(made["address"]).query) == {
        "filename": ["a&b.yml"],
        "value": [HARD],
    }


def test_a_text_that_is_too_long_for_the_address_is_to_be_pasted(page: Page) -> None:
    made = there(page, "é" * 4000, {"name": "filename", "text": "value"})
    assert not made["fits"] and parse_qs(urlsplit(made["address"]).query) == {"filename": ["a&b.yml"]}


def test_a_host_that_takes_no_text_gets_an_address_alone(page: Page) -> None:
    assert there(page, "x", {"name": "", "text": ""}) == {
        "address": "https://git.example.org/a/b/new/main/content/lessons",
        "fits": False,
    }


def test_before_pasting_the_text_is_copied_and_that_is_said(open_page: Open, form_page: str) -> None:
    page = open_page(form_page, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(
        "() => { handbookForm.data.newFile.lesson = { address: 'about:blank#new', name: '', text: '' } }"
    )
    fill(page)
    finish(page)
    with page.expect_popup():
        page.get_by_role("link", name="Open paint-every-shelf-first.yml").click()
    expect(page.locator("form.lesson-form [role=status]")).to_contain_text(
        "Paste it there, and name the file paint-every-shelf-first.yml."
    )


def test_without_a_repository_there_is_no_link_to_one(page: Page) -> None:
    fill(page)
    finish(page)
    assert page.locator("[data-open]").count() == 0


# The draft


def test_a_draft_is_there_again_after_a_reload_with_its_entries_and_sources(page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Add: Source").click()
    page.get_by_role("group", name="Source 1").get_by_label("Title").fill("The grey shelves")
    page.get_by_role("group", name="Evidence 1").get_by_label("Source").select_option(
        label="New: The grey shelves"
    )
    page.get_by_role("button", name="Add: Product").click()
    page.get_by_role("group", name="Product 1").get_by_label("Product").select_option(label="Van")
    before = page.evaluate(
        "[handbookForm.lesson(), handbookForm.sources().map(({ id, record }) => [id, record])]"
    )
    visit_again(page)
    editors(page)
    expect(page.locator("[data-kept]")).to_contain_text(
        "Your draft from last time is filled in. What you type stays in this browser"
    )
    assert (
        page.evaluate("[handbookForm.lesson(), handbookForm.sources().map(({ id, record }) => [id, record])]")
        == before
    )
    expect(page.get_by_role("checkbox", name="Move")).to_be_checked()
    page.locator("#l-title").fill("New title")
    expect(page.locator("#l-id")).to_have_value("new-title")


def test_a_draft_can_be_cleared(page: Page) -> None:
    fill(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear the draft").click()
    expect(page.locator("#l-title")).to_have_value("")
    expect(page.locator("#l-title")).to_be_focused()
    visit_again(page)
    expect(page.locator("#l-event")).to_have_value("")
    expect(page.locator("[data-kept]")).not_to_contain_text("Your draft")


def test_a_question_that_is_answered_with_no_clears_nothing(page: Page) -> None:
    fill(page)
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Clear the draft").click()
    expect(page.locator("#l-title")).to_have_value("Paint every shelf first")


def test_where_nothing_may_be_kept_the_form_works_and_says_so(open_page: Open, form_page: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(form_page)
    expect(page.locator("[data-kept]")).to_have_text(
        "This browser keeps no draft. Download the file before you leave this page."
    )
    fill(page)
    finish(page)
    expect(page.get_by_role("heading", name="Send it to the team")).to_be_visible()


ODD_DRAFTS = {
    "broken JSON": "{broken",
    "an empty file": "",
    "a list": "[1, 2]",
    "nothing": "null",
    "evidence without fields": '{"lesson": {"evidence": [null]}}',
    "a list that is a number": '{"lesson": {"evidence": 5, "at": 7}}',
    "sources that are no list": '{"lesson": {}, "sources": {"a": 1}}',
    "a source without a record": '{"lesson": {}, "sources": [{"sign": "+1"}]}',
    "a field of a later edition": '{"lesson": {"title": "Paint", "cost": "12 pounds"}}',
    "an activity that is gone": '{"lesson": {"title": "Paint", "at": ["long-gone"]}}',
    "a record of another site": '{"plan": {"go-live": "2028-04-01"}}',
    "lists in each other": '{"lesson": ' + "[" * 20_000 + "]" * 20_000 + "}",
}


def test_a_draft_that_does_not_fit_is_set_aside_whole_and_the_form_opens(page: Page) -> None:
    for name, text in ODD_DRAFTS.items():
        page.evaluate(
            """text => {
                localStorage.clear();
                localStorage.setItem(`handbook-draft:${location.pathname}`, text);
            }""",
            text,
        )
        visit_again(page)
        aside = page.get_by_role("group", name="A draft that no longer fits this form")
        expect(aside, name).to_be_visible()
        with page.expect_download() as got:
            page.get_by_role("button", name="Download the draft").click()
        assert Path(got.value.path()).read_text("utf-8") == text, name


def test_work_after_a_draft_was_set_aside_is_kept_beside_it(page: Page) -> None:
    page.evaluate("localStorage.setItem(`handbook-draft:${location.pathname}`, '{broken')")
    visit_again(page)
    page.locator("#l-summary").fill("Something new")
    visit_again(page)
    expect(page.locator("#l-summary")).to_have_value("Something new")
    expect(page.get_by_role("button", name="Download the draft")).to_be_visible()


def test_what_fits_of_a_draft_is_filled_in_even_when_some_does_not(page: Page) -> None:
    page.evaluate(
        "text => localStorage.setItem(`handbook-draft:${location.pathname}`, text)",
        ODD_DRAFTS["a field of a later edition"],
    )
    visit_again(page)
    expect(page.locator("#l-title")).to_have_value("Paint")
    expect(page.locator("[data-kept]")).not_to_contain_text("Your draft from last time")


def test_a_draft_that_was_set_aside_can_be_deleted_when_somebody_says_so_twice(page: Page) -> None:
    page.evaluate("localStorage.setItem(`handbook-draft:${location.pathname}`, '{broken')")
    visit_again(page)
    answers = iter(["dismiss", "accept"])
    page.on("dialog", lambda dialog: getattr(dialog, next(answers))())
    aside = page.get_by_role("group", name="A draft that no longer fits this form")
    page.get_by_role("button", name="Delete the draft").click()
    expect(aside).to_be_visible()
    page.get_by_role("button", name="Delete the draft").click()
    expect(aside).to_be_hidden()
    visit_again(page)
    expect(aside).to_be_hidden()


# Everybody


def test_without_scripts_the_page_says_so_and_names_other_ways_with_no_dead_control(
    open_page: Open, form_page: str
) -> None:
    page = open_page(form_page, scripts=False)
    expect(page.locator("noscript .without")).to_have_text(
        "This form needs JavaScript. The other ways on this page do not."
    )
    expect(page.get_by_role("heading", name="Other ways")).to_be_visible()
    assert page.locator("main :is(button, input, select, textarea):visible").count() == 0


def test_at_320_pixels_nothing_sticks_out(open_page: Open, form_page: str) -> None:
    page = open_page(form_page, width=320)
    page.get_by_role("button", name="Add: Source").click()
    fill(page, title="W" * 60, event="x" * 300)
    for step in (lambda: finish(page), lambda: page.get_by_role("button", name="Preview").click()):
        step()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_it_can_be_filled_in_with_the_keyboard_alone(page: Page) -> None:
    page.locator("#l-title").focus()
    page.keyboard.type("Paint")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("handbookForm.lesson().type") == "repeat"
    page.locator("#l-title").press("Enter")
    expect(page.locator("[data-summary]")).to_be_focused()


def test_on_paper_there_are_the_answers_and_no_buttons(page: Page) -> None:
    fill(page)
    page.emulate_media(media="print")
    expect(page.locator("#l-title")).to_be_visible()
    assert page.locator("main button:visible, .hint:visible").count() == 0


def test_in_forced_colours_a_problem_is_more_than_a_colour(open_page: Open, form_page: str) -> None:
    page = open_page(form_page, forced_colors="active")
    finish(page)
    assert page.locator("#l-title").evaluate("box => getComputedStyle(box).outlineStyle") == "solid"


def test_no_other_page_loads_the_scripts_of_the_form(open_page: Open, form_page: str) -> None:
    page = open_page(form_page.replace("add.html", "index.html"))
    assert page.locator("script[src*=form]").count() == 0


def test_the_form_speaks_the_language_of_the_site(open_page: Open, welsh: Path) -> None:
    page = open_page((welsh / "contribute/add/index.html").as_uri())
    page.get_by_role("button", name="Gwirio a gwneud y ffeil").click()
    expect(page.get_by_role("heading", name="Mae problem")).to_be_visible()
    expect(page.get_by_role("group", name="Tystiolaeth 1")).to_be_visible()


def test_axe_finds_nothing_in_any_state(open_page: Open, form_page: str) -> None:
    page = open_page(
        form_page, expect_errors=True
    )  # axe asks for stylesheets in a way that browsers refuse for files on disk
    editors(page)
    page.evaluate(AXE)
    found: list[str] = []

    def look(state: str) -> None:
        for width, scheme, rules in (
            (1280, "light", ["tag", TAGS]),
            (320, "light", ["tag", TAGS]),
            (320, "dark", ["rule", COLOURS]),
        ):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            said = page.evaluate(RUN, rules)["violations"]
            found.extend(
                f"{state} at {width} px, {scheme}: {node['rule']} {node['target']} {node['html']}"
                for node in said
            )

    look("empty")
    for what in ("Source", "Product", "Other case"):
        page.get_by_role("button", name=re.compile(f"Add: {what}")).click()
    page.get_by_role("button", name="Preview").click()
    finish(page)
    look("with problems and a preview")
    page.evaluate("handbookForm.start({ lesson: { added: '2020', reviewed: '2020' } })")
    fill(page)
    finish(page)
    look("ready")
    assert found == [], "\n".join(found)


def test_the_address_of_an_e_mail_is_that_of_the_team(page: Page) -> None:
    page.evaluate("() => { handbookForm.data.email = 'a+b@example.org' }")
    assert (
        unquote(page.evaluate("handbookForm.email('x', [])['address']").partition("?")[0])
        == "mailto:a+b@example.org"
    )
