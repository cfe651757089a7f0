"""The single words and sentences of the interface, in groups by where they appear."""

from __future__ import annotations

from macros.model.fields import Listed, Model, Text, label


class ShellWords(Model):
    """What is around every page."""

    skip: Text = label("The first link of every page.")
    menu: Text = label("The button that opens the menu on small screens.")
    main_menu: Text = label("The name of the main menu, for screen readers.")
    breadcrumb: Text = label("The name of the breadcrumb, for screen readers.")
    home: Text = label("The first word of the breadcrumb.")
    search: Text = label("Beside the search box at the top.")
    search_go: Text = label("The search button.")
    search_for: Text = label("The label of every search box.")
    section_menu: Text = label("The name of the menu of one layer, for screen readers.", "layer")
    beside_menu: Text = label("The name of the menu of one part of the site, for screen readers.", "section")
    all_pages: Text = label("The name of the list of pages at the bottom, for screen readers.")
    this_handbook: Text = label("Heading over the pages about the handbook itself.")
    about: Text = label("Link to the pages about the handbook.")
    contribute: Text = label("Link to the pages for contributors.")
    edition: Text = label("The edition, at the bottom of a page.", "edition")
    abbreviations: Text = label("Heading over the abbreviations that a page uses.")
    contact_write: Text = label("How to reach the team by e-mail.", "email")
    contact_form: Text = label("Link to the form of the team.")
    contact_answer: Text = label("How soon the team answers.", "time")
    contact_none: Text = label("When nobody said how to reach the team.")
    edit: Text = label("Link that opens the record for editing.")
    comes_from: Text = label("Which file a page comes from.", "file")
    pager: Text = label("The name of the previous and next links, for screen readers.")
    previous: Text = label("Before the title of the previous page.")
    next: Text = label("Before the title of the next page.")
    none: Text = label("When a list is empty.")
    not_given: Text = label("When a source does not say.")
    not_known: Text = label("When the handbook does not know.")
    not_found: Text = label("Heading of the page for addresses that do not exist.")
    not_found_advice: Text = label("What to do there.")
    moved: Text = label("Heading of a page whose record has another address now.")


class MapWords(Model):
    """The map, and the filters of lists."""

    map_caption: Text = label("What the map shows, for screen readers.")
    jump: Text = label(
        "Before the links to the parts of the map. It is the name of these links for screen readers too."
    )
    skip_map: Text = label("Link past the map.")
    map_after: Text = label("Before the links under the map.")
    no_activity: Text = label("When a cell of the map is empty and does not say why.")
    filters: Text = label("The name of the filters, for screen readers.")
    filter_route: Text = label("Label of the filter by route.")
    filter_text: Text = label("Label of the filter by text.")
    all: Text = label("The choice that filters nothing.")
    clear: Text = label("The button that clears all filters.")
    remaining: Text = label("How many activities remain.", "n", "all")
    remaining_lessons: Text = label("How many lessons remain.", "n", "all")
    remaining_products: Text = label("How many products remain.", "n", "all")
    remaining_migrations: Text = label("How many migrations remain.", "n", "all")
    remaining_sources: Text = label("How many sources remain.", "n", "all")
    remaining_terms: Text = label("How many terms remain.", "n", "all")
    nothing_left: Text = label("Shown where the filters leave nothing.")
    more: Text = label("What opens the rest of what there is to say about a term.")
    show_all: Text = label("The button under the first entries of a long list.", "n")
    list_part: Text = label("The title of a page with a part of a long list.", "list", "group")
    not_loaded: Text = label("When a part of a page that comes later cannot be loaded.")
    open_all: Text = label("The button that opens all parts of a page that are folded away.")
    close_all: Text = label("The button that folds them away again.")
    all_lessons: Text = label("Link to all the lessons of which a page shows a few.", "n")
    usual_way: Text = label("How most products can be had.", "way")
    year: Text = label("Label of the filter by year.")
    year_live: Text = label("Label of the filter by the year of go-live.")
    length: Text = label("Label of the filter by how long moves took.")
    length_up_to: Text = label("How long a move took, in the filter: at most so many months.", "n")
    length_between: Text = label("How long a move took: between two numbers of months.", "low", "high")
    length_over: Text = label("How long a move took: more than so many months.", "n")
    sort: Text = label("Label of the order of a list.")
    sort_phase: Text = label("The order by phase.")
    sort_when: Text = label("The order by date.")
    sort_evidence: Text = label("The order by strength of evidence.")
    sort_seen: Text = label("The order by how often a lesson was seen again.")
    list_copy: Text = label("The button that copies what is shown.")
    list_copied: Text = label("Announced after that.")
    list_not_copied: Text = label("Announced where the browser refuses.")
    list_download: Text = label("The button that downloads what is shown as a table.")
    list_title: Text = label("The heading of the column of titles in that table.")
    list_address: Text = label("The heading of the column of addresses in that table.")


class TimelineWords(Model):
    """Timelines and their tables."""

    order_only: Text = label("For what a source puts in order but does not date.")
    as_table: Text = label("Heading of the table beside a timeline.")
    what: Text = label("Column: what happened.")
    when: Text = label("Column: when.")
    start: Text = label("Column: start.")
    end: Text = label("Column: end.")
    timeline_key: Text = label("How to read a timeline.")
    compare_moves: Text = label("Link to the comparison of migrations.")
    by_calendar: Text = label("Heading: migrations on one calendar.")
    by_go_live: Text = label("Heading: migrations aligned on the moment marked `go_live`.")
    compare_key: Text = label("How to read the comparison.")
    align_key: Text = label("How to read the aligned comparison.")
    align_caption: Text = label("Caption of the table of aligned migrations.")
    years_from_live: Text = label("Column: years from the moment marked `go_live`.")
    years_before: Text = label("How long before that moment something was.", "n")
    years_after: Text = label("How long after that moment something was.", "n")
    years_none: Text = label("Something that was at that moment.")
    live_on: Text = label("When the moment marked `go_live` was.", "when")
    open_end: Text = label("A span without an end.", "start")
    open_start: Text = label("A span without a start.", "end")


class FlowWords(Model):
    """The page that proves the flow."""

    flow_proof: Text = label(
        "The numbers of the flow.",
        "activities",
        "inputs",
        "outputs",
        "products",
        "external",
        "criteria",
        "ends",
    )


class PrintWords(Model):
    """Print pages, which gather everything about one record."""

    print_all: Text = label("Link to the print page.", "title", "sheets")
    print_lessons: Text = label("Heading: the lessons of an activity, on a print page.")
    print_title: Text = label("Title of a print page.", "title")
    print_contents: Text = label("Heading over the list of what a print page holds.")
    print_intro: Text = label("What a print page is, and how to print it.", "activities", "lessons")
    print_brief: Text = label("On the print page of a role: what it tells where the role only contributes.")
    print_back: Text = label("Link back from a print page.", "title")


class SearchWords(Model):
    """The search page."""

    search_without_script: Text = label("Shown when scripts are off.")
    search_stop_words: Listed[Text] = label(
        "Words that a search does not look for, one in each entry.", default=()
    )
    search_same_words: Listed[Text] = label(
        "Words that mean the same to a reader who searches: one group in each entry, commas between words.",
        default=(),
    )
    search_first_phase: Listed[Text] = label(
        "What people ask who do not know where to begin. The first phase answers it.", default=()
    )
    search_page: Text = label("The kind of a result that is not a record.")
    search_pages: Text = label("The same for several.")
    search_results_for: Text = label("The title of the page with results.", "query")
    search_suggestions: Text = label("The list of suggestions under the search field.")
    search_suggested: Text = label("Announced when there are suggestions. # is their number.")
    search_see_all: Text = label("The last suggestion, which opens all results.")
    search_kind: Text = label("The heading over the kinds of record.")
    search_narrow: Text = label("The heading over the choices that narrow the results.")
    search_widen: Text = label("The button that shows all results again.")
    search_more_results: Text = label("The button that shows more results.")
    search_similar: Text = label("Before words that are spelt like the one that was not found.")
    search_elsewhere: Text = label("Before the pages that help where nothing was found.")
    search_failed: Text = label("When the index cannot be read.")
    search_none: Text = label("No result.")
    search_one: Text = label("One result.")
    search_many: Text = label("Several results. # is replaced.")


class ReferenceWords(Model):
    """The reference pages."""

    required: Text = label("Marks a field that must be there.")
    fields_of: Text = label("The title of the page about the fields of one kind of file.", "kind")
    for_example: Text = label("Before an example.")


class BundleWords(Model):
    """The copy that readers take with them: as a folder, as one file, on paper."""

    open_handbook: Text = label("The one link of the page to start from.")
    bundle_intro: Text = label("What the folder is.")
    this_edition: Text = label("Which edition a copy is.", "edition")
    newest_at: Text = label("Before the address of the newest edition.")
    newest_write: Text = label("Before the e-mail address of the team.")
    newest_ask: Text = label("When no address is known.")
    contents: Text = label("Heading of the list of contents in one file and on paper.")
    changes: Text = label("Title of the list of changes.", "old", "new")
    changes_added: Text = label("Heading: records that are new.")
    changes_changed: Text = label("Heading: records that say something else.")
    changes_retired: Text = label("Heading: records that are gone or no longer hold.")
    changes_outdated: Text = label("Heading: local records whose originals have changed.")
    changes_none: Text = label("When two editions hold the same.")
