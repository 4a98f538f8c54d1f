"""The shipped reader model: its files, checked against the manifest, as a tokenizer and an ONNX session."""

from facta.model.model import Model

__all__ = ["Model"]
