"""Magnitudes as other languages count them, and how English writes the number (TQ406–TQ420)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from tqcheck.article import Article
from tqcheck.detectors._number_kind import Kind
from tqcheck.later import later

_NUMBER = r"[1-9]\d{0,2}(?:,\d{3})*(?:\.\d{1,3})?"
_ALONE = r"(?<![\w.,:/+\u2013\u2212#-])(?<!\d[ \u00a0\u202f])"
"""Before a number that is no part of a longer one, of a range or of a code."""
_CODES = "UAH|USD|EUR|PLN|RUB|CZK|CHF|GBP|RON|HUF|SEK|NOK|DKK|TRY|TL|KZT|BYN|GEL|MDL|BGN|RSD"
_BLANK = r"[ \u00a0\u202f]"

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_SOURCE = {
    "thsd": 3,
    "tys": 3, "ty\u015b": 3, "tis": 3, "tsd": 3, "\u0442\u044b\u0441": 3, "\u0442\u0438\u0441": 3,
    "mln": 6, "mio": 6, "\u043c\u043b\u043d": 6,
    "milj": 6, "bln": 9, "mlrd": 9, "mdr": 9, "mld": 9, "mrd": 9, "\u043c\u043b\u0440\u0434": 9,
}  # fmt: skip
"""Abbreviations of other languages, with the power of ten they stand for."""
_MYRIADS = {
    "ten thousand": 4, "wan": 4, "hundred thousand": 5, "ten million": 7,
    "hundred million": 8, "eok": 8,
}  # fmt: skip
_FIGURES = later(r"(?<![\d,.])[1-9]\d{0,2},\d{3}(?![\d,.]\d)")
_EXACT_MILLIONS = later(r",(?!\d00)\d{3}(?:\.\d+)? million\b")
_COUNT_MILLIONS = frozenset("es pt ca gl it fr".split())
"""Languages in which a billion is “mil millones”."""
_UNITS = {6: "million", 9: "billion", 12: "trillion"}


def digits(text: str) -> Decimal:
    """The value of a number with commas between its groups."""
    return Decimal(text.replace(",", ""))


def plain(value: Decimal) -> str:
    """A whole number in digits with commas; "" for one that is not whole."""
    return f"{int(value):,}" if value == value.to_integral_value() else ""


def short(value: Decimal) -> str:
    """A number as news write it: in digits, from a million on with the unit's name."""
    for power, unit in sorted(_UNITS.items(), reverse=True):
        scaled = value / 10**power
        if scaled >= 1 and scaled == round(scaled, 2):
            return f"{scaled.normalize():f} {unit}"
    return plain(value)


def _thousands(match: re.Match[str]) -> str:
    last = plain(digits(match["last"]) * 1000)
    if not last or match["first"] is None:
        return last
    if digits(match["first"]) >= digits(match["last"]):
        return ""  # from 900 to 10 thousand: only the last counts thousands
    first = plain(digits(match["first"]) * 1000)
    return first and f"{first}{match['link']}{last}"


def _in_figures(match: re.Match[str], article: Article) -> bool:
    """Whether thousands are written in figures here: “3.5 thousand” is, in no English style."""
    if "." in match.group() or match["first"] is not None:
        return True
    return article.is_translated or article.memo("thousands in figures", _has_thousands)


def _has_thousands(article: Article) -> bool:
    return _FIGURES.search(article.view) is not None


def _foreign(match: re.Match[str]) -> str:
    power = _SOURCE[match["unit"].lower()]
    if power == 3:
        return plain(digits(match["number"]) * 1000)
    return f"{match['number']} {_UNITS[power]}"


def _split(match: re.Match[str]) -> str:
    """“45 thousand 968”, “1 million 250 thousand”: the parts of one number, added up."""
    parts = ((match["millions"], 6), (match["thousands"], 3), (match["ones"], 0))
    value = sum(Decimal(part or 0) * 10**power for part, power in parts)
    return plain(value) if match["ones"] else short(value)


def _stacked(match: re.Match[str]) -> str:
    value = digits(match["number"]) * (1000 if match["unit"].startswith("thousand") else 1)
    return f"{(value / 1000).normalize():f} billion" if value >= 1000 else ""


def _in_billions(match: re.Match[str], article: Article) -> bool:
    """Whether the article would count billions: some papers count all money in millions.

    There a currency's sign stands before it, or several numbers end on other figures than zeros.
    """
    if match["unit"] != "million" or article.origin in _COUNT_MILLIONS:
        return True
    if match.string[match.start() - 1 : match.start()] in ("$", "€", "£", "¥"):
        return False
    return not article.memo("thousands of millions", _has_exact_millions)


def _has_exact_millions(article: Article) -> bool:
    return len(_EXACT_MILLIONS.findall(article.view)) > 1


def _myriads(match: re.Match[str]) -> str:
    return short(digits(match["number"]) * 10 ** _MYRIADS[match["unit"]])


def _halves(match: re.Match[str]) -> str:
    unit = 1000 if match["unit"] == "thousand" else 100
    return plain((_WORDS[match["word"].lower()] + Decimal("0.5")) * unit)


MAGNITUDES: Mapping[str, Kind] = {
    "thousands": Kind(
        r"\d thousands?\b",
        rf"(?<!illion )(?:{_ALONE}(?P<first>{_NUMBER})"
        rf"(?P<link>{_BLANK}?[\u2013-]{_BLANK}?|{_BLANK}to{_BLANK}"
        rf"|(?<=[Bb]etween \d) and |(?<=[Bb]etween \d\d) and ))?(?(first)|{_ALONE})"
        rf"(?<!,\d[ ][\u2013-][ ])(?<!,\d[\u2013-])(?P<last>{_NUMBER}) thousand(?:s(?: of)?)?"
        rf"(?![\w-]|{_BLANK}(?:million|billion)\b|{_BLANK}[A-Z\d])",
        _thousands,
        _in_figures,
    ),
    "foreign": Kind(
        r"\d[ \u00a0\u202f]?(?i:" + "|".join(_SOURCE) + r")\b",
        rf"{_ALONE}(?P<number>{_NUMBER}){_BLANK}?"
        rf"(?P<unit>(?i:{'|'.join(_SOURCE)}))\b(?:\.(?={_BLANK}(?:[^\W\dA-Z]|(?:Euro|{_CODES})\b)))?",
        _foreign,
    ),
    "split": Kind(
        r"\d thousand \d|\d million \d{1,3} thousand\b",
        rf"{_ALONE}(?:(?P<millions>\d{{1,3}}) million (?=\d{{1,3}} thousand\b))?"
        rf"(?P<thousands>\d{{1,3}}) thousand"
        rf"(?: (?P<ones>\d{{1,3}})(?= [a-z]{{3,}}s?\b|[.;)\n]|, |\Z)"
        rf"(?! (?:hundred|million|billion|percent)))?"
        rf"(?(ones)|(?(millions)|(?!)))(?![\w-]|[.,:]\d)",
        _split,
    ),
    "stacked": Kind(
        r"\d thousand million\b|,\d\d\d million\b",
        rf"{_ALONE}(?P<number>{_NUMBER}) (?P<unit>thousand million|(?<=,\d\d\d )million)(?![\w-])",
        _stacked,
        _in_billions,
    ),
    "myriads": Kind(
        r"\d (?:ten|hundred) (?:thousand|million)\b|\d (?:wan|eok)\b",
        rf"{_ALONE}(?P<number>{_NUMBER}|(?!1[5-9]|20)[1-9]\d{{3}})"
        rf" (?P<unit>{'|'.join(_MYRIADS)})(?![\w-])",
        _myriads,
    ),
    "halves": Kind(
        r"and a half (?:thousand|hundred)\b",
        rf"\b(?P<word>(?i:{'|'.join(_WORDS)})) and a half (?P<unit>thousand|hundred)(?![\w-])",
        _halves,
    ),
}
