"""Cutting files of records into pieces that any process can read by itself."""

from __future__ import annotations

import gzip
import itertools
import pickle
import random
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.article import Source
from bangfu.read import Reject, Unit, read_unit, sources, units
from bangfu.read.streams import lines_of
from bangfu.read.units import digest
from bangfu.settings import Settings
from tests.read.samples import records, write

SETTINGS = Settings()
FORMATS = [
    "x.jsonl",
    "x.jsonl.gz",
    "x.csv",
    "x.csv.gz",
    "x.tsv",
    "x.parquet",
    "x.parquet.gz",
    "x.warc",
    "x.warc.gz",
]


def read(pieces: list[Unit]) -> list[Source | Reject]:
    return [item for unit in pieces for item in read_unit(unit, SETTINGS)]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("unit_bytes", [1, 500, 3_000, 10**9])
def test_pieces_of_any_size_give_the_same_articles(tmp_path: Path, name: str, unit_bytes: int) -> None:
    path = write(tmp_path / name, records(40))
    pieces = list(units([path], unit_bytes))
    found = read(pieces)
    assert len(found) == 40
    assert all(isinstance(item, Source) for item in found)
    assert found == list(sources([path], SETTINGS))
    assert (len(pieces) > 1) == (unit_bytes < 10_000 and name != "x.parquet.gz")


@pytest.mark.parametrize("name", FORMATS)
def test_pieces_are_small_objects_that_travel(tmp_path: Path, name: str) -> None:
    pieces = list(units([write(tmp_path / name, records(40))], 1_000))
    assert pickle.loads(pickle.dumps(pieces)) == pieces
    assert len(pickle.dumps(pieces[0])) < 1_000
    assert sorted(pieces, key=lambda unit: unit.start) == pieces


@pytest.mark.parametrize("name", FORMATS)
def test_pieces_lie_side_by_side(tmp_path: Path, name: str) -> None:
    pieces = list(units([write(tmp_path / name, records(40))], 1_000))
    assert [unit.stop for unit in pieces[:-1]] == [unit.start for unit in pieces[1:]]


@pytest.mark.parametrize("name", FORMATS)
def test_a_piece_is_named_by_its_content_alone(tmp_path: Path, name: str) -> None:
    """A change in one record changes the digest of one piece; the same content gives the same digests."""
    rows = records(40)
    before = [digest(unit) for unit in units([write(tmp_path / name, rows)], 1_000)]
    again = [digest(unit) for unit in units([write(tmp_path / name, rows)], 1_000)]
    rows[30]["text"] = rows[30]["text"].replace("图书", "课桌")
    after = [digest(unit) for unit in units([write(tmp_path / name, rows)], 1_000)]
    assert len(set(before)) == len(before)
    if name.startswith("x.warc"):  # each record carries a random id and the time
        return
    assert before == again
    # A gzip of other bytes has other places, so that pieces behind the change may differ too.
    assert sum(a != b for a, b in zip(before, after, strict=False)) >= 1
    assert before[0] == after[0] or len(before) == 1


@settings(deadline=None)
@given(
    st.binary(max_size=60).map(lambda data: data.replace(b"\x00", b"\n")),
    st.lists(st.integers(0, 70), max_size=5).map(sorted),
)
def test_every_line_belongs_to_exactly_one_piece(data: bytes, cuts: list[int]) -> None:
    borders = [0, *cuts, None]
    found = []
    for start, stop in itertools.pairwise(borders):
        assert start is not None
        if stop is None or start < stop:
            found.extend(lines_of(BytesIO(data), start, stop, 100))
    assert found == list(lines_of(BytesIO(data), 0, None, 100))
    assert b"".join(line for _, line in found if line) == data


def test_an_overlong_line_is_passed_over_and_the_next_is_read() -> None:
    data = b"a\n" + b"b" * 5_000_000 + b"\nc\n"
    assert list(lines_of(BytesIO(data), 0, None, 10)) == [(0, b"a\n"), (2, None), (5_000_003, b"c\n")]


def test_a_file_with_a_problem_is_a_unit_that_gives_one_reject(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x")
    (unit,) = units([tmp_path])
    (reject,) = read_unit(unit, SETTINGS)
    assert isinstance(reject, Reject)
    assert (reject.doc_id, reject.stage, reject.reason) == ("notes.md", "read", "unknown format: suffix .md")
    assert digest(unit)


@pytest.mark.parametrize("name", ["x.jsonl.gz", "x.csv.gz"])
def test_a_gzip_that_breaks_gives_what_came_before_and_one_reject(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, records(2000))
    path.write_bytes(path.read_bytes()[:-400])
    *found, last = read(list(units([path], 10**9)))
    assert isinstance(last, Reject)
    assert "broken gzip" in last.reason
    assert found
    assert all(isinstance(item, Source) for item in found)
    assert read(list(units([path], 5_000))) == [*found, last]


@pytest.mark.parametrize(
    "name", ["x.jsonl.gz", "x.csv.gz", "x.txt.gz", "x.html.gz", "x.json.gz", "x.parquet.gz"]
)
def test_what_is_no_gzip_is_a_reject_when_read_and_when_cut(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes("支教老师来了。".encode() * 1000)
    for unit_bytes in (1, 10**9):
        (reject,) = read(list(units([tmp_path], unit_bytes)))
        assert isinstance(reject, Reject)
        assert "broken gzip" in reject.reason


def test_a_warc_that_is_one_single_gzip_is_read(tmp_path: Path) -> None:
    whole = write(tmp_path / "x.warc", records(9))
    single = tmp_path / "y.warc.gz"
    single.write_bytes(gzip.compress(whole.read_bytes()))
    found = read(list(units([single], 10)))
    assert [s.raw for s in found if isinstance(s, Source)] == [
        s.raw for s in sources([whole], SETTINGS) if isinstance(s, Source)
    ]
    assert len(found) == 9


@settings(deadline=None)
@given(
    st.sampled_from(["a.csv", "a.jsonl", "a.csv.gz", "a.jsonl.gz"]),
    st.lists(
        st.sampled_from(
            [
                '"',
                ",",
                "\n",
                "支",
                "x",
                "\r\n",
                '{"text":"支教"}\n',
                '""',
                "1,支\n",
                '2,"支\n教"\n',
                "\0",
                '3,"支',
            ]
        ),
        max_size=40,
    ),
    st.sampled_from([1, 3, 17, 40]),
)
def test_pieces_of_broken_files_give_the_same_articles_and_rejects(
    name: str, parts: list[str], unit_bytes: int
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        data = ("id,text\n" * name.startswith("a.csv") + "".join(parts)).encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        assert read(list(units([path], unit_bytes))) == read(list(units([path], 10**9)))


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz"])
def test_an_archive_whose_parser_tells_too_early_an_offset_is_read_to_its_end(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search that begins there would meet the same record again and never end."""

    class Parser:
        offset = 0

        def __init__(self, stream: object) -> None: ...

        def __next__(self) -> object:
            raise ValueError("a broken header")

    monkeypatch.setattr("warcio.archiveiterator.ArchiveIterator", Parser)
    unit = next(iter(units([write(tmp_path / name, records(20))], 10**9)))
    found = list(itertools.islice(read_unit(unit, SETTINGS), 1_000))
    assert 20 <= len(found) < 100
    assert all(isinstance(item, Reject) and item.reason for item in found)


@pytest.mark.parametrize("name", ["x.json", "x.parquet.gz", *FORMATS])
def test_damaged_files_raise_nothing(tmp_path: Path, name: str) -> None:
    """Bytes overwritten, taken out, put in, and cut off, by a fixed chance."""
    chance = random.Random(name)
    whole = write(tmp_path / name, records(20)).read_bytes()
    for _ in range(30):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 3, 20])):
            at = chance.randrange(len(data))
            data[at : at + chance.choice([0, 1, 1, 100])] = chance.randbytes(chance.choice([0, 1, 4]))
        (tmp_path / name).write_bytes(data[: chance.choice([len(data), len(data) // 2])])
        for unit_bytes in (900, 10**9):
            pieces = list(units([tmp_path / name], unit_bytes))
            for item in read(pieces):
                assert isinstance(item, Source) or item.reason
