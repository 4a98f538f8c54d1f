"""From a story's claims to a cross-check: origins, groups on the same deed, pledge or quantity, and findings."""

from __future__ import annotations

from facta.crosscheck.check import CHECKS, check
from facta.crosscheck.docket import Docket, threads

__all__ = ["CHECKS", "Docket", "check", "threads"]
