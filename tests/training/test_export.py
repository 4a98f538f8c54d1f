"""The vocabulary keeps what its languages need; quantised numbers stay near, and do not depend on their company."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import TensorProto, helper, numpy_helper
from sentencepiece import SentencePieceProcessor

from training.quantise import BLOCK, blocks, quantise
from training.vocabulary import cut, readable, sentencepiece

ROWS, WIDTH, OUT = 20_000, 64, 96


@pytest.mark.parametrize(
    ("piece", "kept"),
    [("▁Київ", True), ("▁l'été", True), ("▁سلام", True), ("2022", True), ("北京", False), ("ไทย", False)],
)
def test_pieces_of_other_scripts_are_cut(piece: str, kept: bool) -> None:
    assert readable(piece) is kept


def test_a_cut_tokenizer_keeps_special_pieces_and_their_order() -> None:
    names = ["<s>", "<pad>", "</s>", "<unk>", "▁a", "北", "▁порт"]
    tokenizer: dict[str, Any] = {
        "model": {"vocab": [[name, -1.0] for name in names], "unk_id": 3},
        "added_tokens": [{"id": 0, "content": "<s>"}, {"id": 250001, "content": "<mask>"}],
    }
    assert cut(tokenizer) == [0, 1, 2, 3, 4, 6]
    assert [piece for piece, _ in tokenizer["model"]["vocab"]] == ["<s>", "<pad>", "</s>", "<unk>", "▁a", "▁порт"]
    assert [token["id"] for token in tokenizer["added_tokens"]] == [0]


def test_weights_that_came_in_blocks_of_four_bits_are_kept_exactly() -> None:
    draw = np.random.default_rng(1)
    codes = draw.integers(-7, 8, (5, 3, BLOCK))
    codes[..., 0] = -8  # as packing leaves the farthest weight of a block
    scales = draw.normal(size=(5, 3, 1)).astype(np.float16).astype(np.float32)
    matrix = (codes * scales).reshape(5, -1).astype(np.float32)
    found, steps = blocks(matrix)
    assert np.array_equal((found.reshape(5, 3, BLOCK) * steps[..., None]).reshape(5, -1), matrix)


def test_a_block_of_zeros_stays_zero() -> None:
    codes, scales = blocks(np.zeros((2, BLOCK), np.float32))
    assert not codes.any()
    assert not scales.any()


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An embedding and a matrix product in full precision, and the same quantised."""
    draw = np.random.default_rng(2)
    constants = [
        numpy_helper.from_array(draw.normal(size=(ROWS, WIDTH)).astype(np.float32), "embedding"),
        numpy_helper.from_array(draw.normal(size=(WIDTH, OUT)).astype(np.float32), "weights"),
    ]
    nodes = [
        helper.make_node("Gather", ["embedding", "ids"], ["rows"]),
        helper.make_node("MatMul", ["rows", "weights"], ["scores"]),
    ]
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["b", "t"])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["b", "t", OUT])
    graph = helper.make_graph(nodes, "small", [ids], [scores], constants)
    folder = tmp_path_factory.mktemp("onnx")
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10), folder / "full.onnx"
    )
    quantise(folder / "full.onnx", folder / "small.onnx")
    return folder / "full.onnx", folder / "small.onnx"


def test_quantised_scores_stay_near_those_in_full_precision(models: tuple[Path, Path]) -> None:
    ids = np.random.default_rng(3).integers(0, ROWS, (4, 7))
    full, small = (ort.InferenceSession(str(path)).run(None, {"ids": ids})[0] for path in models)
    assert np.abs(full - small).mean() < 0.1 * np.abs(full).mean()
    assert np.corrcoef(full.ravel(), small.ravel())[0, 1] > 0.99
    assert models[1].stat().st_size < models[0].stat().st_size / 5


def test_quantised_scores_of_a_row_do_not_depend_on_the_other_rows(models: tuple[Path, Path]) -> None:
    session = ort.InferenceSession(str(models[1]))
    ids = np.random.default_rng(4).integers(0, ROWS, (6, 9))
    together = session.run(None, {"ids": ids})[0]
    assert all(np.array_equal(session.run(None, {"ids": ids[i : i + 1]})[0][0], together[i]) for i in range(len(ids)))


def test_words_fall_into_the_same_pieces_in_the_exported_vocabulary(tmp_path: Path) -> None:
    pytest.importorskip("google.protobuf", reason="protobuf is installed for training alone")
    tokenizers = pytest.importorskip("tokenizers", reason="tokenizers is installed for training alone")
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁port", "▁порт", "s", "у", "p", "o"]
    tokenizer: dict[str, Any] = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [], "post_processor": None,
        "decoder": None,
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "Precompiled", "precompiled_charsmap": ""}]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"},
        "model": {"type": "Unigram", "unk_id": 3, "vocab": [[piece, -float(i)] for i, piece in enumerate(pieces)]},
    }  # fmt: skip
    exported = SentencePieceProcessor(model_proto=sentencepiece(tokenizer))
    tokenizer["normalizer"] = None
    known = tokenizers.Tokenizer.from_str(json.dumps(tokenizer))
    for word in ("ports", "порту", "pop", "x"):
        assert exported.encode(word) == known.encode(word, add_special_tokens=False).ids
