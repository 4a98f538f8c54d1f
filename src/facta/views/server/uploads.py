"""Takes files as a browser sent them, gives those that may be read, and why each of the others may not. Archives are
opened here and nothing is ever written under a name from outside; what a file says is left to the sources."""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from facta.errors import FactaError, NotText, SourceError, UnreadableSource
from facta.settings import Settings

TYPES = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".zip": "zip",
}  # fmt: skip
KNOWN_OF = "reports.toml"  # in an archive: what is known of its files
RATIO = 100  # text packs to a tenth; what packs to a hundredth is made to fill the memory
SMALL = 100_000  # bytes up to which no ratio is suspicious
NAME_CHARS = 100

_BINARY = (
    b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"SQLite format 3",
)  # fmt: skip
_ENTRY = b"PK\x01\x02"  # begins the record of a file in an archive's table of contents
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OSError)
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32 have zero bytes in their text
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
_REMEDY = "send .txt, .md, .html or .jsonl files, or a .zip of them"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one upload may be, in bytes unpacked and in files."""

    file_bytes: int
    files: int
    bytes: int

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        return cls(settings.max_file_bytes, settings.max_upload_files, settings.max_upload_bytes)


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that may be read. `name` has no folder and is safe to show and to log, `kind` is one of `TYPES`' values or
    `toml`, `archive` is the name of the archive that it came in."""

    name: str
    kind: str
    data: bytes
    archive: str | None = None


@dataclass(slots=True)
class _Budget:
    """What is left of the limits."""

    files: int
    bytes: int

    def take(self, size: int) -> None:
        self.files -= 1
        self.bytes -= size
        if self.files < 0:
            raise TooMuch("the upload has too many files", "send fewer at once")
        if self.bytes < 0:
            raise TooMuch("the upload is too large", "send less at once")


class TooMuch(FactaError):
    """An upload is beyond the limits as a whole; what came before in it is not lost."""


def received(files: Iterable[tuple[str, IO[bytes]]], limits: Limits) -> Iterator[UploadedFile | SourceError]:
    """The files that may be read, and an error in the place of each other one, in order; the last is the error of the
    upload as a whole when it is too much."""
    budget = _Budget(limits.files, limits.bytes)
    try:
        for sent, stream in files:
            yield from _received(safe_name(sent), stream, limits, budget)
    except TooMuch as error:
        yield SourceError("the upload", error.message, error.remedy)


def safe_name(sent: str) -> str:
    """A file's name without its folders, controls and signs that turn the writing round; never empty, `.` or `..`."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", sent))[-1]
    kept = "".join(ch if unicodedata.category(ch)[0] != "C" and ch not in '<>:"|?*' else "_" for ch in last).strip(" .")
    if len(kept) > NAME_CHARS:
        stem, dot, suffix = kept.rpartition(".")
        kept = f"{stem[: NAME_CHARS - 10]}…{dot}{suffix[-8:]}" if dot else kept[:NAME_CHARS]
    return f"_{kept}" if not kept or _DEVICE.fullmatch(kept) else kept


def _received(name: str, stream: IO[bytes], limits: Limits, budget: _Budget) -> Iterator[UploadedFile | SourceError]:
    packed = name.lower().endswith(".zip")
    data = stream.read((limits.bytes if packed else limits.file_bytes) + 1)
    if packed:
        if len(data) > limits.bytes:
            raise TooMuch(f"{name} is too large", "send less at once")
        yield from _unpacked(name, data, limits, budget)
    else:
        budget.take(len(data))
        yield _judged(name, data, limits)


def _judged(name: str, data: bytes, limits: Limits, archive: str | None = None) -> UploadedFile | SourceError:
    """The file, if its name and its bytes agree on what it is."""
    source = f"{archive}: {name}" if archive else name
    kind = TYPES.get(name[name.rfind(".") :].lower() if "." in name else "", "")
    if archive and name == KNOWN_OF:
        kind = "toml"
    if not kind:
        return UnreadableSource(source, "is no type of file that is read here", _REMEDY)
    if kind == "zip" or data.startswith(_ZIP):
        return UnreadableSource(source, "is an archive within an archive" if archive else "is an archive", _REMEDY)
    if len(data) > limits.file_bytes:
        return UnreadableSource(source, f"is larger than {limits.file_bytes // 1_000_000} MB", "split it")
    if data.startswith(_BINARY) or (b"\0" in data and not data.startswith(_MARKS)):
        return NotText(source, "is not text, whatever its name says", _REMEDY)
    if kind == "html" and not data.startswith(_MARKS) and not re.search(rb"<[a-zA-Z!?/]", data):
        return NotText(source, "has no markup, whatever its name says", "call it .txt")
    if kind == "jsonl" and data.strip() and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return NotText(source, "does not begin with a JSON object", "write one object a line")
    return UploadedFile(name, kind, data, archive)


def _unpacked(archive: str, data: bytes, limits: Limits, budget: _Budget) -> Iterator[UploadedFile | SourceError]:
    if data.count(_ENTRY) > 4 * limits.files:  # before a record is made of each
        raise TooMuch(f"{archive} has too many files", f"send at most {limits.files} at once")
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        yield UnreadableSource(archive, f"is not a ZIP archive that can be opened: {error}", "pack it anew")
        return
    with opened:
        entries = [entry for entry in opened.infolist() if not _beside(entry)]
        if len(entries) > limits.files:
            raise TooMuch(f"{archive} has {len(entries)} files", f"send at most {limits.files} at once")
        for entry in entries:
            name = safe_name(entry.filename)
            reason = _refusal(entry)
            if reason:
                yield UnreadableSource(f"{archive}: {name}", reason, "pack the files anew, as they are")
                continue
            try:
                content = _content(opened, entry, limits)
            except _BROKEN as error:
                yield UnreadableSource(f"{archive}: {name}", f"cannot be unpacked: {error}", "pack it anew")
                continue
            budget.take(len(content))
            yield _judged(name, content, limits, archive)


def _beside(entry: zipfile.ZipInfo) -> bool:
    """Folders, and what a Mac packs beside the files."""
    parts = entry.filename.split("/")
    return entry.is_dir() or parts[0] == "__MACOSX" or parts[-1] == ".DS_Store"


def _refusal(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not even opened, or nothing."""
    path = entry.filename
    parts = re.split(r"[/\\]", entry.orig_filename if "\\" in entry.orig_filename else path)
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path) or ".." in parts or "\0" in entry.orig_filename:
        return "leads out of the archive"
    if any(_DEVICE.fullmatch(part.strip(" .")) for part in parts):
        return "has the name of a device"
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "is a link or no regular file"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way that is not read here"
    if entry.flag_bits & 0x1:
        return "is locked with a password"
    if entry.file_size > SMALL and entry.file_size > RATIO * max(entry.compress_size, 1):
        return "is packed so densely that it can only be made to fill the memory"
    return ""


def _content(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The bytes of an entry, up to one more than allowed, whatever its header says of their number."""
    with opened.open(entry) as stream:
        return stream.read(limits.file_bytes + 1)
