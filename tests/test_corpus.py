"""corpus/: every kind of damage comes back to what the authors wrote, and gives the rows of the gold."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from bangfu import Article, Settings
from bangfu.pipeline import process
from bangfu.read.reject import Reject
from bangfu.read.walk import sources
from tests.gold.make_corpus import CLEAN, CORPUS, build

ANNOTATIONS = Path(__file__).parent / "gold" / "annotations"


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    read = [s for s in sources([CORPUS], Settings()) if not isinstance(s, Reject)]
    return {source.doc_id: process(source) for source in read}


def flat(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def report_of(article: Article) -> str:
    """The clean text without what was set apart as boilerplate."""
    out, at = [], 0
    for span in article.text.boilerplate:
        out.append(article.text.clean[at : span.start])
        at = span.end
    return flat("".join(out) + article.text.clean[at:])


def test_the_corpus_is_what_its_maker_makes(tmp_path: Path) -> None:
    build(tmp_path)
    made = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {p.relative_to(CORPUS): p.read_bytes() for p in CORPUS.rglob("*") if p.is_file()}
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_every_article_of_the_gold_is_in_the_corpus(articles: dict[str, Article]) -> None:
    assert {path.stem for path in ANNOTATIONS.glob("*.json")} <= set(articles)


@pytest.mark.parametrize("path", sorted(CLEAN.glob("*.txt")), ids=lambda p: p.stem)
def test_a_damaged_article_comes_back_as_its_author_wrote_it(
    path: Path, articles: dict[str, Article]
) -> None:
    written = flat(path.read_text("utf-8"))
    restored = report_of(articles[path.stem])
    # Records and pages keep the headline apart from the text.
    assert restored in (written, flat(path.read_text("utf-8").split("\n", 1)[1]))


def test_what_cannot_be_read_is_rejected_with_a_reason() -> None:
    rejects = [s for s in sources([CORPUS], Settings()) if isinstance(s, Reject)]
    assert {Path(r.source.split("#")[0]).name for r in rejects} == {"scan.txt", "empty.txt", "crawl.jsonl"}
    assert all(r.stage and r.reason for r in rejects)
