"""The stages in order: the file to read first.

bytes ─ read ─► raw text ─ restore ─► clean text + alignment ─ segment ─► sentences
      ─ extract ─► mentions ─ link ─► rows
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bangfu.article import Article, Source, Text
from bangfu.errors import RejectError
from bangfu.link import link
from bangfu.read.decode import decode
from bangfu.read.identity import doc_id_of
from bangfu.recognize import find
from bangfu.restore import restore
from bangfu.segment import segment
from bangfu.settings import Settings

DEFAULT = Settings()


def process(
    source: Source, settings: Settings = DEFAULT, lap: Callable[[str], None] = lambda stage: None
) -> Article:
    """Take one article through every room after reading; ``lap`` is called with each stage's name at its end.

    Raises :class:`RejectError` where the text is longer than ``settings.max_chars`` or holds nothing.

    >>> article = process(Source("a", "校长王小明捐赠3万元。"))
    >>> [row.cny for row in article.money]
    [Decimal('30000')]
    """
    if len(source.raw) > settings.max_chars:
        raise RejectError(
            "read", f"{len(source.raw)} characters are more than max_chars={settings.max_chars}"
        )
    if not source.raw.strip():
        raise RejectError("read", "the article is empty")
    text = restore(source.raw, settings)
    lap("restore")
    document = segment(source, text)
    lap("segment")
    if source.title or source.byline:
        title, byline = (_beside(words, settings) for words in (source.title, source.byline))
        document = replace(document, title=title, byline=byline)
        lap("restore")
    mentions = find(document, settings)
    lap("recognize")
    article = link(document, mentions)
    lap("link")
    return article


def _beside(words: str | None, settings: Settings) -> str | None:
    """A title or byline, which stands beside the text, after the same repairs."""
    return (restore(words, settings).clean.strip() or None) if words else None


def extract(text: str | bytes, doc_id: str | None = None, settings: Settings = DEFAULT) -> Article:
    """Extract every row from one article.

    ``text`` is the article as crawled; bytes are decoded first (see :mod:`bangfu.read.decode`). Without a
    ``doc_id`` the article is named by a hash of its text. Raises :class:`RejectError`.

    >>> [p.name for p in extract("记者 王小明").people]
    ['王小明']
    """
    if isinstance(text, bytes):
        decoded = decode(text)
        raw, encoding, lossy = decoded.text, decoded.encoding, decoded.lossy
    else:
        raw, encoding, lossy = text, "str", False
    return process(Source(doc_id or doc_id_of(raw), raw, encoding=encoding, lossy=lossy), settings)


def normalize(text: str | bytes, settings: Settings = DEFAULT) -> Text:
    """Give back the text that its author wrote, aligned with the text as crawled.

    >>> clean = normalize("協同發(fā)展")
    >>> clean.clean, clean.to_raw(2, 4)
    ('协同发展', (2, 8))
    """
    return restore(decode(text).text if isinstance(text, bytes) else text, settings)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages bound to one :class:`Settings`, for use in a loop.

    >>> pipeline = Pipeline()
    >>> [len(a.money) for a in pipeline.stream([Source("a", "捐赠3万元。"), Source("b", "捐赠图书。")])]
    [1, 0]
    """

    settings: Settings = DEFAULT

    def __call__(self, source: Source) -> Article:
        """Process one article; raises :class:`RejectError`."""
        return process(source, self.settings)

    def stream(self, sources: Iterable[Source]) -> Iterator[Article]:
        """Process articles one by one, in order; raises :class:`RejectError` at the first that fails."""
        for source in sources:
            yield process(source, self.settings)
