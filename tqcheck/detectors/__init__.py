"""Procedural detectors: what a pattern can't find. One module each, one public ``find``.

A detector module ``tqcheck/detectors/NAME.py`` offers:

* ``FIELDS``: the group names it may fill, for the card's message and fix;
* ``PARAMS``: the ``[params]`` keys it understands, each with its default;
* ``find(article, params) -> Iterator[Hit]``: hits in view offsets, in any order;
* ``wake(params) -> Wake``, if it can: when ``find`` must look at an article at all. Most
  detectors find nothing in most articles; the engine asks their promises of a whole article in
  one pass and calls only those it wakes.

A card names it by ``detector = "NAME"``. Modules whose name starts with an underscore are
shared helpers. A module is imported only when a card that is switched on asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from tqcheck.article import Article
from tqcheck.finding import Hit
from tqcheck.record import NamedTuple
from tqcheck.wake import Wake

Find = Callable[[Article, Mapping[str, Any]], Iterator[Hit]]


class Detector(NamedTuple):
    """A detector's function with the words it understands."""

    find: Find
    fields: frozenset[str]
    params: Mapping[str, Any]
    wake: Callable[[Mapping[str, Any]], Wake] | None = None


@cache
def names() -> tuple[str, ...]:
    """All detectors there are, from the folder: it is the list."""
    here = Path(__file__).parent
    return tuple(sorted(path.stem for path in here.glob("[a-z]*.py")))


def load(name: str) -> Detector:
    """The detector of that name; raises KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    module = import_module(f"tqcheck.detectors.{name}")
    wake = getattr(module, "wake", None)
    return Detector(module.find, frozenset(module.FIELDS), dict(module.PARAMS), wake)
