"""How the work for a text grows with its length: the one place where tests look at a clock.

Only ratios within one process are compared, and the best of three counts: a busy machine slows a run, it
never makes one faster.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

_LEAST = 0.02
"""Seconds below which the clock says nothing."""


def grows_less(work: Callable[[int], object], small: int, large: int, than: float) -> bool:
    """Whether ``work(large)`` takes less than so many times as long as ``work(small)``, once in three times.

    The sizes differ by one a run, so that nothing kept from the run before helps.
    """
    work(max(1, small // 100))
    least = max(min(_seconds(work, small + more) for more in range(3)), _LEAST)
    return any(_seconds(work, large + more) < than * least for more in range(3))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begin = process_time()
    work(size)
    return process_time() - begin
