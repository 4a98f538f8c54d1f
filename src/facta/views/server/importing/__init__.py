"""What was given over the web, read into the ledger by one thread of the site while its pages go on answering."""

from __future__ import annotations

from facta.views.server.importing.given import Given, Pasted, items_of, known_of, words_for
from facta.views.server.importing.worker import Worker, worker_of

__all__ = ["Given", "Pasted", "Worker", "items_of", "known_of", "words_for", "worker_of"]
