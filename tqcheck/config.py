"""The configuration: tqcheck.toml or [tool.tqcheck] in pyproject.toml, checked key by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tqcheck import report
from tqcheck.article import Style
from tqcheck.errors import ConfigError
from tqcheck.finding import Severity

FILE = "tqcheck.toml"
FAIL_ON = (*(severity.label for severity in Severity), "never")
STYLE: Mapping[str, tuple[str, ...]] = {
    "quotes": ("double", "single"),
    "punctuation": ("us", "uk"),
    "percent": ("sign", "word"),
    "date": ("mdy", "dmy"),
    "time": ("12h", "24h"),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}")

PerFile = tuple[tuple[str, tuple[str, ...]], ...]


class _WrongError(Exception):
    """A value that does not hold; the message goes on after the key's name."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise _WrongError("must be a text that is not empty")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise _WrongError('must be a list of texts, such as ["TQ101"]')
    return tuple(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("must be true or false")
    return value


def _language(value: object) -> str:
    if not _LANGUAGE.fullmatch(_text(value)):
        raise _WrongError(f"can't be “{value}”: it is a language code, such as en")
    return str(value)


def _source_language(value: object) -> str:
    return "auto" if value == "auto" else _language(value)


def _one_of(known: Sequence[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if _text(value) not in known:
            raise _WrongError(f"can't be “{value}”; {_hint(str(value), known)}")
        return str(value)

    return read


def _folders(value: object) -> tuple[Path, ...]:
    return tuple(Path(item) for item in _texts(value))


def _per_file(value: object) -> PerFile:
    if not isinstance(value, dict):
        raise _WrongError('must be a table, such as {"drafts/*.txt" = ["TQ101"]}')
    return tuple((str(pattern), _texts(codes)) for pattern, codes in value.items())


def _style(value: object) -> Style:
    if not isinstance(value, dict):
        raise _WrongError('must be a table, such as {quotes = "single"}')
    for key, choice in value.items():
        if key not in STYLE:
            raise _WrongError(f"has the unknown key “{key}”; {_hint(key, STYLE)}")
        try:
            _one_of(STYLE[key])(choice)
        except _WrongError as wrong:
            raise _WrongError(f"has the key “{key}” that {wrong}") from None
    return Style(**value)


def _by(read: Callable[[object], Any]) -> dict[str, Any]:
    return {"read": read}


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a run and their defaults; a key in a file is the field with hyphens.

    ``root`` is the folder that patterns in ``exclude`` and ``per_file_ignores`` start from;
    ``path`` the file the settings came from, None where there is none.
    """

    select: tuple[str, ...] = field(default=(), metadata=_by(_texts))
    ignore: tuple[str, ...] = field(default=(), metadata=_by(_texts))
    extend_select: tuple[str, ...] = field(default=(), metadata=_by(_texts))
    preview: bool = field(default=False, metadata=_by(_flag))
    rules: tuple[Path, ...] = field(default=(), metadata=_by(_folders))
    lang: str = field(default="en", metadata=_by(_language))
    source_lang: str = field(default="auto", metadata=_by(_source_language))
    fail_on: str = field(default="minor", metadata=_by(_one_of(FAIL_ON)))
    output_format: str = field(default="full", metadata=_by(_one_of(report.NAMES)))
    exclude: tuple[str, ...] = field(default=(), metadata=_by(_texts))
    per_file_ignores: PerFile = field(default=(), metadata=_by(_per_file))
    style: Style = field(default=Style(), metadata=_by(_style))
    path: Path | None = None
    root: Path = Path()


def _readers() -> dict[str, tuple[str, Callable[[object], Any]]]:
    """Each key of a file with its field's name and reader."""
    return {
        one.name.replace("_", "-"): (one.name, one.metadata["read"])
        for one in fields(Config)
        if "read" in one.metadata
    }


KEYS = tuple(_readers())


def _hint(word: str, known: Iterable[str]) -> str:
    """What is known, with the nearest word first if one is near."""
    from difflib import get_close_matches

    listed = tuple(known)
    close = get_close_matches(word, listed, 1, 0.6)
    meant = f"did you mean “{close[0]}”? " if close else ""
    return f"{meant}known: {', '.join(listed)}"


def parse(path: Path, data: Mapping[str, Any]) -> Config:
    """The configuration of a parsed table; raises ConfigError for a key or value that is wrong.

    Folders in ``rules`` are taken from the file's own folder.
    """
    readers = _readers()
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in readers:
            raise ConfigError(str(path), f"unknown key “{key}”", _hint(key, readers))
        name, read = readers[key]
        try:
            values[name] = read(value)
        except _WrongError as wrong:
            raise ConfigError(str(path), f"“{key}” {wrong}") from None
    root = path.parent
    values["rules"] = tuple(root / folder for folder in values.get("rules", ()))
    return Config(**values, path=path, root=root)


def checked(key: str, value: object) -> Any:
    """The value of an option, read as the key of that name; raises ConfigError if it's wrong."""
    try:
        return _readers()[key][1](value)
    except _WrongError as wrong:
        raise ConfigError(f"--{key}", str(wrong)) from None


def load(path: Path) -> Config:
    """The configuration of a file; a pyproject.toml must hold [tool.tqcheck]."""
    data = _toml(path, _bytes(path))
    if path.name != "pyproject.toml":
        return parse(path, data)
    table = _tool(path, data)
    if table is None:
        raise ConfigError(str(path), "has no table [tool.tqcheck]", "add one, or name another file")
    return parse(path, table)


def nearest(folder: Path) -> Config | None:
    """The configuration of a folder or the nearest one above it, up to the repository's top."""
    for place in (folder, *folder.parents):
        own, project = place / FILE, place / "pyproject.toml"
        if own.is_file():
            return load(own)
        if project.is_file():
            raw = _bytes(project)
            table = _tool(project, _toml(project, raw)) if b"tqcheck" in raw else None
            if table is not None:
                return parse(project, table)
        if (place / ".git").exists():
            break
    return None


def discover(paths: Sequence[Path], here: Path) -> Config:
    """The configuration nearest to the folder that holds all paths, else to ``here``."""
    from os.path import commonpath

    common = Path(commonpath([here / path for path in paths])) if paths else here
    folder = common if common.is_dir() else common.parent
    return nearest(folder.resolve()) or nearest(here.resolve()) or Config(root=here)


def merge(config: Config, given: Mapping[str, Any]) -> Config:
    """The configuration with what the command line gives (field to value) on top.

    A selection given there replaces the file's selection and its ignores; what is to be
    ignored adds up; a code selected in addition is no longer ignored.
    """
    values = dict(given)
    ignore = tuple(values.pop("ignore", ()))
    if "select" in values:
        config = replace(config, ignore=(), extend_select=())
    extended = tuple(values.pop("extend_select", ()))
    kept = tuple(code for code in config.ignore if code not in extended)
    extended = config.extend_select + extended
    return replace(config, **values, ignore=kept + ignore, extend_select=extended)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(str(path), f"can't be read ({error.strerror})") from None


def _toml(path: Path, raw: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigError(str(path), "is not UTF-8", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), f"is not valid TOML: {error}") from None


def _tool(path: Path, data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The table [tool.tqcheck] of a pyproject.toml, None where it has none."""
    tool = data.get("tool", {})
    table = tool.get("tqcheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(str(path), "[tool.tqcheck] must be a table")
    return table
