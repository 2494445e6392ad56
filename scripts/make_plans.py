"""Writes tqcheck/anchors/_shipped.bin: the plans of all patterns of the shipped rules.

    python scripts/make_plans.py [--all]

To be run when a pattern or a trigger has changed; a plan that is missing costs time, no more.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tqcheck.anchors.choose import derive
from tqcheck.anchors.plans import SHIPPED, read, row_of, write
from tqcheck.rule import load_rules


def patterns() -> list[str]:
    """The patterns of all shipped cards and of their detectors' promises."""
    found: set[str] = set()
    for rule in load_rules(examples=False):
        if rule.card.pattern is not None:
            found.add(rule.expanded)
        elif rule.wake is not None:
            found.update(trigger.pattern for trigger in rule.wake.triggers)
    return sorted(found)


def main() -> None:
    """Derive what is new and drop what is gone; ``--all`` derives every plan anew."""
    known = {} if "--all" in sys.argv[1:] else read(SHIPPED)
    table = {one: known.get(one) or row_of(derive(one)) for one in patterns()}
    write(SHIPPED, table)
    none = sum(not anchors for anchors, _ in table.values())
    print(
        f"{len(table)} plans, {SHIPPED.stat().st_size:,} bytes; {none} patterns without anchors"
    )


if __name__ == "__main__":
    main()
