"""Accounts, sessions and sign-ins over both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Thread

import pytest

from facta.errors import UsageError
from facta.ledger import Ledger
from facta.ledger.accounts import Account, Role, SignIn

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=8)
WINDOW = timedelta(minutes=15)
ADA = Account("ada", Role.ADMIN, NOON, "$argon2id$1")


def test_an_account_is_kept_changed_and_removed(ledger: Ledger) -> None:
    accounts = ledger.accounts
    assert accounts.find("ada") is None
    accounts.add(ADA)
    accounts.add(replace(ADA, name="Öl'ha; --", role=Role.READER))
    assert accounts.find("ada") == ADA
    assert {one.name for one in accounts.all()} == {"ada", "Öl'ha; --"}
    accounts.set_role("ada", Role.REVIEWER)
    accounts.set_password("ada", "$argon2id$2")
    assert accounts.find("ada") == replace(ADA, role=Role.REVIEWER, password="$argon2id$2")
    accounts.remove("ada")
    assert accounts.find("ada") is None


def test_a_name_is_given_once_and_only_known_ones_are_changed(ledger: Ledger) -> None:
    ledger.accounts.add(ADA)
    with pytest.raises(UsageError, match="already"):
        ledger.accounts.add(ADA)
    for change in (
        partial(ledger.accounts.set_role, "bob", Role.ADMIN),
        partial(ledger.accounts.set_password, "bob", "x"),
        partial(ledger.accounts.remove, "bob"),
    ):
        with pytest.raises(UsageError, match="no account bob"):
            change()


def test_a_session_lasts_until_its_end(ledger: Ledger) -> None:
    accounts = ledger.accounts
    accounts.add(ADA)
    accounts.open_session("digest", "form token", "ada", NOON, LATER)
    found = accounts.session("digest", LATER - timedelta(microseconds=1))
    assert found is not None
    assert (found.account, found.csrf, found.made_at, found.expires_at) == (ADA, "form token", NOON, LATER)
    assert accounts.session("digest", LATER) is None
    assert accounts.session("other", NOON) is None
    accounts.prolong("digest", LATER + timedelta(hours=1))
    assert accounts.session("digest", LATER) is not None
    accounts.close_session("digest")
    assert accounts.session("digest", NOON) is None


@pytest.mark.parametrize("what", ["role", "password", "removal"])
def test_sessions_end_with_the_rights_they_were_opened_with(ledger: Ledger, what: str) -> None:
    ledger.accounts.add(ADA)
    ledger.accounts.open_session("digest", "t", "ada", NOON, LATER)
    if what == "role":
        ledger.accounts.set_role("ada", Role.ADMIN)
    elif what == "password":
        ledger.accounts.set_password("ada", "$argon2id$2")
    else:
        ledger.accounts.remove("ada")
    assert ledger.accounts.session("digest", NOON) is None
    assert ledger.counts()["sessions"] == 0


def test_sessions_that_ended_are_cleared_away_by_the_next(ledger: Ledger) -> None:
    ledger.accounts.add(ADA)
    ledger.accounts.open_session("old", "t", "ada", NOON, LATER)
    ledger.accounts.open_session("new", "t", "ada", LATER, LATER + timedelta(hours=8))
    assert ledger.counts()["sessions"] == 1


def test_failures_of_a_name_or_an_address_are_counted_within_a_window(ledger: Ledger) -> None:
    accounts = ledger.accounts
    for second in range(3):
        assert not accounts.attempt(SignIn(NOON + timedelta(seconds=second), "ada", f"a{second}", False), 3, WINDOW)
    late = SignIn(NOON + timedelta(minutes=1), "ada", "b", False)
    assert accounts.attempt(late, 3, WINDOW) == timedelta(minutes=14)
    assert not accounts.attempt(replace(late, name="bob"), 3, WINDOW)
    assert not accounts.attempt(replace(late, at=NOON + WINDOW), 3, WINDOW)
    assert len(accounts.sign_ins()) == 5


def test_what_worked_does_not_count_as_a_failure(ledger: Ledger) -> None:
    for second in range(5):
        attempt = SignIn(NOON + timedelta(seconds=second), "ada", "a", False)
        assert not ledger.accounts.attempt(attempt, 3, WINDOW)
        ledger.accounts.worked(attempt)
    assert [one.worked for one in ledger.accounts.sign_ins()] == [True] * 5


def test_old_sign_ins_are_forgotten(ledger: Ledger) -> None:
    ledger.accounts.attempt(SignIn(NOON, "ada", "a", False), 3, WINDOW)
    ledger.accounts.attempt(SignIn(NOON + timedelta(days=91), "ada", "a", False), 3, WINDOW)
    assert len(ledger.accounts.sign_ins()) == 1


def test_many_attempts_at_once_are_not_more_than_allowed(ledger: Ledger) -> None:
    allowed: list[bool] = []

    def try_it(number: int) -> None:
        attempt = SignIn(NOON + timedelta(microseconds=number), "ada", "a", False)
        allowed.append(not ledger.accounts.attempt(attempt, 3, WINDOW))

    threads = [Thread(target=try_it, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(allowed) == [False] * 9 + [True] * 3


def test_accounts_are_no_part_of_what_two_runs_share(ledger: Ledger) -> None:
    before = ledger.dump()
    ledger.accounts.add(ADA)
    ledger.accounts.attempt(SignIn(NOON, "ada", "a", False), 3, WINDOW)
    assert ledger.dump() == before
    assert "argon2" not in repr(ledger.accounts.all())
