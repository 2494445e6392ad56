"""Endings and signs of other languages behind a number, and the English ones (TQ413–TQ417)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tqcheck.article import Article
from tqcheck.detectors._number_kind import Kind
from tqcheck.later import later

_BLANK = r"[ \u00a0\u202f]"
_RAISED = {"2": "\N{SUPERSCRIPT TWO}", "3": "\N{SUPERSCRIPT THREE}"}


_DECADE = later(
    r"(?:19|20)\d0-th(?=[.,;]|[ ](?:he|she|it|they|we|the|a|an|there|this|his|her|their|many)\b)"
)
_BARE = later(r"(?<![\w.,\u2212-])\d{1,2}[ ]?C\b")
"""Degrees without their sign, as some houses write them."""


_OF_DECADES = frozenset(
    (
        "-ies",
        "-ties",
        "-s",
        "-\u0435",
        "-\u0445",
        "-\u0456",
        "'ies",
        "\u2019ies",
        "-er",
        "-er years",
        "-es years",
    )
)
_ORDERED = (
    r"(?:place|floor|day|edition|round|time|quarter|article|district|position|anniversary|match"
    r"|stage|victim|signing|battalion|brigade|regiment|division|company|lap|minute|month|century"
    r"|goal|class|grade|half|trimester|semester|congress|session)"
)
"""What is counted off: “the 3° floor”, but no “3° rise”."""

_YEAR = len("1939")


def ending(number: str) -> str:
    """The ending of an English ordinal in figures."""
    if len(number) > 1 and number[-2] == "1":
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def _ordinal(match: re.Match[str]) -> str:
    return match["number"] + ending(match["number"])


def _foreign(match: re.Match[str]) -> str:
    """“90-ies” are a decade, and so is “the 1990-s”; the rest are ordinals."""
    number = match["number"]
    if match["ending"] == "-th" and _DECADE.match(match.string, match.start("number")):
        return f"{number}s"
    if match["ending"].replace(" -", "-").replace("- ", "-") in _OF_DECADES:
        before = match.string[max(0, match.start() - 4) : match.start()].lower()
        the = "the " if match["ending"].endswith("years") and before != "the " else ""
        return f"{the}{number}s" if number.endswith("0") and len(number) in (2, 4) else ""
    return number + ending(number)


def _percents(match: re.Match[str]) -> str:
    if match["led"]:
        return f"{match['led'].replace(',', '.')}%"
    if match["doubled"]:
        return f"{match['number']}%"
    word = "percentage points" if match["word"].startswith("p") and "." in match["word"] else ""
    return f"{match['number']} {word or 'percent'}"


def _pair(match: re.Match[str]) -> str:
    """“from 10–15” with the second word of its pair; “from 1939–45” is for a person to write."""
    word = "to" if match["lead"].lower().startswith("from") else "and"
    if len(match["low"]) == _YEAR and len(match["high"]) < _YEAR:
        return ""
    return f"{match['lead']}{match['low']} {word} {match['high']}"


def _raised(match: re.Match[str]) -> str:
    return match["unit"] + _RAISED[match["power"]]


def _degrees(match: re.Match[str]) -> str:
    scale = {"\u2103": "C", "\u2109": "F"}.get(match["scale"], match["scale"][-1])
    scale = scale.replace("\N{CYRILLIC CAPITAL LETTER ES}", "C")
    return f"{match['number']}\u00b0{scale}"


def _is_marked(match: re.Match[str], article: Article) -> bool:
    """Whether degrees need their sign here: an article may leave it out throughout."""
    bare = match["scale"] in ("C", "F")
    return not bare or not article.memo("degrees without a sign", _has_bare)


def _has_bare(article: Article) -> bool:
    return _BARE.search(article.view) is not None


def _is_foreign(match: re.Match[str], _article: Article) -> bool:
    """Of endings with a blank before them only the right one counts: “3 rd”, not “3 nd”."""
    return (
        match["ending"][:2] in (" -", "-")
        or match["ending"][0] != " "
        or match["ending"][1:] == ending(match["number"])
    )


ENDINGS: Mapping[str, Kind] = {
    "ordinals": Kind(
        r"1(?:nd|rd)\b|[02-9]st\b|[013-9]nd\b|[0-24-9]rd\b|[123]th\b|1[123](?:st|nd|rd)\b",
        r"(?<![\w.,:/-])(?P<number>\d{1,3})"
        r"(?:(?<=1[123])(?:st|nd|rd)|(?<!1[123])(?:(?<=1)(?:nd|rd|th)|(?<=2)(?:st|rd|th)"
        r"|(?<=3)(?:st|nd|th))|(?<=[04-9])(?:st|nd|rd))(?![\w-])",
        _ordinal,
    ),
    "foreign ordinals": Kind(
        r"0[ ]-[ ]?s\b|0(?:['\u2019]ies|-er|-es[ ]years)\b"
        r"|\d[\u00ba\u00aa\u00b0][ ]|\d(?:\u00e8me|\u00e8re)\b"
        r"|\d-(?:th|st|nd|rd|ies|ties|s|\u0439|\u044b\u0439|\u044f|\u0435|\u0445|\u0456|\u0433\u043e)\b"
        r"|\d[ ](?:th|st|nd|rd)[ ]",
        r"(?<![\w.,:/-])(?P<number>\d{1,4})(?P<ending>[\u00ba\u00aa](?=[ ][a-z])"
        rf"|(?:(?<=[Tt]he[ ]\d)|(?<=[Tt]he[ ]\d\d))\u00b0(?=[ ]{_ORDERED}\b)"
        r"|(?<=\d0)['\u2019]ies\b|(?:(?<=1[89]\d0)|(?<=20\d0)|(?<=\d0)(?=-er[ ]years\b))"
        r"(?:-er(?:[ ]years)?|-es[ ]years)\b(?![ -](?:years?[ -])?old)"
        r"|\u00e8me\b|\u00e8re\b|-(?:th|st|nd|rd|ies|ties|s|\u0439|\u044b\u0439|\u044f|\u0435|\u0445|\u0456|\u0433\u043e)\b"
        r"|(?<=\d\d0)[ ]-[ ]?s\b|[ ](?:th|st|nd|rd)(?=[ ][a-z]{3}))",
        _foreign,
        _is_foreign,
    ),
    "percents": Kind(
        r"\d[ \u00a0](?:percents|procent|p\.[ ]?p\.)|%[ ]?per[ ]?cent\b|[\s(\"\u201c\u2018]%\d",
        r"(?:(?<=[\s(\"\u201c\u2018])|\A)(?<!%[ ])(?<!\d[ ])%(?P<led>\d{1,3}(?:[.,]\d{1,2})?)"
        r"(?=[\s)\"\u201d\u2019;]|[.,](?:\s|\Z)|\Z)(?![ ]?[%$&=])"
        rf"|(?<![\w.,])(?P<number>\d(?:[\d.,]{{0,7}}\d)?)(?:{_BLANK}(?P<word>percents\b|procent(?:y|s)?\b"
        rf"|p\.[ ]?p\.(?={_BLANK}[a-z]|[,;)])|p\.[ ]?p(?=\.))|(?P<doubled>%[ ]?per[ ]?cent\b))",
        _percents,
    ),
    "raised": Kind(
        r"\d[ \u00a0]?[cdkm]?m[23]\b|(?:thousand|illion|per)[ \u00a0][ck]?m[23]\b",
        rf"(?:(?<=\d)|(?<=thousand)|(?<=illion)|(?<=\bper))(?P<unit>{_BLANK}?(?:mm|cm|dm|km|m))(?P<power>[23])(?![\w/-]|[.,]\d)",
        _raised,
    ),
    "pairs": Kind(
        r"(?:rom|etween)[ ]\d[\d,.]*[\u2013-]\d",
        r"(?<![\w-])(?P<lead>(?:[Ff]rom|[Bb]etween)[ ])(?P<low>\d{4}|\d{1,3}(?:,\d{3})*(?:\.\d+)?)"
        r"[\u2013-](?P<high>\d{4}|\d{1,3}(?:,\d{3})*(?:\.\d+)?)"
        r"(?=[ ](?!to\b|and\b|until\b|till\b)[a-z]|[.,;)](?!\d)|%|\n|\Z)",
        _pair,
    ),
    "degrees": Kind(
        r"[\u2103\u2109]|[\u2212-]\d\d?[ ][CF]\b|\d[ \u00a0]?\u00b0[ \u00a0][CF\u0421]\b"
        r"|\d[ \u00a0]?\u00ba[ \u00a0]?[CF]\b",
        r"(?P<number>(?<![\w.,\u2212-])[\u2212-]?\d{1,3}(?:\.\d)?)[ \u00a0]?"
        r"(?P<scale>[\u2103\u2109]|\u00b0[ \u00a0][CF\u0421]\b|\u00ba[ \u00a0]?[CF]\b"
        r"|(?<=[\u2212-]\d[ ])[CF]\b|(?<=[\u2212-]\d\d[ ])[CF]\b)",
        _degrees,
        _is_marked,
    ),
}
