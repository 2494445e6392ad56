"""The hooks, run by pre-commit itself from a repository made of this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

CARD = """
id = "ZZ101"
name = "fused-to"
summary = "A country and “to” run together."
why = "A link ended there."
message = "“{match}” reads as two words: “{fix}”"
mqm = "linguistic-conventions/spelling"
severity = "major"
status = "stable"
since = "0.1.0"
pattern = '(?P<first>Russia)(?P<second>to)\\b'
fix = "{first} {second}"
safety = "safe"
[[bad]]
before = "He went Russiato fight."
flags = ["Russiato"]
after = "He went Russia to fight."
[[bad]]
before = "He flew Russiato stay."
flags = ["Russiato"]
after = "He flew Russia to stay."
[[good]]
text = "He went to Russia to fight."
why = "These are two words already."
[[good]]
text = "He likes Russian tea."
why = "Another word begins alike."
"""


ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}


def _git(*arguments: str, cwd: Path) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(
        ["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True, env=ENVIRONMENT
    )


def _checkout(folder: Path) -> Path:
    """A repository that holds what this working tree would commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True, env=ENVIRONMENT,
    ).stdout.split("\0")  # fmt: skip
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    _git("init", "-q", cwd=folder)
    _git("add", "-A", cwd=folder)
    _git("commit", "-qm", "all", cwd=folder)
    return folder


def test_the_hooks_work_as_pre_commit_runs_them(tmp_path: Path) -> None:
    hooks = _checkout(tmp_path / "hooks")
    project = tmp_path / "project"
    (project / "cards").mkdir(parents=True)
    (project / "cards/fused-to.toml").write_text(CARD, "utf-8")
    settings = 'rules = ["cards"]\nselect = ["ZZ101"]\nexclude = ["old/"]\n'
    (project / "tqcheck.toml").write_text(settings, "utf-8")
    fused = b"He went Russiato fight.\r\nNo more."
    for name in ("a.txt", "b \u00f1.md", "old/c.txt", "d.py"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_bytes(fused)
    _git("init", "-q", cwd=project)
    _git("add", "-A", cwd=project)

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), name, "--all-files"],
            cwd=project, capture_output=True, text=True, check=False, encoding="utf-8",
            env={**ENVIRONMENT, "PRE_COMMIT_HOME": str(tmp_path / "home")},
        )  # fmt: skip

    done = hook("tqcheck")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.txt:1:9: ZZ101 fused-to [major]" in done.stdout
    assert "b \u00f1.md:1:9: ZZ101" in done.stdout
    assert "c.txt" not in done.stdout and "d.py" not in done.stdout
    assert (project / "a.txt").read_bytes() == fused, "the checking hook changes nothing"

    done = hook("tqcheck-fix")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    mended = fused.replace(b"Russiato", b"Russia to")
    assert (project / "a.txt").read_bytes() == mended
    assert (project / "b \u00f1.md").read_bytes() == mended
    assert (project / "old/c.txt").read_bytes() == fused
    assert (project / "d.py").read_bytes() == fused

    done = hook("tqcheck")
    assert done.returncode == 0, done.stdout + done.stderr
