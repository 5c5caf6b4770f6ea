"""How much work a search may put into one text.

A page that is damaged as it seems gives text back for the work; noise that only looks like damage does not.
So the work is paid from a purse: it holds enough for a sample, earns more with every character that comes
back, and never pays more than a fixed sum. No input makes a search take longer than that.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Purse:
    """Tree steps that are ``left`` now, and that may still be ``earned``.

    >>> purse = Purse(100, 1000)
    >>> purse.spend(60, earned=0), purse.left, purse.spend(60, earned=0), purse.empty
    (None, 40, None, True)
    """

    left: int
    most: int

    @property
    def empty(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def spend(self, work: int, earned: int) -> None:
        """Pay for some work, and take what it earned."""
        self.most -= work
        self.left = min(self.left - work + earned, self.most)
