"""A folder with made cards in which the command line is run, in this process or another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tqcheck.cli.main import run

FUSED = "He went Russiato fight.\n"
"""One finding of the made card ZZ101."""

_CARD = """
id = "{code}"
name = "{name}"
summary = "A made rule: {name}."
why = "For a test."
message = "{message}"
mqm = "linguistic-conventions/spelling"
severity = "{severity}"
status = "{status}"
since = "0.1.0"
references = ["https://example.org/{name}"]
pattern = '{pattern}'
{more}
[[bad]]
before = "They flew {bad} then."
flags = ["{bad}"]
{after}
[[bad]]
before = "He flew {bad} too."
flags = ["{bad}"]
{after2}
[[good]]
text = "They stayed at home."
why = "Nothing of the kind."
[[good]]
text = "He stayed at home."
why = "Nothing of the kind."
"""


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


class Box:
    """The folder; ``box(...)`` runs in-process, ``box.spawn(...)`` in a process of its own."""

    def __init__(self, folder: Path, capture) -> None:
        self.folder = folder
        self._capture = capture
        self.card(
            "ZZ101",
            "fused-to",
            r"(?P<first>Russia|France)(?P<second>to)\b",
            bad="Russiato",
            fix="{first} {second}",
            after="Russia to",
            severity="major",
        )
        self.card(
            "ZZ102", "euro-word", r"\beuros\b", bad="euros", fix="EUR", after="EUR", safety="unsafe"
        )
        self.card("ZZ103", "bang", "!!", bad="now!!", severity="critical", flags="!!")
        self.card("ZZ104", "try-out", "tryout", bad="tryout", status="preview")

    def card(
        self,
        code: str,
        name: str,
        pattern: str,
        *,
        bad: str,
        fix: str = "",
        after: str = "",
        safety: str = "safe",
        severity: str = "minor",
        status: str = "stable",
        message: str = "“{match}” is wrong",
        flags: str = "",
        folder: str = "cards",
    ) -> Path:
        path = self.folder / folder / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        more = f'fix = "{fix}"\nsafety = "{safety}"' if fix else ""
        values = {
            "code": code, "name": name, "pattern": pattern, "message": message,
            "severity": severity, "status": status, "more": more, "bad": bad,
            "after": f'after = "They flew {after} then."' if after else "",
            "after2": f'after = "He flew {after} too."' if after else "",
        }  # fmt: skip
        text = _CARD
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        if flags:
            text = text.replace(f'flags = ["{bad}"]', f'flags = ["{flags}"]')
        path.write_text(text, "utf-8")
        return path

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def plain(self, *arguments: str) -> Ended:
        """Run exactly these arguments."""
        self._capture.readouterr()
        code = run(arguments)
        out, err = self._capture.readouterr()
        return Ended(code, out.decode(), err.decode())

    def __call__(self, *arguments: str) -> Ended:
        """Run ``tqcheck lint`` with the made cards alone."""
        return self.plain("lint", *made(arguments))

    def spawn(self, *arguments: str, stdin: bytes = b"", **environment: str) -> Ended:
        """Run ``tqcheck lint`` with the made cards alone, in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "tqcheck", "lint", *made(arguments)],
            input=stdin, capture_output=True, check=False, cwd=self.folder,
            env={**os.environ, **environment},
        )  # fmt: skip
        out = done.stdout.decode("utf-8", "surrogateescape")
        return Ended(done.returncode, out, done.stderr.decode())


def made(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The arguments with the made cards and nothing else selected, unless they say otherwise."""
    extra = ["--rules", "cards"] if "--rules" not in arguments else []
    if "--select" not in arguments:
        extra += ["--select", "ZZ101,ZZ102,ZZ103"]
    return (*arguments, *extra)
