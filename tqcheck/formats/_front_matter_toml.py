"""The head of a Markdown file in TOML: the values of its own keys, not those in tables."""

from __future__ import annotations

import re

from tqcheck.errors import SourceError
from tqcheck.formats import _front_matter_values as values
from tqcheck.formats._fields import tells_origin
from tqcheck.formats._front_matter_values import Matter, is_foreign
from tqcheck.formats._languages import code_of
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading, zone_of
from tqcheck.later import later
from tqcheck.source import Source

_ROW = later(
    r"""
    (?m)^[ \t]*(?:"(?P<quoted>[^"\n]*)"|(?P<key>[A-Za-z0-9_-]+))[ \t]*=[ \t]*
    (?:"(?P<basic>(?:[^"\\\n]|\\.)*+)"(?!")|'(?P<literal>[^'\n]*)'(?!'))
    """,
    re.VERBOSE,
)
_TABLE = later(r"(?m)^[ \t]*\[")
_OWN = later(r"(?m)^[ \t]*(?:tqcheck\b[^\r\n]*|\[[ \t]*tqcheck[ \t]*\][^\r\n]*)")


def read(builder: Builder, source: Source, reading: Reading, start: int, end: int) -> Matter:
    """Add the prose of a head that lies between two offsets; raises SourceError for no TOML."""
    import tomllib

    inner = source.text[start:end]
    try:
        told = tomllib.loads(inner.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        row = source.location(start).row
        what = f"has front matter that is no TOML (from row {row}: {error})"
        raise SourceError(source.path, what, "mend it, or take the file out") from None
    for key, value in told.items():
        if is_foreign(key, value, reading):
            return Matter(end, foreign=True)
        if tells_origin(key) and isinstance(value, str):
            builder.comes_from(code_of(value))
    table = _TABLE.search(source.text, start, end)
    stop = table.start() if table else end
    titled = False
    for match in _ROW.finditer(source.text, start, stop):
        key = match["key"] or match["quoted"] or ""
        if key.lower() not in reading.fields or tomllib.loads(match[0].strip())[key] != told[key]:
            continue  # it is no prose, or a row of a long text that looks like one
        titled = titled or zone_of(key) == "title"
        if match["basic"] is not None:
            builder.open(zone_of(key), "", values.double)
            values.add_escaped(builder, source.text, *match.span("basic"))
        else:
            builder.open(zone_of(key), "", values.literal)
            builder.text(*match.span("literal"))
        builder.close()
    own, said = _OWN.search(source.text, start, end), told.get("tqcheck")
    listed = said.get("ignore") if isinstance(said, dict) else None
    if own and isinstance(listed, list) and (codes := [x for x in listed if isinstance(x, str)]):
        builder.comment(*own.span(), f"tqcheck-disable-file {' '.join(codes)}")
    return Matter(end, titled)
