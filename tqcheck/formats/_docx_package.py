"""The package of a DOCX: which parts hold text, and the same package with other text in them."""

from __future__ import annotations

import posixpath
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import copy
from html import unescape
from io import BytesIO
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from tqcheck.errors import FixError, SourceError
from tqcheck.formats._xml_scan import START, Scan
from tqcheck.later import later
from tqcheck.record import NamedTuple
from tqcheck.source import Source

MOST = 64 * 1024 * 1024
"""How many bytes the parts with text may have in all, unpacked."""
MOST_COPIED = 4 * 1024**3
"""How many bytes all parts of a package may have that is written anew."""

_PLACES = {"footnotes": "other", "endnotes": "other", "header": "other", "footer": "other"}
"""The zones of the parts beside the main one, by the kind of their relationship."""
_MAIN = "word/document.xml"
_BROKEN = (
    BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
    LookupError, MemoryError,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0"
_AS_DOCX = "save it as .docx in a word processor, without a password"


class PartText(NamedTuple):
    """A part with text: its name in the package, the zone of its paragraphs, and its XML."""

    name: str
    zone: str
    xml: Source


class Opened(NamedTuple):
    """What of a package is read: the parts with text, main one first, styles and comments."""

    texts: tuple[PartText, ...]
    styles: Source | None
    comments: Source | None
    signed: bool


def opened(path: str, data: bytes) -> Opened:
    """Read a package; raises SourceError for one that is broken, locked or of another kind."""
    if data.startswith(_OLE):
        raise SourceError(path, "is locked by a password, or an old .doc", _AS_DOCX)
    try:
        with ZipFile(BytesIO(data)) as zip_:
            return _Reader(path, zip_).opened()
    except _BROKEN as error:
        what = f"is no DOCX that can be read ({str(error) or type(error).__name__})"
        raise SourceError(path, what, _AS_DOCX) from None


class _Reader:
    """Reads the parts of one package and counts what they take."""

    def __init__(self, path: str, zip_: ZipFile) -> None:
        self._path, self._zip = path, zip_
        self._left = MOST
        self._names = Counter(zip_.namelist())

    def opened(self) -> Opened:
        """All parts that count."""
        name, count = next(iter(self._names.most_common(1)), ("", 0))
        if count > 1:
            raise SourceError(self._path, f"holds {name} {count} times", _AS_DOCX)
        main = next(self.related("", "officeDocument"), _MAIN)
        xml = self.part(main)
        if xml is None:
            raise SourceError(self._path, f"holds no {main}: it is no Word document", _AS_DOCX)
        texts = [PartText(main, "paragraph", xml)]
        for kind, zone in _PLACES.items():
            for name in self.related(main, kind):
                beside = self.part(name)
                if beside is not None:
                    texts.append(PartText(name, zone, beside))
        return Opened(
            tuple(texts),
            self._first(main, "styles"),
            self._first(main, "comments"),
            any(name.startswith("_xmlsignatures/") for name in self._names),
        )

    def _first(self, main: str, kind: str) -> Source | None:
        name = next(self.related(main, kind), None)
        return None if name is None else self.part(name)

    def part(self, name: str) -> Source | None:
        """A part's XML, None if the package lacks it."""
        if name not in self._names:
            return None
        where = f"{self._path} ({name})"
        size = self._zip.getinfo(name).file_size
        self._left -= size
        if self._left < 0:
            what = f"unpacks to more than {MOST >> 20} MB of text"
            raise SourceError(self._path, what, "split it, or leave it out")
        with self._zip.open(name) as packed:  # so much of it, whatever it unpacks to
            return Source.decode(where, packed.read(size))

    def related(self, name: str, kind: str) -> Iterator[str]:
        """The parts that a part ("" is the package) names as being of a kind, in its order."""
        folder = posixpath.dirname(name)
        xml = self.part(_links(name))
        if xml is None:
            return
        scan = Scan(xml)
        for at in elements(scan, "relationship"):
            if attribute(scan, at, "Type").endswith(f"/{kind}"):
                target = attribute(scan, at, "Target")
                whole = posixpath.normpath(posixpath.join("/", folder, target))
                if attribute(scan, at, "TargetMode") != "External":
                    yield whole.lstrip("/")


def packed(path: str, data: bytes, changed: Mapping[str, str]) -> bytes:
    """The package with other XML in some of its parts, or in new ones; all others keep each byte.

    Raises FixError where one of the others is broken.
    """
    out = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
            new.comment = old.comment
            if sum(info.file_size for info in old.infolist()) > MOST_COPIED:
                raise BadZipFile(f"it unpacks to more than {MOST_COPIED >> 30} GB")
            for info in old.infolist():
                content = changed.get(info.filename)
                if content is not None:
                    new.writestr(info, content.encode("utf-8"))
                    continue
                with old.open(info) as part, new.open(copy(info), "w") as place:
                    copyfileobj(part, place)
            for name in changed.keys() - set(old.namelist()):
                new.writestr(name, changed[name].encode("utf-8"), ZIP_DEFLATED)
    except _BROKEN as error:
        what = f"holds a part that can't be copied ({error})"
        raise FixError(path, what, "the file stays as it was") from None
    return out.getvalue()


class Beside(NamedTuple):
    """Names and texts ("" if it is not there) of what a new comment has to be written into."""

    comments: tuple[str, str]
    links: tuple[str, str]
    types: tuple[str, str]


def beside(path: str, data: bytes, main: str) -> Beside:
    """The parts that tell of a main part's comments; raises SourceError for a broken one."""
    with ZipFile(BytesIO(data)) as zip_:
        reader = _Reader(path, zip_)
        own = posixpath.join(posixpath.dirname(main), "comments.xml")
        names = (next(reader.related(main, "comments"), own), _links(main), "[Content_Types].xml")
        parts = [(name, part.text if (part := reader.part(name)) else "") for name in names]
        return Beside(*parts)


def _links(name: str) -> str:
    """The part with the relationships of a part; those of "" are the package's."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def elements(scan: Scan, name: str) -> Iterator[int]:
    """The start tags with a name (lower case, without prefix), in order."""
    for at, kind in enumerate(scan.kinds):
        if kind == START and scan.names[at] == name:
            yield at


_ATTRIBUTE = later(r"""[\s:]([A-Za-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def attribute(scan: Scan, at: int, name: str) -> str:
    """An attribute's value by its name without prefix, "" if the tag has none."""
    for found in _ATTRIBUTE.finditer(scan.source.text, scan.starts[at], scan.ends[at]):
        if found[1] == name:
            return unescape(found[2] if found[2] is not None else found[3])
    return ""
