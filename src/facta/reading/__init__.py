"""From a Report to a Reading: sentences, words, parse, names, roles and vectors. Knows nothing of conflicts."""

from facta.reading.reader import Reader

__all__ = ["Reader"]
