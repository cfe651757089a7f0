"""The words of the form for a new lesson, and of the links for feedback."""

from __future__ import annotations

from macros.model.fields import Listed, Model, Text, field, label


class Questions(Model):
    """One link for feedback, and what the message that it opens asks."""

    link: Text = label("The link. It makes sense when it is read alone.")
    subject: Text = label("The subject of the message.", "title")
    ask: Listed[Text] = label("What the message asks, one question in each entry.")


class FeedbackWords(Model):
    """The links for feedback at the bottom of every page."""

    suggest: Questions = field("To suggest a change.")
    used: Questions = field("To say that the page was used, and how it went.")


class MissingWords(Model):
    """What to do where a field of the form is empty, by its name, or by its list and its name."""

    title: Text = label("When there is no `title`.")
    summary: Text = label("When there is no `summary`.")
    type: Text = label("When there is no `type`.")
    organisation: Text = label("When there is no `organisation`.")
    when: Text = label("When there is no `when`.")
    event: Text = label("When there is no `event`.")
    cause: Text = label("When there is no `cause`.")
    lesson: Text = label("When there is no `lesson`.")
    action: Text = label("When there is no `action`.")
    applies_when: Text = label("When there is no `applies_when`.")
    at: Text = label("When there is no `at`.")
    phases: Text = label("When there is no `phases`.")
    workstreams: Text = label("When there is no `workstreams`.")
    evidence: Text = label("When there is no `evidence`.")
    source: Text = label("When there is no `source`.")
    says: Text = label("When there is no `says`.")
    state: Text = label("When there is no `state`.")
    contributed_by: Text = label("When there is no `contributed_by`.")
    added: Text = label("When there is no `added`.")
    reviewed: Text = label("When there is no `reviewed`.")
    publisher: Text = label("When there is no `publisher`.")
    licence: Text = label("When there is no `licence`.")
    read: Text = label("When there is no `read`.")
    extent: Text = label("When there is no `extent`.")
    used_organisation: Text = label("When there is no `organisation` in `used`.")
    used_says: Text = label("When there is no `says` in `used`.")


class FormWords(Model):
    """The form for a new lesson. Where the lesson page has a word for a field, the form uses that word."""

    without_script: Text = label("In place of the form, where scripts are off.")
    kept: Text = label("Where the draft is kept.")
    not_kept: Text = label("When the browser refuses to keep a draft.")
    restored: Text = label("When an earlier draft is filled in.")
    aside: Text = label("The heading over a draft that does not fit the form.")
    aside_note: Text = label("What happened to that draft.")
    aside_save: Text = label("The button that downloads it.")
    aside_forget: Text = label("The button that deletes it.")
    aside_sure: Text = label("The question before it does.")
    clear: Text = label("The button that clears the draft.")
    clear_sure: Text = label("The question before it does.")
    cleared: Text = label("Announced after that.")
    optional: Text = label("Marks what may be left empty.")
    choose: Text = label("The empty choice of a list.")

    part_event: Text = label("Heading: the event.")
    part_lesson: Text = label("Heading: what follows from it.")
    part_proof: Text = label("Heading: the evidence.")
    part_editors: Text = label("Opens the fields that editors look after.")
    part_editors_note: Text = label("What these fields are.")

    title: Text = label("Label: the title.")
    title_hint: Text = label("Hint: the title.")
    summary: Text = label("Label: the summary.")
    summary_hint: Text = label("Hint: the summary.")
    type_hint: Text = label("Hint: the kind of lesson.")
    organisation_hint: Text = label("Hint: the organisation.")
    date_hint: Text = label("Hint: any date.")
    event_hint: Text = label("Hint: the event.")
    cause_hint: Text = label("Hint: the cause.")
    lesson_hint: Text = label("Hint: the lesson.")
    action_hint: Text = label("Hint: the action.")
    question_hint: Text = label("Hint: what a reviewer asks.")
    applies_hint: Text = label("Hint: when it applies.")
    at_hint: Text = label("Hint: the activities.")
    step: Text = label("Label: the step of an activity.")
    whole_activity: Text = label("The choice of no step.")
    functions_hint: Text = label("Hint: the services.")
    conditions_hint: Text = label("Hint: for which projects a lesson counts.")
    source_hint: Text = label("Hint: the source of a fact.", "sources")
    new_sources: Text = label("Heading: sources that the handbook does not have.")
    new_sources_hint: Text = label("Hint: new sources.")
    new_source: Text = label("A source of the form in the list of sources.", "title")
    where: Text = label("Label: the place in a source.")
    says: Text = label("Label: the fact.")
    says_hint: Text = label("Hint: the fact.")
    sighting: Text = label("One place where the same was seen again.")
    use: Text = label("One place where the lesson was applied.")
    uses: Text = label("Heading: places where the lesson was applied.")
    uses_hint: Text = label("Hint: such places.")
    result: Text = label("Label: what came of an applied lesson.")
    result_hint: Text = label("Hint: what came of it.")
    use_says: Text = label("Label: what was done with the lesson.")
    state: Text = label("Label: how far a lesson has come.")
    contributed_hint: Text = label("Hint: who adds it.")
    source_type: Text = label("Label: the type of a source.")
    extent: Text = label("Label: what of a source was read.")
    extent_hint: Text = label("Hint: what was read.")
    reported: Text = label("Label: who reported a source.")
    file_name: Text = label("Label: the file name.")
    file_name_hint: Text = label("Hint: the file name.")
    taken: Text = label("When a file of that name exists.")

    entry: Text = label("The name of one of several entries.", "what", "n")
    add: Text = label("The button that adds an entry.", "what")
    remove: Text = label("The button that takes an entry out.", "what")
    removed: Text = label("Announced after that.", "what")
    ticked: Text = label("Announced when places are ticked.", "what")

    preview: Text = label("The button that shows the preview, and its heading.")
    preview_note: Text = label("Under that heading.")
    check: Text = label("The button that checks everything and makes the file.")
    wrong: Text = label("Before each problem, for screen readers.")
    missing: MissingWords = field("What to do where a field is empty.")
    problems: Text = label("Heading of the list of problems, and before the title of the window.")
    ready: Text = label("Heading over the ways to hand the lesson in.")
    ready_note: Text = label("What to do then.", "folder")
    file_text: Text = label("Opens the text of a file.")
    download: Text = label("The button that saves a file.", "file")
    copy_text: Text = label("The button that copies the text of a file.", "file")
    copied: Text = label("Announced after that.", "file")
    not_copied: Text = label("When copying is refused.")
    email: Text = label("The link that opens an e-mail.")
    email_subject: Text = label("The subject of the e-mail.", "title")
    email_text: Text = label("The first line of the e-mail.", "folder")
    email_attach: Text = label("In an e-mail that is too long for the text.", "files")
    email_long: Text = label("Said beside the link then.", "files")
    open_there: Text = label("The link that opens a new file in the repository.", "file")
    paste: Text = label("Said when the text must be pasted there.", "file")
