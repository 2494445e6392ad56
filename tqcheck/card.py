"""The card: one TOML file that is the whole rule, refused with a sentence when it is wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from tqcheck.document import KINDS
from tqcheck.errors import CardError
from tqcheck.finding import Safety, Severity
from tqcheck.record import NamedTuple

MQM_DIMENSIONS = (
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
)
STATUSES = ("preview", "stable", "deprecated")
QUOTED = ("fix", "report", "skip")

_REQUIRED = ("id", "name", "summary", "why", "message", "mqm", "severity", "status", "since")
_OPTIONAL = (
    "target",
    "sources",
    "scope",
    "quoted",
    "references",
    "pattern",
    "detector",
    "params",
    "words",
    "fix",
    "safety",
    "bad",
    "good",
    "known",
)
_ID = re.compile(r"[A-Z]{1,8}\d{3,5}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Bad(NamedTuple):
    """Prose the rule must flag: exactly ``flags``, mended to ``after`` (None: no fix)."""

    before: str
    flags: tuple[str, ...]
    after: str | None = None


class Good(NamedTuple):
    """A near miss that must stay silent, and why."""

    text: str
    why: str


class Known(NamedTuple):
    """A failure we know of: ``wrong`` is "missed" or "false alarm"."""

    text: str
    wrong: str
    note: str


class RuleCard(NamedTuple):
    """A card as read and checked; patterns are compiled by tqcheck.rule."""

    path: str
    id: str
    name: str
    summary: str
    why: str
    message: str
    mqm: str
    severity: Severity
    status: str
    since: str
    target: tuple[str, ...]
    sources: tuple[str, ...]
    scope: tuple[str, ...]
    quoted: str
    references: tuple[str, ...]
    pattern: str | None
    detector: str | None
    params: Mapping[str, Any]
    words: Mapping[str, tuple[str, ...]]
    fix: str | None
    safety: Safety | None
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    known: tuple[Known, ...]

    @property
    def family(self) -> str:
        """The folder the card stands in."""
        return os.path.basename(os.path.dirname(self.path))  # noqa: PTH119, PTH120


def load_card(path: Path, *, examples: bool = True) -> RuleCard:
    """Read and check one card; raises CardError with ``path: what is wrong; what is known``.

    Without ``examples`` only what stands above the first [[bad]] is read: a run over articles
    starts the faster, and the shipped cards' examples have been tested.
    """
    import tomllib  # a run over articles finds the cards read already

    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text if examples else text.partition("\n[[bad]]")[0])
    except OSError as error:
        raise CardError(str(path), f"can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise CardError(str(path), "is not UTF-8", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise CardError(str(path), f"is not valid TOML: {error}") from None
    return _Reader(path, data, examples).card()


@lru_cache(maxsize=64)
def _lines(path: Path, _changed: int) -> tuple[str, ...]:
    """The lines of a word list, read once for all cards that share it; "#" begins a comment."""
    lines = path.read_text("utf-8").split("\n")
    return tuple(line.strip() for line in lines if line.strip() and line[0] != "#")


class _Reader:
    """Takes a card's values out of the parsed TOML one by one, refusing the first wrong one."""

    def __init__(self, path: Path, data: Mapping[str, Any], examples: bool) -> None:
        self.path = path
        self.data = data
        self.examples = examples

    def refuse(self, what: str, known: Iterable[str] = ()) -> CardError:
        listed = ", ".join(known)
        return CardError(str(self.path), what, f"known: {listed}" if listed else "")

    def card(self) -> RuleCard:
        self.keys(self.data, (*_REQUIRED, *_OPTIONAL), "key")
        for key in _REQUIRED:
            if key not in self.data:
                raise self.refuse(f"the key “{key}” is missing", _REQUIRED)
        self.body()
        fix = self.text("fix", "") if "fix" in self.data else None
        return RuleCard(
            path=str(self.path),
            id=self.shaped("id", _ID, "capitals and digits, such as TQ101"),
            name=self.shaped("name", _NAME, "lower-case words joined by hyphens"),
            summary=self.text("summary"),
            why=self.text("why").strip(),
            message=self.text("message"),
            mqm=self.mqm(),
            severity=Severity[self.one_of("severity", [s.label for s in Severity]).upper()],
            status=self.one_of("status", STATUSES),
            since=self.text("since"),
            target=self.texts("target") or ("en",),
            sources=self.texts("sources"),
            scope=self.some_of("scope", KINDS),
            quoted=self.one_of("quoted", QUOTED, "report"),
            references=self.texts("references"),
            pattern=self.text("pattern") if "pattern" in self.data else None,
            detector=self.text("detector") if "detector" in self.data else None,
            params=self.params(),
            words={key: self.word_list(value, key) for key, value in self.table("words").items()},
            fix=fix,
            safety=self.safety(fix),
            bad=self.bad() if self.examples else (),
            good=self.good() if self.examples else (),
            known=self.known() if self.examples else (),
        )

    def keys(self, table: Mapping[str, Any], known: Iterable[str], what: str) -> None:
        for key in table:
            if key not in tuple(known):
                raise self.refuse(f"unknown {what} “{key}”", known)

    def body(self) -> None:
        if ("pattern" in self.data) == ("detector" in self.data):
            raise self.refuse("needs exactly one of “pattern” and “detector”")
        if "params" in self.data and "detector" not in self.data:
            raise self.refuse("“params” go with a detector")
        if self.data["name"] != self.path.stem:
            raise self.refuse(
                f"the name “{self.data['name']}” is not the file's name “{self.path.stem}”"
            )

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str) or (not value.strip() and key != "fix"):
            raise self.refuse(f"“{key}” must be a text that is not empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.refuse(f"“{key}” must be a list of texts")
        return tuple(value)

    def some_of(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
        for value in self.texts(key):
            if value not in known:
                raise self.refuse(f"“{key}” has the unknown value “{value}”", known)
        return self.texts(key)

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in known:
            raise self.refuse(f"“{key}” can't be “{value}”", known)
        return value

    def shaped(self, key: str, shape: re.Pattern[str], saying: str) -> str:
        value = self.text(key)
        if not shape.fullmatch(value):
            raise self.refuse(f"“{key}” can't be “{value}”: it is made of {saying}")
        return value

    def mqm(self) -> str:
        value = self.text("mqm")
        if value.split("/")[0] not in MQM_DIMENSIONS:
            raise self.refuse(f"“mqm” has the unknown dimension “{value}”", MQM_DIMENSIONS)
        return value

    def safety(self, fix: str | None) -> Safety | None:
        if fix is None:
            if "safety" in self.data:
                raise self.refuse("“safety” needs a “fix”")
            return None
        return Safety[self.one_of("safety", [s.label for s in Safety]).upper()]

    def table(self, key: str) -> Mapping[str, Any]:
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.refuse(f"“{key}” must be a table")
        return value

    def params(self) -> Mapping[str, Any]:
        return {
            key: self.word_list(value, key)
            if isinstance(value, str) and value.endswith(".txt")
            else value
            for key, value in self.table("params").items()
        }

    def word_list(self, value: object, key: str) -> tuple[str, ...]:
        """A list as given, or the lines of the sibling file it names."""
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            words = tuple(value)
        elif isinstance(value, str) and value.endswith(".txt"):
            path = self.path.parent / value
            try:
                words = _lines(path, path.stat().st_mtime_ns)
            except (OSError, UnicodeDecodeError):
                raise self.refuse(f"the word list “{value}” of “{key}” can't be read") from None
        else:
            raise self.refuse(f"“{key}” must be a list of texts or the name of a .txt file")
        if not words:
            raise self.refuse(f"the word list “{key}” is empty")
        return words

    def rows(self, key: str, required: tuple[str, ...], more: tuple[str, ...] = ()) -> list[Any]:
        rows = self.data.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.refuse(f"“{key}” must be written as [[{key}]]")
        for number, row in enumerate(rows, 1):
            self.keys(row, (*required, *more), f"key in [[{key}]] {number}:")
            for field in required:
                if field not in row:
                    raise self.refuse(f"[[{key}]] {number} lacks “{field}”", required)
            for field, value in row.items():
                if field != "flags" and not isinstance(value, str):
                    raise self.refuse(f"“{field}” in [[{key}]] {number} must be a text")
        return rows

    def bad(self) -> tuple[Bad, ...]:
        rows = self.rows("bad", ("before", "flags"), ("after",))
        if len(rows) < 2:
            raise self.refuse("needs at least two [[bad]] examples")
        for number, row in enumerate(rows, 1):
            flags = row["flags"]
            if not isinstance(flags, list) or not flags:
                raise self.refuse(f"“flags” in [[bad]] {number} must be a list of texts")
        return tuple(Bad(row["before"], tuple(row["flags"]), row.get("after")) for row in rows)

    def good(self) -> tuple[Good, ...]:
        rows = self.rows("good", ("text", "why"))
        if len(rows) < 2:
            raise self.refuse("needs at least two [[good]] examples: near misses, with a “why”")
        return tuple(Good(row["text"], row["why"]) for row in rows)

    def known(self) -> tuple[Known, ...]:
        rows = self.rows("known", ("text", "wrong", "note"))
        for row in rows:
            if row["wrong"] not in ("missed", "false alarm"):
                raise self.refuse(f"“wrong” can't be “{row['wrong']}”", ("missed", "false alarm"))
        return tuple(Known(row["text"], row["wrong"], row["note"]) for row in rows)
