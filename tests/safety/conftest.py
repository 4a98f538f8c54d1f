"""Sites for the tests of safety: one for this machine alone, one with accounts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from facta.views import passwords
from tests.safety.site import Clock, Made, made, open_site, with_accounts


@pytest.fixture(autouse=True, scope="session")
def _quick_hashes() -> None:
    """Real argon2 with little memory, so that hundreds of sign-ins take seconds."""
    passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    passwords._nobody.cache_clear()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def local(plain: Made) -> FastAPI:
    """The site that this machine alone reaches."""
    return open_site(plain)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A ledger with an account of each role."""
    found = made(tmp_path_factory.mktemp("guarded"))
    with_accounts(found)
    return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shared(guarded: Made, tmp_path: Path, clock: Clock) -> FastAPI:
    """A site of its own with accounts: nothing that one test does is felt by another."""
    return open_site(replace(guarded, where=shutil.copy(guarded.where, str(tmp_path))), clock, shared=True)
