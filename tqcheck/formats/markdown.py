"""Markdown: prose between the markup, by pyromark's events with their exact places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tqcheck.document import Document
from tqcheck.errors import SourceError
from tqcheck.formats import front_matter
from tqcheck.formats._markdown_text import masked, offsets
from tqcheck.formats._markdown_walk import Event, Walk
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.later import later
from tqcheck.source import Source

_COMMENT = later(r"""(?m)^ {0,3}\[//\]: +(?:# +)?[("'](?P<said>[^\n]{0,600}?)[)"'][ \t]*\r?$""")
_EXPRESSION = later(r"\{/\*(?P<said>[^\n]{0,600}?)\*/\}")


def read(source: Source, reading: Reading) -> Document:
    """The document of a Markdown file; raises SourceError for front matter that is broken.

    So it does where the parser fails, which no file is known to make it do.

    Code, formulas, images, addresses, reference labels and shortcodes are protected, HTML is read
    as HTML. Linear in the file's length.
    """
    builder = Builder(source)
    text = source.text
    start = 1 if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
    matter = front_matter.read(builder, source, reading, start)
    if matter.foreign:
        return builder.document()
    mdx = source.path.lower().endswith(".mdx")
    body = masked(text[matter.end :], mdx=mdx)
    walk = Walk(builder, source, body, matter.end, reading, titled=matter.titled)
    try:
        for event in _events(body):
            walk.take(event)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the parser's own failure, in Rust
            raise
        what = f"can't be parsed as Markdown ({error})"
        raise SourceError(source.path, what, "report it, or lint it with --format plain") from None
    walk.end()
    for comment in _comments(source, matter.end, walk, mdx=mdx):
        builder.comment(*comment)
    return builder.document()


def _events(body: str) -> Iterator[Event]:
    """The parser's events with their places in code points of the body."""
    from pyromark import Markdown, Options

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_MATH
        | Options.ENABLE_GFM
    )
    place = offsets(body)
    found: Iterable[tuple[Any, Any]] = Markdown(options=options).events_with_range(body)
    for event, at in found:
        if isinstance(event, str):
            yield event, None, place[at["start"]], place[at["end"]]
        else:
            ((name, value),) = event.items()
            yield name, value, place[at["start"]], place[at["end"]]


def _comments(
    source: Source, start: int, walk: Walk, *, mdx: bool
) -> Iterator[tuple[int, int, str]]:
    """The comments of Markdown's own kinds, outside of code."""
    patterns = (_COMMENT, _EXPRESSION) if mdx else (_COMMENT,)
    if "tqcheck-" not in source.text:
        return
    for pattern in patterns:
        for match in pattern.finditer(source.text, start):
            if not walk.in_code(match.start()):
                yield *match.span(), match["said"]
