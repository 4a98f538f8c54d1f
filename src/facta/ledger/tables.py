"""The newest schema as SQLAlchemy tables, for writing queries. The migrations make it; a test compares the two."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

METADATA = MetaData()


def _text(name: str, nullable: bool = False) -> Column[str]:
    return Column(name, Text, nullable=nullable)


def _number(name: str, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _place_in(parent: str) -> tuple[Column[str], Column[int]]:
    """The two columns that make the key of a numbered row of a report or story."""
    owner: Column[str] = Column(
        parent, Text, ForeignKey(f"{_TABLE_OF[parent]}.id", ondelete="CASCADE"), primary_key=True, nullable=False
    )
    return owner, Column("number", Integer, primary_key=True, nullable=False)


_TABLE_OF = {"report": "reports", "story": "stories"}

reports = Table(
    "reports",
    METADATA,
    _id(),
    *(_text(name, nullable=True) for name in ("path", "url", "title")),
    _text("language"),
    *(_text(name, nullable=True) for name in ("published", "publisher")),
    _number("words"),
    _text("text"),
    _text("text_digest"),
    _text("vector", nullable=True),
    _text("made_by"),
)
passages = Table("passages", METADATA, *_place_in("report"), _number("first"), _number("last"), _text("role"))
names = Table(
    "names", METADATA, *_place_in("report"), _number("first"), _number("last"), _text("kind"), _text("entity")
)
places = Table(
    "places",
    METADATA,
    *_place_in("report"),
    _text("name"),
    _text("country", nullable=True),
    _text("precision"),
    _text("body"),
)
claims = Table(
    "claims",
    METADATA,
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    _text("id"),
    _number("first"),
    _number("last"),
    _text("type"),
    _text("status", nullable=True),
    _text("speaker", nullable=True),
    _text("speaker_keys"),
    _text("actor", nullable=True),
    _text("actor_keys"),
    _text("place", nullable=True),
    _text("place_keys"),
    *(_text(name, nullable=True) for name in ("country", "starts_on", "ends_on", "source")),
    _text("body"),
)
entities = Table(
    "entities", METADATA, _id(), _number("number"), _text("name"), _text("kind"), _text("side", True), _text("body")
)
entity_links = Table(
    "entity_links",
    METADATA,
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("own", Text, primary_key=True),
    Column("entity", Text, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
)
stories = Table("stories", METADATA, _id(), _number("number"), _text("title"), _text("body"))
story_reports = Table(
    "story_reports",
    METADATA,
    *_place_in("story"),
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
)
origins = Table(
    "origins",
    METADATA,
    *_place_in("story"),
    *(_text(name) for name in ("id", "kind", "label", "stance")),
    _text("side", nullable=True),
    _text("body"),
)
claim_groups = Table(
    "claim_groups", METADATA, *_place_in("story"), *(_text(name) for name in ("id", "kind", "type", "label", "body"))
)
findings = Table(
    "findings",
    METADATA,
    *_place_in("story"),
    *(_text(name) for name in ("id", "claim_group", "kind", "verdict", "reason", "body")),
)
reviews = Table(
    "reviews",
    METADATA,
    _id(),
    *(_text(name) for name in ("target", "decision", "note", "by_whom", "at")),
    *(_text(name, nullable=True) for name in ("kind", "text_digest")),
    *(_number(name, nullable=True) for name in ("first", "last")),
    *(_text(name, nullable=True) for name in ("before", "after", "report")),
)
story_lines = Table(
    "story_lines",
    METADATA,
    Column("story", Text, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    _text("title_key"),
    *(_text(name, nullable=True) for name in ("first_on", "last_on")),
    _text("newest"),
    *(_number(name) for name in ("reports", "publishers", "origins", "contested")),
    *(_text(name) for name in ("languages", "countries", "place_keys", "verdicts")),
    _text("inputs", nullable=True),
)
accounts = Table(
    "accounts",
    METADATA,
    Column("name", Text, primary_key=True),
    *(_text(name) for name in ("password", "role", "made_at")),
)
sessions = Table(
    "sessions",
    METADATA,
    Column("token", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.name", ondelete="CASCADE"), nullable=False),
    *(_text(name) for name in ("csrf", "made_at", "expires_at")),
)
sign_ins = Table("sign_ins", METADATA, *(_text(name) for name in ("at", "name", "address")), _number("worked"))
runs = Table(
    "runs",
    METADATA,
    _id(),
    _text("started_at"),
    _text("ended_at", nullable=True),
    *(_text(name) for name in ("what", "by_whom", "process", "state")),
    _number("total", nullable=True),
    *(_number(name) for name in ("read", "known", "failed", "stories")),
)
run_reports = Table(
    "run_reports",
    METADATA,
    Column("run", Text, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _text("report"),
)
failures = Table(
    "failures", METADATA, *(_text(name) for name in ("at", "what", "reason", "remedy")), _text("run", nullable=True)
)

# tables with a clock or a secret: no part of what two runs share
LOG = (failures, runs, run_reports, accounts, sessions, sign_ins)
# in an order in which they can be emptied
CHECKED = (findings, claim_groups, origins, story_reports, story_lines, stories, entity_links, entities)
