"""The zones that the styles of a DOCX stand for, and what its comments say."""

from __future__ import annotations

from collections.abc import Mapping

from tqcheck.formats._docx_package import attribute, elements
from tqcheck.formats._xml_scan import START, Scan
from tqcheck.source import Source

_ZONES = {
    "title": "title",
    "heading 1": "title",
    "subtitle": "standfirst",
    **{f"heading {level}": "subhead" for level in range(2, 10)},
    "quote": "blockquote",
    "intense quote": "blockquote",
    "block text": "blockquote",
    "caption": "caption",
    "list paragraph": "list",
    **{
        f"list {kind}{level}": "list" for kind in ("bullet", "number") for level in ("", " 2", " 3")
    },
    **{f"toc {level}": "furniture" for level in range(1, 10)},
    "header": "other",
    "footer": "other",
}
"""Zones by the names of the built-in styles, which are the same in every language."""


def zones_of(styles: Source | None) -> Mapping[str, str]:
    """The zone of each style that stands for one, by its id; those built on it are as it is."""
    if styles is None:
        return {}
    scan = Scan(styles)
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for at in elements(scan, "style"):
        id_ = attribute(scan, at, "styleId")
        for child in range(at + 1, scan.partners[at]):
            if scan.kinds[child] == START and scan.names[child] == "name":
                names.setdefault(id_, attribute(scan, child, "val").lower())
            elif scan.kinds[child] == START and scan.names[child] == "basedon":
                bases.setdefault(id_, attribute(scan, child, "val"))
    return {id_: zone for id_ in names if (zone := _zone(id_, names, bases))}


def _zone(id_: str, names: Mapping[str, str], bases: Mapping[str, str]) -> str:
    for _ in range(12):  # the most that Word allows; a circle ends too
        zone = _ZONES.get(names.get(id_, ""))
        if zone is not None:
            return zone
        id_ = bases.get(id_, "")
    return ""


def comments_of(comments: Source | None) -> Mapping[str, str]:
    """What each comment says, by its id."""
    if comments is None:
        return {}
    scan, said = Scan(comments), {}
    text = comments.text
    for at in elements(scan, "comment"):
        words = [
            text[scan.ends[child] : scan.starts[scan.partners[child]]]
            for child in range(at + 1, scan.partners[at])
            if scan.kinds[child] == START and scan.names[child] == "t"
        ]
        said[attribute(scan, at, "id")] = "".join(words)
    return said
