"""The search as people use it: questions, typing errors, suggestions under the field, results narrowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))
NEEDED = 0.95
# The first three results of each question, as `kind/id`, or `page/address` for what is not a record.
FIRST_THREE = """questions => questions.map(question => handbookSearch.find(question).slice(0, 3).map(({ entry }) =>
    `${entry.kind}/${entry.kind !== "page" ? handbookSearch.idOf(entry) : entry.address.replace(/(index)?\\.html$/, "/").replace("//", "/")}`))"""


def address(root: Any, where: str, query: str = "") -> str:
    return f"{root}search/{query}" if where == "served" else f"{(root / 'search.html').as_uri()}{query}"


def suggestions(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def facet(page: Page, group: str, choice: str) -> Locator:
    return page.get_by_role("group", name=group).get_by_role("checkbox", name=re.compile(f"^{choice}"))


def results(page: Page) -> Locator:
    return page.locator(".search__results > li")


# Answers


@pytest.mark.ours
@pytest.mark.parametrize("where", ["served", "flat"])
def test_questions_as_people_type_them_are_answered_within_three_results(
    open_page: Open, where: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    page = open_page(address(request.getfixturevalue(where), where))
    page.evaluate("handbookSearch.whole()")
    found = page.evaluate(FIRST_THREE, [question["ask"] for question in QUESTIONS])
    missed = [
        f"{question['ask']}: {', '.join(first)}"
        for question, first in zip(QUESTIONS, found, strict=True)
        if not answered(first, question["any"])
    ]
    rate = 1 - len(missed) / len(QUESTIONS)
    with capsys.disabled():
        print(f"\n{where}: {rate:.0%} of {len(QUESTIONS)} questions answered within three results")
    assert rate >= NEEDED, "\n".join(missed)


def answered(first: list[str], wanted: list[str]) -> bool:
    """Whether one of the wanted records is among the first results; where nothing is wanted, whether there are none."""
    if not wanted:
        return not first
    return any(
        re.fullmatch(re.escape(want).replace(r"\*", ".*"), result) for want in wanted for result in first
    )


@pytest.mark.ours
def test_the_questions_cover_every_role_and_workstream(site: Path) -> None:
    wanted = {want for question in QUESTIONS for want in question["any"]}
    records = {
        f"{kind}/{page.parent.name}"
        for kind in ("role", "workstream")
        for page in site.glob(f"{kind}s/*/index.html")
    }
    assert len(QUESTIONS) >= 100
    assert records - wanted == set()


def test_spelling_hyphens_plurals_and_accents_make_no_difference(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.evaluate("handbookSearch.ready()")
    for one, *others in (
        ("go-live criteria", "go live criteria", "golive criteria", "Go-Live Criterias", "gó‑live criteria"),
        ("retained organisation", "retained organization", "retained organisations"),
        ("fit-gap report", "fitgap report", "fit gap reports"),
        ("business case", "buisness case", "business cases", "bussiness case"),
        ("roll back", "rolling back", "rolled back", "rolls back"),
    ):
        first = page.evaluate("question => handbookSearch.find(question)[0].entry.title", one)
        for other in others:
            assert (
                page.evaluate("question => handbookSearch.find(question)[0].entry.title", other) == first
            ), other


def test_a_double_letter_of_british_endings_is_no_other_word(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.evaluate("handbookSearch.ready()")
    form = "words => words.map(handbookSearch.words.form)"
    for alike in (["cancelled", "canceled", "cancel"], ["enrolment", "enrollments"], ["skilful", "skillful"]):
        assert len(set(page.evaluate(form, alike))) == 1
    for apart in (["rolled", "role"], ["filled", "file"], ["stalled", "stale"], ["overall", "over"]):
        assert len(set(page.evaluate(form, apart))) == 2


def test_other_words_of_the_same_meaning_must_stand_together(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.evaluate("handbookSearch.whole()")
    found = page.evaluate(
        """handbookSearch.find('helpline').map(({ entry, number }) => [
            entry.address, entry.title, entry.summary, entry.names, handbookSearch.texts[number],
        ].join(' '))"""
    )
    meant = r"(help|service)[- ]?desk|(call|contact)[- ]cent(re|er)|helpline|hotline"
    assert found and [text[:80] for text in found if not re.search(meant, text, re.I)] == []


def test_words_that_do_not_count_may_stand_inside_a_phrase(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.evaluate("handbookSearch.whole()")
    first = "question => handbookSearch.find(question)[0].entry.title"
    for apart, together in (("roll it back", "roll back"), ("sign this off", "sign off")):
        assert page.evaluate(first, apart) == page.evaluate(first, together)


@pytest.mark.ours
@pytest.mark.parametrize(("number", "is_small"), [("7", True), ("37", True), ("140", True), ("9000", False)])
def test_a_small_number_of_people_is_a_small_body(
    open_page: Open, served: str, number: str, is_small: bool
) -> None:
    page = open_page(f"{served}search/")
    page.evaluate("handbookSearch.whole()")
    [first] = page.evaluate(FIRST_THREE, [f"we have {number} staff"])
    assert ("product/small-customer-plan" in first) is is_small


def test_a_word_in_front_of_a_hyphen_is_not_completed(open_page: Open, served: str) -> None:
    page = open_page(served)
    page.evaluate("handbookSearch.ready()")
    titles = page.evaluate(
        "handbookSearch.find('go-live').map(({ entry }) => "
        "`${entry.title} ${entry.summary || ''} ${entry.names || ''} ${entry.address}`)"
    )
    assert titles and all(
        re.search(r"\b(go[- ]?live|going live|launch|live)", title, re.I) for title in titles
    )


def test_one_error_is_forgiven_from_five_letters_and_two_from_nine(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.evaluate("handbookSearch.ready()")
    near = page.evaluate(
        """pairs => pairs.map(([word, other]) => handbookSearch.spelling.near(word, new Map([[other, [other]]])).length)""",
        [
            ["paygrol", "payroll"],
            ["payrol", "payroll"],
            ["paryoll", "payroll"],
            ["gaps", "gaup"],
            ["recconsilation", "reconciliation"],
            ["reconcilliaton", "reconciliation"],
            ["test", "text"],
            ["2016", "2017"],
        ],
    )
    assert near == [0, 1, 1, 0, 0, 1, 0, 0]


def test_nonsense_finds_nothing_and_the_page_helps_on(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=zzzzqqqq")
    expect(page.locator(".search__count")).to_have_text("No results")
    expect(page.locator("[data-nothing]").get_by_role("link", name="A to Z")).to_be_visible()


def test_a_word_that_is_nearly_one_of_ours_is_offered(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=payrrrolll")
    page.locator("[data-similar]").get_by_role("link", name="payroll").click()
    expect(results(page).first).to_be_visible()


# The page with results


@pytest.mark.parametrize("where", ["served", "flat"])
def test_search_finds_a_lesson_an_activity_a_product_and_a_term(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    address = f"{root}search/" if where == "served" else (root / "search.html").as_uri()
    page = open_page(address)
    box = page.locator("#search-q")
    for words, title in (
        ("rehearse load", "Rehearse the load"),
        ("letter of intent", "Letter of intent"),
        ("pathfinder", "Pathfinder"),
    ):
        box.fill(words)
        expect(page.locator(".search__results")).to_contain_text(title)
    expect(page.locator(".search__count")).to_contain_text(re.compile(r"\d+ result"))


@pytest.mark.parametrize("where", ["served", "flat"])
def test_the_search_box_of_every_page_leads_to_results(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    page = open_page(f"{root}products/" if where == "served" else (root / "products/index.html").as_uri())
    page.locator("#top-search").fill("payroll")
    page.locator("#top-search").press("Enter")
    expect(page.locator(".search__results > li").first).to_be_visible()
    page.locator(".search__results a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_search_without_results_says_so(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=zzzzqqqq")
    expect(page.locator(".search__count")).to_have_text("No results")


@pytest.mark.parametrize("where", ["served", "flat"])
def test_a_result_whose_title_is_in_another_language_is_marked(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    page = open_page(
        f"{root}search/?q=opmerkelijk"
        if where == "served"
        else f"{(root / 'search.html').as_uri()}?q=opmerkelijk"
    )
    expect(page.locator(".search__results a[href*='p-direkt-success']").first).to_have_attribute("lang", "nl")
    page.locator("#search-q").fill("payroll")
    expect(page.locator(".search__count")).to_contain_text(re.compile(r"\d\d result"))
    assert page.locator(".search__results a:not([href*='sources/'])[lang]").count() == 0


def test_search_never_runs_what_is_typed(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.locator("#search-q").fill('<img src=x onerror=alert(1)> ^~+- " *')
    expect(page.locator(".search__count")).not_to_be_empty()
    assert page.locator(".search__results img").count() == 0


def test_without_scripts_search_points_to_the_a_to_z(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/", scripts=False)
    page.locator("main").get_by_role("link", name="A to Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")


def test_the_title_of_the_page_says_what_was_searched(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=payroll")
    expect(page).to_have_title(re.compile("^Results for “payroll”"))


def test_an_excerpt_shows_the_match(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=reconciles")
    expect(page.locator(".search__results mark").first).to_have_text(re.compile("^reconcil", re.I))


def test_facets_combine_count_and_stay_in_the_address(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=payroll")
    lessons = facet(page, "Type of page", "Lessons")
    label = lessons.locator("xpath=..")
    number = int(re.search(r"\d+$", label.inner_text().strip())[0])
    lessons.check()
    expect(page.locator(".search__count")).to_have_text(f"{number} results")
    facet(page, "Phase", "Design").check()
    expect(page.locator(".search__count")).not_to_have_text(f"{number} results")
    kept = page.locator(".search__count").inner_text()
    again = open_page(page.url)
    expect(again.locator(".search__count")).to_have_text(kept)
    expect(facet(again, "Phase", "Design")).to_be_checked()
    again.get_by_role("button", name="Clear these choices").click()
    expect(facet(again, "Phase", "Design")).not_to_be_checked()
    expect(again.locator("#search-q")).to_be_focused()


def test_more_results_come_at_a_press_and_the_focus_goes_to_the_first_of_them(
    open_page: Open, served: str
) -> None:
    page = open_page(f"{served}search/?q=payroll")
    expect(results(page)).to_have_count(20)
    page.get_by_role("button", name="Show more results").click()
    expect(results(page).nth(20).get_by_role("link")).to_be_focused()


# Suggestions


@pytest.mark.parametrize("where", ["served", "flat"])
def test_the_field_suggests_records_and_enter_opens_the_one_that_is_chosen(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    page = open_page(f"{root}products/" if where == "served" else (root / "products/index.html").as_uri())
    field = page.get_by_role("combobox", name="Search the handbook").or_(page.locator("#top-search"))
    field.press_sequentially("letter of int")
    expect(suggestions(page).first).to_contain_text(re.compile("letter of intent", re.I))
    assert suggestions(page).count() <= 7
    field.press("ArrowDown")
    expect(suggestions(page).first).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    chosen = suggestions(page).first.locator(".suggest__title").inner_text()
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(chosen)


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(open_page: Open, served: str) -> None:
    page = open_page(served)
    field = page.locator("#top-search")
    field.press_sequentially("payroll")
    expect(suggestions(page).first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("Escape")
    expect(suggestions(page)).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("payroll")
    expect(field).to_be_focused()


def test_the_number_of_suggestions_is_announced(open_page: Open, served: str) -> None:
    page = open_page(served)
    page.locator("#top-search").press_sequentially("payroll")
    expect(page.locator(".top__search [role=status]")).to_have_text(re.compile(r"^\d suggestions\."))


def test_the_last_suggestion_opens_all_results(open_page: Open, served: str) -> None:
    page = open_page(served)
    page.locator("#top-search").press_sequentially("payroll")
    suggestions(page).filter(has_text="See all results").click()
    expect(page.locator("#search-q")).to_have_value("payroll")


def test_at_320_pixels_the_suggestions_fit(open_page: Open, served: str) -> None:
    page = open_page(served, width=320)
    page.get_by_role("button", name="Menu").click()
    page.locator("#top-search").press_sequentially("payroll")
    expect(suggestions(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_page_loads_the_search_before_somebody_searches(open_page: Open, served: str) -> None:
    page = open_page(served)
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').filter(({ name }) => /search/.test(name)).length"
    assert page.evaluate(loaded) == 1  # the few lines that wait for the first touch
