"""The single words and sentences of the interface, in groups by where they stand."""

from __future__ import annotations

from macros.model.fields import Listed, Model, Text, field


class ShellWords(Model):
    """What stands around every page."""

    skip: Text = field("The first link of every page.", "Skip to the content")
    menu: Text = field("The button that opens the menu on small screens.", "Menu")
    main_menu: Text = field("The name of the main menu, for screen readers.", "Main menu")
    breadcrumb: Text = field("The name of the breadcrumb, for screen readers.", "You are here")
    home: Text = field("The first word of the breadcrumb.", "Home")
    search: Text = field("The search button.", "Search")
    search_for: Text = field("The label of every search box.", "Search the handbook")
    all_pages: Text = field(
        "The name of the list of pages at the foot, for screen readers.", "All parts of the handbook"
    )
    this_handbook: Text = field("Heading over the pages about the handbook itself.", "This handbook")
    about: Text = field("Link to the pages about the handbook.", "About")
    contribute: Text = field("Link to the pages for contributors.", "Contribute")
    edition: Text = field("The edition, at the foot. {edition} is replaced.", "Edition {edition}")
    abbreviations: Text = field(
        "Heading over the abbreviations that a page uses.", "Abbreviations on this page"
    )
    edit: Text = field("Link that opens the record for editing.", "Edit this page")
    comes_from: Text = field(
        "Which file a page comes from. {file} is replaced.", "This page comes from the file {file}."
    )
    pager: Text = field("The name of the previous and next links, for screen readers.", "Previous and next")
    previous: Text = field("Before the title of the previous page.", "Previous:")
    next: Text = field("Before the title of the next page.", "Next:")
    none: Text = field("When a list is empty.", "None")
    not_given: Text = field("When a source does not say.", "The source does not say")
    not_known: Text = field("When the handbook does not know.", "Not known")
    not_found: Text = field(
        "Heading of the page for addresses that do not exist.", "This page does not exist"
    )
    not_found_advice: Text = field(
        "What to do there.", "It may have moved. Search for it, or find it by name."
    )
    moved: Text = field("Heading of a page whose record has another address now.", "This page has moved")


class MapWords(Model):
    """The map, and the filters of lists."""

    map_caption: Text = field(
        "What the map shows, for screen readers.",
        "Phases across, workstreams down. Each cell lists its activities.",
    )
    jump: Text = field(
        "Before the links to the parts of the map. It is the name of these links for screen readers too.",
        "On the map, go to",
    )
    skip_map: Text = field("Link past the map.", "Skip past the map")
    map_after: Text = field("Before the links under the map.", "Workstreams:")
    no_activity: Text = field(
        "When a cell of the map is empty and does not say why.", "No activity in this handbook."
    )
    filters: Text = field("The name of the filters, for screen readers.", "Filters")
    filter_route: Text = field("Label of the filter by route.", "You are")
    filter_text: Text = field("Label of the filter by text.", "Contains the words")
    all: Text = field("The choice that filters nothing.", "All")
    clear: Text = field("The button that clears all filters.", "Clear filters")
    remaining: Text = field(
        "How many activities remain. {n} and {all} are replaced.", "Showing {n} of {all} activities"
    )
    remaining_lessons: Text = field(
        "How many lessons remain. {n} and {all} are replaced.", "Showing {n} of {all} lessons"
    )
    remaining_products: Text = field(
        "How many products remain. {n} and {all} are replaced.", "Showing {n} of {all} products"
    )
    small_map_caption: Text = field(
        "What the small map shows, for screen readers.",
        "Phases across, workstreams down. Each cell leads to its activities.",
    )


class TimelineWords(Model):
    """Timelines and their tables."""

    order_only: Text = field(
        "For what a source puts in order but does not date.", "Order known, dates not given"
    )
    to_date: Text = field("Between the start and the end of a span.", "to")
    as_table: Text = field("Heading of the table beside a timeline.", "The same as a table")
    what: Text = field("Column: what happened.", "What")
    when: Text = field("Column: when.", "When")
    start: Text = field("Column: start.", "Start")
    end: Text = field("Column: end.", "End")
    timeline_key: Text = field(
        "How to read a timeline.",
        "Drawn to scale. Solid: surely under way. Hatched: somewhere in this stretch, because the source gives no exact date. Large dot: it goes live.",
    )
    compare_moves: Text = field("Link to the comparison of migrations.", "Compare with other moves")
    by_calendar: Text = field("Heading: migrations on one calendar.", "By calendar")
    by_go_live: Text = field(
        "Heading: migrations aligned on the moment marked `go_live`.", "Aligned on go-live"
    )
    compare_key: Text = field(
        "How to read the comparison.",
        "Each line is one move. Small dots are milestones, the large dot is go-live, bars are spans that a source dates.",
    )
    align_key: Text = field(
        "How to read the aligned comparison.",
        "Years before and after go-live. Moves whose go-live no source dates are left out.",
    )
    align_caption: Text = field(
        "Caption of the table of aligned migrations.", "Milestones in years from go-live"
    )
    years_from_live: Text = field("Column: years from the moment marked `go_live`.", "Years from go-live")
    live_on: Text = field("When the moment marked `go_live` was. {when} is replaced.", "Live: {when}")
    open_end: Text = field("A span without an end. {start} is replaced.", "From {start}, no end given")
    open_start: Text = field("A span without a start. {end} is replaced.", "Until {end}, no start given")


class FlowWords(Model):
    """The page that proves the flow."""

    flow_proof: Text = field(
        "The numbers of the flow. Names in braces are replaced.",
        "{activities} activities need {inputs} inputs and give {outputs} outputs, of {products} products. Every input has an activity before it that makes it, or is one of {external} that come from outside. Every output is used later, is evidence for one of {criteria} exit criteria, or is one of {ends} end products. No activity waits for itself.",
    )


class PrintWords(Model):
    """Print pages, which gather everything about one record."""

    print_all: Text = field(
        "Link to the print page. {title} is replaced.", "Print everything in one document: {title}"
    )
    print_title: Text = field(
        "Title of a print page. {title} is replaced.", "Everything in one document: {title}"
    )
    print_contents: Text = field("Heading over the list of what a print page holds.", "Contents")
    print_intro: Text = field(
        "What a print page is, and how to print it. {activities} and {lessons} are replaced.",
        "{activities} and {lessons}, with their checklists. Print this page with your browser, or save it as a PDF.",
    )
    print_back: Text = field("Link back from a print page. {title} is replaced.", "Back to “{title}”")


class SearchWords(Model):
    """The search page."""

    search_without_script: Text = field(
        "Shown when scripts are off.", "Search needs JavaScript. Without it, use the list of all pages:"
    )
    search_stop_words: Listed[Text] = field(
        "Words that a search does not look for, one an entry.", default=()
    )
    search_same_words: Listed[Text] = field(
        "Words that mean the same to somebody who searches: one group an entry, with commas between the words.",
        default=(),
    )
    search_page: Text = field("The kind of a result that is not a record.")
    search_pages: Text = field("The same for several.")
    search_results_for: Text = field("The title of the page with results. {query} is what was looked for.")
    search_suggestions: Text = field("The list of suggestions under the search field.")
    search_suggested: Text = field("Announced when there are suggestions. # is their number.")
    search_see_all: Text = field("The last suggestion, which opens all results.")
    search_kind: Text = field("The heading over the kinds of record.")
    search_narrow: Text = field("The heading over the choices that narrow the results.")
    search_widen: Text = field("The button that shows all results again.")
    search_more_results: Text = field("The button that shows more results.")
    search_similar: Text = field("Before words that are spelt like the one that was not found.")
    search_elsewhere: Text = field("Before the pages that help where nothing was found.")
    search_wait: Text = field("While the index is read.", "Reading the index…")
    search_failed: Text = field(
        "When the index cannot be read.", "Search is not available here. Use the A to Z instead."
    )
    search_none: Text = field("No result.", "No results")
    search_one: Text = field("One result.", "1 result")
    search_many: Text = field("Several results. # is replaced.", "# results")


class ReferenceWords(Model):
    """The reference pages."""

    required: Text = field("Marks a field that must be there.", "required")
    for_example: Text = field("Before an example.", "For example")


class BundleWords(Model):
    """The copy that readers take with them: as a folder, as one file, on paper."""

    open_handbook: Text = field("The one link of the page to start from.", "Open the handbook")
    bundle_intro: Text = field(
        "What the folder is.",
        "This folder holds the whole handbook. It needs no network, and nothing has to be installed.",
    )
    this_edition: Text = field(
        "Which edition a copy is. {edition} is replaced.", "This is edition {edition}."
    )
    newest_at: Text = field("Before the address of the newest edition.", "The newest edition is at")
    newest_write: Text = field("Before the e-mail address of the team.", "For the newest edition, write to")
    newest_ask: Text = field(
        "When no address is known.", "For the newest edition, ask whoever gave you this copy."
    )
    contents: Text = field("Heading of the list of contents in one file and on paper.", "Contents")
    changes: Text = field(
        "Title of the list of changes. {old} and {new} are replaced.", "From edition {old} to edition {new}"
    )
    changes_added: Text = field("Heading: records that are new.", "Added")
    changes_changed: Text = field("Heading: records that say something else.", "Changed")
    changes_retired: Text = field("Heading: records that are gone or no longer hold.", "Retired")
    changes_none: Text = field("When two editions hold the same.", "Nothing changed.")
