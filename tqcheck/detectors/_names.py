"""What the detectors of names share: titles of works, glosses, foreign surroundings, letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from tqcheck.article import Article
from tqcheck.later import later
from tqcheck.names import words_of
from tqcheck.source import Span

CALENDAR = words_of(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov
    Dec"""
)
FOREIGN = words_of(
    """w we z ze do na od po dla przez pod oraz i się en de del los las el la y à au aux et les des
    du nach von und der die das aus im zu ve v s ke je di il da della nel dans chez pour con por
    para mit bei bis für über"""
)
"""Small words of the source languages that English has not: what stands beside is foreign text."""

_TITLE_WORDS = 7
_GLOSS = later(
    r"""
    (?: (?P<in>\b[Ii]n[ ]|\()?\b(?:Polish|German|Czech|French|Spanish|Italian|Russian|Turkish
        |Portuguese|Ukrainian|Latin|Yiddish|Romanian|Hungarian)
        (?(in)(?:[ ]name)?(?::|[ ]as|[ ]for)?|(?::|[ ](?:name|form|word|spelling)(?:[ ]for)?))
      | \b(?:is|was|are|were|be|been|then|also|now|once|city|town|village)[ ](?:called|named)
      | \b(?:known[ ]as|spelled|spelling|renamed|formerly|n\u00e9e|word|name|titled|entitled
        |transliterated[ ]as)
      | \b(?:written|spelt)(?:[ ]as)?(?:[ ][A-Z][^\W\d_]+)? )
    [ ]?["'\u201c\u2018(]?\Z
    """,
    re.VERBOSE,
)
_OTHER_SCRIPT = later(r"\([^()\n]*[\u0370-\u1fff\u3040-\ud7ff][^()\n]*\Z")
_NOT_DECOMPOSED = str.maketrans("łŁøØđĐıħðÐ", "lLoOdDihdD", "’'")


def in_title(article: Article, span: Span) -> bool:
    """Whether a span stands in a short quotation: a title, a slogan, a word spoken of."""
    quotation = article.quotation_at(span)
    if quotation is None:
        return False
    inside = article.text(quotation.interior)
    return inside.count(" ") < _TITLE_WORDS and inside.rstrip()[-1:] not in ".,!?"


def gloss(view: str, span: Span, other: str) -> bool:
    """Whether the other form stands close by, or the words before say that this is a name's form.

    “Lviv (Lwów)”, “in Polish Lwów”, “then called Lemberg”, “(樋口 Higuchi)”.
    """
    name = re.escape(other.removeprefix("the "))
    before, after = view[max(0, span.start - 30) : span.start], view[span.end : span.end + 30]
    if re.search(rf"(?<!\w){name}\W{{1,3}}\Z", before) or re.match(rf"[ ]?[(/]\W?{name}", after):
        return True
    if _OTHER_SCRIPT.search(before):
        return True
    return _GLOSS.search(view, max(0, span.start - 30), span.start) is not None


def of_block(article: Article, at: int, key: str, test: Callable[[str], bool]) -> bool:
    """What a test says of the block that holds a view offset, asked once a block; else True."""
    region = article.document.region_at(at)
    if region is None:
        return True
    return article.memo(f"{key} {region.span.start}", lambda _: test(article.text(region.span)))


def fold(word: str) -> str:
    """A name's letters without case, diacritics and apostrophes: “Wałęsa” and “Walesa” are one."""
    if word.isascii():
        return word.lower().translate(_NOT_DECOMPOSED)
    parts = unicodedata.normalize(
        "NFD", word.translate(_NOT_DECOMPOSED).replace("ß", "ss").replace("þ", "th")
    )
    return "".join(char for char in parts if not unicodedata.combining(char)).lower()
