"""Finds the tags, comments and sections of an XML file, by expat, as offsets in its text."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from html.entities import html5
from xml.parsers import expat

from tqcheck.formats._xml_errors import (
    MOST_DEEP,
    MOST_DEFAULTS,
    at_byte,
    declares,
    defines_entity,
    malformed,
    too_deep,
    too_many_defaults,
)
from tqcheck.later import later
from tqcheck.source import Source

START, END, COMMENT, CDATA, INSTRUCTION, REFERENCE = range(6)
"""Kinds of tokens. REFERENCE is an entity that the file does not define: its DTD would."""

_TAG = later(r"""[^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+>""")
_ENDS = {END: ">", COMMENT: "-->", CDATA: "]]>", INSTRUCTION: "?>", REFERENCE: ";"}
_BEGINS = {END: 2, COMMENT: 4, CDATA: 9, INSTRUCTION: 2, REFERENCE: 1}
_LOCAL = {"excerpt:encoded": "excerpt", "content:encoded": "content"}
_ASCII = ("us-ascii", "ascii")
_KNOWN = ("utf-8", "utf8", *_ASCII)
_TELLING = frozenset(
    """
    xml:lang lang translate its:translate type contenttype mtype pos
    target-language trglang source-language srclang
    """.split()
)
"""Names of the attributes that a reader may ask for, lower case."""
_LANGUAGES = ("language", "lang")
_NONE: dict[str, str] = {}


class Scan:
    """The tokens of a file, in order, as columns: there may be millions.

    ``kinds``, ``starts`` and ``ends`` say what and where a token is; ``partners`` has for each
    start tag the index of its end tag, which is empty where the tag ends with "/>". ``names``
    are those of tags without prefix, lower case. What lies between two tokens is text. ``told``
    has for a start tag the first element right within it that tells its language.
    """

    def __init__(self, source: Source) -> None:
        """Scan a source; raises SourceError if it is not well formed or not to be trusted."""
        self.source = source
        self.ascii_only = False
        self.kinds = bytearray()
        self.starts, self.ends = array("q"), array("q")
        self.partners = array("q")
        self.names: list[str] = []
        self.told: dict[int, int] = {}
        self._attributes: dict[int, dict[str, str]] = {}
        self._local: dict[str, str] = {}
        self._open: list[int] = []
        self._defaults: Counter[str] = Counter()
        self._skipped = 1 if source.text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else 0
        self._data = source.text[self._skipped :].encode("utf-8")
        self._parser = expat.ParserCreate("utf-8")
        self._parse()
        self._place()
        del self._parser, self._data, self._local

    def attributes(self, at: int) -> dict[str, str]:
        """The attributes of a start tag that count, by their names in lower case."""
        return self._attributes.get(at, _NONE)

    @property
    def root(self) -> str:
        """The name of the root element."""
        return next(name for name in self.names if name)

    def _parse(self) -> None:
        parser = self._parser
        parser.buffer_text = False
        parser.XmlDeclHandler = self._declared
        parser.EntityDeclHandler = self._defined
        parser.AttlistDeclHandler = self._listed
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CommentHandler = self._adder(COMMENT)
        parser.ProcessingInstructionHandler = self._adder(INSTRUCTION)
        parser.StartCdataSectionHandler = self._adder(CDATA)
        parser.SkippedEntityHandler = self._unknown
        try:
            parser.Parse(self._data, True)
        except expat.ExpatError as error:
            opened = [self.starts[at] for at in self._open[-1:]]
            names = [self.names[at] for at in self._open[-1:]]
            places = [at_byte(self._data, at, self._skipped) for at in opened]
            at = at_byte(self._data, parser.ErrorByteIndex, self._skipped)
            raise malformed(self.source, error.code, at, names, places) from None

    def _add(self, kind: int, name: str = "") -> None:
        self.kinds.append(kind)
        self.starts.append(self._parser.CurrentByteIndex)
        self.partners.append(-1)
        self.names.append(name)

    def _adder(self, kind: int) -> Callable[..., None]:
        def add(*_: str) -> None:
            self._add(kind)

        return add

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._local.get(name)
        if local is None:
            low = name.lower()
            local = self._local[name] = _LOCAL.get(low) or low.rpartition(":")[2] or low
        if local in _LANGUAGES and self._open:
            self.told.setdefault(self._open[-1], len(self.kinds))
        self._open.append(len(self.kinds))
        if len(self._open) > MOST_DEEP:
            raise too_deep(self.source, self._here())
        if attributes:
            kept = {
                low: said for key, said in attributes.items() if (low := key.lower()) in _TELLING
            }
            if kept:
                self._attributes[len(self.kinds)] = kept
        self._add(START, local)

    def _end(self, _: str) -> None:
        self.partners[self._open.pop()] = len(self.kinds)
        self._add(END)

    def _unknown(self, name: str, is_parameter: bool) -> None:
        if not is_parameter and len(html5.get(f"{name};", "")) != 1:
            self._add(REFERENCE)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _KNOWN:
            raise declares(self.source, encoding)
        self.ascii_only = encoding is not None and encoding.lower() in _ASCII

    def _defined(self, name: str, *_: object) -> None:
        raise defines_entity(self.source, name, self._here())

    def _listed(self, name: str, key: str, _type: str, default: str | None, *_: object) -> None:
        self._defaults[name] += len(key) + len(default or "")
        if self._defaults[name] > MOST_DEFAULTS:
            raise too_many_defaults(self.source, name, self._here())

    def _here(self) -> int:
        return at_byte(self._data, self._parser.CurrentByteIndex, self._skipped)

    def _place(self) -> None:
        """Turn bytes into code points, and find where each token ends."""
        text, starts = self.source.text, self.starts
        if not text.isascii():
            _to_code_points(self._data, starts, self._skipped)
        ends = self.ends
        for at, kind in enumerate(self.kinds):
            start = starts[at]
            if kind == START:
                found = _TAG.match(text, start)
                ends.append(found.end() if found else start)
            elif kind == END and self.kinds[at - 1] == START and text[ends[-1] - 2] == "/":
                starts[at] = ends[-1]  # the tag before is both
                ends.append(ends[-1])
            else:
                sign = _ENDS[kind]
                ends.append(text.index(sign, start + _BEGINS[kind]) + len(sign))


def _to_code_points(data: bytes, offsets: array[int], shift: int) -> None:
    """Replace ascending byte offsets by those of code points, in linear time."""
    last, count = 0, shift
    for at, offset in enumerate(offsets):
        count += len(data[last:offset].decode("utf-8"))
        last, offsets[at] = offset, count
