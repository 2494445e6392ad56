"""XML: feeds, news, translation files, subtitles and others, by what the root element tells."""

from __future__ import annotations

from tqcheck.document import Document
from tqcheck.formats._xml_names import BY_ROOT, OTHER
from tqcheck.formats._xml_scan import COMMENT, Scan
from tqcheck.formats._xml_segments import add_segments
from tqcheck.formats._xml_walk import Walk
from tqcheck.formats.build import Builder
from tqcheck.formats.reading import Reading
from tqcheck.source import Source

_SEGMENTED = ("xliff", "tmx")


def read(source: Source, reading: Reading) -> Document:
    """The document of an XML file, whatever its suffix says of its vocabulary.

    Raises SourceError for what is not well formed, an encoding that is not UTF-8, entities
    that the file defines, and elements more than 1,000 deep. A file without prose gives a
    document without regions.
    """
    scan, builder = Scan(source), Builder(source)
    if scan.root == "html":
        from tqcheck.formats import html

        html.fill(builder, source, reading, scan.starts[0], len(source.text), xml=True)
        return builder.document()
    for at, kind in enumerate(scan.kinds):
        if kind == COMMENT:
            start, end = scan.starts[at], scan.ends[at]
            builder.comment(start, end, source.text[start + 4 : end - 3])
    if scan.root in _SEGMENTED:
        add_segments(builder, scan, reading)
    else:
        Walk(builder, scan, reading, BY_ROOT.get(scan.root, OTHER)).read()
    return builder.document()
