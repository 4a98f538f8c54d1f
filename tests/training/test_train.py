"""A small network learns, and a run can be stopped and resumed (needs the training group)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is installed for training alone: pip install --group training")

from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: E402

from tests.training.test_samples import ENGLISH, PASSIVE, TREE  # noqa: E402
from training.network import Network  # noqa: E402
from training.samples import labels_of, write  # noqa: E402
from training.teach import centred, shared, unit  # noqa: E402
from training.train import Run, schedule  # noqa: E402
from training.tree_roles import with_tree_roles  # noqa: E402

SIZES: dict[str, Any] = {
    "layers": 1, "hidden": 32, "heads": 2, "inner": 48, "arc": 16, "relation": 8, "role": 8, "word_dropout": 0.0,
}  # fmt: skip
SETTINGS: dict[str, Any] = {
    "seed": 1, "languages": ["en"], "network": SIZES, "data": {"longest": 50},
    "train": {
        "pieces": 200, "encoder_rate": 5e-3, "head_rate": 1e-2, "warm_up": 0.04, "clip": 1.0, "save_minutes": 60,
        "predicates": 20, "dev_sentences": 10, "again": 0.5,
    },
    "loss": dict.fromkeys(["arc", "relation", "upos", "predicate", "role", "name", "fact", "vector"], 1.0),
}  # fmt: skip


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A prepared folder with three sentences and random start weights of the real model's names and sizes."""
    samples = [ENGLISH, *with_tree_roles([TREE, PASSIVE])]
    (tmp_path / "dev").mkdir()
    write(tmp_path / "train.jsonl", samples)
    write(tmp_path / "dev" / "parse en.jsonl", samples[:1])
    words = sorted({word for sample in samples for word in sample.words})
    pieces = {piece: i for i, piece in enumerate(["<s>", "<pad>", "</s>", "<unk>", *words])}
    tokenizer = Tokenizer(models.WordLevel(pieces, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()  # type: ignore[assignment]
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    np.savez(tmp_path / "start.npz", **_start_arrays())
    vectors = unit(np.random.default_rng(2).normal(size=(2, SIZES["hidden"])).astype(np.float32))
    np.savez(tmp_path / "teacher.npz", keys=np.array([s.key for s in samples[:2]]), vectors=vectors)
    return tmp_path


def _start_arrays() -> dict[str, Any]:
    draw, hidden, inner = np.random.default_rng(1), SIZES["hidden"], SIZES["inner"]
    shapes = {
        "embeddings.word_embeddings.weight": (250_037, hidden), "embeddings.position_embeddings.weight": (512, hidden),
        "embeddings.token_type_embeddings.weight": (1, hidden), "embeddings.LayerNorm.weight": (hidden,),
        "embeddings.LayerNorm.bias": (hidden,),
    }  # fmt: skip
    for i in range(12):
        at = f"encoder.layer.{i}"
        square = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")] + [
            f"{at}.attention.output.dense"
        ]
        shapes |= {f"{name}.weight": (hidden, hidden) for name in square} | {
            f"{name}.bias": (hidden,) for name in square
        }
        shapes |= {f"{at}.intermediate.dense.weight": (inner, hidden), f"{at}.intermediate.dense.bias": (inner,)}
        shapes |= {f"{at}.output.dense.weight": (hidden, inner), f"{at}.output.dense.bias": (hidden,)}
        norms = (f"{at}.attention.output.LayerNorm", f"{at}.output.LayerNorm")
        shapes |= {f"{norm}.{part}": (hidden,) for norm in norms for part in ("weight", "bias")}
    return {name: (draw.normal(size=shape) * 0.05).astype(np.float32) for name, shape in shapes.items()}


def test_the_rate_rises_and_falls() -> None:
    rates = [schedule(share / 20, 0.1) for share in range(21)]
    assert rates.index(max(rates)) == 2
    assert rates[-1] == pytest.approx(0.01)


def test_a_run_learns_and_goes_on_where_it_stopped(work: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    first = Run(work, out, 0.5, SETTINGS)
    first.run()
    [final] = [json.loads(line)["final"] for line in (out / "log.jsonl").read_text().splitlines() if "final" in line]
    assert final["parse en"]["las"] > 80
    second = Run(work, out, 0.55, SETTINGS)
    second.resume()
    assert (second.step, second.spent) == (first.step, first.spent)
    assert all(torch.equal(a, b) for a, b in zip(first.network.parameters(), second.network.parameters(), strict=True))
    second.run()
    assert second.step > first.step


def test_a_run_can_begin_from_the_weights_of_another(work: Path, tmp_path: Path) -> None:
    first = Run(work, tmp_path / "run", 0.02, SETTINGS)
    first.run()
    second = Run(work, tmp_path / "further", 0.02, SETTINGS)
    second.begin_from(tmp_path / "run")
    assert all(torch.equal(a, b) for a, b in zip(first.network.parameters(), second.network.parameters(), strict=True))
    assert second.step == 0
    assert second.rates == [rate / 2 for rate in first.rates]


def test_the_language_is_taken_out_of_taught_vectors_and_translations_share_one() -> None:
    draw = np.random.default_rng(3)
    about, language = draw.normal(size=(40, 16)), draw.normal(size=(2, 16)) * 3
    vectors = unit(np.concatenate([about + language[0], about + language[1]]).astype(np.float32))
    taught = centred(vectors, ["en"] * 40 + ["es"] * 40)
    nearest = (taught[:40] @ taught[40:].T).argmax(1)
    assert (nearest == np.arange(40)).mean() > 0.9
    keys = [str(i) for i in range(80)]
    together = shared(taught, keys, [["3", "43"]])
    assert np.allclose(together[3], together[43])
    assert np.array_equal(together[4], taught[4])


def test_pairs_of_rows_are_scored_alike_alone_and_among_all(work: Path) -> None:
    network = Network(SIZES, labels_of([ENGLISH]), pieces=10).eval()
    words = torch.randn(2, 5, SIZES["hidden"])
    a, b = network.rel_word(words), network.rel_head(words)
    everything = network.relation(a, b)
    paired = network.relation.paired(a, b)
    assert torch.allclose(everything.diagonal(dim1=2, dim2=3).transpose(1, 2), paired, atol=1e-5)
