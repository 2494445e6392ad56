"""The head of a Markdown file in YAML or TOML: its prose fields, and what it says to tqcheck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqcheck.errors import SourceError
from tqcheck.formats import _front_matter_values as values
from tqcheck.formats._fields import code_of, tells_origin
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, zone_of
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Source

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, ScalarNode

_HEAD = later(
    r"""
    (?P<fence>---|\+\+\+)[ \t]*\r?\n          # a row of its own at the very beginning
    (?P<inner>(?:(?!(?P=fence)[ \t]*\r?(?:\n|\Z)|\.\.\.[ \t]*\r?(?:\n|\Z)).*(?:\n|\Z))*?)
    (?:(?P=fence)|\.\.\.)[ \t]*\r?(?:\n|\Z)
    """,
    re.VERBOSE,
)
_TOML_ROW = later(
    r"""
    (?m)^[ \t]*(?:"(?P<quoted>[^"\n]*)"|(?P<key>[A-Za-z0-9_-]+))[ \t]*=[ \t]*
    (?:"(?P<basic>(?:[^"\\\n]|\\.)*+)"(?!")|'(?P<literal>[^'\n]*)'(?!'))
    """,
    re.VERBOSE,
)
_TOML_TABLE = later(r"(?m)^[ \t]*\[")
_TOML_IGNORE = later(
    r"(?m)^[ \t]*tqcheck[ \t]*=[ \t]*\{[ \t]*ignore[ \t]*=[ \t]*\[(?P<codes>[^\]\n]*)\]"
)
_ESCAPE = later(r"\\(?:[\\\"/0abtnvfreN_LP ]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_MEANS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_IGNORE = "ignore"
_TEXT = "tag:yaml.org,2002:str"


class Matter(NamedTuple):
    """Where a head ends (the source offset behind it), and whether it holds the title."""

    end: int
    titled: bool = False


def read(builder: Builder, source: Source, reading: Reading, start: int) -> Matter:
    """Add the prose fields of the head that begins at ``start``, if one does.

    Raises SourceError for a head that is no YAML or TOML, or has a key twice.
    """
    match = _HEAD.match(source.text, start)
    if match is None:
        return Matter(start)
    fields = _toml if match["fence"] == "+++" else _yaml
    titled = fields(builder, source, reading, *match.span("inner"))
    if titled is None:  # a text between two rules
        return Matter(start)
    builder.close()
    return Matter(match.end(), titled)


def _yaml(builder: Builder, source: Source, reading: Reading, start: int, end: int) -> bool | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(source.text[start:end], Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        row = source.location(start + (mark.index if mark is not None else 0)).row
        said = getattr(error, "problem", None) or "it can't be read"
        what = f"has front matter that is no YAML (row {row}: {said})"
        raise SourceError(source.path, what, "mend it, or take the file out") from None
    if node is None:
        return False
    if not isinstance(node, yaml.MappingNode):
        return None
    titled = False
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in seen:
            row = source.location(start + key.start_mark.index).row
            what = f"has the key “{key.value}” twice in its front matter (row {row})"
            raise SourceError(source.path, what, "leave one of them")
        seen.add(key.value)
        if key.value == "tqcheck" and isinstance(value, yaml.MappingNode):
            _ignored(builder, value, start, key.start_mark.index)
        elif tells_origin(key.value) and isinstance(value, yaml.ScalarNode):
            builder.comes_from(code_of(value.value))
        elif key.value.lower() in reading.fields and value.tag == _TEXT:
            _scalar(builder, source, zone_of(key.value), value, start)
            titled = titled or zone_of(key.value) == "title"
    return titled


def _ignored(builder: Builder, value: MappingNode, start: int, at: int) -> None:
    """``tqcheck: {ignore: [TQ101]}`` stands for a comment that holds for the whole file."""
    codes: list[str] = []
    for key, listed in value.value:
        if getattr(key, "value", "") == _IGNORE and isinstance(listed.value, list):
            codes += [one.value for one in listed.value if isinstance(one.value, str)]
    if codes:
        span = start + at, start + value.end_mark.index
        builder.comment(*span, f"tqcheck-disable-file {' '.join(codes)}")


def _scalar(builder: Builder, source: Source, zone: str, node: ScalarNode, shift: int) -> None:
    """A value as a region; one over several rows only where each row shows what it says."""
    start, end = shift + node.start_mark.index, shift + node.end_mark.index
    text = source.text[start:end]
    if node.style in ("|", ">"):
        _block(builder, source, zone, node, start, end)
    elif "\n" in text:
        return
    elif node.style == '"':
        builder.open(zone, "", values.double)
        _escaped(builder, source.text, start + 1, end - 1)
    elif node.style == "'":
        builder.open(zone, "", values.single)
        at = start + 1
        for match in re.finditer("''", source.text[start + 1 : end - 1]):
            first = start + 1 + match.start()
            builder.text(at, first)
            builder.shown("'", first, first + 2)
            at = first + 2
        builder.text(at, end - 1)
    elif text == node.value:
        builder.open(zone, "", values.plain)
        builder.text(start, end)
    builder.close()


def _escaped(builder: Builder, text: str, start: int, end: int) -> None:
    """The inside of a string with backslashes, in YAML or TOML."""
    at = start
    for match in _ESCAPE.finditer(text, start, end):
        builder.text(at, match.start())
        sign = match.group()[1]
        means = chr(int(match.group()[2:], 16)) if sign in "xuU" else _MEANS.get(sign, sign)
        builder.shown(means, *match.span())
        at = match.end()
    builder.text(at, end)


def _block(
    builder: Builder, source: Source, zone: str, node: ScalarNode, start: int, end: int
) -> None:
    """A literal or folded block: its rows without their indent; a blank row ends a region."""
    rows = list(_rows(source.text, start, end))
    indent = min((len(row) - len(row.lstrip(" ")) for _, row in rows if row.strip()), default=0)
    if not indent:
        return
    last = -1
    for at, row in rows:
        words = row[indent:].rstrip("\r")
        if not words.strip() or words.lstrip("#").startswith("\t"):
            builder.close()
            last = -1
            continue
        if last < 0:
            builder.open(zone, "", values.row)
        else:
            builder.shown("\n" if node.style == "|" else " ", last, at + indent)
        builder.text(at + indent, at + indent + len(words))
        last = at + indent + len(words)


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The rows below the first, as offset and text."""
    at = text.find("\n", start, end) + 1
    while 0 < at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, text[at:stop]
        at = stop + 1


def _toml(builder: Builder, source: Source, reading: Reading, start: int, end: int) -> bool:
    import tomllib

    inner = source.text[start:end]
    try:
        told = tomllib.loads(inner.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        row = source.location(start).row
        what = f"has front matter that is no TOML (from row {row}: {error})"
        raise SourceError(source.path, what, "mend it, or take the file out") from None
    for key, value in told.items():
        if tells_origin(key) and isinstance(value, str):
            builder.comes_from(code_of(value))
    table = _TOML_TABLE.search(source.text, start, end)
    stop = table.start() if table else end
    titled = False
    for match in _TOML_ROW.finditer(source.text, start, stop):
        key = match["key"] or match["quoted"] or ""
        if key.lower() not in reading.fields:
            continue
        titled = titled or zone_of(key) == "title"
        if match["basic"] is not None:
            builder.open(zone_of(key), "", values.double)
            _escaped(builder, source.text, *match.span("basic"))
        else:
            builder.open(zone_of(key), "", values.literal)
            builder.text(*match.span("literal"))
        builder.close()
    for match in _TOML_IGNORE.finditer(source.text, start, stop):
        codes = " ".join(re.findall(r"[\w-]+", match["codes"]))
        if codes:
            builder.comment(*match.span(), f"tqcheck-disable-file {codes}")
    return titled
