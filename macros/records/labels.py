"""Every word of the interface, so that a fork can change or translate all of them in one file."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import create_model

from macros.fields import Model, Text, Title, field, listed
from macros.records.activity import ProductState, Severity
from macros.records.base import ReadLevel
from macros.records.lesson import LessonKind, LessonState
from macros.records.library import Availability, ProductType, SourceType
from macros.records.migration import Outcome

KINDS = ("overview", "phase", "workstream", "role", "activity", "lesson", "product", "migration", "source", "term", "framework", "route")


class WordGroup(Model):
    """A group of labels, found by the value that they stand for."""

    def __getitem__(self, value: str) -> str:
        return getattr(self, value.replace("-", "_"))


def words_for(name: str, values: tuple[str, ...]) -> Any:
    """A group of labels, one for each value that content may hold."""
    return create_model(name, __base__=WordGroup, __doc__=f"A word for each of: {', '.join(values)}.",
                        **{value.replace("-", "_"): (Text, field(f"The word for `{value}`.", alias=value)) for value in values})


class Plural(Model):
    """A label that counts. {n} is the number; give the forms that the language has, `other` always."""

    zero: Text | None = field("The form for none, where the language has one.", "no lessons", None)
    one: Text | None = field("The form for one.", "{n} lesson", None)
    two: Text | None = field("The form for two, where the language has one.", "{n} wers", None)
    few: Text | None = field("The form for a few, where the language has one.", "{n} gwers", None)
    many: Text | None = field("The form for many, where the language has one.", "{n} gwers", None)
    other: Text = field("The form for every other number.", "{n} lessons")


class PageLabel(Model):
    """The heading of a page that lists or draws many records."""

    title: Title = field("Its heading.", "Lessons")
    summary: Text = field("What the reader finds there, in one sentence.", "What others learned, each with its evidence.")


class PageLabels(Model):
    """The pages that list or draw many records."""

    overview: PageLabel = field("The page `overview`.")
    navigate: PageLabel = field("The page `navigate`.")
    timeline: PageLabel = field("The page `timeline`.")
    flow: PageLabel = field("The page `flow`.")
    phases: PageLabel = field("The page `phases`.")
    workstreams: PageLabel = field("The page `workstreams`.")
    activities: PageLabel = field("The page `activities`.")
    lessons: PageLabel = field("The page `lessons`.")
    migrations: PageLabel = field("The page `migrations`.")
    roles: PageLabel = field("The page `roles`.")
    products: PageLabel = field("The page `products`.")
    sources: PageLabel = field("The page `sources`.")
    glossary: PageLabel = field("The page `glossary`.")
    search: PageLabel = field("The page `search`.")
    a_to_z: PageLabel = field("The page `a_to_z`.")


class Labels(Model):
    """Every word of the interface."""

    pages: PageLabels = field("Headings of the pages that list or draw many records.")
    kinds: words_for("KindLabels", KINDS) = field("A word for one record of each kind.")  # type: ignore[valid-type]
    kinds_many: words_for("KindsLabels", KINDS) = field("A word for several records of each kind.")  # type: ignore[valid-type]
    lesson_kinds: words_for("LessonKindLabels", get_args(LessonKind)) = field("Kinds of lesson.")  # type: ignore[valid-type]
    lesson_states: words_for("LessonStateLabels", get_args(LessonState)) = field("How far a lesson has come.")  # type: ignore[valid-type]
    product_states: words_for("ProductStateLabels", get_args(ProductState)) = field("States of a product.")  # type: ignore[valid-type]
    product_types: words_for("ProductTypeLabels", get_args(ProductType)) = field("Types of product.")  # type: ignore[valid-type]
    availabilities: words_for("AvailabilityLabels", get_args(Availability)) = field("How a product can be had.")  # type: ignore[valid-type]
    read_levels: words_for("ReadLevelLabels", get_args(ReadLevel)) = field("How a source was read.")  # type: ignore[valid-type]
    source_types: words_for("SourceTypeLabels", get_args(SourceType)) = field("Types of source.")  # type: ignore[valid-type]
    severities: words_for("SeverityLabels", get_args(Severity)) = field("How bad it is to skip an activity.")  # type: ignore[valid-type]
    outcomes: words_for("OutcomeLabels", get_args(Outcome)) = field("How a migration stands.")  # type: ignore[valid-type]
    role_parts: words_for("RolePartLabels", ("lead", "approve", "contribute", "inform")) = field("What a role does.")  # type: ignore[valid-type]
    tailor: words_for("TailorLabels", ("shrink", "merge", "drop")) = field("Ways to do less.")  # type: ignore[valid-type]
    flow_rules: listed(Text) = field("What the check proves about the flow, one rule an entry.", ["No activity waits for itself."])
    n_activities: Plural = field("A number of activities.")
    n_lessons: Plural = field("A number of lessons.")
    n_products: Plural = field("A number of products.")
    seen_times: Plural = field("How often a lesson was seen again.")
    used_on: Plural = field("On how many pages a term is used.")

    # page
    skip: Text = field('The first link of every page.', 'Skip to the content')
    menu: Text = field('The button that opens the menu on small screens.', 'Menu')
    main_menu: Text = field('The name of the main menu, for screen readers.', 'Main menu')
    breadcrumb: Text = field('The name of the breadcrumb, for screen readers.', 'You are here')
    home: Text = field('The first word of the breadcrumb.', 'Home')
    search: Text = field('The search button.', 'Search')
    search_for: Text = field('The label of every search box.', 'Search the handbook')
    all_pages: Text = field('The name of the list of pages at the foot, for screen readers.', 'All parts of the handbook')
    this_handbook: Text = field('Heading over the pages about the handbook itself.', 'This handbook')
    about: Text = field('Link to the pages about the handbook.', 'About')
    contribute: Text = field('Link to the pages for contributors.', 'Contribute')
    edition: Text = field('The edition, at the foot. {edition} is replaced.', 'Edition {edition}')
    abbreviations: Text = field('Heading over the abbreviations that a page uses.', 'Abbreviations on this page')
    edit: Text = field('Link that opens the record for editing.', 'Edit this page')
    suggest: Text = field('Link to the page on how to suggest a change.', 'Suggest a change')
    feedback: Text = field('Link for feedback.', 'Give feedback')
    comes_from: Text = field('Which file a page comes from. {file} is replaced.', 'This page comes from the file {file}.')
    pager: Text = field('The name of the previous and next links, for screen readers.', 'Previous and next')
    previous: Text = field('Before the title of the previous page.', 'Previous:')
    next: Text = field('Before the title of the next page.', 'Next:')
    none: Text = field('When a list is empty.', 'None')
    not_given: Text = field('When a source does not say.', 'The source does not say')
    not_known: Text = field('When the handbook does not know.', 'Not known')

    # map
    map_caption: Text = field('What the map shows, for screen readers.', 'Phases across, workstreams down. Each cell lists its activities.')
    skip_map: Text = field('Link past the map.', 'Skip past the map')
    map_after: Text = field('Before the links under the map.', 'Workstreams:')
    leads: Text = field('After the name of a side, over its workstreams.', 'leads')
    no_activity: Text = field('When a cell of the map is empty and does not say why.', 'No activity in this handbook.')
    filters: Text = field('The name of the filters, for screen readers.', 'Filters')
    filter_route: Text = field('Label of the filter by route.', 'You are')
    filter_text: Text = field('Label of the filter by text.', 'Contains the words')
    all: Text = field('The choice that filters nothing.', 'All')
    clear: Text = field('The button that clears all filters.', 'Clear filters')
    remaining: Text = field('How many activities remain. {n} and {all} are replaced.', 'Showing {n} of {all} activities')
    remaining_lessons: Text = field('How many lessons remain. {n} and {all} are replaced.', 'Showing {n} of {all} lessons')
    remaining_products: Text = field('How many products remain. {n} and {all} are replaced.', 'Showing {n} of {all} products')

    # timeline
    order_only: Text = field('For what a source puts in order but does not date.', 'Order known, dates not given')
    to_date: Text = field('Between the start and the end of a span.', 'to')
    as_table: Text = field('Heading of the table beside a timeline.', 'The same as a table')
    what: Text = field('Column: what happened.', 'What')
    when: Text = field('Column: when.', 'When')
    start: Text = field('Column: start.', 'Start')
    end: Text = field('Column: end.', 'End')
    timeline_key: Text = field('How to read a timeline.', 'Drawn to scale. Solid: surely under way. Hatched: somewhere in this stretch, because the source gives no exact date. Large dot: services move.')
    compare_moves: Text = field('Link to the comparison of migrations.', 'Compare with other moves')
    by_calendar: Text = field('Heading: migrations on one calendar.', 'By calendar')
    by_go_live: Text = field('Heading: migrations aligned on go-live.', 'Aligned on go-live')
    compare_key: Text = field('How to read the comparison.', 'Each line is one move. Small dots are milestones, the large dot is go-live, bars are spans that a source dates.')
    align_key: Text = field('How to read the aligned comparison.', 'Years before and after go-live. Moves whose go-live no source dates are left out.')
    align_caption: Text = field('Caption of the table of aligned migrations.', 'Milestones in years from go-live')
    years_from_live: Text = field('Column: years from go-live.', 'Years from go-live')
    live_on: Text = field('When a migration went live. {when} is replaced.', 'Live: {when}')

    # record
    facts: Text = field('The name of the card of facts, for screen readers.', 'In short')
    purpose: Text = field('Heading: what it is for.', 'Purpose')
    done_when: Text = field('Heading: how to know that an activity is finished.', 'Done when')
    led_by: Text = field('Label: the side that leads.', 'Led by')
    functions: Text = field('Label: the services it is about.', 'Services')
    effort: Text = field('Label: what it takes.', 'Effort')
    starts_after: Text = field('Label: what must be finished first.', 'Starts after')
    evidence_for: Text = field('Label: the exit criterion that an activity gives evidence for.', 'Evidence for')
    steps: Text = field('Heading: what to do.', 'Steps')
    step_number: Text = field('A step by its number. {number} is replaced.', 'step {number}')
    inputs_outputs: Text = field('Heading over inputs and outputs.', 'What goes in and what comes out')
    inputs: Text = field('Heading: what an activity needs.', 'Needs')
    outputs: Text = field('Heading: what an activity gives.', 'Gives')
    no_inputs: Text = field('When an activity needs no product.', 'Nothing from another activity')
    made_by: Text = field('Before the activities that make a product.', 'Made by')
    used_by: Text = field('Before what uses it.', 'Used by')
    from_outside: Text = field('For a product that no activity makes.', 'Comes from outside the framework')
    end_product: Text = field('For a product that no later activity needs.', 'An end in itself')
    evidence_at_gate: Text = field('For an output that an exit criterion needs.', 'Evidence at the end of the phase')
    lessons_here: Text = field('Heading: lessons about the activity as a whole.', 'Lessons')
    mistakes: Text = field('Heading: what people get wrong.', 'Common mistakes')
    if_skipped: Text = field('Heading: what happens when it is left out.', 'If you skip it')
    tailoring: Text = field('Heading: when to do less.', 'When to do less')
    what_happened: Text = field('Heading: what an organisation did.', 'What happened')
    counterparts: Text = field('Heading: the same work in other frameworks.', 'In other frameworks')
    basis: Text = field('Heading: where advice comes from.', 'What this page rests on')
    practice: Text = field("For the handbook's own advice.", "Practice: this handbook's own advice")
    along: Text = field('Before the neighbours along a workstream. {name} is replaced.', 'In {name}:')
    before: Text = field('Before the activity that comes first.', 'before this,')
    after: Text = field('Before the activity that comes next.', 'after this,')
    what_to_do: Text = field('Heading: what to do about a lesson.', 'What to do')
    event: Text = field('Heading: the event.', 'What happened')
    cause: Text = field('Heading: the cause.', 'Why')
    lesson: Text = field('Heading: the lesson.', 'What we know now')
    applies_when: Text = field('Heading: when a lesson holds.', 'When it applies')
    at: Text = field('Label: where a lesson belongs.', 'Where it counts')
    organisation: Text = field('Label: the organisation.', 'Organisation')
    contributed_by: Text = field('Label: who added a lesson.', 'Added by')
    added: Text = field('Label: when it was added.', 'Added')
    reviewed: Text = field('Label: when it was last checked.', 'Last checked')
    evidence: Text = field('Heading: the evidence.', 'Evidence')
    seen_again: Text = field('Heading: where else it was seen.', 'Seen again')
    related: Text = field('Heading: what to read with it.', 'Related')
    points_here: Text = field('Heading: lessons that point to this one.', 'Lessons that point here')
    verified: Text = field('For evidence that was read in the source itself.', 'verified')
    as_reported: Text = field("For evidence that is known from somebody else's account.", 'as reported')
    reported_by: Text = field('For one piece of such evidence. {who} is replaced.', 'As reported by {who}')
    no_paragraph: Text = field('When no paragraph or page is known.', 'paragraph not known')
    questions: Text = field('Heading: the questions of a phase.', 'Questions it answers')
    answered_by: Text = field('Before the activities that answer a question.', 'Answered by')
    exit_criteria: Text = field('Heading: what must be true at the end of a phase.', 'Exit criteria')
    shown_by: Text = field('Before the evidence of an exit criterion.', 'Shown by')
    exit_of: Text = field('An exit criterion as a user of a product. {phase} is replaced.', 'Exit criterion of {phase}')
    hand_offs: Text = field('Heading: products that pass from one side to the other.', 'Hand-offs')
    hand_offs_intro: Text = field('What the table of hand-offs shows.', 'Products that pass from an activity that one side leads to one that another side leads.')
    from_: Text = field("Column: who hands over.", 'From', alias="from")
    to: Text = field('Column: who takes over.', 'To')
    products_here: Text = field('Heading: products made here.', 'Products made or updated here')
    works_with: Text = field('Before the workstreams that one works with.', 'It works most closely with')
    through_the_phases: Text = field('Heading: the activities of a workstream.', 'Through the phases')
    duties: Text = field('Heading: the duties of a role.', 'Duties')
    reports_to: Text = field('Before the role that one answers to.', 'Reports to')
    reported_to_by: Text = field('Before the roles that answer to this one.', 'Roles that report to it:')
    keeps: Text = field('Heading: products that a role keeps.', 'Products it keeps')
    audience: Text = field('Heading: who reads a product.', 'Who reads it')
    get_it: Text = field('Heading: how to get a product.', 'How to get it')
    outline: Text = field('Heading: the outline of a product.', 'Outline')
    life: Text = field('Heading: where a product is made and used.', 'Where it is made and used')
    made_or_updated: Text = field('Heading: activities that make or update a product.', 'Made or updated in')
    needed_by: Text = field('Heading: what needs a product.', 'Needed by')
    first_made: Text = field('Label: where a product is first made.', 'First made in')
    kept_by: Text = field('Label: the role that keeps a product.', 'Kept by')
    approved_by: Text = field('Label: the roles that approve a product.', 'Approved by')
    origin: Text = field('Label: where a product comes from.', 'Origin')
    role_in_flow: Text = field('Label: the part of a product in the flow.', 'In the flow')
    licence: Text = field('Label: the licence.', 'Licence')
    lessons_about: Text = field('Heading: lessons about a product.', 'Lessons about it')
    product_type: Text = field('Label of the filter by type of product.', 'Type')
    lesson_kind: Text = field('Label of the filter by kind of lesson.', 'Kind')
    story: Text = field('Heading: the story of a migration.', 'The story')
    outcome: Text = field('Heading: what came of it.', 'Outcome')
    country: Text = field('Label: the country.', 'Country')
    provider: Text = field('Label: who provides the services.', 'Provider')
    staff: Text = field('Label: how many people were served.', 'Staff served')
    system: Text = field('Label: the system.', 'System')
    facts_figures: Text = field('Heading: facts and figures of a migration.', 'Facts and figures')
    its_lessons: Text = field('Heading: lessons of a migration.', 'Its lessons')
    told_in: Text = field('Heading: activities that tell part of the story.', 'Activities that tell part of this story')
    publisher: Text = field('Label: the publisher.', 'Publisher')
    published: Text = field('Label: when it was published.', 'Published')
    reference: Text = field('Label: its number.', 'Reference')
    how_read: Text = field('Label: how a source was read.', 'How it was read')
    address: Text = field('Label: its address.', 'Address')
    cited_by: Text = field('Heading: what cites a source.', 'Cited by')
    also: Text = field('Before other words for a term.', 'Also:')
    see: Text = field('Before records that say more.', 'See')

    # flow
    flow_proof: Text = field('The numbers of the flow. Names in braces are replaced.', '{activities} activities need {inputs} inputs and give {outputs} outputs, of {products} products. Every input has an activity before it that makes it, or is one of {external} that come from outside. Every output is used later, is evidence for one of {criteria} exit criteria, or is one of {ends} end products. No activity waits for itself.')

    # search
    search_without_script: Text = field('Shown when scripts are off.', 'Search needs JavaScript. Without it, use the list of all pages:')
    search_wait: Text = field('While the index is read.', 'Reading the index…')
    search_failed: Text = field('When the index cannot be read.', 'Search is not available here. Use the A to Z instead.')
    search_none: Text = field('No result.', 'No results')
    search_one: Text = field('One result.', '1 result')
    search_many: Text = field('Several results. # is replaced.', '# results')
    search_more: Text = field('Results further down a page. # is replaced.', '# more on this page')

    # reference
    required: Text = field('Marks a field that must be there.', 'required')
    for_example: Text = field('Before an example.', 'For example')

    # more
    open_end: Text = field('A span without an end. {start} is replaced.', 'From {start}, no end given')
    open_start: Text = field('A span without a start. {end} is replaced.', 'Until {end}, no start given')
    small_map_caption: Text = field('What the small map shows, for screen readers.', 'Phases across, workstreams down. Each cell leads to its activities.')
    not_found: Text = field('Heading of the page for addresses that do not exist.', 'This page does not exist')
    not_found_advice: Text = field('What to do there.', 'It may have moved. Search for it, or find it by name.')
    moved: Text = field('Heading of a page whose record has another address now.', 'This page has moved')
