"""Finds LanguageTool and Java on this machine; fetches LanguageTool only when a person asks."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from tqcheck.errors import ConfigError, TqcheckError
from tqcheck.languagetool.failure import EngineError
from tqcheck.record import NamedTuple

JARS = "TQCHECK_LANGUAGETOOL_JARS"
"""Names a folder of jars, languagetool-server*.jar among them."""
FOLDER = "LTP_PATH"
"""Names the folder with LanguageTool-*: the variable of language-tool-python."""
_JAR = "languagetool-server.jar"
_EXTRA = "pip install 'tqcheck[languagetool]'"
_VERSION = re.compile(r"\d+")


class Installation(NamedTuple):
    """A LanguageTool on this machine: its folder, what Java loads, and where it was named."""

    home: Path
    classpath: str
    named: str

    @property
    def version(self) -> str:
        """The version its folder or jar is named after, "" if neither is."""
        jars = sorted(self.home.glob("languagetool-server-*.jar"))
        name = jars[-1].stem.removeprefix("languagetool-server") if jars else self.home.name
        return name.partition("-")[2]


def downloads() -> Path:
    """The folder that language-tool-python downloads to: LTP_PATH, else its own in the cache."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else Path.home() / ".cache" / "language_tool_python"


def find() -> Installation:
    """The LanguageTool to start, the newest where there are several; raises EngineError."""
    if named := os.environ.get(JARS):
        home = Path(named)
        if not any(home.glob("languagetool-server*.jar")):
            what = f"is not in {home}: there is no languagetool-server*.jar"
            raise EngineError("missing", what, f"set {JARS} to a folder that holds it")
        return Installation(home, _classpath(home), JARS)
    for home in sorted(_homes(), key=_newness, reverse=True):
        return Installation(home, _classpath(home), FOLDER if os.environ.get(FOLDER) else "")
    todo = "run `tqcheck languagetool install`, or give a server's address instead of auto"
    raise EngineError("missing", f"is not installed in {_place()}", todo)


def _place() -> str:
    try:
        return str(downloads())
    except RuntimeError:
        return f"{FOLDER} (which is not set)"


def _homes() -> Iterator[Path]:
    try:
        for home in downloads().glob("LanguageTool-*"):
            if (home / _JAR).is_file():
                yield home
    except (OSError, RuntimeError):  # no home, or a folder that can't be read
        return


def _newness(home: Path) -> tuple[tuple[int, ...], str]:
    return tuple(int(part) for part in _VERSION.findall(home.name)), home.name


def _classpath(home: Path) -> str:
    """The jar that names all others, or all jars of a folder."""
    jar = home / _JAR
    return str(jar.absolute() if jar.is_file() else home.absolute() / "*")


def java() -> str:
    """The Java program; raises EngineError where there is none."""
    named = os.environ.get("JAVA_HOME")
    program = shutil.which("java", path=str(Path(named, "bin"))) if named else None
    program = program or shutil.which("java")
    if program is None:
        todo = "install Java 17 or later, or give a server's address instead of auto"
        raise EngineError("missing", "needs Java, and there is none on the PATH", todo)
    return program


def install(version: str = "") -> Installation:
    """Download a LanguageTool (about 250 MB) with language-tool-python; raises TqcheckError.

    ``version`` such as "6.8", "" for the one that the library is made for.
    """
    try:
        from language_tool_python import download_lt
    except ImportError:
        what = "needs the extra “languagetool”"
        raise ConfigError("tqcheck languagetool install", what, _EXTRA) from None
    wanted = version or download_lt.LTP_DOWNLOAD_VERSION
    try:
        local = getattr(download_lt, "LocalLanguageTool", None)
        if local is None:  # before 3.3
            download_lt.download_lt(wanted)
        else:
            local.from_version_name(wanted).download()
    except (Exception, SystemExit) as error:  # the library ends in many ways, by SystemExit too
        what = f"could not fetch LanguageTool {wanted} ({type(error).__name__}: {error})"
        todo = f"fetch it by hand, unpack it below {_place()}"
        raise TqcheckError("tqcheck languagetool install", what, todo) from None
    try:
        return find()
    except EngineError as error:
        where = "tqcheck languagetool install"
        raise TqcheckError(where, error.failure.what, error.failure.todo) from None
