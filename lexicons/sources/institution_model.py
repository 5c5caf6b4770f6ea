"""Train the model of where names of institutions begin.

python lexicons/sources/institution_model.py --news FILE... --lives FILE... --articles TEXTS ANNOTATIONS …

FILEs hold labelled sentences of news, and of biographies, which count less: one JSON object a line,
{"text": …, "spans": [[start, end, label], …]} with the label ORG. --articles may be repeated: TEXTS is a
folder of clean articles (ID.txt), ANNOTATIONS one of what they hold (ID.json with "institutions" and
"optional"). Every sentence and article is also read with invented names in place of its own: so the model
learns what a name looks like that no dictionary holds, wherever the segmenter cuts it.
Softmax regression over the features of bangfu.recognize.institutions.borders, by Adam with L2 decay; features
of few different names or little weight are dropped. Writes lexicons/institution_weights.txt: weights of words
and characters around names, no names.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from weights import write

from bangfu.lexicon import table
from bangfu.recognize.institutions.borders import (
    ARTICLE_COLUMNS,
    CHAR_COLUMNS,
    EDGE_COLUMNS,
    article,
    borders,
    chars,
    edge,
    first,
    first_columns,
    inner,
    inner_columns,
    none,
    none_columns,
)
from bangfu.recognize.institutions.heads import Hit, hits
from bangfu.recognize.institutions.model import GROUPS, forget
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.words import Words, is_word, words_of
from bangfu.recognize.places import gazetteer, is_place

OUT = Path(__file__).resolve().parents[1] / "institution_weights.txt"
HEADER = """\
# Weights of the model of where institutions' names begin (bangfu.recognize.institutions.borders), in nats.
# columns: column of features, value, weight
# source: own training by lexicons/sources/institution_model.py on labelled news; licence: as the project
"""
LEAST_NAMES = 4
LEAST_WEIGHT = 0.08
DECAY = 3.0
STEPS = 120
# Readings of each text with invented names: how many, and what an example of them counts.
SENTENCES, ARTICLES = (4, 0.5), (5, 0.27)
OF_ARTICLES, OF_SENTENCES, OF_LIVES = 3.0, 1.0, 0.3
PLACES = frozenset({"LOC", "GPE"})
LEVELS = frozenset("市县省区乡镇村州盟旗校")
PARTY = ("县委", "市委", "省委", "区委", "镇党委", "乡党委", "村委")
LANDSCAPE = "山湖河江桥庄沟湾岭峰泉溪洲坪坝坡塘潭寨屯堡林园源"
SENTENCE = re.compile("[^。！？\n]+[。！？\n]*")


class Example(NamedTuple):
    """The features of each choice at a head, with the right one, its weight and the name there."""

    choices: list[list[str]]
    right: int
    weight: float
    name: str


class Page(NamedTuple):
    """A text with the spans of its institutions and the starts of its sentences.

    ``doubtful`` are spans that others label in another way (museums as places): nothing is learned there.
    """

    text: str
    spans: list[tuple[int, int]]
    begins: list[int]
    doubtful: tuple[tuple[int, int], ...] = ()


def keyed(columns: Sequence[str], values: Sequence[str]) -> list[str]:
    return [f"{column}\t{value}" for column, value in zip(columns, values, strict=True) if value]


def choices(words: Words, hit: Hit, floor: int) -> tuple[list[int], list[list[str]]]:
    """The starts that could be chosen at a head, and the features of each; the last one is no name."""
    found, sorts = borders(words, hit, floor, None)
    head, out = hit.head, []
    for border, told in zip(found, article(words.text, hit, found), strict=True):
        keys = keyed(EDGE_COLUMNS, edge(border)) + keyed(CHAR_COLUMNS, chars(words.text, border.start))
        keys += keyed(first_columns(head), first(head, border, sorts)) + keyed(ARTICLE_COLUMNS, told)
        for k in range(border.inside):
            keys += keyed(inner_columns(head), inner(sorts, k))
        out.append(keys)
    return [b.start for b in found], [*out, keyed(none_columns(head), none(words, hit, sorts))]


def examples(page: Page, weight: float) -> Iterator[Example]:
    """One example for each head that may end a name and lies inside of no longer name."""
    words = words_of(page.text)
    for hit in hits(words):
        longer = any(s < hit.end < e for s, e in page.spans)
        if hit.head.group not in GROUPS or longer or any(s < hit.end <= e for s, e in page.doubtful):
            continue
        floor = page.begins[bisect_right(page.begins, hit.start) - 1]
        start = next((s for s, e in page.spans if e == hit.end and floor <= s < hit.start), None)
        if start is not None and is_level(words, start):
            start = None
        starts, keys = choices(words, hit, floor)
        if len(keys) > 1 and (start is None or start in starts):
            right = len(starts) if start is None else starts.index(start)
            yield Example(keys, right, weight, "" if start is None else page.text[start : hit.end])


def is_level(words: Words, start: int) -> bool:
    """Whether a level without a name begins there: 市教育局, 县委组织部."""
    text = words.text
    bare = text[start] in LEVELS and words.at(start + 1) != words.at(start)
    return bare or text.startswith(PARTY, start)


def labelled(path: Path) -> Iterator[Page]:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        spans = [(s, e) for s, e, label in record["spans"] if label == "ORG"]
        places = [(s, e) for s, e, label in record["spans"] if label in PLACES and e - s > 3]
        yield Page(record["text"], spans, [0], tuple(places))


def annotated(texts: Path, annotations: Path) -> Iterator[Page]:
    for path in sorted(annotations.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        text = (texts / f"{path.stem}.txt").read_text("utf-8")
        names = {*record["institutions"], *record["optional"].get("institutions", [])}
        spans: list[tuple[int, int]] = []
        for name in sorted(names, key=lambda name: (-len(name), name)):
            for match in re.finditer(re.escape(name), text):
                if not any(s <= match.start() and match.end() <= e for s, e in spans):
                    spans.append(match.span())
        yield Page(text, sorted(spans), [m.start() for m in SENTENCE.finditer(text)] or [0])


def sentences(pages: Iterable[Page]) -> Iterator[Page]:
    """The sentences that hold an institution, each as a page."""
    for page in pages:
        for match in SENTENCE.finditer(page.text):
            a, b = match.span()
            spans = [(s - a, e - a) for s, e in page.spans if a <= s and e <= b]
            if spans:
                yield Page(match[0], spans, [0])


class Inventor:
    """Makes names up, out of the characters of places and of given names."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        stems = [form.rstrip("县市区旗") for form in gazetteer().codes]
        given = sorted(table("given_name_chars"), key=lambda row: -float(row[1]) - float(row[2]))[:700]
        common = [row[0] for row in given]
        self.firsts = [stem[0] for stem in stems if len(stem) == 2] + common
        self.lasts = [stem[1] for stem in stems if len(stem) == 2] + common

    def name(self) -> str:
        chance = self.chance
        while True:
            middle = [chance.choice(self.firsts)] * (chance.random() < 0.15)
            last = chance.choice(LANDSCAPE if chance.random() < 0.25 else self.lasts)
            made = "".join([chance.choice(self.firsts), *middle, last])
            if not is_word(made) and not is_place(made) and len(set(made)) == len(made):
                return made

    def page(self, page: Page) -> Page | None:
        """The page with other names."""
        swaps: dict[str, str] = {}
        inserts: dict[str, str] = {}
        for name in sorted({page.text[s:e] for s, e in page.spans}, key=lambda name: (len(name), name)):
            found = stems(name)
            behind = places_end(name)
            if behind and self.chance.random() < 0.3:
                inserts[name] = name[:behind] + self.name() + name[behind:]
            elif found:
                old = self.chance.choice(found)
                if not any(old in other or other in old for other in swaps):
                    swaps[old] = self.name()
        if not swaps and not inserts:
            return None
        pattern = re.compile("|".join(map(re.escape, sorted(swaps, key=len, reverse=True))) or "(?!)")

        def told(text: str) -> str:
            return pattern.sub(lambda match: swaps[match[0]], text)

        cuts = sorted({0, len(page.text), *page.begins, *(at for span in page.spans for at in span)})
        parts = [page.text[a:b] for a, b in pairwise(cuts)]
        spans = set(page.spans)
        made = [
            told(inserts.get(part, part) if span in spans else part)
            for part, span in zip(parts, pairwise(cuts), strict=True)
        ]
        at = dict(zip(cuts, accumulate(map(len, made), initial=0), strict=True))
        return Page("".join(made), [(at[s], at[e]) for s, e in page.spans], [at[b] for b in page.begins])


def parts_of(name: str) -> list[tuple[str, Part, int]]:
    """The words of a name up to its head, with their parts and ends."""
    words = words_of(name)
    ends = [hit.start for hit in hits(words) if hit.end == len(name) and hit.head.group in GROUPS]
    if not ends:
        return []
    found = [(w, part_of(w, words.tag(i)), words.starts[i + 1]) for i, w in enumerate(words.words)]
    return [item for item in found if item[2] <= ends[0]]


def stems(name: str) -> list[str]:
    """The parts of a name that could be others: a place without its level, an unknown word."""
    out, run = [], ""
    for word, part, _ in [*parts_of(name), ("", Part.STOP, 0)]:
        if part in (Part.NAME, Part.CHAR):
            run += word
            continue
        if len(run) in (2, 3):
            out.append(run)
        run = ""
        if part is Part.PLACE and len(word) > 1:
            out.append(word[:-1] if len(word) > 2 and word[-1] in LEVELS else word)
    return [stem for stem in out if re.fullmatch("[\u4e00-\u9fff]{2,8}", stem)]


def places_end(name: str) -> int:
    """Behind the places that a name without an unknown word begins with; 0 where there is none."""
    end, found = 0, parts_of(name)
    if any(part in (Part.NAME, Part.CHAR) for _, part, _ in found):
        return 0
    for _, part, behind in found:
        if part is not Part.PLACE:
            break
        end = behind
    return end


def train(data: Sequence[Example]) -> dict[str, float]:
    """The weights, by Adam over all of the data at once."""
    names: dict[str, set[str]] = {}
    for number, example in enumerate(data):
        for keys in example.choices:
            for key in keys:
                known = names.setdefault(key, set())
                if len(known) < LEAST_NAMES:
                    known.add(example.name or str(number))
    index = {key: i for i, key in enumerate(sorted(k for k, n in names.items() if len(n) >= LEAST_NAMES))}
    keys: list[int] = []
    owners: list[int] = []  # the choice that each key is of
    rights: list[int] = []
    firsts: list[int] = []  # the first choice of each example
    count = 0
    for example in data:
        firsts.append(count)
        rights.append(count + example.right)
        for features in example.choices:
            ids = [index[key] for key in features if key in index]
            keys += ids
            owners += [count] * len(ids)
            count += 1
    key, owner, right, begin = np.array(keys), np.array(owners), np.array(rights), np.array(firsts)
    whole = np.repeat(np.arange(len(data)), np.diff([*firsts, count]))
    share = np.array([example.weight for example in data])[whole]
    truth = np.zeros(count)
    truth[right] = 1
    weights, mean, square = np.zeros(len(index)), np.zeros(len(index)), np.zeros(len(index))
    for step in range(STEPS):
        odds = np.bincount(owner, weights[key], minlength=count)
        chance = np.exp(odds - np.maximum.reduceat(odds, begin)[whole])
        chance /= np.add.reduceat(chance, begin)[whole]
        error = (chance - truth) * share
        slope = np.bincount(key, error[owner], minlength=len(index)) + DECAY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        rate = 0.1 * (1 - step / STEPS)
        size = np.sqrt(square / (1 - 0.99 ** (step + 1))) + 1e-8
        weights -= rate * mean / (1 - 0.9 ** (step + 1)) / size
    print(f"mean loss {-np.average(np.log(chance[right]), weights=share[right]):.4f}")
    return {key: float(weights[i]) for key, i in index.items() if abs(weights[i]) >= LEAST_WEIGHT}


def gather(news: Sequence[Path], lives: Sequence[Path], folders: Sequence[Sequence[Path]]) -> list[Example]:
    """Every example of the texts as they are, and of their readings with invented names."""
    inventor = Inventor(11)
    data: list[Example] = []
    told = [page for path in news for page in labelled(path)]
    lived = [page for path in lives for page in labelled(path)]
    articles = [page for texts, annotations in folders for page in annotated(texts, annotations)]
    for pages, weight, units, (times, share) in (
        (told, OF_SENTENCES, list(sentences(told)), SENTENCES),
        (lived, OF_LIVES, list(sentences(lived)), SENTENCES),
        (articles, OF_ARTICLES, articles, ARTICLES),
    ):
        data += [example for page in pages for example in examples(page, weight)]
        for page in units * times:
            made = inventor.page(page)
            data += examples(made, weight * share) if made is not None else ()
    return data


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--news", nargs="+", type=Path, default=[])
    parser.add_argument("--lives", nargs="+", type=Path, default=[])
    parser.add_argument("--articles", nargs=2, action="append", type=Path, default=[])
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    data = gather(args.news, args.lives, args.articles)
    weights = train(data)
    write(args.out, HEADER, weights)
    forget()
    print(f"{len(data)} heads, {sum(bool(example.name) for example in data)} names, {len(weights)} weights")


if __name__ == "__main__":
    main()
