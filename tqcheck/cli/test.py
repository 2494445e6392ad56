"""``tqcheck test``: runs the examples of cards in folders of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from tqcheck.cli.terminal import complain, emit, say
from tqcheck.errors import CardError
from tqcheck.examples import check_card
from tqcheck.keeping import BUILT_IN
from tqcheck.rule import Rule, load_rules


@click.command(name="test")
@click.argument("paths", nargs=-1, required=True, metavar="DIR…",
                type=click.Path(exists=True, path_type=Path))  # fmt: skip
@click.option("--cost", is_flag=True, help="Tell each card's anchors and its time per MB.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where all holds.")
@click.option("-v", "--verbose", is_flag=True, help="Name the cards that hold, too.")
def command(paths: tuple[Path, ...], cost: bool, quiet: bool, verbose: bool) -> int:
    """Check that cards do what their examples say; a path is a folder or one card.

    Exit codes: 0 all hold, 1 an example fails, 2 a card can't be read or a path holds none.
    """
    tops = [path.resolve() for path in paths]
    folders = [path.parent if path.is_file() else path for path in tops]
    own = dict.fromkeys(folder for folder in folders if not _built_in(folder))
    rules = load_rules(tuple(own))
    stable = [rule for rule in rules if rule.card.status == "stable"]
    tested = failed = 0
    empty = False
    for path, top in zip(paths, tops, strict=True):
        below = [rule for rule in rules if Path(rule.card.path).resolve().is_relative_to(top)]
        if not below:
            complain(CardError(str(path), "holds no card", "a card is a file NAME.toml"))
            empty = True
        for rule in below:
            tested += 1
            failed += not _holds(rule, stable, verbose)
            if cost:
                _tell_cost(rule)
    if not quiet:
        say(f"Tested {tested} card{'s' * (tested != 1)}: {failed or 'none'} failed.")
    return 2 if empty else int(failed > 0)


def _tell_cost(rule: Rule) -> None:
    from tqcheck.costs import cost_of, floor

    told = cost_of(rule)
    own = max(0.0, told.per_mb - floor())
    emit((f"{rule.card.id}: {own:.1f} ms per MB; anchors: {told.anchors}\n",))


def _built_in(folder: Path) -> bool:
    return folder.is_relative_to(BUILT_IN.resolve())


def _holds(rule: Rule, stable: list[Rule], verbose: bool) -> bool:
    """Check one card and print what does not hold."""
    failures = check_card(rule, stable)
    emit(f"{rule.card.path}: {failure}\n" for failure in failures)
    if verbose and not failures:
        emit((f"{rule.card.path}: {rule.card.id} holds\n",))
    return not failures
