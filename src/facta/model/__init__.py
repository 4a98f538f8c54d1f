"""The shipped reader model: its files, checked against the manifest, as word pieces and an ONNX session."""

from facta.model.model import Model

__all__ = ["Model"]
