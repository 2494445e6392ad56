"""What the compiler of patterns gives: anchors, and the plan made of them."""

from __future__ import annotations

from tqcheck.record import NamedTuple


class Anchor(NamedTuple):
    """A literal of an image that stands in every match, and where the match then starts.

    The match starts ``least`` to ``most`` characters before the literal (-1: any number); a
    negative number is a literal that stands before the match. Where the distance isn't fixed,
    the match begins with ``head`` characters, ``tail`` characters stand before the literal, and
    what lies between them is out of the bytes ``through``.
    """

    image: str
    literal: bytes
    least: int
    most: int
    through: bytes = b""
    head: int = 0
    tail: int = 0


class Plan(NamedTuple):
    """How a pattern is looked for: its anchors, and the literals of its gate.

    One of the anchors stands in every match, and so does one literal of the gate, which hits
    less often but tells less well where a match starts; () is no gate.
    """

    anchors: tuple[Anchor, ...]
    gate: tuple[tuple[str, bytes], ...] = ()


NO_PLAN = Plan(())
"""For a pattern in whose matches no literal worth a look stands: it is searched for everywhere."""
