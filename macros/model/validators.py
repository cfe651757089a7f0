"""What a text must be to belong in a field. Each function returns the text, or raises PydanticCustomError."""

from __future__ import annotations

import re
from typing import Any

from babel import Locale, UnknownLocaleError
from pydantic_core import PydanticCustomError

from macros import windows_names
from macros.model.address import web_address_wrong
from macros.model.seen_text import hidden_sign, shows_nothing

MAX_ID = 48
ID = r"[a-z0-9]+(-[a-z0-9]+)*"
ADDRESS = r"""https?://[^\s<>"'`{}|\\^]+"""
MONEY = r"[A-Z]{3} [0-9]+(\.[0-9]+)?m"
MAX_QUESTION = 110
# Marks that end a question: of most languages, of Arabic, Armenian and Chinese, and of Greek on either of its
# two keys.
QUESTION = ".*[?\u061f\u055e\uff1f\u037e;]"
FINGERPRINT = "[0-9a-f]{12}"
RESERVED = windows_names.RESERVED | {"index"}


def slug(value: str) -> str:
    """Return an id, when it can be one."""
    if not re.fullmatch(ID, value):
        raise PydanticCustomError("slug", "an id has lower-case letters, digits and single hyphens only")
    if len(value) > MAX_ID:
        raise PydanticCustomError("slug_long", "an id has at most {limit} characters", {"limit": MAX_ID})
    if value in RESERVED:
        raise PydanticCustomError("slug_reserved", "this id is reserved by Windows or by the site")
    return value


def money(value: str) -> str:
    """Refuse what is no currency with a number of millions."""
    if not re.fullmatch(MONEY, value):
        raise PydanticCustomError("money", "an amount is a currency and millions, written GBP 11.8m")
    return value


def one_line(value: str) -> str:
    """Return a text, when it fits on one line."""
    if len(value.splitlines()) > 1:
        raise PydanticCustomError("one_line", "this text must fit on one line")
    return value


def visible(value: str) -> str:
    """Return a text, when readers see something of it."""
    if shows_nothing(value):
        raise PydanticCustomError("visible", "readers see nothing of this text")
    return value


def all_visible(value: str) -> str:
    """Return a title, when it holds nothing unseen."""
    if sign := hidden_sign(visible(value)):
        raise PydanticCustomError(
            "hidden_sign", "a title holds nothing unseen, and here is {sign}", {"sign": sign}
        )
    return value


def question(value: str) -> str:
    """Return a text, when it is one short question."""
    if len(value) > MAX_QUESTION:
        raise PydanticCustomError(
            "question_long", "a question has at most {limit} characters", {"limit": MAX_QUESTION}
        )
    if not re.fullmatch(QUESTION, value):
        raise PydanticCustomError("question", "a question ends in a question mark")
    return value


def web_address(value: str) -> str:
    """Return the value, when it is an address of the web. Raises PydanticCustomError otherwise."""
    if not re.fullmatch(ADDRESS, value):
        raise PydanticCustomError("web_address", "a web address starts with https:// and has no spaces")
    if wrong := web_address_wrong(value):
        raise PydanticCustomError("web_address", "{wrong}", {"wrong": wrong})
    return value


def is_language(code: str) -> bool:
    """Tell whether `code` names a language, such as `en-GB` or `cy`."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def language(value: str) -> str:
    """Return the code of a language, when it is one."""
    if not is_language(value):
        raise PydanticCustomError("language", "a language is written as its code, such as en-GB or cy")
    return value


def truth(value: Any) -> Any:
    """Return true or false for the words; leave what is no text to others."""
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("true_false", "write true or false")
        return value == "true"
    return value


def fingerprint(value: str) -> str:
    """Return the mark of a text, when it can be one."""
    if not re.fullmatch(FINGERPRINT, value):
        raise PydanticCustomError("fingerprint", "this mark has twelve digits or letters a to f")
    return value
