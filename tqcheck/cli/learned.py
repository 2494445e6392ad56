"""What ``lint -v`` tells of an article: where it seems to come from, its names, its style."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tqcheck.article import Article
from tqcheck.cli.terminal import say
from tqcheck.formats import decode
from tqcheck.house import KEYS, uses
from tqcheck.job import Job
from tqcheck.lexicon.words import MONTHS, NATIONALITIES, WEEKDAYS
from tqcheck.mark import read
from tqcheck.names import names_of
from tqcheck.opening import Options, open_article
from tqcheck.profile import guess
from tqcheck.run import Ruleset
from tqcheck.source import Source
from tqcheck.walk import Target

_NAMES_SHOWN = 12


def tell(target: Target, ruleset: Ruleset, job: Job) -> None:
    """Say on stderr what tqcheck made of a file: rows to read, or one JSON object."""
    format_ = ruleset.format_of(Path(target.path))
    source = decode(target.name, read(target.path), format_)
    options = job.options._replace(format=format_)
    if job.config.output_format in ("json", "jsonl"):
        say(json.dumps(facts(source, options), ensure_ascii=False))
        return
    for line in learned(source, options):
        say(line)


def facts(source: Source, options: Options) -> dict[str, object]:
    """The same as data.

    ``source_lang`` holds the ``language`` ("" for undecided), ``by`` ("configuration", "file"
    or "cues"), the ``score`` and the ``evidence``; ``names`` and ``style`` hold counts.
    """
    article = open_article(source, options)
    found = guess(article)
    told = "configuration" if article.source_lang else "file" if article.origin else "cues"
    return {
        "filename": source.path,
        "source_lang": {
            "language": article.origin or found.language,
            "by": told,
            "score": found.score,
            "evidence": list(found.evidence),
        },
        "names": dict(_counted(article).most_common()),
        "style": {key: dict(counts) for key, counts in _habits(article) if any(counts.values())},
    }


def learned(source: Source, options: Options) -> Iterator[str]:
    """Lines that say what tqcheck made of an article."""
    article = open_article(source, options)
    yield f"  source language: {_origin(article)}"
    yield f"  names: {_names(article)}"
    told = [one for _, counts in _habits(article) if (one := _majority(counts))]
    yield f"  house style seen: {'; '.join(told) or 'nothing tells'}"


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


def _counted(article: Article) -> Counter[str]:
    """The names of people, places and institutions by how often they stand there."""
    names = names_of(article)
    dates_and_peoples = NATIONALITIES.union(MONTHS, WEEKDAYS)
    return Counter(
        " ".join(word.text for word in mention.bare)
        for mention in names.mentions
        if all(word.text in names for word in mention.bare)
        and not any(word.text in dates_and_peoples for word in mention.bare)
    )


def _names(article: Article) -> str:
    counted = _counted(article)
    shown = [name for name, _ in counted.most_common(_NAMES_SHOWN)]
    more = len(counted) - len(shown)
    return (", ".join(shown) or "none") + (f" and {more} more" if more > 0 else "")


def _habits(article: Article) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Each key of the style, and how often the article has which way."""
    view = article.view
    yield (
        "quotes",
        {"curly double quotes": view.count("“"), "straight quotes": view.count('"') // 2},
    )
    inside, outside = view.count(".”") + view.count(",”"), view.count("”.") + view.count("”,")
    punctuation = {"stops inside quotes (us)": inside, "stops outside quotes (uk)": outside}
    yield "punctuation", punctuation
    for key in KEYS:
        yield key, Counter(_WAYS[use.way] for use in uses(article, key))


_WAYS = {
    "sign": "%",
    "percent": "percent",
    "per cent": "per cent",
    "mdy": "month before day (mdy)",
    "dmy": "day before month (dmy)",
    "12h": "a.m. and p.m. (12h)",
    "24h": "24 hours (24h)",
}


def _majority(counts: Mapping[str, int]) -> str:
    name = max(counts, key=lambda one: counts[one], default="")
    return f"{name} {counts[name]} of {sum(counts.values())}" if name and counts[name] else ""
