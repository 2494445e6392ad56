"""Finds LanguageTool and Java on this machine; fetches LanguageTool only when a person asks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tqcheck.errors import ConfigError, TqcheckError
from tqcheck.languagetool.failure import EngineError
from tqcheck.record import NamedTuple

JARS = "TQCHECK_LANGUAGETOOL_JARS"
"""Names a folder of jars, languagetool-server*.jar among them."""
FOLDER = "LTP_PATH"
"""Names the folder with LanguageTool-*: the variable of language-tool-python."""
EXTRA = "pip install 'tqcheck[languagetool]'"
_JAR = "languagetool-server.jar"
_ITS_JARS = "LTP_JAR_DIR_PATH"
"""The library's own variable for a folder of jars: where it is set, nothing is downloaded."""
_NUMBER = re.compile(r"\d+")
_SAID = 300
"""Characters that are shown of what the library says."""
_PATIENCE = 20
"""Seconds for Java to tell its version."""


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
    if broken := next(_folders(), None):
        what = f"is not whole in {broken}: there is no {_JAR}"
        raise EngineError("missing", what, "delete that folder and install it anew")
    todo = "run `tqcheck languagetool install`, or give a server's address instead of auto"
    raise EngineError("missing", f"is not installed in {_place()}", todo)


def _place() -> str:
    try:
        return str(downloads())
    except RuntimeError:
        return f"{FOLDER} (which is not set)"


def _folders() -> Iterator[Path]:
    try:
        yield from (home for home in downloads().glob("LanguageTool-*") if home.is_dir())
    except (OSError, RuntimeError):  # no home, or a folder that can't be read
        return


def _homes() -> Iterator[Path]:
    return (home for home in _folders() if (home / _JAR).is_file())


def _newness(home: Path) -> tuple[tuple[int, ...], str]:
    return tuple(int(part) for part in _NUMBER.findall(home.name)), home.name


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


def java_version(program: str) -> str:
    """The version a Java program tells of itself, such as "17.0.15"; raises EngineError."""
    try:
        done = subprocess.run(
            [program, "-version"], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        done = None
    said = re.search(rb'version "([\w.+-]+)"', done.stderr) if done else None
    if said is None:
        what = f"needs Java, and {program} does not tell its version"
        raise EngineError("missing", what, "see what `java -version` says")
    return said[1].decode()


def library() -> str:
    """The version of language-tool-python that is here, "" if none is."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("language-tool-python")
    except PackageNotFoundError:
        return ""


def install(version: str = "") -> Path:
    """Download a LanguageTool (about 250 MB) with language-tool-python, and tell its folder.

    ``version`` such as "6.8", "" for the one that the library is made for; one that is there
    already is not fetched again. Raises TqcheckError.
    """
    where = "tqcheck languagetool install"
    try:
        from language_tool_python import download_lt
    except ImportError:
        raise ConfigError(where, "needs the extra “languagetool”", EXTRA) from None
    wanted = version or download_lt.LTP_DOWNLOAD_VERSION
    os.environ.pop(_ITS_JARS, None)
    try:
        kind = getattr(download_lt, "LocalLanguageTool", None)
        if kind is None:  # before 3.3
            download_lt.download_lt(wanted)
        else:
            local = kind.from_version_name(wanted)
            local.download()
            wanted = local.version_name  # of “latest” the day
    except (Exception, SystemExit) as error:  # the library ends in many ways, by SystemExit too
        said = " ".join(str(error).split())
        what = f"could not fetch LanguageTool {wanted} ({type(error).__name__}: {said[:_SAID]})"
        raise TqcheckError(
            where, what, f"try again, or unpack it by hand below {_place()}"
        ) from None
    home = downloads() / f"LanguageTool-{wanted}"
    if not (home / _JAR).is_file():
        what = f"left no {_JAR} in {home}"
        raise TqcheckError(where, what, "delete that folder and try again")
    return home
