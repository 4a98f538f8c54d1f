"""All rows of a ledger as sorted lines of JSON, without the log: equal for two ledgers that hold the same."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from facta.ledger import tables

# columns left out: they hold, or are derived from, the time of a decision; or they only spare the next check its work
LEFT_OUT = {"reviews": ("at", "id"), "story_lines": ("inputs",)}


def dump(connection: Connection) -> str:
    lines = []
    for table in sorted(tables.METADATA.tables.values(), key=lambda t: t.name):
        if table in tables.LOG:
            continue
        columns = [c for c in table.columns if c.name not in LEFT_OUT.get(table.name, ())]
        rows = (dict(row) for row in connection.execute(select(*columns)).mappings())
        lines += sorted(f"{table.name} {json.dumps(row, ensure_ascii=False, sort_keys=True)}" for row in rows)
    return "\n".join(lines) + "\n"
