"""All that a person may set, in one frozen object that is built at the edge and passed down (FACTA_* variables)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of one run. Each can be given as an environment variable, `FACTA_LEDGER=…` for `ledger`."""

    model_config = SettingsConfigDict(env_prefix="FACTA_", frozen=True, extra="ignore")

    ledger: str = Field(default="facta.db", description="SQLite file or database URL that holds the ledger")
    codebook: Path | None = Field(
        default=None, description="folder with codebook pages of your own, laid over the bundled ones"
    )
    interface: str = Field(default="en", description="language of the dossier's own words: en or uk")
    chromium: Path | None = Field(
        default=None, description="the Chromium that prints PDFs; found by itself if not given"
    )
    threads: int = Field(default=1, ge=1, le=64, description="processor threads for the reader")
    max_report_chars: int = Field(default=2_000_000, ge=1_000, description="a longer text is refused, in characters")
    max_file_bytes: int = Field(
        default=5_000_000, ge=1_000, description="a larger file is refused by the import page, in bytes"
    )
    max_upload_files: int = Field(
        default=200, ge=1, le=10_000, description="files of one upload, those in archives counted"
    )
    max_upload_bytes: int = Field(
        default=50_000_000, ge=1_000, description="all files of one upload together, unpacked, in bytes"
    )
