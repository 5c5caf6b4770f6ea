"""A line on a terminal, and nothing in a pipe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bangfu
from bangfu.batch.progress import Progress, duration


def test_the_line_tells_speed_rejects_and_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    progress = Progress(False, lambda: [])
    monkeypatch.setattr(progress, "_total", 4000)
    progress.add(100, 0, 1000, kept=True)
    progress.add(50, 2, 1000, kept=False)
    assert progress.line(10.0) == "50% · 150 articles · 15/s · 2 rejects · 0:20 left"


def test_nothing_is_written_where_there_is_no_terminal(
    crawl: Path, tmp_path: Path, quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1)
    captured = capsys.readouterr()
    assert captured.err == captured.out == ""


def test_a_terminal_shows_the_line_and_keeps_the_summary(
    crawl: Path, tmp_path: Path, quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    bangfu.run(crawl, tmp_path / "out", workers=1, progress=True)
    captured = capsys.readouterr()
    shown = captured.err.split("\r\x1b[K")
    assert any(re.match(r"(\d+% · )?\d+ articles · \d+/s", line) for line in shown)
    assert re.search(
        r"40 articles \(0 of them copies\), 3 rejects, [\d,]+ characters in 0:\d\d: ", captured.err
    )
    assert captured.out == ""


def test_silence_can_be_asked_for(
    crawl: Path, tmp_path: Path, quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        bangfu.run(crawl, tmp_path / "out", workers=1, progress=False)
    assert capsys.readouterr().err == ""


def test_durations_are_told_as_people_tell_them() -> None:
    assert [duration(s) for s in (0.4, 61, 3601)] == ["0:00", "1:01", "1:00:01"]
