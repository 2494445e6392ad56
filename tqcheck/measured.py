"""What was measured of the shipped rules, as ``benchmarks/quality.py --record`` put it down."""

from __future__ import annotations

import json
from functools import cache

from tqcheck.keeping import BUILT_IN
from tqcheck.record import NamedTuple

_PER = 10_000


class Measured(NamedTuple):
    """Counts of one rule's findings.

    On texts whose marks are labelled: ``marked`` lie on a mark, ``beside`` don't (which need
    not be wrong: labels are never complete); of ``tried`` marks that have a fix, ``mended`` come
    out as an editor leaves them. ``unlabelled`` are those in translations nobody labelled,
    ``clean`` those in ``words`` words of clean English, real damage in it included.
    """

    marked: int
    beside: int
    tried: int
    mended: int
    unlabelled: int
    clean: int
    words: int

    @property
    def clean_rate(self) -> float:
        """Findings per 10,000 words of clean English."""
        return _PER * self.clean / self.words if self.words else 0.0

    def told(self) -> str:
        """The figures in a sentence."""
        parts = [f"{self.clean_rate:.2f} findings per 10,000 words of clean English"]
        if self.marked + self.beside:
            parts.append(f"{self.marked} of {self.marked + self.beside} on labelled marks")
        if self.tried:
            parts.append(f"{self.mended} of {self.tried} fixes right")
        if self.unlabelled:
            parts.append(f"{self.unlabelled} in translations without labels")
        return "; ".join(parts)


@cache
def measured() -> dict[str, Measured]:
    """The figures by rule; a rule that found nothing anywhere is not listed."""
    data = json.loads((BUILT_IN / "measured.json").read_text("utf-8"))
    return {code: Measured(**row, words=data["words"]) for code, row in data["rules"].items()}


def of(code: str) -> Measured:
    """The figures of a shipped rule."""
    found = measured()
    words = next(iter(found.values())).words if found else 0
    return found.get(code, Measured(0, 0, 0, 0, 0, 0, words))
