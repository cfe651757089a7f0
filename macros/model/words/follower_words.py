"""The words of what a site tells its followers: changes, feeds and data files."""

from __future__ import annotations

from macros.model.fields import Model, Text, field


class PublishingWords(Model):
    """Changes from edition to edition, feeds and data files."""

    history: Text = field("Heading over the dated notes at the foot of a page.", "Changes to this page")
    edition_dated: Text = field(
        "Heading: an edition and its day. {edition} and {when} are replaced.", "Edition {edition}, {when}"
    )
    since_edition: Text = field(
        "Heading: what came after the newest edition. {edition} is replaced.", "Since edition {edition}"
    )
    edition_holds: Text = field("Before the numbers of the first edition.", "It holds:")
    feed: Text = field("The feed of all lessons.", "New and changed lessons")
    feed_of: Text = field(
        "The feed of one phase or workstream. {title} is replaced.", "New and changed lessons: {title}"
    )
    feeds_whole: Text = field("Label: the feed of all lessons in the list of feeds.", "All lessons")
    no_feeds: Text = field(
        "When there are no feeds, and why.",
        "There are no feeds, because the address of this site is not known.",
    )
    feeds_elsewhere: Text = field(
        "In a copy without feeds and data files, before the address of the site.",
        "A copy leaves them out. They are at",
    )
    elsewhere_unknown: Text = field("The same when no address is known.", "A copy leaves them out.")
    data_whole: Text = field("The file with everything, in the list of data files.", "Everything")
