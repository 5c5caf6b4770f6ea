"""How far a run is: one line on a terminal, rewritten in place; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from threading import Thread
from time import monotonic
from types import TracebackType

from bangfu.batch.shard import Shard

_EVERY = 0.2


class Progress:
    """The line: articles, articles a second, rejects, time left.

    The time left needs the whole input's size, which takes a walk over all of it: another thread does that
    walk, only where there is a terminal to show it.
    """

    def __init__(self, shown: bool | None, again: Callable[[], Iterable[Shard]]) -> None:
        self.shown = sys.stderr.isatty() if shown is None else shown
        self._clear = "\r\x1b[K" if self.shown else ""
        self._began = monotonic()
        self._last = 0.0
        self._total: int | None = None
        self._articles = self._rejects = self._bytes = self._kept_bytes = 0
        self._closed = False
        if self.shown:
            Thread(target=self._measure, args=(again,), daemon=True).start()

    def add(self, articles: int, rejects: int, size: int, kept: bool) -> None:
        """Count a finished shard."""
        self._articles += articles
        self._rejects += rejects
        self._bytes += size
        self._kept_bytes += size if kept else 0
        if self.shown and monotonic() - self._last > _EVERY:
            self._last = monotonic()
            self._write(self.line(monotonic() - self._began))

    def say(self, words: str) -> None:
        """Show what is being done now, in place of the line."""
        if self.shown:
            self._write(words)

    def note(self, words: str) -> None:
        """Say something that stays."""
        sys.stderr.write(f"{self._clear}{words}\n")
        sys.stderr.flush()

    def line(self, seconds: float) -> str:
        """The line after so many seconds."""
        words = [f"{self._articles:,} articles", f"{self._articles / max(seconds, 0.001):,.0f}/s"]
        if self._rejects:
            words.append(f"{self._rejects:,} rejects")
        done = self._bytes - self._kept_bytes
        if self._total and done:
            left = max(self._total - self._bytes, 0) * seconds / done
            words.insert(0, f"{min(self._bytes / self._total, 1):.0%}")
            words.append(f"{duration(left)} left")
        return " · ".join(words)

    def __enter__(self) -> Progress:
        self.say("starting")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        if self.shown:
            sys.stderr.write(self._clear)
            sys.stderr.flush()

    def _write(self, words: str) -> None:
        sys.stderr.write(f"{self._clear}{words}")
        sys.stderr.flush()

    def _measure(self, again: Callable[[], Iterable[Shard]]) -> None:
        total = 0
        try:
            for shard in again():
                total += shard.size
                if self._closed:
                    return
        except Exception:
            return  # The run itself meets the same error, and tells it.
        self._total = total


def duration(seconds: float) -> str:
    """Seconds as people say them.

    >>> duration(42.4), duration(3700)
    ('0:42', '1:01:40')
    """
    whole = round(seconds)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
