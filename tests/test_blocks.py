"""The zone of each block of a plain text, told by its shape and its neighbours."""

from __future__ import annotations

import pytest

from tqcheck.formats.plain import read
from tqcheck.source import Source

ONE = "The ferry was back in service by noon on Tuesday, the harbor office said."
TWO = "Its captain thanked the crew and the pilots for a long and sleepless night."
TITLE = "Ferry back in service after storm"


def kinds(text: str) -> list[str]:
    return [region.kind for region in read(Source("a.txt", text)).regions]


CASES = {
    "title and text": (f"{TITLE}\n\n{ONE}\n\n{TWO}\n", ["title", "paragraph", "paragraph"]),
    "no title": (f"{ONE}\n\n{TWO}\n", ["paragraph", "paragraph"]),
    "title of one word": (f"Kaunas\n\n{ONE}\n", ["title", "paragraph"]),
    "title that asks": (f"Who pays for the pier?\n\n{ONE}\n", ["title", "paragraph"]),
    "salutation": (f"People of Gdynia!\n\n{ONE}\n", ["paragraph", "paragraph"]),
    "numbered title": (f"2. The harbor office\n\n{ONE}\n", ["title", "paragraph"]),
    "rows without blank rows": (f"{TITLE}\n{ONE}\n{TWO}\n", ["title", "paragraph", "paragraph"]),
    "subhead": (
        f"{TITLE}\n\n{ONE}\n\nThe night before\n\n{TWO}\n",
        ["title", "paragraph", "subhead", "paragraph"],
    ),
    "theme above the title": (
        f"4.2 C\nLondon\nThursday, January 2, 2025\n\n{TITLE}\n\n{ONE}\n",
        ["furniture", "furniture", "furniture", "title", "paragraph"],
    ),
    "rubric above the title": (f"PART TWO\n\n{TITLE}\n\n{ONE}\n", ["other", "title", "paragraph"]),
    "menu above the title": (
        f"Skip to content\n\n{TITLE}\n\n5 min read\n\n{ONE}\n",
        ["furniture", "title", "furniture", "paragraph"],
    ),
    "advertisement": (
        f"{TITLE}\n\n{ONE}\n\n- Advertisement -\n\n{TWO}\n\nSEE ALSO: The pier. A loss\n",
        ["title", "paragraph", "furniture", "paragraph", "furniture"],
    ),
    "rule": (f"{ONE}\n\n* * *\n\n{TWO}\n", ["paragraph", "furniture", "paragraph"]),
    "byline": (f"{TITLE}\n\nBy Anna Nowak\n\n{ONE}\n", ["title", "credit", "paragraph"]),
    "picture credit": (f"{ONE}\n\nPhoto: Harbor Office\n", ["paragraph", "credit"]),
    "sentence with a label": (f"{ONE}\n\nPhoto: it shows the pier.\n", ["paragraph", "paragraph"]),
    "list": (f"{ONE}\n\n- a passport\n- a photo\n", ["paragraph", "list", "list"]),
    "dash dialogue": (f"{ONE}\n\n– We waited all night.\n\n{TWO}\n", ["paragraph"] * 3),
    "quotation block": (f"{ONE}\n\n> We waited all night.\n", ["paragraph", "blockquote"]),
    "speech that breaks off": (f"{ONE}\n\n“We waited, and then –”\n\n{TWO}\n", ["paragraph"] * 3),
    "unmarked speech that breaks off": (f"{ONE}\n\nWell, so we --\n\n{TWO}\n", ["paragraph"] * 3),
    "applause": (f"{ONE}\n\nThank you. [Applause]\n\n{TWO}\n", ["paragraph"] * 3),
    "long line without a stop": (f"{ONE[:-1]} and {TWO[:-1]}\n\n{TWO}\n", ["paragraph"] * 2),
    "empty": ("\n\n", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_kinds(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    row = "The ferry was back in service by noon on Tuesday, the office said, and the"
    text = f"{TITLE}\n\n" + "\n".join([row] * 6) + " crew slept.\n\n" + "\n".join([row] * 5) + ".\n"
    assert kinds(text) == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_do_not_matter(end: str) -> None:
    text = f"{TITLE}\n\n{ONE}\n\nThe night before\n\n{TWO}\n".replace("\n", end)
    assert kinds(text) == ["title", "paragraph", "subhead", "paragraph"]
