"""facta: a ledger of who said, promised and did what, read from news reports, with the characters that say so.

The public names: `load` makes reports of files, `Pipeline` makes claims of reports and fills a `Ledger`, and a `Ledger`
gives stories, findings and claims back. They are loaded when first asked for, so that `import facta` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facta.ledger import Ledger
    from facta.pipeline import Pipeline
    from facta.settings import Settings
    from facta.sources import Known, load

__version__ = "0.1.0"
__all__ = ["Known", "Ledger", "Pipeline", "Settings", "load"]

_ROOMS = {
    "Known": "facta.sources",
    "Ledger": "facta.ledger",
    "Pipeline": "facta.pipeline",
    "Settings": "facta.settings",
    "load": "facta.sources",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'facta' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
