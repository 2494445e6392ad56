"""Opens an article: what it is to be read as, and the source read so."""

from __future__ import annotations

from tqcheck.article import Article, Style
from tqcheck.formats import read
from tqcheck.formats.reading import FIELDS, Reading
from tqcheck.record import NamedTuple
from tqcheck.source import Source


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
