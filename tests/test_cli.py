"""The command line: what it prints, where errors go, and what the exit codes mean."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bangfu import __version__
from bangfu.cli import main
from bangfu.tables import Tables

RAW = "记者 何小满\n青石县第一小學校長(zhǎng)田小禾说,，企业捐贈3万元，图书300册。版本1.2.3。"
CLEAN_PART = "小学校长田小禾说，企业捐赠3万元"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    path.write_text(RAW, "utf-8")
    return path


def _bangfu(*args: str, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "bangfu", *args], capture_output=True, timeout=60, **kwargs)  # type: ignore[call-overload, no-any-return]


def _one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on stderr: exactly one line, no traceback."""
    captured = capsys.readouterr()
    assert captured.err.startswith("bangfu")
    assert captured.err.count("\n") == 1
    return captured.err


def test_the_version_is_told_within_a_third_of_a_second_of_bare_python() -> None:
    def seconds(*args: str) -> float:
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            done = subprocess.run([sys.executable, *args], capture_output=True, check=True)
            times.append(time.perf_counter() - begin)
        assert args[0] == "-c" or done.stdout.decode().strip() == f"bangfu {__version__}"
        return min(times)

    assert seconds("-m", "bangfu", "--version") - seconds("-c", "pass") < 0.3


def test_normalize_prints_the_repaired_text(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["normalize", str(article)]) == 0
    assert CLEAN_PART in capsys.readouterr().out


def test_normalize_reads_standard_input_in_any_encoding() -> None:
    done = _bangfu("normalize", input=RAW.encode("gb18030"))
    assert done.returncode == 0
    assert CLEAN_PART in done.stdout.decode("utf-8")


def test_normalize_prints_each_repair_as_a_line_of_json(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["normalize", str(article), "--edits"]) == 0
    edits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"pinyin_note", "script"} <= {edit["kind"] for edit in edits}
    for edit in edits:
        assert RAW[edit["raw_start"] : edit["raw_end"]] == edit["before"]
    assert [e["raw_start"] for e in edits] == sorted(e["raw_start"] for e in edits)


def test_explain_shows_texts_repairs_rows_and_unread_numbers(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(article)]) == 0
    out = capsys.readouterr().out
    for title in ("raw text", "clean text", "repairs", "people", "money", "numbers that were not read"):
        assert f"── {title}" in out
    assert "(zhǎng) → ∅" in out
    assert "30000" in out
    assert "【1.2.3】" in out


def test_explain_needs_the_id_of_one_of_several_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"id": f"n{i}", "text": f"企业捐赠{i}万元。"} for i in range(1, 4)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert main(["explain", str(path)]) == 2
    assert "choose one with --doc ID (n1, n2" in _one_line(capsys)
    assert main(["explain", str(path), "--doc", "n3"]) == 0
    assert "3万元" in capsys.readouterr().out
    assert main(["explain", str(path), "--doc", "n9"]) == 2
    assert "holds no article n9" in _one_line(capsys)


def test_a_bad_record_does_not_hide_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": "n1", "text": ""}\n{"id": "n2", "text": "捐贈5万元。"}\n', "utf-8")
    assert main(["explain", str(path), "--doc", "n2"]) == 0
    assert "50000" in capsys.readouterr().out
    assert main(["explain", str(path), "--doc", "n1"]) == 1
    assert "without a text" in _one_line(capsys)
    assert main(["normalize", str(path)]) == 3
    captured = capsys.readouterr()
    assert captured.out == "捐赠5万元。\n"
    assert captured.err.count("\n") == 1


def test_standard_input_that_is_no_text_is_one_line() -> None:
    for command in ("normalize", "explain"):
        done = _bangfu(command, "-", input=b"\x00\x01\x02" * 50)
        assert done.returncode == 1
        assert done.stderr.decode().startswith("bangfu: decode: ")
        assert done.stderr.count(b"\n") == 1


def test_hostile_text_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "\x1b[2J", "text": "标题\x1b[2J\u202e反的\x07，捐赠3万元。"}), "utf-8")
    assert main(["explain", str(path)]) == 0
    out = capsys.readouterr().out
    assert not set(out) & set("\x1b\x07\u202e")
    assert "<U+001B>" in out


def test_run_writes_the_tables_and_exits_with_zero(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert (
        main(["run", str(article.parent), "-o", str(out), "--format", "csv,parquet", "--workers", "1"]) == 0
    )
    assert Tables(out)["money"]["cny"].tolist() == [30000]
    assert (out / "money.csv").is_file()
    assert (out / "money.parquet").is_file()


def test_run_exits_with_three_where_some_articles_are_rejected(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "b.txt").write_bytes(b"")
    out = tmp_path / "out"
    assert main(["run", str(article.parent), "-o", str(out), "--workers", "1"]) == 3
    assert "1 of 2 articles could not be read" in capsys.readouterr().err
    assert len(Tables(out)["rejects"]) == 1
    assert len(Tables(out)["articles"]) == 1


def test_run_exits_with_one_where_every_article_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    assert main(["run", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--workers", "1"]) == 1


def test_run_tells_machines_the_outcome_as_json(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert main(["run", str(article), "-o", out, "--workers", "1", "--log-format", "json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    done = {"event": "done", "out": out, "articles": 1, "rejects": 0}
    assert lines[-1] == done | {"duplicates": 0, "characters": len(RAW)}


def test_a_missing_input_is_one_line_and_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(tmp_path / "nothing"), "-o", str(tmp_path / "out")]) == 2
    assert "nothing" in _one_line(capsys)
    assert main(["normalize", str(tmp_path / "nothing.txt")]) == 2
    assert "no such file" in _one_line(capsys)
    assert main(["report", str(tmp_path)]) == 2
    assert "holds no tables" in _one_line(capsys)


def test_machines_are_told_errors_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "nothing")
    assert main(["run", missing, "-o", str(tmp_path / "out"), "--log-format", "json"]) == 2
    assert json.loads(capsys.readouterr().err) == {
        "event": "error",
        "message": f"no such file or folder: {missing}",
    }


def test_an_unknown_format_is_one_line_and_wrong_use(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(article), "-o", str(tmp_path / "out"), "--format", "docx"]) == 2
    assert "choose from csv, parquet, xlsx, sqlite" in _one_line(capsys)


@pytest.mark.parametrize(
    "args", [[], ["fly"], ["run"], ["run", "x", "-o", "y", "--workers", "0"], ["explain"], ["evaluate", "x"]]
)
def test_wrong_arguments_are_one_line_that_names_the_help(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(args)
    assert stopped.value.code == 2
    assert "--help" in _one_line(capsys)


def test_an_article_that_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert main(["explain", str(tmp_path / "a.txt")]) == 1
    assert "empty" in _one_line(capsys)


def test_a_full_disk_is_one_line(
    monkeypatch: pytest.MonkeyPatch, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(args: object) -> int:
        raise OSError(28, "No space left on device", "out/people.csv")

    monkeypatch.setattr("bangfu.commands.normalize", full)
    assert main(["normalize", str(article)]) == 1
    assert "No space left on device: out/people.csv" in _one_line(capsys)


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("bangfu.commands.normalize", stop)
    assert main(["normalize", "-"]) == 130
    assert _one_line(capsys) == "bangfu: stopped\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"老師在山區支教第{i}年。\n" for i in range(5_000)), "utf-8")
    command = [sys.executable, "-m", "bangfu", "normalize", str(path), "--edits"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_evaluate_prints_a_line_a_metric_or_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty: dict[str, object] = {t: [] for t in ("roles", "institutions", "counts", "money")}
    for folder, people in (("gold", ["田小禾"]), ("out", ["田小禾", "方青"])):
        (tmp_path / folder).mkdir()
        data = json.dumps(empty | {"people": people}, ensure_ascii=False)
        (tmp_path / folder / "a.json").write_text(data, "utf-8")
    args = ["evaluate", str(tmp_path / "out"), str(tmp_path / "gold")]
    assert main([*args, "--errors", "5"]) == 0
    out = capsys.readouterr().out
    assert "people                    0.500  1.000  0.667      1      2" in out
    assert 'people spurious: a {"name": "方青"}' in out
    assert main([*args, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["people"]["r"] == 1.0
