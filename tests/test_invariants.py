"""What must hold for every row of every article, whatever its damage."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu import Article, RejectError, Settings, Source, extract
from bangfu.alignment import apply_edits
from bangfu.article import Row
from bangfu.pipeline import process
from bangfu.read import sources
from bangfu.read.reject import Reject

CORPUS = Path(__file__).parents[1] / "corpus"
CLEAN = sorted((Path(__file__).parent / "gold" / "clean").glob("*.txt"))


def rows_of(article: Article) -> list[Row]:
    return [*article.people, *article.roles, *article.institutions, *article.counts, *article.money]


def check(article: Article) -> None:
    """Every row stands in raw and clean text where it says, and every edit can be replayed."""
    text = article.text
    replayed = text.raw
    for step in text.steps:
        replayed, _ = apply_edits(replayed, step.edits)
    assert replayed == text.clean, "the steps replayed on the raw text give the clean text"
    for edit in text.edits:
        assert 0 <= edit.start <= edit.end <= len(text.raw)
    sentences = article.document.sentences
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    for row in rows_of(article):
        assert 0 <= row.start < row.end <= len(text.clean), row
        assert row.rule, row
        assert 0 < row.score <= 1, row
        start, end = text.to_raw(row.start, row.end)
        assert 0 <= start < end <= len(text.raw), row
        assert article.sentence_of(row), row
    for amount in (*article.counts, *article.money):
        assert text.clean[amount.start : amount.end] == amount.text
    for person in article.people:
        written = text.clean[person.start : person.end].split()
        assert person.name == (" " if article.document.lang == "en" else "").join(written)
    names = {person.name for person in article.people}
    assert len(names) == len(article.people), "a person is one row"
    assert {role.person for role in article.roles} <= names, "a role is of a person of the people table"
    assert len({body.name for body in article.institutions}) == len(article.institutions)
    keys = {(role.person, role.title, role.department, role.institution) for role in article.roles}
    assert len(keys) == len(article.roles), "a role is one row"


@pytest.mark.parametrize("path", CLEAN, ids=lambda p: p.stem)
def test_every_row_of_a_clean_article_stands_where_it_says(path: Path) -> None:
    article = process(Source(path.stem, path.read_text("utf-8")))
    assert rows_of(article)
    check(article)


def test_every_row_of_the_damaged_corpus_stands_where_it_says() -> None:
    read = [s for s in sources([CORPUS], Settings()) if not isinstance(s, Reject)]
    assert len(read) >= 16
    for source in read:
        check(process(source))


WORDS = """王小明 李校长 校长 副局长 某县人民医院 北京市 捐赠 300万元 5名 ， 。 、 “ ” ( ) （fā） 發 (fā)
?!北 &nbsp; <p> 1 万 亿 来自 教师 **** 𠮷 😀 é | 第三 和 的"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u3000", " ", "\ufffd", "\x00", "\u200b"])


# No deadline: the first damaged text loads the language model.
@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_breaks_the_pipeline_or_the_offsets(raw: str) -> None:
    try:
        article = extract(raw)
    except RejectError:
        return
    check(article)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_unicode_passes_or_is_rejected_for_being_empty(raw: str) -> None:
    if raw.strip():
        check(extract(raw))
    else:
        with pytest.raises(RejectError, match="empty"):
            extract(raw)


@pytest.mark.parametrize("path", CLEAN[:4], ids=lambda p: p.stem)
def test_the_same_text_gives_the_same_rows(path: Path) -> None:
    raw = path.read_text("utf-8")
    assert rows_of(extract(raw)) == rows_of(extract(raw))


@pytest.mark.parametrize("folder", ["wide", "pages", "last"])
def test_a_piece_of_an_article_that_ends_anywhere_gives_rows_that_stand_where_they_say(folder: str) -> None:
    chance = Random(folder)
    paths = sorted((Path(__file__).parent / "gold" / folder / "clean").glob("*.txt"))
    for path in chance.sample(paths, 12):
        text = path.read_text("utf-8").strip()
        for _ in range(5):
            start = chance.randrange(len(text) - 8)
            piece = text[start : start + chance.randrange(8, 160)]
            if piece.strip():
                check(extract(piece))
