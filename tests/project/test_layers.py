"""Imports go down the ranks only, and siblings do not import each other."""

from __future__ import annotations

import ast
from pathlib import Path

import facta

ROOT = Path(facta.__file__).parent
RANKS = [
    {"records", "errors"},
    {"settings", "text"},
    {"codebook", "gazetteer", "model"},
    {"sources", "reading", "extraction", "demo"},
    {"stories"},
    {"crosscheck"},
    {"ledger"},
    {"pipeline"},
    {"views"},
]
RANK = {room: number for number, rooms in enumerate(RANKS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"facta.{a.name}" for a in node.names] if node.module == "facta" else [node.module or ""]
        rooms |= {name.split(".")[1] for name in names if name.startswith("facta.")}
    return rooms


def climbs(path: Path) -> list[str]:
    room = room_of(path)
    others = imported_rooms(path) - {room, "__version__"}
    return [f"{path.relative_to(ROOT)} imports {other}" for other in sorted(others) if RANK[other] >= RANK[room]]


def test_every_room_has_a_rank() -> None:
    rooms = {room_of(path) for path in ROOT.rglob("*.py")} - {"__init__"}
    assert rooms == set(RANK)


def test_imports_only_go_down_the_ranks() -> None:
    found = [
        line
        for path in sorted(ROOT.rglob("*.py"))
        if path.name != "__main__.py" and path != ROOT / "__init__.py"
        for line in climbs(path)
    ]
    assert found == []


def test_a_climbing_import_would_be_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from facta.views import cli\nfrom facta import ledger\n", encoding="utf-8")
    assert imported_rooms(wrong) == {"views", "ledger"}
