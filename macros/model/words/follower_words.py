"""The words of what a site tells its followers: changes, feeds and data files."""

from __future__ import annotations

from macros.model.fields import Model, Text, label


class PublishingWords(Model):
    """Changes from edition to edition, feeds and data files."""

    history: Text = label("Heading over the dated notes at the bottom of a page.")
    edition_dated: Text = label("Heading: an edition and its day.", "edition", "when")
    since_edition: Text = label("Heading: what came after the newest edition.", "edition")
    edition_holds: Text = label("Before the numbers of the first edition.")
    feed: Text = label("The feed of all lessons.")
    feed_of: Text = label("The feed of one phase or workstream.", "title")
    feeds_whole: Text = label("Label: the feed of all lessons in the list of feeds.")
    no_feeds: Text = label("When there are no feeds, and why.")
    feeds_elsewhere: Text = label("In a copy without feeds and data files, before the address of the site.")
    elsewhere_unknown: Text = label("The same when no address is known.")
    data_whole: Text = label("The file with everything, in the list of data files.")
