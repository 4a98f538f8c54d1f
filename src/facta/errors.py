"""The errors facta raises, all of them below one root. Library code raises them; only the command line prints them.

FactaError
├── UsageError            the call itself is wrong (exit code 2)
│   └── Conflict              somebody else decided on it in the meantime
├── SourceError           an input could not become a report; the others are still read (exit code 1)
│   ├── UnreadableSource      missing, no rights, or the address does not answer
│   ├── EmptyReport           nothing to read in it
│   ├── NotText               bytes that are not text
│   ├── ReportTooLong         longer than the settings allow
│   ├── UnsupportedLanguage   no reader or codebook for this language
│   ├── BrokenMarkup          HTML without a readable article
│   ├── BadRecord             a line or field that is not what the format says
│   └── BadDate               a date that is not one
├── CodebookError         a mistake in a codebook file, with file and line
├── ModelError            the model files are missing or do not fit their manifest
└── LedgerError           the ledger cannot be opened, or was written by a newer facta
"""

from __future__ import annotations

from typing import Any


class FactaError(Exception):
    """Root of all errors. `remedy` says what the person can do about it."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled by its fields, so that an error comes home from another process whatever its constructor takes."""
        return _bare, (type(self), self.args), self.__dict__

    def __str__(self) -> str:
        return f"{self.message}; {self.remedy}" if self.remedy else self.message


def _bare(kind: type[FactaError], arguments: tuple[Any, ...]) -> FactaError:
    """An error without its fields, which unpickling adds."""
    return kind.__new__(kind, *arguments)


class UsageError(FactaError):
    """The call itself is wrong: an unknown option value, a missing argument."""

    exit_code = 2


class Conflict(UsageError):
    """What is to be decided on is no longer as the person saw it. `reviews` are the decisions on it, oldest first."""

    def __init__(self, message: str, remedy: str = "", reviews: tuple[Any, ...] = ()) -> None:
        super().__init__(message, remedy)
        self.reviews = reviews


class SourceError(FactaError):
    """An input could not become a report. `source` names it: a path, an address, or file and line."""

    def __init__(self, source: str, reason: str, remedy: str = "") -> None:
        super().__init__(f"{source}: {reason}", remedy)
        self.source = source
        self.reason = reason


class UnreadableSource(SourceError):
    """The file is missing or may not be read, or the address does not answer."""


class EmptyReport(SourceError):
    """There is nothing to read in it."""


class NotText(SourceError):
    """The bytes are not text in any encoding that facta reads."""


class ReportTooLong(SourceError):
    """The text is longer than `Settings.max_report_chars`."""


class UnsupportedLanguage(SourceError):
    """Neither reader nor codebook knows the language."""


class BrokenMarkup(SourceError):
    """HTML in which no article was found."""


class BadRecord(SourceError):
    """A line or field that is not what its format says."""


class BadDate(SourceError):
    """A date that is not one."""


class CodebookError(FactaError):
    """A mistake in a codebook file. `file` and `line` (from 1) say where."""

    def __init__(self, file: str, line: int, reason: str, remedy: str = "") -> None:
        super().__init__(f"{file}:{line}: {reason}", remedy)
        self.file = file
        self.line = line


class ModelError(FactaError):
    """The model files are missing, damaged, or do not fit their manifest."""


class LedgerError(FactaError):
    """The ledger cannot be opened, is not a ledger, or was written by a newer facta."""
