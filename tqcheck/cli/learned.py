"""What ``lint -v`` tells of an article: where it seems to come from, its names, its style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.article import Article
from tqcheck.fixer import Options, open_article
from tqcheck.lexicon.words import MONTHS, NATIONALITIES, WEEKDAYS
from tqcheck.names import names_of
from tqcheck.profile import guess
from tqcheck.source import Source

_NAMES_SHOWN = 12


def learned(source: Source, options: Options) -> Iterator[str]:
    """Lines that say what tqcheck made of an article."""
    article = open_article(source, options)
    yield f"  source language: {_origin(article)}"
    yield f"  names: {_names(article)}"
    yield f"  house style seen: {_style(article)}"


def _origin(article: Article) -> str:
    if article.source_lang:
        return f"{article.source_lang} (as configured)"
    if article.origin:
        return f"{article.origin} (as the file says)"
    found = guess(article)
    if not found.evidence:
        return "no cue"
    verdict = found.language or "undecided"
    return f"{verdict} (score {found.score}: {'; '.join(found.evidence)})"


def _names(article: Article) -> str:
    names = names_of(article)
    dates_and_peoples = NATIONALITIES.union(MONTHS, WEEKDAYS)
    counted = Counter(
        " ".join(word.text for word in mention.bare)
        for mention in names.mentions
        if all(word.text in names for word in mention.bare)
        and not any(word.text in dates_and_peoples for word in mention.bare)
    )
    shown = [name for name, _ in counted.most_common(_NAMES_SHOWN)]
    more = len(counted) - len(shown)
    return (", ".join(shown) or "none") + (f" and {more} more" if more > 0 else "")


def _style(article: Article) -> str:
    """Quotation marks, the place of stops beside them and how percentages are written."""
    view = article.view
    seen = [
        _majority(
            {"curly double quotes": view.count("“"), "straight quotes": view.count('"') // 2}
        ),
        _majority(
            {
                "stops inside quotes (us)": view.count(".”") + view.count(",”"),
                "stops outside quotes (uk)": view.count("”.") + view.count("”,"),
            }
        ),
        _majority(
            {
                "%": view.count("%"),
                "percent": view.count(" percent"),
                "per cent": view.count(" per cent"),
            }
        ),
    ]
    return "; ".join(one for one in seen if one) or "nothing tells"


def _majority(counts: dict[str, int]) -> str:
    name = max(counts, key=lambda one: counts[one])
    return f"{name} {counts[name]} of {sum(counts.values())}" if counts[name] else ""
