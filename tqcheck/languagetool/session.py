"""One run's dealings with LanguageTool: asks, remembers, stops at the first failure."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tqcheck.article import Article
from tqcheck.candidate import Candidate
from tqcheck.languagetool import server
from tqcheck.languagetool.answer import Raw
from tqcheck.languagetool.client import Client
from tqcheck.languagetool.failure import EngineError, Failure
from tqcheck.languagetool.matches import candidates
from tqcheck.languagetool.positions import Batch, batches, units
from tqcheck.languagetool.profile import Profile
from tqcheck.languagetool.replies import Replies, basis, key
from tqcheck.record import NamedTuple
from tqcheck.source import Span

_REMEMBERED = 20_000
"""Answers kept in memory: a fixer's next rounds ask about the same regions."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How LanguageTool is to be used; times in seconds.

    ``server`` is “auto” (start what is installed) or an address; ``cache`` the folder to keep
    answers in, None keeps none; ``heap`` the memory of a server that is started; ``threads``
    how many requests run at once.
    """

    server: str = "auto"
    profile: Profile = field(default_factory=Profile)
    cache: Path | None = None
    timeout: float = 60.0
    start_limit: float = 60.0
    heap: str = "1g"
    threads: int = 2


class _Link(NamedTuple):
    """A server that has answered, what answers depend on, and the process if it is ours."""

    client: Client
    basis: bytes
    server: server.Server | None


class Session:
    """LanguageTool for one run; to be used with ``with``, by one thread.

    The server is asked, and started if need be, when the first article comes. ``failure`` says
    why it is of no more use, None as long as it is.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._parameters = settings.profile.parameters()
        self._replies = Replies(settings.cache)
        self._known: dict[bytes, list[Raw]] = {}
        self._link: _Link | None = None
        self._pool: ThreadPoolExecutor | None = None
        self.failure: Failure | None = None
        self.version = ""

    def __enter__(self) -> Session:
        """Nothing is started yet."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """End requests and a server of our own, whatever happened."""
        self.close()

    def examine(self, article: Article, own: Sequence[Candidate]) -> list[Candidate]:
        """What LanguageTool adds to our ``own`` findings in an article, by position.

        An article is answered as a whole or not at all: [] after a failure, and for an article
        in another language than the profile's.
        """
        if article.lang != self._settings.profile.language.partition("-")[0]:
            return []
        spans = units(article)
        texts = [article.text(span) for span in spans]
        raws = [
            raw._replace(start=raw.start + span.start, end=raw.end + span.start)
            for span, text, answer in zip(spans, texts, self.answers(texts), strict=False)
            for raw in answer
            if raw.end <= len(text)
        ]
        return candidates(article, raws, own, self._settings.profile)

    def answers(self, texts: Sequence[str]) -> list[list[Raw]]:
        """The server's matches in each of several texts, asked together; [] after a failure."""
        if not self._learn(texts):
            return []
        return [self._known[self._key(text)] for text in texts]

    def close(self) -> None:
        """End what is under way and the server if it is ours; keep the answers."""
        link, self._link = self._link, None
        if link is not None:
            link.client.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
        if link is not None and link.server is not None:
            link.server.stop()
        self._replies.close()

    def _key(self, text: str) -> bytes:
        assert self._link is not None
        return key(text, self._link.basis)

    def _learn(self, texts: Sequence[str]) -> bool:
        """See that the answers to these texts are known; False where they can't be had."""
        if self.failure is not None:
            return False
        try:
            self._link = self._link or self._connected()
            missing = {self._key(text): text for text in texts}
            if len(self._known) + len(missing) > _REMEMBERED:
                self._known.clear()
            missing = {one: text for one, text in missing.items() if one not in self._known}
            for one, raws in self._replies.get(missing).items():
                self._known[one] = raws
                del missing[one]
            self._ask(list(missing.values()))
        except EngineError as error:
            self.failure = error.failure
            self.close()
            return False
        except Exception as error:  # a defect of ours here must not cost our own findings either
            what = f"can't be asked ({type(error).__name__}: {error})"
            self.failure = Failure("broken", what, "please report it")
            self.close()
            return False
        except BaseException:  # Ctrl-C: nothing of ours goes on
            self.close()
            raise
        return True

    def _connected(self) -> _Link:
        settings = self._settings
        own = None
        url = settings.server
        if url == "auto":
            own = server.start(settings.heap, settings.start_limit)
            url = own.url
        try:
            client = Client(url, settings.timeout)
            self.version = client.version()
        except BaseException:
            if own is not None:
                own.stop()
            raise
        return _Link(client, basis(self.version, self._parameters), own)

    def _ask(self, texts: Sequence[str]) -> None:
        """Send the texts, as many requests at once as the server is to have; raises EngineError."""
        if not texts:
            return
        assert self._link is not None
        client = self._link.client
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._settings.threads, "languagetool")
        asked: list[tuple[Batch, Future[list[Raw]]]] = []
        for batch in batches(texts, self._settings.threads):
            asked.append((batch, self._pool.submit(client.check, batch.text, self._parameters)))
        try:
            for batch, future in asked:
                found = _divided(batch, future.result())
                answers = {self._key(text): raws for text, raws in found}
                self._known.update(answers)
                self._replies.put(answers)
        except BaseException:
            client.close()
            for _, future in asked:
                future.cancel()
            raise


def _divided(batch: Batch, raws: Sequence[Raw]) -> list[tuple[str, list[Raw]]]:
    """Each text of a batch with its matches; one that lies in two texts or between goes."""
    found: list[tuple[str, list[Raw]]] = []
    ordered = sorted(raws, key=lambda raw: (raw.start, raw.end))
    at = 0
    for start, text in zip(batch.starts, batch.texts, strict=True):
        reach = Span(start, start + len(text))
        own: list[Raw] = []
        while at < len(ordered) and ordered[at].start < reach.end:
            raw = ordered[at]
            at += 1
            if Span(raw.start, raw.end).inside(reach):
                own.append(raw._replace(start=raw.start - start, end=raw.end - start))
        found.append((text, own))
    return found
