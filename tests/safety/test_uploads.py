"""Files from outside: too large, too many, not what their names say, archives that lead out of themselves or fill the
memory. What is good beside them is still read."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import SourceError
from facta.views.server.uploads import Limits, UploadedFile, received, safe_name

LIMITS = Limits(file_bytes=200_000, files=10, bytes=600_000)
TEXT = b"The army said it would leave Kosti by Friday.\n"


def archive(entries: Mapping[str, bytes], **attributes: int) -> bytes:
    """A ZIP archive; `mode` sets the Unix mode of all its entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = attributes.get("mode", stat.S_IFREG | 0o644) << 16
            packed.writestr(entry, data)
    return made.getvalue()


def sent(*files: tuple[str, bytes], limits: Limits = LIMITS) -> tuple[list[UploadedFile], list[str]]:
    """What may be read, and the reasons against the rest."""
    found = list(received([(name, io.BytesIO(data)) for name, data in files], limits))
    good = [one for one in found if isinstance(one, UploadedFile)]
    return good, [one.reason for one in found if isinstance(one, SourceError)]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("kosti.txt", TEXT, "txt"),
        ("kosti.MD", b"# Kosti\n", "md"),
        ("kosti.html", b"<!doctype html><p>Kosti", "html"),
        ("kosti.jsonl", b'\xef\xbb\xbf{"text": "Kosti"}\n', "jsonl"),
        ("utf16.txt", "Кошіце".encode("utf-16"), "txt"),
        ("C:\\reports\\kosti.txt", TEXT, "txt"),
    ],
)
def test_reports_of_each_type_may_be_read(name: str, data: bytes, kind: str) -> None:
    good, bad = sent((name, data))
    assert bad == []
    assert [(one.kind, one.data) for one in good] == [(kind, data)]
    assert "\\" not in good[0].name


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("run.exe", b"MZ\x90\x00", "no type of file"),
        ("run.txt", b"MZ\x90\x00", "not text"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n", "not text"),
        ("paper.md", b"%PDF-1.7 ", "not text"),
        ("zeros.txt", b"abc\0def", "not text"),
        ("hidden.txt", archive({"a.txt": TEXT}), "is an archive"),
        ("plain.html", b"no markup in here", "no markup"),
        ("list.jsonl", b"[1, 2]", "JSON object"),
        ("noname", TEXT, "no type of file"),
        ("", TEXT, "no type of file"),
        ("big.txt", b"a" * 200_001, "larger than"),
        ("broken.zip", b"PK\x03\x04 and then nothing", "not a ZIP archive"),
        ("text.zip", TEXT, "not a ZIP archive"),
        ("reports.toml", b"[[report]]", "no type of file"),
    ],
)
def test_what_is_no_report_is_refused_by_name_or_by_content(name: str, data: bytes, reason: str) -> None:
    good, bad = sent((name, data), ("good.txt", TEXT))
    assert [one.name for one in good] == ["good.txt"]
    assert len(bad) == 1
    assert reason in bad[0]


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "a/../../out.txt", "/etc/out.txt", "C:\\out.txt", "c:out.txt", "..\\out.txt", "\\\\host\\out.txt"],
)
def test_an_entry_that_leads_out_of_its_archive_is_refused(name: str) -> None:
    good, bad = sent(("some.zip", archive({name: TEXT, "good.txt": TEXT})))
    assert [one.name for one in good] == ["good.txt"]
    assert bad == ["leads out of the archive"]


@pytest.mark.parametrize("name", ["con.txt", "NUL", "a/lpt1.txt", "com¹.txt", "aux .txt"])
def test_an_entry_with_the_name_of_a_device_is_refused(name: str) -> None:
    good, bad = sent(("some.zip", archive({name: TEXT})))
    assert good == []
    assert "device" in bad[0] or "no type" in bad[0]


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFCHR | 0o666, stat.S_IFIFO | 0o666])
def test_links_and_devices_in_an_archive_are_refused(mode: int) -> None:
    good, bad = sent(("some.zip", archive({"link.txt": b"/etc/passwd"}, mode=mode)))
    assert (good, bad) == ([], ["is a link or no regular file"])


def test_an_archive_within_an_archive_is_refused_by_name_and_by_content() -> None:
    inner = archive({"a.txt": TEXT})
    good, bad = sent(("outer.zip", archive({"inner.zip": inner, "inner.txt": inner, "good.txt": TEXT})))
    assert [one.name for one in good] == ["good.txt"]
    assert bad == ["is an archive within an archive"] * 2


def test_a_bomb_is_not_unpacked() -> None:
    good, bad = sent(("bomb.zip", archive({"bomb.txt": b"0" * 150_000, "good.txt": TEXT})))
    assert [one.name for one in good] == ["good.txt"]
    assert "fill the memory" in bad[0]


def test_a_bomb_that_lies_about_its_size_is_cut_off() -> None:
    """Its table of contents says 46 bytes; the stream goes on for megabytes."""
    bomb = bytearray(archive({"bomb.txt": b"0" * 5_000_000}))
    size = struct.pack("<I", 5_000_000)
    lie = struct.pack("<I", len(TEXT))
    checksum = struct.pack("<I", zlib.crc32(TEXT))
    real = struct.pack("<I", zlib.crc32(b"0" * 5_000_000))
    data = bytes(bomb).replace(size, lie).replace(real, checksum)
    good, bad = sent(("bomb.zip", data))
    assert len(bad) == 1
    assert good == []


def test_many_middling_files_together_are_too_much() -> None:
    noise = [(f"{number}.txt", bytes(range(33, 126)) * 2000) for number in range(5)]
    good, bad = sent(*noise)
    assert len(good) == 3
    assert bad == ["the upload is too large"]


def test_files_are_counted_within_archives_as_well() -> None:
    nine = {f"{number}.txt": TEXT for number in range(9)}
    good, bad = sent(("nine.zip", archive(nine)), ("ten.txt", TEXT), ("eleven.txt", TEXT))
    assert len(good) == 10
    assert bad == ["the upload has too many files"]


def test_an_archive_of_more_files_than_allowed_is_not_opened() -> None:
    good, bad = sent(("many.zip", archive({f"{number}.txt": b"a" for number in range(11)})))
    assert good == []
    assert "11 files" in bad[0]
    good, bad = sent(("more.zip", archive({f"{number}.txt": b"a" for number in range(100)})))
    assert (good, bad) == ([], ["more.zip has too many files"])


def test_what_a_mac_packs_beside_the_files_is_passed_over() -> None:
    packed = {"__MACOSX/._a.txt": b"\0\5", ".DS_Store": b"\0", "a.txt": TEXT, "reports.toml": b"[[report]]"}
    good, bad = sent(("mac.zip", archive(packed)))
    assert [(one.name, one.kind) for one in good] == [("a.txt", "txt"), ("reports.toml", "toml")]
    assert bad == []


def test_a_locked_entry_is_refused() -> None:
    data = bytearray(archive({"a.txt": TEXT}))
    table = data.index(b"PK\x01\x02")
    data[table + 8] |= 1
    good, bad = sent(("locked.zip", bytes(data)))
    assert (good, bad) == ([], ["is locked with a password"])


@given(st.text(max_size=300))
def test_a_safe_name_names_no_folder_device_or_control(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe not in (".", "..")
    assert len(safe) <= 110
    assert not set(safe) & set('/\\<>:"|?*\0\n\r\u202e')
    assert safe_name(safe) == safe


@given(st.binary(max_size=400), st.sampled_from(["a.zip", "a.txt", "a.html", "a.jsonl"]))
def test_no_bytes_break_the_opening_of_an_upload(data: bytes, name: str) -> None:
    list(received([(name, io.BytesIO(data))], LIMITS))
    list(received([("b.zip", io.BytesIO(archive({name: data})))], LIMITS))


@given(st.integers(0, 400), st.integers(0, 255))
def test_no_damaged_archive_breaks_the_opening_of_an_upload(place: int, value: int) -> None:
    data = bytearray(archive({"one.txt": TEXT, "folder/two.html": b"<p>two"}))
    data[place % len(data)] = value
    list(received([("a.zip", io.BytesIO(bytes(data)))], LIMITS))
