"""The house stands: a module imports from lower floors only, and nothing goes in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tqcheck"

# Lower floors first. Within a floor the order is one of reading: a name may import from those
# before it on its floor only where it stands in WITHIN.
FLOORS = (
    ("__init__", "errors", "record"),
    ("source", "keeping", "patterns", "later", "wake", "mark", "images", "anchors"),
    ("finding", "document", "article", "candidate", "lexicon", "language", "names", "profile", "house"),
    ("formats", "detectors", "report"),
    ("card",),
    ("rule", "suppress", "note", "idle", "overtime", "measured"),
    ("tables", "vocabulary", "screen", "hits", "engine", "store"),
    ("languagetool", "opening", "revision", "choice", "fixer", "diff", "write", "values", "config", "examples", "walk", "job", "run", "costs"),
    ("rows", "basis", "results", "workers", "batch"),
    ("cli",),
    ("__main__",),
)
WITHIN = (
    ("keeping", "patterns", "later", "wake"),
    ("keeping", "images", "anchors"),
    ("finding", "document", "article", "lexicon", "names", "profile"),
    ("article", "lexicon", "house"),
    ("finding", "candidate"),
    ("rule", "idle"),
    ("suppress", "idle"),
    ("note", "idle", "overtime"),
    ("tables", "vocabulary", "screen", "engine"),
    ("hits", "engine"),
    ("tables", "vocabulary", "screen", "store"),
    ("opening", "revision", "choice", "fixer", "examples"),
    ("opening", "costs"),
    ("opening", "fixer", "diff", "write", "values", "config", "walk", "job", "run"),
    ("languagetool", "config", "job", "run"),
    ("rows", "basis", "results", "workers", "batch"),
)
ONLY = {"report": {"finding", "source", "record", "report"}}
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_rules" not in path.parts)


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def _room(dotted: str) -> str:
    """The name on a floor: the module or folder directly below the package."""
    return dotted.split(".")[1] if "." in dotted else "__init__"


NAMES = {_dotted(path) for path in MODULES}


def _imports(path: Path) -> Iterator[str]:
    """All modules a file imports, wherever the import stands."""
    package = _dotted(path) if path.stem == "__init__" else _dotted(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, node.module or ""]).rstrip(".") if node.level else node.module
            assert base is not None
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in NAMES else base


def _may(importer: str, imported: str) -> bool:
    if importer == imported:
        return True
    if FLOOR[imported] < FLOOR[importer]:
        return imported in ONLY.get(importer, {imported})
    return FLOOR[imported] == FLOOR[importer] and any(
        imported in group and importer in group and group.index(imported) < group.index(importer)
        for group in WITHIN
    )


each_module = pytest.mark.parametrize("path", MODULES, ids=_dotted)


@each_module
def test_a_module_imports_from_lower_floors_only(path: Path) -> None:
    importer = _room(_dotted(path))
    assert importer in FLOOR, f"{importer} has no floor yet"
    for imported in _imports(path):
        if imported.split(".")[0] == "tqcheck":
            assert _may(importer, _room(imported)), f"{_dotted(path)} imports {imported}"


@each_module
def test_only_the_command_line_knows_click(path: Path) -> None:
    if _room(_dotted(path)) != "cli":
        assert "click" not in {name.split(".")[0] for name in _imports(path)}


@each_module
def test_a_module_says_what_it_answers_for(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert doc and doc.split("\n\n")[0].endswith(".")


def test_nothing_goes_in_a_circle() -> None:
    graph = {
        _dotted(path): {name for name in _imports(path) if name in NAMES} - {_dotted(path)}
        for path in MODULES
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for below in sorted(graph[name]):
                visit(below, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_the_test_sees_what_it_must() -> None:
    assert not _may("source", "finding")
    assert not _may("report", "article")
    assert not _may("formats", "detectors")
    assert not _may("rule", "suppress")
    assert _may("run", "report") and _may("cli", "engine")
    assert "tqcheck.errors" in set(_imports(PACKAGE / "source.py"))
