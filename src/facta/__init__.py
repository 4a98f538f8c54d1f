"""facta: a ledger of who said, promised and did what, read from news reports, with the characters that say so."""

__version__ = "0.1.0"
