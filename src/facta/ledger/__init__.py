"""The ledger: reports, claims, findings, reviews in one SQLite file or PostgreSQL database. The only SQL there is."""

from facta.ledger.find import FoundClaim, Question
from facta.ledger.hits import Hit, Hits
from facta.ledger.ledger import Ledger
from facta.ledger.lines import StoryFilter, StoryLine, StoryPage
from facta.ledger.lookups import ClaimPage, EntityPage, Reports

__all__ = [
    "ClaimPage",
    "EntityPage",
    "FoundClaim",
    "Hit",
    "Hits",
    "Ledger",
    "Question",
    "Reports",
    "StoryFilter",
    "StoryLine",
    "StoryPage",
]
