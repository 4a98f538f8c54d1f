"""`parse`, `codebook`, `demo` and `serve` from outside."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.views.command import FACTA, environment, facta

TEXT = "Mediators met in Doha. 🕊 Sudan’s army didn't leave.\n"
WORDS = ("Troops", "left", "Mali")
TOKENS = "# sent_id = 7\n" + "".join(f"{n}\t{word}" + "\t_" * 8 + "\n" for n, word in enumerate(WORDS, 1)) + "\n"


def rows(conllu: str) -> list[list[str]]:
    return [line.split("\t") for line in conllu.splitlines() if line and not line.startswith("#")]


def test_parse_gives_words_at_their_offsets(tmp_path: Path) -> None:
    done = facta("parse", "-", "--lang", "en", cwd=tmp_path, stdin=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    found = rows(done.stdout)
    assert {len(row) for row in found} == {10}
    for row in found:
        notes = dict(note.split("=", 1) for note in row[9].split("|") if note.startswith(("start=", "end=")))
        assert TEXT[int(notes["start"]) : int(notes["end"])] == row[1]
    assert [row[7] for row in found].count("root") == done.stdout.count("# text = ")


def test_parse_keeps_given_tokens_and_comments(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text(TOKENS, encoding="utf-8")
    from_file = facta("parse", "x.conllu", "--tokens", cwd=tmp_path)
    assert "# sent_id = 7" in from_file.stdout
    assert [row[1] for row in rows(from_file.stdout)] == list(WORDS)
    assert all(row[3] != "_" and row[7] != "_" for row in rows(from_file.stdout))
    assert facta("parse", "-", "--tokens", cwd=tmp_path, stdin=TOKENS).stdout == from_file.stdout


def test_parse_takes_several_inputs_and_names_those_that_fail(tmp_path: Path) -> None:
    (tmp_path / "good.conllu").write_text(TOKENS, encoding="utf-8")
    (tmp_path / "bad.conllu").write_text("1\tGo\n2 now\n", encoding="utf-8")
    (tmp_path / "raw.conllu").write_bytes(b"1\t\xff\n")
    done = facta("parse", "--tokens", "bad.conllu", "raw.conllu", "good.conllu", "none.conllu", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith("bad.conllu:2: not a CoNLL-U token: '2 now'")
    assert "raw.conllu: is not UTF-8" in done.stderr
    assert "none.conllu" in done.stderr
    assert [row[1] for row in rows(done.stdout)] == list(WORDS)

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = facta("parse", "a.txt", "none.txt", "-", cwd=tmp_path, stdin="Llegó la ayuda a los pueblos del norte.\n")
    assert (done.returncode, done.stdout.count("# newdoc id = ")) == (1, 2)
    assert "none.txt" in done.stderr


def test_parse_reads_languages_without_a_codebook_and_tells_the_language_of_tokens(tmp_path: Path) -> None:
    polish = "Wojsko zajęło miasto. Rząd milczy.\n"
    done = facta("parse", "-", "--lang", "pl", cwd=tmp_path, stdin=polish)
    assert (done.returncode, done.stderr) == (0, "")
    assert rows(done.stdout)[0][2] == "wojsko"
    spanish = "El alcalde dijo que los soldados no llegaron del norte a la ciudad ."
    tokens = "".join(f"{n}\t{word}\n" for n, word in enumerate(spanish.split(), 1))
    done = facta("parse", "-", "--tokens", cwd=tmp_path, stdin=tokens)
    assert rows(done.stdout)[2][2] == "decir"


def test_the_bundled_codebook_has_no_mistakes(tmp_path: Path) -> None:
    done = facta("codebook", "check", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    listing = rows(facta("codebook", "list", cwd=tmp_path).stdout)
    assert listing[0] == ["type", "score", "means", "modes", "words"]
    assert {row[0] for row in listing[1:]} >= {"ASSAULT", "RETREAT", "AID"}


def test_the_entries_of_a_type_are_listed_with_their_lines(tmp_path: Path) -> None:
    listing = json.loads(facta("codebook", "list", "assault", "--lang", "es", "--json", cwd=tmp_path).stdout)
    assert {entry["type"] for entry in listing} == {"ASSAULT"}
    assert {entry["language"] for entry in listing} == {"es"}
    assert all(re.fullmatch(r"es/incidents\.yml:\d+", entry["at"]) for entry in listing)
    done = facta("codebook", "list", "asault", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean assault?" in done.stderr


def test_a_sentence_is_explained_with_words_of_ones_own(tmp_path: Path) -> None:
    page = tmp_path / "words" / "en" / "incidents.yml"
    page.parent.mkdir(parents=True)
    page.write_text("triggers:\n- {type: ASSAULT, mode: heavy-weapons, verbs: [crump]}\n", encoding="utf-8")
    text = "Rebels crumped the village on Monday."
    done = facta("codebook", "explain", text, "--json", cwd=tmp_path, FACTA_CODEBOOK="words")
    form = json.loads(done.stdout)
    (made,) = [one for one in form["decisions"] if one["kind"] == "incident" and one["fired"]]
    assert (made["words"], made["rule"]["file"], made["rule"]["line"]) == ("crumped", "words/en/incidents.yml", 2)
    assert form["claims"][0]["type"] == "ASSAULT"
    assert facta("codebook", "check", cwd=tmp_path, FACTA_CODEBOOK="words").stdout.strip().endswith("no mistakes")


def test_a_text_in_no_language_that_facta_reads_is_no_use(tmp_path: Path) -> None:
    done = facta("codebook", "explain", "  ", cwd=tmp_path)
    assert done.returncode == 2
    assert "TEXT" in done.stderr


def test_a_mistake_in_a_codebook_is_told_with_file_and_line(tmp_path: Path) -> None:
    page = tmp_path / "book" / "en" / "speech.yml"
    page.parent.mkdir(parents=True)
    page.write_text("# cues\nnonsense: true\n", encoding="utf-8")
    done = facta("codebook", "check", "book", cwd=tmp_path)
    assert done.returncode == 1
    assert "speech.yml:2:" in done.stderr


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    done = facta("demo", "--out", "here", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(folder / "here" / "dossier.html") in done.stdout
    assert "facta serve --ledger here/demo.db" in done.stdout
    return folder / "here"


def test_the_demo_fills_a_ledger_and_writes_a_dossier_that_needs_nothing_else(demo: Path) -> None:
    page = (demo / "dossier.html").read_text(encoding="utf-8")
    assert "<script src" not in page
    assert 'rel="stylesheet"' not in page
    done = facta("pledges", "--ledger", "demo.db", cwd=demo)
    assert "CONTRADICTED" in done.stdout


def test_serve_shows_the_ledger_to_this_machine(demo: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [FACTA, "serve", "--ledger", "demo.db", "--port", str(port), "--quiet"]
    process = subprocess.Popen(command, cwd=demo, env=environment())
    try:
        assert "</html>" in fetched(f"http://127.0.0.1:{port}/")
    finally:
        process.terminate()
        process.wait(30)


def fetched(address: str) -> str:
    """The page at the address, waited for while the server starts."""
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(address, timeout=10) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
