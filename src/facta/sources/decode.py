"""From the bytes of a file to its text, code point for code point. A guess that would change letters is refused."""

from __future__ import annotations

import codecs
import re

from facta.errors import NotText

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP archive or office document", b"\x89PNG": "a PNG picture"}
_LEGACY = ["cp1251", "cp1252", "koi8_u"]
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CYRILLIC_AND_LATIN = re.compile(r"[a-zà-ÿ][а-яґєіїё]|[а-яґєіїё][a-zà-ÿ]", re.IGNORECASE)
_SAVE_AS_UTF8 = "save it as plain text in UTF-8"


def decode(data: bytes, source: str) -> str:
    """The text of the bytes. UTF-8 keeps its byte-order mark as a character; `NotText` when they are no text."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise NotText(source, f"is {kind}, not text", _SAVE_AS_UTF8)
    text = _by_mark(data, source)
    if text is None:
        text = _unmarked(data, source)
    if len(_CONTROLS.findall(text[:8192])) > len(text[:8192]) // 100:
        raise NotText(source, "holds control characters, not text", _SAVE_AS_UTF8)
    return text


def _by_mark(data: bytes, source: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise NotText(source, f"is not {encoding.upper()}: {error.reason}", _SAVE_AS_UTF8) from error
    return None


def _unmarked(data: bytes, source: str) -> str:
    if b"\x00" in data[:8192]:
        raise NotText(source, "is a binary file", _SAVE_AS_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        damaged = data.decode("utf-8", "replace")
        wide = sum(ord(ch) > 127 for ch in damaged)
        if wide > 2 * damaged.count("\ufffd"):
            raise NotText(source, f"is UTF-8 damaged at byte {error.start}", _SAVE_AS_UTF8) from error
    return _legacy(data, source)


def _legacy(data: bytes, source: str) -> str:
    """An older one-byte encoding, if one fits so well that its words are words."""
    from charset_normalizer import from_bytes  # slow to load, and seldom needed

    match = from_bytes(data, cp_isolation=_LEGACY).best()
    text = str(match) if match else ""
    if not text or _CYRILLIC_AND_LATIN.search(text):
        raise NotText(source, "is neither UTF-8 nor an older encoding that can be told for sure", _SAVE_AS_UTF8)
    return text
