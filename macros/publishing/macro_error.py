"""What a macro raises when a hand-written page asks for something that is not there."""


class MacroError(Exception):
    """A sentence for the person who wrote the page."""
