"""The spaCy component ``bangfu``: an article's rows as entities of a ``Doc``, in the offsets of ``doc.text``.

>>> import spacy
>>> nlp = spacy.blank("zh")
>>> component = nlp.add_pipe("bangfu")
>>> doc = nlp("青石县第一小学获捐赠3萬(wàn)元。")
>>> [(ent.text, ent.label_) for ent in doc.ents if ent.label_ == "MONEY"]
[('3萬(wàn)元', 'MONEY')]
>>> doc._.bangfu.money[0].cny
Decimal('30000')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from bangfu.article import Article, Source
from bangfu.pipeline import process
from bangfu.read.identity import doc_id_of
from bangfu.settings import Settings

GROUP = "bangfu"
"""The key of ``doc.spans`` that holds one span a row."""

_LABELS = {
    "people": "PERSON",
    "institutions": "ORG",
    "roles": "TITLE",
    "counts": "QUANTITY",
    "money": "MONEY",
}
_MIN_REPEATED = 3
"""Names shorter than this are marked where their row stands only: two characters may be part of a word."""


class Component:
    """Fills ``doc.ents``, ``doc.spans["bangfu"]`` and ``doc._.bangfu``.

    ``doc.spans["bangfu"]``: one span a row, its ``id_`` the table and the row's place in it (``money:0`` is
    ``doc._.bangfu.money[0]``); they may overlap. Labels: PERSON, ORG, TITLE, MONEY, PERCENT, QUANTITY.
    ``doc.ents``: the same but titles, and every other place where a name of at least three characters
    stands; of overlapping spans the longest. Entities of components before this one stay where they do not
    overlap. Spans are in ``doc.text``, widened to whole tokens.

    ``doc._.bangfu``: the :class:`Article`, or ``None`` where the text is empty or too long. The last few are
    remembered; the article of an older ``Doc``, or of one read from bytes, is extracted again from its text.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        article = _article(doc.text, self.settings)
        # The settings, not the article: what stands in user_data must be able to become bytes.
        doc.user_data["bangfu"] = asdict(self.settings)
        if article is None:
            return doc
        rows = list(_row_spans(doc, article))
        doc.spans[GROUP] = rows
        found = [span for span in rows if span.label_ != "TITLE"] + list(_repeated(doc, article))
        ours = filter_spans(found)
        taken = {token.i for span in ours for token in span}
        others = [ent for ent in doc.ents if not any(token.i in taken for token in ent)]
        doc.ents = sorted(ours + others, key=lambda span: span.start)
        return doc


def _row_spans(doc: Doc, article: Article) -> Iterator[Span]:
    for table, label in _LABELS.items():
        for i, row in enumerate(getattr(article, table)):
            exact = "PERCENT" if getattr(row, "unit", None) == "%" else label
            span = _span(doc, article, row.start, row.end, exact, f"{table}:{i}")
            if span is not None:
                yield span


def _repeated(doc: Doc, article: Article) -> Iterator[Span]:
    clean = article.text.clean
    for table in ("people", "institutions"):
        for i, row in enumerate(getattr(article, table)):
            at = clean.find(row.name) if len(row.name) >= _MIN_REPEATED else -1
            while at >= 0:
                end = at + len(row.name)
                span = _span(doc, article, at, end, _LABELS[table], f"{table}:{i}")
                if span is not None:
                    yield span
                at = clean.find(row.name, end)


def _span(doc: Doc, article: Article, start: int, end: int, label: str, name: str) -> Span | None:
    raw_start, raw_end = article.text.to_raw(start, end)
    if raw_start == raw_end:
        return None
    return doc.char_span(raw_start, raw_end, label, alignment_mode="expand", span_id=name)


@Language.factory(
    "bangfu",
    assigns=["doc.ents", "doc.spans", "doc._.bangfu"],
    default_config={"tagger": "rules", "min_confidence": 0.5, "max_chars": 5_000_000},
)
def make_component(nlp: Language, name: str, tagger: str, min_confidence: float, max_chars: int) -> Component:
    """The factory behind ``nlp.add_pipe("bangfu", config={...})``; its options are those of Settings."""
    return Component(Settings(tagger=tagger, min_confidence=min_confidence, max_chars=max_chars))


@lru_cache(maxsize=256)
def _article(raw: str, settings: Settings) -> Article | None:
    if not raw.strip() or len(raw) > settings.max_chars:
        return None
    return process(Source(doc_id_of(raw), raw, encoding="str"), settings)


def _article_of(doc: Doc) -> Article | None:
    settings = doc.user_data.get("bangfu")
    return _article(doc.text, Settings(**settings)) if settings else None


Doc.set_extension("bangfu", getter=_article_of, force=True)
