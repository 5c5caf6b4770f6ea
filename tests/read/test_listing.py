"""Which files the inputs hold, in which order, under which names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bangfu.errors import UsageError
from bangfu.read import Reject
from bangfu.read.listing import files
from bangfu.read.units import read_unit
from bangfu.settings import Settings


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("支教老师来了。", encoding="utf-8")


def ids(*inputs: Path) -> list[str]:
    return [unit.doc_id for unit in files(inputs)]


def problems(*inputs: Path) -> dict[str, str]:
    return {Path(unit.name).name: unit.problem for unit in files(inputs) if unit.problem}


def test_articles_of_a_flat_folder_are_named_by_their_stems(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.html.gz", "c.d.txt")
    assert ids(tmp_path) == ["a", "b", "c.d"]


def test_articles_of_nested_folders_are_named_by_their_paths(tmp_path: Path) -> None:
    put(tmp_path, "x.txt", "2019/x.txt", "2019/05/x.html")
    assert ids(tmp_path) == ["2019/05/x", "2019/x", "x"]


def test_equal_stems_in_a_folder_keep_their_suffixes(tmp_path: Path) -> None:
    put(tmp_path, "x.txt", "x.html", "y.txt")
    assert ids(tmp_path) == ["x.html", "x.txt", "y"]


def test_the_order_is_that_of_posix_paths(tmp_path: Path) -> None:
    put(tmp_path, "a-b.txt", "a/z.txt", "a.txt", "a0.txt", "a/b/c.txt")
    names = [Path(unit.path).relative_to(tmp_path).as_posix() for unit in files([tmp_path])]
    assert names == sorted(names)


def test_the_order_of_the_inputs_does_not_matter(tmp_path: Path) -> None:
    put(tmp_path, "one/x.txt", "two/x.txt", "y.txt")
    inputs = [tmp_path / "one", tmp_path / "two", tmp_path / "y.txt"]
    assert list(files(inputs)) == list(files(inputs[::-1]))


def test_files_of_several_folders_are_told_apart_by_the_folders(tmp_path: Path) -> None:
    put(tmp_path, "one/x.txt", "two/x.txt", "deep/one/x.txt")
    assert ids(tmp_path / "one", tmp_path / "two") == ["one/x", "two/x"]
    folders = [tmp_path / "one", tmp_path / "deep" / "one"]
    assert sorted(ids(*folders)) == sorted(["deep/one/x", f"{tmp_path.name}/one/x"])


def test_files_given_by_name_are_told_apart_by_folder_or_suffix(tmp_path: Path) -> None:
    put(tmp_path, "one/x.txt", "two/x.txt", "two/x.html", "z.txt")
    given = [tmp_path / name for name in ("one/x.txt", "two/x.txt", "two/x.html", "z.txt")]
    assert sorted(ids(*given)) == ["x", "x.html", "x.txt", "z"]
    assert ids(given[0], given[3]) == ["x", "z"]


def test_an_input_given_twice_or_inside_of_another_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "in/x.txt")
    inner = tmp_path / "in"
    assert len(ids(tmp_path, inner, inner / "x.txt", tmp_path)) == 1


def test_unknown_suffixes_are_listed_with_the_reason(tmp_path: Path) -> None:
    put(tmp_path, "x.txt", "README.md", "page")
    assert problems(tmp_path) == {
        "README.md": "unknown format: suffix .md",
        "page": "unknown format: the name has no suffix",
    }


def test_names_that_begin_with_a_dot_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "x.txt", ".DS_Store", ".git/config.txt")
    assert ids(tmp_path) == ["x"]


def test_loops_of_links_end_with_a_reason(tmp_path: Path) -> None:
    put(tmp_path, "x.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    found = problems(tmp_path)
    assert sorted(found) == ["gone.txt", "loop", "self.txt"]
    assert "loop of links" in found["loop"]
    assert "cannot be opened" in found["self.txt"]


def test_a_linked_folder_that_is_no_loop_is_read(tmp_path: Path) -> None:
    put(tmp_path, "in/x.txt", "elsewhere/y.txt")
    (tmp_path / "in" / "more").symlink_to(tmp_path / "elsewhere")
    assert ids(tmp_path / "in") == ["more/y", "x"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert problems(tmp_path) == {"pipe.txt": "not a regular file"}


def test_what_may_not_be_read_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusals are played, because root may read everything."""
    put(tmp_path, "x.txt", "shut/y.txt", "z.txt")
    scandir, really_open = os.scandir, open

    def refuse(path: str) -> None:
        if Path(path).name in ("shut", "x.txt"):
            raise PermissionError(13, "Permission denied")

    def guarded_scandir(path: str) -> object:
        refuse(path)
        return scandir(path)

    def guarded_open(path: str, *rest: object, **more: object) -> object:
        refuse(path)
        return really_open(path, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", guarded_scandir)
    monkeypatch.setattr("builtins.open", guarded_open)
    found = [item for unit in files([tmp_path]) for item in read_unit(unit, Settings())]
    reasons = [item.reason for item in found if isinstance(item, Reject)]
    assert len(found) == 3
    assert reasons == [
        "the folder cannot be opened: Permission denied",
        "cannot be opened: Permission denied",
    ]


def test_names_that_are_no_utf8_can_be_written_into_a_table(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + "/支教.txt".encode("gbk")
    with open(path, "wb") as file:
        file.write("支教".encode())
    (unit,) = files([tmp_path])
    assert unit.doc_id.encode().decode() == unit.doc_id
    (source,) = read_unit(unit, Settings())
    assert source.raw == "支教"


def test_nothing_to_read_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no input"):
        list(files([]))
    with pytest.raises(UsageError, match="no such file or folder"):
        list(files([tmp_path / "missing"]))
    with pytest.raises(UsageError, match="no files"):
        list(files([tmp_path]))
