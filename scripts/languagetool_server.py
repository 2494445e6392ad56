"""Assembles a real LanguageTool 6.8 from Maven Central and starts its server, for tests.

    python scripts/languagetool_server.py                    print its address; stop with Ctrl-C
    python scripts/languagetool_server.py -- COMMAND…        run a command with TQCHECK_LT_URL set
    python scripts/languagetool_server.py --fetch            only fetch, print the folder of jars

The jars (171, 257 MB) are kept in a folder (--folder, else TQCHECK_LT_FOLDER, else
tqcheck-languagetool-6.8 in the user's cache) and fetched once: by ``mvn`` where there is one,
else from MAVEN_REPOSITORY_URL, else a mirror named in ~/.m2/settings.xml, else Maven Central.
All languages are needed: without them the server starts and dies at the first text.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tqcheck.languagetool import installed, server
from tqcheck.languagetool.failure import EngineError

VERSION = "6.8"
CENTRAL = "https://repo1.maven.org/maven2"
LIST = Path(__file__).parent / "languagetool_jars.txt"
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
 <groupId>local</groupId><artifactId>languagetool</artifactId><version>1</version>
 <packaging>pom</packaging>
 <dependencies><dependency>
  <groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId>
  <version>{VERSION}</version>
 </dependency></dependencies></project>
"""


def listed() -> Iterator[tuple[str, str]]:
    """The SHA-256 and the path in a repository of each jar."""
    for line in LIST.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            digest, path = line.split()
            yield digest, path


def is_whole(folder: Path) -> bool:
    """Whether a folder holds all jars, judged by their names: they are put there in one step."""
    return all((folder / Path(path).name).is_file() for _, path in listed())


def is_right(jar: Path, digest: str) -> bool:
    """Whether a jar is what the list says."""
    return jar.is_file() and hashlib.sha256(jar.read_bytes()).hexdigest() == digest


def by_maven(folder: Path) -> None:
    """Let Maven fetch the jars, as it is set up on this machine."""
    with tempfile.TemporaryDirectory() as place:
        Path(place, "pom.xml").write_text(POM, "utf-8")
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
        subprocess.run(["mvn", "-q", "-B", *goal], cwd=place, check=True, stdout=sys.stderr)


def repository() -> str:
    """Where jars are fetched from without Maven."""
    if named := os.environ.get("MAVEN_REPOSITORY_URL"):
        return named.rstrip("/")
    settings = Path.home() / ".m2" / "settings.xml"
    if settings.is_file():
        mirror = re.search(r"<mirror>.*?<url>\s*(.*?)\s*</url>", settings.read_text("utf-8"), re.S)
        if mirror:
            return mirror[1].rstrip("/")
    return CENTRAL


def by_hand(folder: Path) -> None:
    """Fetch the listed jars from a repository."""
    base = repository()

    def fetch(path: str) -> None:
        with urllib.request.urlopen(f"{base}/{path}", timeout=120) as answer:
            (folder / Path(path).name).write_bytes(answer.read())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fetch, (path for _, path in listed())))


def assemble(folder: Path) -> None:
    """See that the folder holds the jars."""
    if is_whole(folder):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        new = Path(place, "jars")
        new.mkdir()
        (by_maven if shutil.which("mvn") else by_hand)(new)
        names = {Path(path).name for _, path in listed()}
        for jar in new.iterdir():  # Maven brings one more, which nobody has looked at
            if jar.name not in names:
                jar.unlink()
        wrong = [path for digest, path in listed() if not is_right(new / Path(path).name, digest)]
        if wrong:
            sys.exit(f"not what the list says: {', '.join(wrong[:5])}")
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)


def default_folder() -> Path:
    """Where the jars are kept unless it is said otherwise."""
    if named := os.environ.get("TQCHECK_LT_FOLDER"):
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache, f"tqcheck-languagetool-{VERSION}")


def main() -> int:
    """Fetch, start, and either wait or run a command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=default_folder(), help="of the jars")
    parser.add_argument("--heap", default="2g", help="most memory of the server (2g)")
    parser.add_argument("--limit", type=float, default=120, help="seconds it may take to start")
    parser.add_argument("--fetch", action="store_true", help="only fetch, and tell the folder")
    parser.add_argument("command", nargs="*", help="run with TQCHECK_LT_URL set, after --")
    given = parser.parse_args()
    try:
        assemble(given.folder)
    except (OSError, urllib.error.URLError, subprocess.CalledProcessError) as error:
        sys.exit(f"LanguageTool {VERSION} can't be fetched: {error}")
    if given.fetch:
        print(given.folder)
        return 0
    os.environ[installed.JARS] = str(given.folder)
    try:
        own = server.start(given.heap, given.limit)
    except EngineError as error:
        sys.exit(f"LanguageTool {error.failure.what}; {error.failure.todo}")
    try:
        if given.command:
            place = {**os.environ, "TQCHECK_LT_URL": own.url}
            return subprocess.run(given.command, env=place, check=False).returncode
        print(own.url, flush=True)
        while own.running:
            own.wait(60)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        own.stop()


if __name__ == "__main__":
    sys.exit(main())
