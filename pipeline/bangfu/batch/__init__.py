"""The eighth room: any number of articles, on all cores or a cluster, kept through every interruption."""

from bangfu.batch.engine import run

__all__ = ["run"]
