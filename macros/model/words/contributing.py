"""The words of the form for a new lesson, and of the links for feedback."""

from __future__ import annotations

from macros.model.fields import Listed, Model, Text, field


class Questions(Model):
    """One link for feedback, and what the message that it opens asks."""

    link: Text = field("The link. It makes sense when it is read alone.", "Suggest a change to this page")
    subject: Text = field("The subject of the message. {title} is replaced.", "Suggested change: {title}")
    ask: Listed[Text] = field(
        "What the message asks, one question an entry.", ["What is wrong?", "What should it say?"]
    )


class FeedbackWords(Model):
    """The links for feedback at the foot of every page."""

    suggest: Questions = field("To suggest a change.")
    used: Questions = field("To say that the page was used, and how it went.")


class FormWords(Model):
    """The form for a new lesson. Where the lesson page has a word for a field, the form uses that word."""

    without_script: Text = field(
        "In place of the form, where scripts are off.",
        "This form needs JavaScript. The other ways on this page need none.",
    )
    kept: Text = field(
        "Where the draft is kept.",
        "What you type stays in this browser, on this device. Nothing is sent until you send it.",
    )
    not_kept: Text = field(
        "When the browser refuses to keep a draft.",
        "This browser keeps no draft. Download the file before you leave this page.",
    )
    restored: Text = field("When an earlier draft is filled in.", "Your draft from last time is filled in.")
    aside: Text = field("The heading over a draft that does not fit the form.")
    aside_note: Text = field("What happened to that draft.")
    aside_save: Text = field("The button that downloads it.")
    aside_forget: Text = field("The button that deletes it.")
    aside_sure: Text = field("The question before it does.")
    clear: Text = field("The button that clears the draft.", "Clear the draft")
    clear_sure: Text = field("The question before it does.", "Clear everything that you typed?")
    cleared: Text = field("Announced after that.", "The draft is cleared.")
    optional: Text = field("Marks what may be left empty.", "optional")
    choose: Text = field("The empty choice of a list.", "Choose one")

    part_event: Text = field("Heading: the event.", "What happened")
    part_lesson: Text = field("Heading: what follows from it.", "What to do about it")
    part_place: Text = field("Heading: where it belongs.", "Where it counts")
    part_proof: Text = field("Heading: the evidence.", "How you know")
    part_who: Text = field("Heading: who adds it, and the file.", "Who adds it")

    title: Text = field("Label: the title.", "Title")
    title_hint: Text = field("Hint: the title.", "The lesson as an instruction that begins with a verb.")
    summary: Text = field("Label: the summary.", "Summary")
    summary_hint: Text = field("Hint: the summary.", "One sentence with the figure that matters most.")
    type_hint: Text = field(
        "Hint: the kind of lesson.", "Did it go wrong, did it go well, or can it go either way?"
    )
    organisation_hint: Text = field(
        "Hint: the organisation.", "Where it happened. An organisation, never a person."
    )
    date_hint: Text = field(
        "Hint: any date.", "As exactly as the source says: 2009-04-01, 2009-04, 2007-Q3 or 2007."
    )
    event_hint: Text = field("Hint: the event.", "What happened, when and where, with the figures.")
    cause_hint: Text = field("Hint: the cause.", "If the source does not say why, say so.")
    lesson_hint: Text = field("Hint: the lesson.", "What somebody else can learn from it.")
    action_hint: Text = field("Hint: the action.", "One instruction that a stranger can act on and test.")
    applies_hint: Text = field("Hint: when it applies.", "The conditions under which it holds.")
    at_hint: Text = field(
        "Hint: the activities.",
        "The first is where it counts most. Its phase and workstream are ticked for you.",
    )
    step: Text = field("Label: the step of an activity.", "Step")
    whole_activity: Text = field("The choice of no step.", "The activity as a whole")
    functions_hint: Text = field("Hint: the services.", "Tick none if it is about all of them.")
    source_hint: Text = field(
        "Hint: the source of a fact.", "If it is not in the list, describe it under “{sources}” first."
    )
    new_sources: Text = field("Heading: sources that the handbook does not have.", "New sources")
    new_sources_hint: Text = field(
        "Hint: new sources.",
        "Only for a public document that the list of sources does not have. It becomes a second file.",
    )
    new_source: Text = field(
        "A source of the form in the list of sources. {title} is replaced.", "New: {title}"
    )
    where: Text = field("Label: the place in a source.", "Paragraph or page")
    says: Text = field("Label: the fact.", "What it says")
    says_hint: Text = field("Hint: the fact.", "In your own words, with the exact figures.")
    sighting: Text = field("One place where the same was seen again.", "Sighting")
    state: Text = field("Label: how far a lesson has come.", "State")
    contributed_hint: Text = field("Hint: who adds it.", "Your organisation, never a person.")
    source_type: Text = field("Label: the type of a source.", "Type of publisher")
    extent: Text = field("Label: what of a source was read.", "What you read")
    extent_hint: Text = field("Hint: what was read.", "Such as: the whole report, or paragraphs 1 to 12.")
    reported: Text = field("Label: who reported a source.", "Who reported it, if you read only their account")
    file_name: Text = field("Label: the file name.", "File name")
    file_name_hint: Text = field(
        "Hint: the file name.", "Made from the title. Change it only if it is taken."
    )
    taken: Text = field(
        "When a file of that name exists.",
        "a record has this file name already, or had it once. Choose another.",
    )

    entry: Text = field("The name of one of several entries. {what} and {n} are replaced.", "{what} {n}")
    add: Text = field("The button that adds an entry. {what} is replaced.", "Add: {what}")
    remove: Text = field("The button that takes an entry out. {what} is replaced.", "Remove {what}")
    removed: Text = field("Announced after that. {what} is replaced.", "Removed: {what}")
    ticked: Text = field("Announced when places are ticked. {what} is replaced.", "Ticked: {what}")

    preview: Text = field("The button that shows the preview, and its heading.", "Preview")
    preview_note: Text = field(
        "Under that heading.", "How the page will look. Headings and tables are not drawn here."
    )
    check: Text = field("The button that checks everything and makes the file.", "Check and make the file")
    problems: Text = field(
        "Heading of the list of problems, and before the title of the window.", "There is a problem"
    )
    ready: Text = field("Heading over the ways to hand the lesson in.", "The file is ready")
    ready_note: Text = field(
        "What to do then. {folder} is replaced.",
        "Nothing is wrong with it. Hand it in one of these ways. It goes into the folder {folder}.",
    )
    download: Text = field("The button that saves a file. {file} is replaced.", "Download {file}")
    copy_text: Text = field(
        "The button that copies the text of a file. {file} is replaced.", "Copy the text of {file}"
    )
    copied: Text = field("Announced after that. {file} is replaced.", "Copied: {file}")
    not_copied: Text = field(
        "When copying is refused.",
        "This browser does not let a page copy. The text is selected: copy it with the keyboard.",
    )
    email: Text = field("The link that opens an e-mail.", "Send by e-mail")
    email_subject: Text = field("The subject of the e-mail. {title} is replaced.", "New lesson: {title}")
    email_text: Text = field(
        "The first line of the e-mail. {folder} is replaced.",
        "A new lesson for the handbook, for the folder {folder}.",
    )
    email_attach: Text = field(
        "In an e-mail that is too long for the text. {files} is replaced.", "The file is attached: {files}"
    )
    email_long: Text = field(
        "Said beside the link then. {files} is replaced.",
        "The text is too long for the link. Download {files} first, and attach it to the e-mail.",
    )
    open_there: Text = field(
        "The link that opens a new file in the repository. {file} is replaced.",
        "Open {file} as a new file in the repository (new tab)",
    )
    paste: Text = field(
        "Said when the text must be pasted there. {file} is replaced.",
        "The text is copied. Paste it there, and name the file {file}.",
    )
