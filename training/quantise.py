"""From an exported model in full precision to one of small integers whose results do not depend on the batch.

Each matrix product takes 8-bit weights, one scale a column, and activations quantised to 8 bits as it runs, one scale
a row: a word's numbers are the same whatever stands beside it. (ONNX Runtime's own dynamic quantisation takes one scale
for the whole call.) The word embedding is kept in blocks of 32 weights of 4 bits, as the packed start weights have it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
BLOCK = 32  # weights of the embedding that share a scale
_MOST = 127  # of a signed 8-bit number
_FEWEST_ROWS = 64  # of a weight matrix that is worth quantising
_CONTRIB = "com.microsoft"  # ONNX Runtime's operators beyond the standard


def quantise(source: Path, target: Path) -> None:
    """Writes the quantised model."""
    model = onnx.load(str(source))
    graph = _Rewriting(model)
    for node in model.graph.node:
        if node.op_type == "MatMul" and graph.is_matrix(node.input[1]):
            graph.product(node)
        elif node.op_type == "Gather" and graph.is_embedding(node.input[0]):
            graph.embedding(node)
        else:
            graph.nodes.append(node)
    graph.finish()
    onnx.save(model, str(target))


class _Rewriting:
    """The nodes and constants of the new graph, as they come."""

    def __init__(self, model: ModelProto) -> None:
        self.model = model
        self.constants = {tensor.name: tensor for tensor in model.graph.initializer}
        self.nodes = list[NodeProto]()
        self.new = [
            numpy_helper.from_array(np.array(1, np.float32), "one"),
            numpy_helper.from_array(np.array(1 / _MOST, np.float32), "one_step"),
            numpy_helper.from_array(np.array(1e-12, np.float32), "least_step"),
            numpy_helper.from_array(np.array(128, np.uint8), "middle"),
            numpy_helper.from_array(np.array([-1], np.int64), "last_axis"),
        ]
        self.rows: dict[str, tuple[str, str]] = {}  # activation -> its 8-bit form, its scales

    def is_matrix(self, name: str) -> bool:
        tensor = self.constants.get(name)
        return tensor is not None and len(tensor.dims) == 2 and tensor.dims[0] >= _FEWEST_ROWS

    def is_embedding(self, name: str) -> bool:
        tensor = self.constants.get(name)
        return tensor is not None and len(tensor.dims) == 2 and tensor.dims[0] > 10_000

    def product(self, node: NodeProto) -> None:
        """x @ W as (8-bit x @ 8-bit W) * scale of the row * scale of the column."""
        weights = numpy_helper.to_array(self.constants[node.input[1]])
        scales = np.maximum(np.abs(weights).max(0) / _MOST, 1e-12).astype(np.float32)
        name, out = node.input[1], node.output[0]
        self.new += [
            numpy_helper.from_array(np.round(weights / scales).astype(np.int8), f"{name}_8"),
            numpy_helper.from_array(scales, f"{name}_scales"),
            numpy_helper.from_array(np.zeros(weights.shape[1], np.int8), f"{name}_zeros"),
        ]
        small, steps = self._row(node.input[0])
        inputs = [small, f"{name}_8", "one", f"{name}_scales", "middle", f"{name}_zeros"]
        self.nodes += [
            helper.make_node("MatMulIntegerToFloat", inputs, [f"{out}_unscaled"], domain=_CONTRIB),
            helper.make_node("Mul", [f"{out}_unscaled", steps], [out]),
        ]

    def _row(self, x: str) -> tuple[str, str]:
        """The activation in 8 bits with one scale for each row; products of the same activation share it."""
        if x not in self.rows:
            self.rows[x] = f"{x}_8", f"{x}_steps"
            self.nodes += [
                helper.make_node("Abs", [x], [f"{x}_abs"]),
                helper.make_node("ReduceMax", [f"{x}_abs", "last_axis"], [f"{x}_most"], keepdims=1),
                helper.make_node("Mul", [f"{x}_most", "one_step"], [f"{x}_raw"]),
                helper.make_node("Max", [f"{x}_raw", "least_step"], [f"{x}_steps"]),
                helper.make_node("Div", [x, f"{x}_steps"], [f"{x}_even"]),
                helper.make_node("QuantizeLinear", [f"{x}_even", "one", "middle"], [f"{x}_8"]),
            ]
        return self.rows[x]

    def embedding(self, node: NodeProto) -> None:
        """Rows of the embedding from blocks of 4 bits."""
        name = node.input[0]
        codes, scales = blocks(numpy_helper.to_array(self.constants[name]))
        packed = ((codes[:, 1::2] << 4) | codes[:, ::2] & 15).astype(np.uint8)
        self.new += [
            helper.make_tensor(f"{name}_4", TensorProto.INT4, codes.shape, packed.tobytes(), raw=True),
            numpy_helper.from_array(scales.astype(np.float16), f"{name}_scales"),
        ]
        inputs = [f"{name}_4", node.input[1], f"{name}_scales"]
        gather = helper.make_node(
            "GatherBlockQuantized", inputs, [f"{name}_rows"], domain=_CONTRIB,
            gather_axis=0, quantize_axis=1, block_size=BLOCK,
        )  # fmt: skip
        self.nodes += [gather, helper.make_node("Cast", [f"{name}_rows"], [node.output[0]], to=TensorProto.FLOAT)]

    def finish(self) -> None:
        """Puts nodes and the constants that are still used into the model."""
        graph = self.model.graph
        used = {name for node in self.nodes for name in node.input} | {out.name for out in graph.output}
        kept = [tensor for tensor in [*graph.initializer, *self.new] if tensor.name in used]
        del graph.node[:], graph.initializer[:]
        graph.node.extend(self.nodes)
        graph.initializer.extend(kept)
        if _CONTRIB not in {opset.domain for opset in self.model.opset_import}:
            self.model.opset_import.append(helper.make_opsetid(_CONTRIB, 1))


def blocks(matrix: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Codes from -8 to 7 and the scale of each block; value = code * scale. Exact for weights that came in blocks."""
    parts = matrix.reshape(len(matrix), -1, BLOCK)
    farthest = np.take_along_axis(parts, np.abs(parts).argmax(-1)[..., None], -1)
    scales = (farthest / -8).astype(np.float32)
    safe = np.where(scales == 0, 1, scales)
    codes = np.clip(np.round(parts / safe), -8, 7).astype(np.int8)
    return codes.reshape(matrix.shape), scales[..., 0]
