"""Records as pandas frames and Arrow tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bangfu.article import Article
from bangfu.tables.records import Record, article_records
from bangfu.tables.schema import arrow_schema, pandas_dtypes, table

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def arrow_table(name: str, records: Sequence[Record]) -> pa.Table:
    """Records as an Arrow table in the columns and types of the schema.

    >>> arrow_table("rejects", []).column_names
    ['source', 'doc_id', 'stage', 'reason']
    """
    import pyarrow as pa

    return pa.Table.from_pylist(list(records), schema=arrow_schema(name))


def frame(name: str, records: Sequence[Record]) -> pd.DataFrame:
    """Records as a pandas frame; an empty cell is ``pd.NA`` in every column.

    >>> str(frame("people", []).dtypes["mentions"])
    'Int64'
    """
    import pandas as pd

    columns = {column: [record[column] for record in records] for column in table(name).names}
    return pd.DataFrame(columns).astype(pandas_dtypes(name))


def article_frames(article: Article) -> dict[str, pd.DataFrame]:
    """One frame a table of one article (all but ``rejects``).

    >>> from bangfu.pipeline import extract
    >>> float(article_frames(extract("某校获捐赠3万元。", "a"))["money"].loc[0, "cny"])
    30000.0
    """
    return {name: frame(name, records) for name, records in article_records(article).items()}
