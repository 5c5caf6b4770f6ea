"""The tagger ``hanlp:MODEL``, on a small model that is trained here, in seconds, on made-up sentences."""

from __future__ import annotations

import random
from importlib.util import find_spec
from pathlib import Path

import pytest

from bangfu import Settings, extract, run
from bangfu.errors import UsageError
from bangfu.recognize.tagger import check_tagger, tagger_of
from bangfu.recognize.tagger.hanlp import _pieces

needs_hanlp = pytest.mark.skipif(
    find_spec("hanlp") is None, reason="HanLP is not installed: see bangfu[hanlp]"
)
without_hanlp = pytest.mark.skipif(find_spec("hanlp") is not None, reason="HanLP is installed")

_NAMES = ["次仁", "达瓦", "边巴", "扎西", "卓玛"]
_BODIES = ["碧波远航队", "暖阳小伙伴", "青禾之家人"]


def _sentences(count: int, seed: int) -> str:
    chance = random.Random(seed)
    out = []
    for _ in range(count):
        name, body = chance.choice(_NAMES), chance.choice(_BODIES)
        parts = [(name, "PERSON"), ("说起", ""), (body, "ORGANIZATION"), ("很高兴。", "")]
        if chance.random() < 0.5:
            parts = [("昨天", ""), (body, "ORGANIZATION"), ("去看", ""), (name, "PERSON"), ("。", "")]
        out.append("\n".join(f"{c}\t{tag}" for part, label in parts for c, tag in _tags(part, label)))
    return "\n\n".join(out) + "\n"


def _tags(part: str, label: str) -> list[tuple[str, str]]:
    if not label:
        return [(c, "O") for c in part]
    return [
        (c, ("B-" if i == 0 else "E-" if i == len(part) - 1 else "I-") + label) for i, c in enumerate(part)
    ]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer

    folder = tmp_path_factory.mktemp("hanlp")
    (folder / "train.tsv").write_text(_sentences(240, 1), encoding="utf-8")
    (folder / "dev.tsv").write_text(_sentences(40, 2), encoding="utf-8")
    torch.manual_seed(1)
    RNNNamedEntityRecognizer().fit(
        str(folder / "train.tsv"),
        str(folder / "dev.tsv"),
        str(folder / "model"),
        epochs=8,
        embed=16,
        rnn_hidden=16,
        batch_size=20,
        lr=0.02,
        crf=False,
        drop=0.1,
        tagging_scheme="IOBES",
        devices=-1,
        verbose=False,
        seed=1,
    )
    return folder / "model"


@needs_hanlp
def test_the_model_adds_people_and_institutions_that_no_rule_finds(model: Path) -> None:
    text = "昨天碧波远航队去看卓玛。"
    with_model = extract(text, settings=Settings(tagger=f"hanlp:{model}"))
    assert [i.name for i in with_model.institutions if i.rule == "tagger"] == ["碧波远航队"]
    assert "卓玛" in [p.name for p in with_model.people]
    assert "碧波远航队" not in [i.name for i in extract(text).institutions]


@needs_hanlp
def test_rows_of_the_tagger_lead_back_to_the_raw_text(model: Path) -> None:
    raw = "昨天碧波遠(yuǎn)航隊去看卓瑪。"
    article = extract(raw, settings=Settings(tagger=f"hanlp:{model}"))
    (row,) = (i for i in article.institutions if i.rule == "tagger")
    start, end = article.text.to_raw(row.start, row.end)
    assert raw[start:end] == "碧波遠(yuǎn)航隊"


@needs_hanlp
def test_a_run_with_the_model_writes_the_same_bytes_twice(model: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for i, name in enumerate(_NAMES):
        (articles / f"{i}.txt").write_text(
            f"昨天暖阳小伙伴去看{name}。{name}说起暖阳小伙伴很高兴。", encoding="utf-8"
        )
    made = []
    for workers, folder in ((1, "one"), (2, "two")):
        run(articles, tmp_path / folder, settings=Settings(tagger=f"hanlp:{model}"), workers=workers)
        made.append((tmp_path / folder / "institutions.csv").read_bytes())
    assert made[0] == made[1]
    assert "暖阳小伙伴" in made[0].decode("utf-8-sig")


@needs_hanlp
def test_a_folder_without_a_model_is_refused_before_any_article(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no config"):
        check_tagger(f"hanlp:{tmp_path}")


@needs_hanlp
def test_a_folder_with_a_broken_model_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="could not load"):
        tagger_of(f"hanlp:{tmp_path}")


@needs_hanlp
def test_a_name_that_hanlp_does_not_offer_is_refused() -> None:
    with pytest.raises(UsageError, match="offers no model of that name"):
        check_tagger("hanlp:NO_SUCH_MODEL")


@without_hanlp
def test_without_hanlp_the_user_is_told_what_to_install() -> None:
    with pytest.raises(UsageError, match="needs HanLP: install"):
        check_tagger("hanlp:anywhere")


def test_a_long_sentence_goes_to_the_model_in_pieces_cut_behind_commas() -> None:
    sentence = "他们走了很远，" * 200
    pieces = list(_pieces(sentence))
    assert "".join(text for _, text in pieces) == sentence
    assert all(sentence[at : at + len(text)] == text for at, text in pieces)
    assert all(len(text) <= 400 and text.endswith("，") for _, text in pieces)
