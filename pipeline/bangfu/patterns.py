"""Patterns composed of classes of words: in ``{gave}了?{number}元`` the class ``gave`` comes from a lexicon.

A pattern reads its classes and compiles itself when it is first asked, so that nothing is read at import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from bangfu.lexicon import alternation, names

_NAME = re.compile(r"\{([a-z_]+)\}")  # a quantifier holds digits: {2,12}


@dataclass(frozen=True)
class Grammar:
    """The patterns of one room: ``{name}`` stands for a piece, a lexicon, or a class of words of ``lexicon``.

    >>> pattern = Grammar("number_units", {"digits": "[0-9]+"})
    >>> pattern("约{digits}元").search("捐赠约300元")[0]
    '约300元'
    """

    lexicon: str
    pieces: Mapping[str, str]

    def __call__(self, text: str) -> re.Pattern[str]:
        """The pattern of ``text``, which compiles itself when it is first asked."""
        return cast("re.Pattern[str]", _Unread(self, text))

    def expand(self, text: str) -> str:
        """``text`` with the words and pieces in place of their names; pieces may name others.

        Raises :class:`LexiconError` for a name that is none of them.
        """
        return _NAME.sub(lambda name: self._meant(name[1]), text)

    def _meant(self, name: str) -> str:
        if name in self.pieces:
            return self.expand(self.pieces[name])
        return alternation(name) if name in names() else alternation(self.lexicon, name)


def near(
    pattern: re.Pattern[str], sign: re.Pattern[str], text: str, before: int, behind: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of a pattern, sought only where a rarer sign stands that each of them needs.

    A match begins at most ``before`` characters before its sign, and what it looks at ends at most ``behind``
    characters behind it; the sign's own lookahead may see further.

    >>> name = re.compile("，([\u4e00-\u9fff]{2,3})(?=代表)")
    >>> [match[1] for match in near(name, re.compile("代表"), "昨天，王芳代表学校", 4)]
    ['王芳']
    """
    floor = 0
    for hint in sign.finditer(text):
        while match := pattern.search(text, max(floor, hint.start() - before), hint.end() + behind):
            yield match
            floor = match.end()


class _Unread:
    """A pattern that is compiled at the first question; its answers are those of the compiled one."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self._source = grammar, text

    def __getattr__(self, name: str) -> Any:
        # Python asks here only for what is not there yet: the next question goes straight to the method.
        grammar, text = self._source
        answer = getattr(_compiled(grammar.expand(text)), name)
        setattr(self, name, answer)
        return answer


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text)
