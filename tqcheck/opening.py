"""Opens an article: what it is to be read as, the source read so, and what is refused."""

from __future__ import annotations

from tqcheck.article import Article, Style
from tqcheck.errors import NoProseError, SourceError
from tqcheck.formats import DATA, read
from tqcheck.formats.reading import FIELDS, Reading
from tqcheck.record import NamedTuple
from tqcheck.source import Source

LONGEST = 5_000_000
"""Characters a row of prose may have: no one writes so many, and they would take minutes."""


class Options(NamedTuple):
    """How an article is to be read: house style, its language and the one it came from.

    ``format`` is that of the file, "" the one its suffix tells; ``fields`` are the names of the
    fields that hold prose in feeds, tables and front matter; ``detector`` names languages.
    """

    style: Style = Style()
    lang: str = "en"
    source_lang: str = ""
    format: str = ""
    fields: tuple[str, ...] = FIELDS
    detector: str = "langdetect"


def open_article(source: Source, options: Options) -> Article:
    """The article of a source as the options have it."""
    reading = Reading(options.format, options.lang, options.fields)
    document = read(source, reading)
    return Article(document, options.style, options.lang, options.source_lang, options.detector)


def admit(article: Article, options: Options) -> None:
    """Refuse what can't be looked at: raises NoProseError, or SourceError for a row without end."""
    if not article.view:
        _ask_for_prose(article.document.source, options)
    if (at := _endless(article)) >= 0:
        raise _too_long(article, at)


def _endless(article: Article) -> int:
    """Where a row of prose begins that is longer than LONGEST, -1 if none is."""
    for region in article.regions:
        start, end = region.span
        while end - start > LONGEST:
            stop = article.view.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop - start > LONGEST:
                return start
            start = stop + 1
    return -1


def _too_long(article: Article, at: int) -> SourceError:
    source = article.document.source
    row = source.location(article.document.place(at)).row
    what = f"holds a row of text with more than {LONGEST:,} characters (row {row})"
    return SourceError(source.path, what, "divide it into paragraphs, or leave it out")


def _ask_for_prose(source: Source, options: Options) -> None:
    """Raise NoProseError for a file that shows nothing, unless it is just empty."""
    if read(source, Reading(options.format, "", options.fields)).view:
        raise NoProseError(source.path, f"holds no text in “{options.lang}”")
    if options.format in DATA:
        known = ", ".join(options.fields)
        todo = f"name the fields that do in the configuration, as “fields” (now: {known})"
        raise NoProseError(source.path, "holds no field with prose", todo)
