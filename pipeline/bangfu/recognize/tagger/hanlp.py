"""A neural tagger through HanLP (He and Choi, "The Stem Cell Hypothesis", 2021): any of its models that
finds named entities in a list of characters.

The model is a folder as HanLP keeps it (``config.json``, ``vocabs.json``, weights), trained by the user or
downloaded before; or the name of one in ``hanlp.pretrained.ner``, which HanLP then downloads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bangfu.errors import UsageError
from bangfu.recognize.tagger.proposals import Proposal, Tagger

Component = Callable[[list[list[str]]], Any]
"""A HanLP component: lists of characters in, lists of ``(text, label, begin, end)`` out."""

_LABELS = {
    **dict.fromkeys(("PERSON", "PER", "NR", "nr"), "person"),
    **dict.fromkeys(("ORGANIZATION", "ORG", "NT", "nt"), "institution"),
}
"""Of MSRA and OntoNotes, and of the annotations of People's Daily."""

_LONGEST = 400
"""Characters in one piece: transformers read 510 tokens at most."""

_BATCH = 32
_BREAKS = "，、；：,;"


def check_model(model: str) -> None:
    """See that HanLP is installed and the model is a folder of it, or one of its names.

    >>> check_model("no-such-folder")
    Traceback (most recent call last):
    ...
    bangfu.errors.UsageError: ...
    """
    if find_spec("hanlp") is None:
        raise UsageError(
            f"the tagger hanlp:{model} needs HanLP: install torch for your machine, then bangfu[hanlp]"
        )
    folder = Path(model)
    if folder.is_dir():
        if not (folder / "config.json").is_file():
            raise UsageError(f"{model} holds no config.json: name the folder of a model as HanLP saved it")
    elif model not in _downloads():
        raise UsageError(
            f"there is no folder {model}, and HanLP offers no model of that name: see hanlp.pretrained.ner"
        )


def load(model: str) -> Tagger:
    """A tagger over a HanLP model. Raises :class:`UsageError` where the model finds no named entities."""
    import hanlp

    try:
        component = hanlp.load(model if Path(model).is_dir() else _downloads()[model], verbose=False)
    except Exception as error:
        raise UsageError(f"HanLP could not load {model}: {error}") from error
    # Without a tagging scheme it is a cutter of words, a parser, or a model of many tasks.
    if not getattr(component, "tagging_scheme", None) or not callable(component):
        raise UsageError(f"{model} finds no named entities: name a model like those of hanlp.pretrained.ner")
    return _tagger(component)


def _tagger(component: Component) -> Tagger:
    def tag(sentences: Sequence[str]) -> list[list[Proposal]]:
        pieces = [(i, at, text) for i, sentence in enumerate(sentences) for at, text in _pieces(sentence)]
        found: list[list[Proposal]] = [[] for _ in sentences]
        # Pieces of one length together: what is padded changes the last digits, and with them a close choice.
        order = sorted(range(len(pieces)), key=lambda k: (len(pieces[k][2]), k))
        for low in range(0, len(order), _BATCH):
            batch = order[low : low + _BATCH]
            answers = _answers(component, [_characters(pieces[k][2]) for k in batch])
            for k, entities in zip(batch, answers, strict=True):
                i, at, _ = pieces[k]
                found[i].extend(
                    Proposal(at + begin, at + end, _LABELS[label])
                    for _, label, begin, end in entities
                    if label in _LABELS
                )
        return [sorted(ones, key=lambda p: (p.start, p.end)) for ones in found]

    return tag


def _answers(component: Component, texts: list[list[str]]) -> list[Any]:
    """What the model answers. A piece over which HanLP fails has no proposals: the rules still read it."""
    try:
        return list(component(texts))
    except Exception:
        # HanLP raises for a whole batch where a model tags one sentence against its own scheme.
        if len(texts) == 1:
            return [[]]
        return [answer for text in texts for answer in _answers(component, [text])]


def _characters(text: str) -> list[str]:
    # A blank would make a token that some tokenizers drop, and every offset behind it wrong.
    return ["，" if c.isspace() else c for c in text]


def _pieces(sentence: str) -> Iterator[tuple[int, str]]:
    """A sentence in pieces that a model can read, cut behind a comma where there is one."""
    at = 0
    while len(sentence) - at > _LONGEST:
        window = sentence[at : at + _LONGEST]
        cut = max(window.rfind(mark) for mark in _BREAKS) + 1 or _LONGEST
        yield at, window[:cut]
        at += cut
    if at < len(sentence):
        yield at, sentence[at:]


def _downloads() -> dict[str, str]:
    from hanlp.pretrained import ner

    return {name: url for name, url in vars(ner).items() if isinstance(url, str) and name.isupper()}
