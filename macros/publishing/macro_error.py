"""What a macro raises when a hand-written page asks for something that is not there."""


class MacroError(Exception):
    """The message is shown to the person who wrote the page."""
