"""Makes Word documents for tests, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = {
    "Tytu": ("Title", ""),
    "Nagwek2": ("heading 2", ""),
    "Cytat": ("Quote", ""),
    "Own": ("House quote", "Cytat"),
    "Round": ("Round", "Round"),
}
"""Styles by id, as a Polish Word names them, with their own names and what they build on."""


def run(text: str, properties: str = "", *, preserve: bool = True) -> str:
    """A run of text (XML, escaped)."""
    space = ' xml:space="preserve"' if preserve else ""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{about}<w:t{space}>{text}</w:t></w:r>"


def paragraph(*inside: str, style: str = "") -> str:
    """A paragraph; plain strings become runs."""
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{about}{''.join(one if one.startswith('<') else run(one) for one in inside)}</w:p>"


def part(body: str, root: str = "document") -> str:
    """The XML of a part with these paragraphs."""
    inner = f"<w:body>{body}</w:body>" if root == "document" else body
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {_W}>{inner}</w:{root}>'


def _styles() -> str:
    rows = [
        f'<w:style w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
        for id_, (name, base) in STYLES.items()
    ]
    return part("".join(rows), "styles")


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zip_:
        for name, content in parts.items():
            zip_.writestr(name, content)
    return out.getvalue()


def docx(body: str, beside: Mapping[str, str] | None = None, **more: str | bytes) -> bytes:
    """A document; ``beside`` has paragraphs by the kind of their part: footnotes, header …"""
    beside = dict(beside or {})
    related = {"styles": _styles()}
    for kind, inside in beside.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        related[kind] = part(inside, root)
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_KINDS}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(related)
    )
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_KINDS}/officeDocument" Target="/word/document.xml"/></Relationships>',
        "word/document.xml": part(body),
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>",
        **{f"word/{kind}.xml": xml for kind, xml in related.items()},
        "word/media/picture.png": bytes(range(256)),
        **more,
    }
    return packed(parts)
