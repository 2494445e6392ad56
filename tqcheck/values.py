"""Reads the values of a configuration; what does not hold is refused with words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tqcheck.article import Style
from tqcheck.formats import FORMATS
from tqcheck.record import NamedTuple

STYLE: Mapping[str, tuple[str, ...]] = {
    "quotes": ("double", "single"),
    "punctuation": ("us", "uk"),
    "percent": ("sign", "word"),
    "date": ("mdy", "dmy"),
    "time": ("12h", "24h"),
}
PerFile = tuple[tuple[str, tuple[str, ...]], ...]
PerFormat = tuple[tuple[str, str], ...]

_MANY = 64
_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_MEMORY = re.compile(r"[1-9]\d{0,5}[kmgKMG]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class WrongError(Exception):
    """A value that does not hold; the message goes on after the key's name."""


def text(value: object) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not value:
        raise WrongError("must be a text that is not empty")
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of such texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise WrongError('must be a list of texts, such as ["TQ101"]')
    return tuple(value)


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise WrongError("must be true or false")
    return value


def language(value: object) -> str:
    """The code of a language."""
    if not _LANGUAGE.fullmatch(text(value)):
        raise WrongError(f"can't be “{value}”: it is a language code, such as en")
    return str(value)


def source_language(value: object) -> str:
    """The code of a language, or “auto”."""
    return "auto" if value == "auto" else language(value)


def one_of(known: Sequence[str]) -> Callable[[object], str]:
    """A reader of one of these words."""

    def read(value: object) -> str:
        if text(value) not in known:
            raise WrongError(f"can't be “{value}”; {hint(str(value), known)}")
        return str(value)

    return read


def folder(value: object) -> Path:
    """A folder, as it is written."""
    return Path(text(value))


def folders(value: object) -> tuple[Path, ...]:
    """A list of folders, as they are written."""
    return tuple(Path(item) for item in texts(value))


def per_file(value: object) -> PerFile:
    """A table from patterns to codes."""
    if not isinstance(value, dict):
        raise WrongError('must be a table, such as {"drafts/*.txt" = ["TQ101"]}')
    return tuple((str(pattern), texts(codes)) for pattern, codes in value.items())


def formats(value: object) -> PerFormat:
    """A table from patterns to the names of formats."""
    if not isinstance(value, dict):
        raise WrongError('must be a table, such as {"*.njk" = "html"}')
    known = one_of(tuple(FORMATS))
    for pattern, name in value.items():
        try:
            known(name)
        except WrongError as wrong:
            raise WrongError(f"has the key “{pattern}” that {wrong}") from None
    return tuple(value.items())


def names(value: object) -> tuple[str, ...]:
    """A list of names of fields, which count in any case."""
    found = tuple(name.lower() for name in texts(value))
    if not found:
        raise WrongError("must name a field at least")
    return found


class Tool(NamedTuple):
    """How LanguageTool is used: "off", "auto" or a server's address; what must be there.

    ``require`` ends a run with 2 where it can't be used; ``language`` tells how words are
    spelled; ``enable`` and ``disable`` hold its ids of rules and categories, ``words`` what is
    spelled right though its dictionary lacks it; ``timeout`` is the time for one answer and
    ``start_limit`` that for a server to be ready, in seconds; ``heap`` is the memory of a server
    that is started, as Java writes it; ``threads`` tells how many requests run at once.
    """

    server: str = "off"
    require: bool = False
    language: str = "en-US"
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    timeout: float = 60.0
    start_limit: float = 60.0
    heap: str = "1g"
    threads: int = 2


def server(value: object) -> str:
    """Off, auto or the address of a LanguageTool server."""
    if text(value) in ("off", "auto") or _ADDRESS.fullmatch(str(value)):
        return str(value)
    raise WrongError(f"can't be “{value}”; known: off, auto, http://HOST:PORT")


def seconds(value: object) -> float:
    """A time that is longer than nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise WrongError("must be a number of seconds above 0")
    return float(value)


def count(value: object) -> int:
    """A small number of things, one at least."""
    if type(value) is not int or not 1 <= value <= _MANY:
        raise WrongError(f"must be a number from 1 to {_MANY}")
    return value


def memory(value: object) -> str:
    """An amount of memory, as Java writes it."""
    if not _MEMORY.fullmatch(text(value)):
        raise WrongError(f"can't be “{value}”: it is an amount of memory, such as 1g or 512m")
    return str(value)


def tool(value: object) -> Tool:
    """A table for LanguageTool."""
    readers: Mapping[str, Callable[[object], Any]] = {
        "server": server, "require": flag, "language": text,
        "enable": texts, "disable": texts, "words": texts, "timeout": seconds,
        "start-limit": seconds, "heap": memory, "threads": count,
    }  # fmt: skip
    if not isinstance(value, dict):
        raise WrongError('must be a table, such as {server = "auto"}')
    found: dict[str, Any] = {}
    for key, one in value.items():
        if key not in readers:
            raise WrongError(f"has the unknown key “{key}”; {hint(key, readers)}")
        try:
            found[key.replace("-", "_")] = readers[key](one)
        except WrongError as wrong:
            raise WrongError(f"has the key “{key}” that {wrong}") from None
    return Tool(**found)


def style(value: object) -> Style:
    """A table with the house style."""
    if not isinstance(value, dict):
        raise WrongError('must be a table, such as {quotes = "single"}')
    for key, choice in value.items():
        if key not in STYLE:
            raise WrongError(f"has the unknown key “{key}”; {hint(key, STYLE)}")
        try:
            one_of(STYLE[key])(choice)
        except WrongError as wrong:
            raise WrongError(f"has the key “{key}” that {wrong}") from None
    return Style(**value, chosen=tuple(sorted(value)))


def hint(word: str, known: Iterable[str]) -> str:
    """What is known, with the nearest word first if one is near."""
    from difflib import get_close_matches

    listed = tuple(known)
    close = get_close_matches(word, listed, 1, 0.6)
    meant = f"did you mean “{close[0]}”? " if close else ""
    return f"{meant}known: {', '.join(listed)}"
