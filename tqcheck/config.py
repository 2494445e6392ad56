"""The configuration: tqcheck.toml or [tool.tqcheck] in pyproject.toml, checked key by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tqcheck import report, values
from tqcheck.article import DETECTORS, Style
from tqcheck.errors import ConfigError
from tqcheck.finding import Severity
from tqcheck.formats.reading import FIELDS
from tqcheck.values import PerFile, PerFormat, Tool, WrongError, hint

FILE = "tqcheck.toml"
FAIL_ON = (*(severity.label for severity in Severity), "never")
STYLE = values.STYLE


def _by(read: Callable[[object], Any]) -> dict[str, Any]:
    return {"read": read}


@dataclass(frozen=True)
class Config:
    """All settings of a run and their defaults; a key in a file is the field with hyphens.

    ``root`` is the folder that patterns in ``exclude``, ``formats`` and ``per_file_ignores``
    start from; ``path`` the file the settings came from, None where there is none; ``format``
    the one that the command line gives all files, "" if none.
    """

    select: tuple[str, ...] = field(default=(), metadata=_by(values.texts))
    ignore: tuple[str, ...] = field(default=(), metadata=_by(values.texts))
    extend_select: tuple[str, ...] = field(default=(), metadata=_by(values.texts))
    preview: bool = field(default=False, metadata=_by(values.flag))
    rules: tuple[Path, ...] = field(default=(), metadata=_by(values.folders))
    lang: str = field(default="en", metadata=_by(values.language))
    source_lang: str = field(default="auto", metadata=_by(values.source_language))
    language_detector: str = field(default=DETECTORS[0], metadata=_by(values.one_of(DETECTORS)))
    fail_on: str = field(default="minor", metadata=_by(values.one_of(FAIL_ON)))
    output_format: str = field(default="full", metadata=_by(values.one_of(report.NAMES)))
    exclude: tuple[str, ...] = field(default=(), metadata=_by(values.texts))
    per_file_ignores: PerFile = field(default=(), metadata=_by(values.per_file))
    formats: PerFormat = field(default=(), metadata=_by(values.formats))
    fields: tuple[str, ...] = field(default=FIELDS, metadata=_by(values.names))
    languagetool: Tool = field(default=Tool(), metadata=_by(values.tool))
    style: Style = field(default=Style(), metadata=_by(values.style))
    cache: bool = field(default=True, metadata=_by(values.flag))
    cache_dir: Path | None = field(default=None, metadata=_by(values.folder))
    format: str = ""
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


def parse(path: Path, data: Mapping[str, Any]) -> Config:
    """The configuration of a parsed table; raises ConfigError for a key or value that is wrong.

    Folders in ``rules`` and ``cache-dir`` are taken from the file's own folder.
    """
    readers = _readers()
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key not in readers:
            raise ConfigError(str(path), f"unknown key “{key}”", hint(key, readers))
        name, read = readers[key]
        try:
            found[name] = read(value)
        except WrongError as wrong:
            raise ConfigError(str(path), f"“{key}” {wrong}") from None
    root = path.parent
    found["rules"] = tuple(root / folder for folder in found.get("rules", ()))
    if "cache_dir" in found:
        found["cache_dir"] = root / found["cache_dir"]
    return Config(**found, path=path, root=root)


def checked(key: str, value: object) -> Any:
    """The value of an option, read as the key of that name; raises ConfigError if it's wrong."""
    try:
        return _readers()[key][1](value)
    except WrongError as wrong:
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
    settings = dict(given)
    ignore = tuple(settings.pop("ignore", ()))
    if "select" in settings:
        config = replace(config, ignore=(), extend_select=())
    extended = tuple(settings.pop("extend_select", ()))
    kept = tuple(code for code in config.ignore if code not in extended)
    extended = config.extend_select + extended
    return replace(config, **settings, ignore=kept + ignore, extend_select=extended)


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
