"""Tells whether “3.000” is three thousand: by its noun, its currency, the rest of the article."""

from __future__ import annotations

import re
from functools import cache

from tqcheck.article import Article
from tqcheck.later import later
from tqcheck.patterns import compiled

_DOT_THOUSANDS = frozenset("de es it pt tr nl da is id el ro hr sl vi".split())
"""Languages that group digits with a stop."""

_SCALE = later(
    r"[ \u00a0-]?(?:trillion|billion|million|thousand|percent|per[ ]cent|%|seconds|times|degrees)"
)
_SMALL_UNIT = later(
    r"[^.,;:!?\n]{0,28}?\b(?:an?|per|the|each)[ ](?:U\.?S\.?[ ])?"
    r"(?:gallon|lit(?:er|re)|kWh|kilowatt|share|unit|minute|dollar|euro|pound|text|mile|km|bushel|yard"
    r"|gram|quart|pint|therm|foot)\b"
)
"""What a price with three decimals is for: fuel, current, shares, another currency."""
_EXCHANGE = later(
    r"(?i)\b(?:exchange|forex|currenc(?:y|ies)|sterling|greenback|parity|pips?|gallons?|gasoline"
    r"|petrol|diesel|fuel|batt(?:ed|ing)|traded|trading|rates?|odds|grade|gpa|share|shares|silver)\b"
)
_MONEY = later(r"(?:[€$£¥₴₽]|\b(?:PLN|UAH|EUR|USD|RUB|CZK|CHF|GBP))[ \u00a0]?\Z")
_MONEY_BEHIND = later(
    r"[ \u00a0\u202f-]?(?:(?:euros?|dollars|pounds|zlotys?|hryvnias?|rubles|roubles|crowns|francs"
    r"|lei|liras?|TL|HUF|Ft|SEK|NOK|DKK|RON|TRY|BRL|reais|yen|yuan|won|marks|kron[eo]r|tenge|korunas?|forints|Euro|EUR|PLN|UAH|USD|RUB"
    r"|CZK|RMB)\b|(?:M[ ]?)?[€$£¥₴₽](?!\d))"
)
_MEASURE = later(
    r"[ \u00a0\u202f-]?(?:(?:kilo)?met(?:er|re)s?|k?m[23²³]?|kilograms?"
    r"|kilos|kg|lit(?:er|re)s?|miles?"
    r"|hectares?|acres?|tons?|tonnes|pounds|feet|ft|sq|square|cubic|MWh?|kWh?|megawatts"
    r"|kilowatts|years|days|hours|points|votes)\b"
)
_PLURAL = later(
    r"[ \u00a0](?!seconds|times|degrees|points|inches|grams|meters|metres)[a-z]{3,}[^s\W]s\b"
)
_DECIMAL_COMMA = later(
    r"(?<![\d,.])\d{1,3},\d{1,2}[ \u00a0]?(?:%|°|[€$£]|(?:percent|per[ ]cent|million|billion|euros?"
    r"|dollars|zlotys?|hryvnias?|rubles|km|kg|m|mm|cm|meters|metres|years|hours|points|tons)\b)"
)
_GROUPS = later(r"(?<![\d,.])[1-9]\d{0,2}(?:\.\d{3}){2}(?![\d.])|(?<![\d,.])\d{1,3}\.\d{3},\d\d\b")
_ENGLISH = later(
    r"(?<![\d,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d{3})"
    r"|(?<![\d,.])\d{1,3}\.\d{1,2}[ \u00a0]?(?:%|(?:percent|per[ ]cent|million|billion)\b)"
)
_DECIMAL_BEHIND = later(
    r"[ \u00a0]?(?:[NSEW°'\u2032]|(?:cm|mm|mg|g|l|s|ms|min|sec|lbs?|oz|inches|grams|[kMG]?Hz)\b)"
)
"""Behind a number whose stop may be the decimals’: a coordinate, a unit."""
_ADDRESS_PARTS = 4
_BYTE = 255


def judge(article: Article, number: re.Match[str], counted: tuple[str, ...]) -> bool | None:
    """Whether stops divide thousands: True, False, or None where only a person can tell.

    ``number`` has a group ``part`` for decimals behind the groups; ``counted`` are nouns that
    only whole numbers count.
    """
    view, after = number.string, number.end()
    groups = number.group().removesuffix(number["part"] or "").split(".")
    if len(groups) == _ADDRESS_PARTS and all(int(group) <= _BYTE for group in groups):
        return False
    if number["part"]:
        return True
    if _SCALE.match(view, after):
        return _of_millions(article, number, groups, counted)
    if len(groups) > 2 or _named(counted).match(view, after):
        return True
    before = view[max(0, number.start() - 14) : number.start()]
    money = _MONEY.search(before) is not None or _MONEY_BEHIND.match(view, after) is not None
    return _alone(article, number, money, counted)


def _alone(
    article: Article, number: re.Match[str], money: bool, counted: tuple[str, ...]
) -> bool | None:
    """One group of three behind a stop: money, a measure, or things nobody knows of."""
    view, after = number.string, number.end()
    group = number.group().partition(".")[2]
    measure = _MEASURE.match(view, after) is not None
    things = _PLURAL.match(view, after) is not None and number.group() != "1.000"
    loose = number.group() != "1.000" and (len(number.group()) > len("1.000") or group[1:] == "00")
    if loose and not measure and not money and _mostly_stops(article, counted):
        return not _DECIMAL_BEHIND.match(view, after)
    if not (money or measure or things) or (money and _SMALL_UNIT.match(view, after)):
        return False
    if _groups_with_stops(article, counted):
        return True
    sentence = article.sentence(number.start())
    if _EXCHANGE.search(view, sentence.start, sentence.end):
        return False
    if money and (group.endswith("0") or len(number.group()) > len("1.000")):
        return True  # nobody names a sum of money to the tenth of a cent
    if money or (things and group == "000") or (measure and group.endswith("00")):
        return None
    return False


def _of_millions(
    article: Article, number: re.Match[str], groups: list[str], counted: tuple[str, ...]
) -> bool | None:
    """“3.400 million”: a Spanish billion; no decimal ends in two zeros."""
    scale = re.match(r"[ \u00a0](?:million|billion)\b", number.string[number.end() :][:12])
    if scale is None or len(groups) > 2:
        return False
    if _groups_with_stops(article, counted):
        return True
    return None if groups[1].endswith("00") else False


def _groups_with_stops(article: Article, counted: tuple[str, ...]) -> bool:
    """Whether the article's other numbers are written in the source's way."""
    return article.origin in _DOT_THOUSANDS or _mostly_stops(article, counted)


def _mostly_stops(article: Article, counted: tuple[str, ...]) -> bool:
    """Whether they are, whatever the source."""

    def majority(article: Article) -> bool:
        surely = _counted_numbers(counted)
        foreign = sum(
            len(pattern.findall(article.view)) for pattern in (_DECIMAL_COMMA, _GROUPS, surely)
        )
        return foreign > len(_ENGLISH.findall(article.view)) if foreign else False

    return article.memo("stops divide thousands", majority)


@cache
def _counted_numbers(counted: tuple[str, ...]) -> re.Pattern[str]:
    """Numbers with a stop before what only whole numbers count."""
    return compiled(rf"(?<![\d.,])[1-9]\d{{0,2}}\.\d{{3}}{_named(counted).pattern}")


@cache
def _named(counted: tuple[str, ...]) -> re.Pattern[str]:
    """The nouns behind a number that only whole numbers count."""
    words = "|".join(map(re.escape, counted)) or "(?!)"
    return compiled(rf"[ \u00a0\u202f-]?(?:{words})\b")
