"""A refusal: why something was not done, as one sentence for the person who asked for it."""

from __future__ import annotations


class Refusal(Exception):
    """Nothing was done. `message` says why and what to do; a command ends with `exit_code`."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code


def cannot_write(what: object, error: OSError, outcome: str = "") -> Refusal:
    """Return the refusal for a file or folder that the system does not let us write.

    `outcome` says what became of the rest.
    """
    return Refusal(f"{what} cannot be written: {error.strerror or error}. {outcome}".strip())
