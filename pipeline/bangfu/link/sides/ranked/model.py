"""Chooses the sides of the posts of an article."""

from __future__ import annotations

from collections.abc import Callable

from bangfu.article import Role
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

Sider = Callable[[Scene, list[Pair], list[Role]], list[Role]]


def sided(scene: Scene, pairs: list[Pair], rows: list[Role]) -> list[Role]:
    """The rows of posts with their sides."""
    return rows
