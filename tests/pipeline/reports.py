"""Short reports written for the tests, in a folder as a person would have them."""

from __future__ import annotations

from pathlib import Path

TEXTS = {
    "a-pledge.txt": (
        "Armenia says it will pull back its artillery\n\n"
        "Armenia's defence ministry promised on Monday to withdraw its artillery from the road to Sotk by Friday. "
        "“We will pull back every gun”, spokesman Aram Torosyan said.\n"
    ),
    "b-shelled.txt": (
        "Shells hit Sotk\n\n"
        "Armenian artillery shelled the village of Sotk on Saturday, killing three people, the mayor said. "
        "Armenia denied that its troops had fired.\n"
    ),
    "c-obuses.txt": (
        "Obuses contra Sotk\n\n"
        "La artillería bombardeó el sábado el pueblo de Sotk, según el alcalde, que habló de cuatro muertos. "
        "El ministerio de Defensa negó el ataque.\n"
    ),
    "d-flood.txt": (
        "Floods cut off Kisumu\n\n"
        "Heavy rain flooded Kisumu on Thursday, and more than 2,000 people left their homes, the Red Cross said.\n"
    ),
    "e-vote.txt": (
        "Senate votes on water law\n\n"
        "The senate of Chile adopted a new water law on Tuesday. President Lara Soto said she would sign it.\n"
    ),
}
KNOWN = """
[[report]]
file = "a-pledge.txt"
published = 2023-05-15
publisher = "Lake Sevan Herald"

[[report]]
file = "b-shelled.txt"
published = 2023-05-21
publisher = "Highland Post"
"""


def fill(folder: Path) -> Path:
    """The folder with all the reports and what is known of two of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "reports.toml").write_text(KNOWN, encoding="utf-8")
    return folder
