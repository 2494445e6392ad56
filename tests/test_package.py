"""What is installed: the wheel carries cards, lists and the word table; the code is in order."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tqcheck.keeping import BUILT_IN

ROOT = Path(__file__).parent.parent


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    shipped = [path for kind in ("*.toml", "*.txt") for path in BUILT_IN.rglob(kind)]
    assert {f"tqcheck/_rules/{path.relative_to(BUILT_IN).as_posix()}" for path in shipped} <= held
    assert {"tqcheck/lexicon/en.bin", "tqcheck/py.typed"} <= held
    assert any(name.endswith("licenses/NOTICE") for name in held)
    assert not any(name.startswith(("tests", "fixtures", "benchmarks")) for name in held)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("ruff", "check", "--quiet", "."), id="lint"),
        pytest.param(("ruff", "format", "--check", "--quiet", "tqcheck", "benchmarks"), id="format"),
        pytest.param(("mypy",), id="types"),
    ],
)
def test_the_code_is_in_order(command: tuple[str, ...]) -> None:
    run(sys.executable, "-m", *command)
