"""The head of a Markdown file in YAML or TOML: its prose fields, and what it says to tqcheck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqcheck.errors import SourceError
from tqcheck.formats import _front_matter_toml
from tqcheck.formats import _front_matter_values as values
from tqcheck.formats._fields import tells_origin
from tqcheck.formats._front_matter_values import Matter, is_foreign
from tqcheck.formats._languages import code_of
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, zone_of
from tqcheck.later import later
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
_PROPERTIES = later(r"(?:[&!][^\s]*\s+)+")
"""The anchor and the tag that may stand before a value in YAML."""
_IGNORE = "ignore"
_TEXT = "tag:yaml.org,2002:str"


def read(builder: Builder, source: Source, reading: Reading, start: int) -> Matter:
    """Add the prose fields of the head that begins at ``start``, if one does.

    Raises SourceError for a head that is no YAML or TOML, or has a key twice.
    """
    match = _HEAD.match(source.text, start)
    if match is None:
        return Matter(start)
    fields = _front_matter_toml.read if match["fence"] == "+++" else _yaml
    said = fields(builder, source, reading, *match.span("inner"))
    if said is None:  # a text between two rules
        return Matter(start)
    builder.close()
    return said._replace(end=match.end())


def _yaml(
    builder: Builder, source: Source, reading: Reading, start: int, end: int
) -> Matter | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(source.text[start:end], Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _no_yaml(source, error, start, end) from None
    if node is None:
        return Matter(end)
    if not isinstance(node, yaml.MappingNode):
        return None
    for key, value in node.value:
        if is_foreign(getattr(key, "value", ""), value.value, reading):
            return Matter(end, foreign=True)
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
            if value.start_mark.index < key.start_mark.index:  # an alias: it was read above
                continue
            _scalar(builder, source, zone_of(key.value), value, start)
            titled = titled or zone_of(key.value) == "title"
    return Matter(end, titled)


def _no_yaml(source: Source, error: Exception, start: int, end: int) -> SourceError:
    """The error of a head that YAML's parser gave up, or of one with a character it forbids."""
    mark, sign = getattr(error, "problem_mark", None), getattr(error, "character", None)
    at = start + mark.index if mark is not None else start
    if isinstance(sign, int):
        at = max(start, source.text.find(chr(sign), start, end))
    said = getattr(error, "problem", None) or getattr(error, "reason", "it can't be read")
    row = source.location(at).row
    what = f"has front matter that is no YAML (row {row}: {said})"
    return SourceError(source.path, what, "mend it, or take the file out")


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
    if properties := _PROPERTIES.match(source.text, start, end):
        start = properties.end()
    text = source.text[start:end]
    if node.style in ("|", ">"):
        _block(builder, source, zone, node, start, end)
    elif "\n" in text:
        return
    elif node.style == '"':
        builder.open(zone, "", values.double)
        values.add_escaped(builder, source.text, start + 1, end - 1)
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
