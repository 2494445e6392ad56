"""Word classes that a stop is judged by: numbers, units, abbreviations, verbs, counted nouns."""

from __future__ import annotations

from collections.abc import Mapping

from tqcheck.later import later
from tqcheck.lexicon.words import ABBREVIATIONS, COUNT_NOUNS, FINITE_VERBS, LOWERCASE_STARTERS

SOURCE_MAGNITUDES: Mapping[str, str] = {
    "tys": "thousand", "tis": "thousand", "thous": "thousand", "mln": "million",
    "mio": "million", "mil": "million", "mld": "billion", "mlrd": "billion", "mrd": "billion",
    "bil": "billion", "thou": "thousand",
    "\u0442\u044b\u0441": "thousand", "\u0442\u0438\u0441": "thousand",
    "\u043c\u043b\u043d": "million", "\u043c\u043b\u0440\u0434": "billion",
}  # fmt: skip
"""Magnitudes abbreviated the way the source does, without their stop; Cyrillic ones last."""

MAGNITUDES = frozenset("hundred thousand million billion trillion bln bn".split()) | frozenset(
    SOURCE_MAGNITUDES
)
CURRENCIES = frozenset(
    """uah usd eur pln rub rur czk huf chf gbp ron bgn byn kzt try hrk rsd sek nok dkk sek gel
    euro dollar rouble ruble hryvnia zloty""".split()
)
MONEY = frozenset(
    """euros dollars pounds zlotys zloty hryvnias hryvnia rubles roubles rouble ruble crowns
    korunas koruna forints yuan yen won liras lira lire francs pesos reais rupees dinars dirhams
    leva lei tenge drams shekels kroner kronor krona cents kopecks groszy""".split()
)
SYMBOLS = frozenset(
    """km kms kg kgs cm mm m g t ha kw mw gw kwh mwh gwh km/h kmh hrs hr ml l kcal cwt pcs
    percent pct km² m² m2 km2 m³ m3 °c""".split()
)
"""Unit symbols, lower case; English writes them without a stop."""

NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen eighteen twenty thirty forty fifty sixty seventy eighty ninety hundred""".split()
)
_FIGURE = later(r"\A\d(?:[\d,.]*|[\w-]*)-(?=[a-z]+\Z)")
"""What joins a number to its unit: “4-cyl. engine”, “3-by-6-ft. sign”, “15,500-lb. truck”."""
_YEARS = later(r"(?:1\d{3}|20\d{2})(?:[-\u2013/](?:1\d{3}|20\d{2}|\d{2}))?s?")
_VERBS = frozenset(
    """bought built brought caught chose cost costs cut drew drove ate fought flew hid hurt laid
    lay lies put rode sank sold shook shot shut slept spent spoke spread stole struck swam
    taught threw wore thinks hopes expects means shows helps looks costs includes opens closes
    plays says believes let lets understand know think want need go come feel hope see""".split()
)
_VOWEL = later(r"[aeiouyAEIOUY\u00c0-\u017e\u0180-\u024f\u0410-\u044f]")
"""No “ſ” (U+017F): to a pattern that ignores case it is the letter s."""
_MORE_ABBREVIATIONS = frozenset(
    """itd itp tzw tzn np ecc usw bzw sog tzv např atd apod mj prof dr gen col lt maj capt sgt sen
    rep gov rev hon adm mr mrs ms st ul vul al pl os nám spp sp subsp var nov ssp cca ok nr num
    cf fn chap sect para fol ser obs abbr
    pron adj adv lat gr fr eng ger sing plur masc fem ch sec cl lit trans repr rev col cols nos
    bldg apt ste avg intl natl mfg mgr asst attn cont ed eds et viz vid pop alt elev est fam
    min hab mlle mme mons comp voc cyl gal doz pkt mins secs dia cu yd yds gm gms""".split()
)
_STATES = frozenset(
    """Calif Mass Penn Wis Minn Mich Conn Wash Colo Ariz Tenn Ill Ind Kan Okla Ore Ala Ark Fla Ga Ky
    Md Mo Neb Nebr Nev Va Vt Wyo Ont Que Cal Tex Del Kans Oreg Penna Wisc Lond Edin""".split()
)
_KNOWN = frozenset(word.lower() for word in ABBREVIATIONS) | _MORE_ABBREVIATIONS
_LONGEST_RANK = 8
_NAME_WORDS = frozenset("du des af av zu zum zur y e i ter ibn ben".split())
_PARTICLES = ("al-", "el-", "d'", "d\u2019", "ash-", "as-", "an-")


def is_abbreviation(word: str) -> bool:
    """Whether a word before a stop is one that English (or the source) writes with a stop."""
    bare = word.lstrip("(\"'\u201c\u2018[")
    inner = _FIGURE.sub("", bare.rstrip("."))
    if not inner:
        return False
    if "." in inner and not inner.replace(".", "").replace(",", "").isdigit():
        return True
    if len(inner) == 1 and inner.isalpha():
        return True
    if (
        inner.lower() in _KNOWN
        or inner in ABBREVIATIONS
        or (inner[0].isupper() and inner.capitalize() in _STATES)
    ):
        return True
    letters = inner.isalpha()
    return letters and len(inner) <= 5 and not inner.isupper() and not _VOWEL.search(inner)


def is_starter(word: str) -> bool:
    """Whether a word in lower case may open a sentence: a brand, a particle of a name."""
    return (
        word in LOWERCASE_STARTERS
        or word in _NAME_WORDS
        or any(char.isupper() for char in word)
        or any(char.isdigit() for char in word)
        or word.startswith(_PARTICLES)
    )


def is_number(text: str) -> bool:
    """Whether a token is a number in digits: 3,000, 2.5, $40."""
    bare = text.lstrip("$\u20ac\u00a3(~")
    return bool(bare) and bare[0].isdigit() and bare.replace(",", "").replace(".", "").isdigit()


def is_year(text: str) -> bool:
    """Whether a token may be a year: four digits from 1000 to 2099, no comma."""
    return len(text) == 4 and text.isdigit() and "1000" <= text <= "2099"


def is_years(text: str) -> bool:
    """Whether a token is a year, a span of years or a decade: 1998, 1918\u20131939, 1990s."""
    return _YEARS.fullmatch(text) is not None


def is_verb(word: str) -> bool:
    """Whether a word is or may be a verb of a sentence; a participle in -ed counts too."""
    return is_finite(word) or word in _VERBS or (word.endswith("ed") and len(word) > 4)


def is_finite(word: str) -> bool:
    """Whether a word is a finite verb we know."""
    return word in FINITE_VERBS or word.endswith(("n't", "n\u2019t"))


def is_count(word: str) -> bool:
    """Whether a word is a noun that a bare number counts."""
    return word in COUNT_NOUNS


def is_plain(word: str) -> bool:
    """Whether a word before a stop is surely no part of a date, a title, a rank, an address."""
    return word.isalpha() and (
        len(word) > _LONGEST_RANK
        or word in COUNT_NOUNS
        or (word in MAGNITUDES and word not in SOURCE_MAGNITUDES)
    )
