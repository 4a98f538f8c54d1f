"""The ledger: reports, claims, findings, reviews in one SQLite file or PostgreSQL database. The only SQL there is."""

from facta.ledger.find import FoundClaim, Question
from facta.ledger.ledger import Ledger

__all__ = ["FoundClaim", "Ledger", "Question"]
